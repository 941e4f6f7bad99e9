/**
 * What a message compares: 坐飞机和坐高铁分别谁批, 29天和31天的培训哪个报得多.
 *
 * Takes    a folded message, its times, the vocabulary and the turns of speech. Returns the cases, each the facts in which it
 *          differs from the other; none where nothing is compared.
 * Leaves   working each case out to moves/.
 */
import type { TimeReading } from "../lib/chinese-time/reading.ts";
import type { Facts, SlotName } from "../rules/slots.ts";
import type { ActReader } from "./acts.ts";
import type { Vocabulary } from "./vocabulary.ts";

const comparable: readonly SlotName[] = ["transport", "leaveType", "category", "attending", "trainingBoard"];

/** The cases compared, at least two, or none. */
export function compared(
  folded: string,
  times: readonly TimeReading[],
  vocabulary: Vocabulary,
  acts: ActReader,
): readonly Facts[] {
  if (!acts.says("compare", folded)) return [];
  for (const slot of comparable) {
    const cases = vocabulary.each(folded, slot);
    if (cases.length > 1) return cases;
  }
  const lengths = times.flatMap((time): Facts[] =>
    time.kind === "duration" && time.days !== undefined ? [{ days: time.days }] : [],
  );
  return lengths.length > 1 ? lengths : [];
}
