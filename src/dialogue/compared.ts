/**
 * What a message compares: 坐飞机和坐高铁分别谁批, 29天和31天的培训哪个报得多.
 *
 * Takes    a folded message, its times and places gone to, the vocabulary and the turns of speech. Returns the cases, each the facts in which it
 *          differs from the other; none where nothing is compared.
 * Leaves   working each case out to moves/.
 */
import type { TimeReading } from "../lib/chinese-time/reading.ts";
import type { Facts, SlotName, Stop } from "../rules/slots.ts";
import type { ActReader } from "./acts.ts";
import type { Vocabulary } from "./vocabulary.ts";

const comparable: readonly SlotName[] = ["transport", "leaveType", "category", "attending", "trainingBoard"];

/** 去成都和去甘孜同样3天差多少, not one trip over both: 去成都和甘孜分别住几天. */
const betweenPlaces = /差|比|相差|哪个|哪边|哪里.{0,2}(?:多|高|少)|区别|不同|一样/;

/** The cases compared, at least two, or none. */
export function compared(
  folded: string,
  times: readonly TimeReading[],
  stops: readonly Stop[],
  vocabulary: Vocabulary,
  acts: ActReader,
): readonly Facts[] {
  if (!acts.says("compare", folded)) return [];
  for (const slot of comparable) {
    const cases = vocabulary.each(folded, slot);
    if (cases.length > 1) return cases;
  }
  if (stops.length > 1 && betweenPlaces.test(folded)) {
    const common = times.find((time) => time.kind === "duration" && time.days !== undefined);
    const length = common?.kind === "duration" ? common.days : undefined;
    return stops.map(({ place, region, days = length }) => ({
      destination: [{ place, region }],
      ...(days === undefined ? {} : { days }),
    }));
  }
  const lengths = times.flatMap((time): Facts[] =>
    time.kind === "duration" && time.days !== undefined ? [{ days: time.days }] : [],
  );
  return lengths.length > 1 ? lengths : [];
}
