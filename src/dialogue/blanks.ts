/**
 * A message without what has been read from it: for what is read next, so that nothing counts twice.
 *
 * Takes    a folded message and what was read, by its spans. Returns text of the same length, or whether anything is left.
 */
import type { TimeReading } from "../lib/chinese-time/reading.ts";
import type { Place } from "../lib/places.ts";

/** What is left of the message without its dates, lengths, places and counts is nothing to search for. */
export function isBare(folded: string, times: readonly TimeReading[], places: readonly Place[]): boolean {
  const rest = blanked(folded, [...times, ...places]);
  return (
    rest.replace(/[\d一二两三四五六七八九十百千]+(?:个|位|名)?(?:人|元|块|天|次|份)?|[\s\p{P}\p{S}]/gu, "").length === 0
  );
}

/** No number is as long: a row of digits that would be tried again at each of them. */
const endless = /[\d零〇一二两三四五六七八九十百千万亿]{24,}/gu;

/** The message as counts are read from it: without dates and hours, and without the 九 of 九江. Lengths stay, they are counts. */
export function countable(folded: string, times: readonly TimeReading[], places: readonly Place[]): string {
  const dates = times.filter((time) => {
    const isLength = time.kind === "duration" || (time.kind === "days" && time.length !== undefined);
    return !isLength && !time.words.includes("分钟");
  });
  const named = places.filter(({ name }) => /[一二三四五六七八九十百千万\d]/.test(name));
  return blanked(
    folded.replace(endless, (row) => " ".repeat(row.length)),
    [...dates, ...named],
  );
}

/** The text with spaces where something was read, of the same length. */
function blanked(text: string, read: readonly { readonly span: readonly [number, number] }[]): string {
  let out = "";
  let at = 0;
  for (const { span } of read.toSorted((one, other) => one.span[0] - other.span[0])) {
    const [from, to] = [Math.max(span[0], at), Math.max(span[1], at)];
    out += text.slice(at, from) + " ".repeat(to - from);
    at = to;
  }
  return out + text.slice(at);
}
