/**
 * What a change comes to (改动): the fields that are not as they were filed, before → after.
 *
 * Takes    the request as it stands and as it would be filed. Returns lines, each made plain; none where nothing changes.
 * Leaves   laying them on the card to moves/.
 */
import type { OfficeRequest } from "../requests/request.ts";
import { fieldRows } from "./card.ts";
import { overOf } from "./claim-table.ts";
import { plain } from "./layout.ts";
import { changeWords as words } from "./wording/changes.ts";

type Filed = Pick<OfficeRequest, "type" | "fields">;

/** 天数:2天 → 3天. */
export function changeLines(before: Filed, after: Filed): readonly string[] {
  const was = new Map(fieldRows(before).map((row) => [row.slot, row]));
  const is = new Map(fieldRows(after).map((row) => [row.slot, row]));
  const changes = [...new Set([...was.keys(), ...is.keys()])].flatMap((slot) => {
    const [old, now] = [was.get(slot), is.get(slot)];
    const label = now?.label ?? old?.label ?? slot;
    return old?.value === now?.value
      ? []
      : [words.change(label, plain(old?.value ?? words.unset), plain(now?.value ?? words.unset))];
  });
  return [...changes, ...recounted(before, after)];
}

/** The same claim may come to other figures: the trip it stands on has ended earlier meanwhile. */
function recounted({ fields: was }: Filed, { fields: is }: Filed): readonly string[] {
  if (was.lines === is.lines) return [];
  const [old, now] = [overOf(was), overOf(is)];
  if (old === 0 && now === 0) return [];
  return [words.change(words.recounted, words.over(old), old === now ? words.another : words.over(now))];
}
