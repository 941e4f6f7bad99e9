/**
 * Several segments made one, or one made without what was removed.
 *
 * Takes    segments, with the number that each of their passages has in the new one. Returns the new segment, equal to the one
 *          that these passages would have made in that order.
 * Why      terms stand in rising order in every segment: merging reads each posting once and needs no lexicon.
 */
import { type Part, removed } from "./scan.ts";
import type { Segment } from "./segment.ts";

/** The segment of all passages that have a number; numbers rise within a segment and from one to the next. */
export function mergedSegment(parts: readonly Part[]): Segment {
  const all = (count: (segment: Segment) => number): number =>
    parts.reduce((sum, { segment }) => sum + count(segment), 0);
  const lengths = Uint32Array.from(
    parts.flatMap(({ segment, numbers }) => Array.from(segment.lengths.filter((_, at) => numbers[at] !== removed))),
  );
  const most = all(({ terms }) => terms.length);
  const terms = new Uint32Array(most);
  const starts = new Uint32Array(most + 1);
  const once = new Uint16Array(most);
  const postings = new Uint16Array(all(({ postings }) => postings.length));
  const often = new Uint16Array(lengths.length);
  const times = new Uint16Array(lengths.length);
  const next = parts.map(() => 0);
  let size = 0;
  let end = 0;

  for (;;) {
    const term = lowest(parts, next);
    if (term === undefined) break;
    const start = end;
    let repeated = 0;
    parts.forEach(({ segment, numbers }, which) => {
      const place = next[which] as number;
      if (segment.terms[place] !== term) return;
      next[which] = place + 1;
      const from = segment.starts[place] as number;
      const middle = from + (segment.once[place] as number);
      const last = (middle + (segment.starts[place + 1] as number)) / 2;
      for (let at = from; at < middle; at++) {
        const number = numbers[segment.postings[at] as number] as number;
        if (number !== removed) postings[end++] = number;
      }
      for (let at = middle; at < last; at++) {
        const number = numbers[segment.postings[at] as number] as number;
        if (number === removed) continue;
        often[repeated] = number;
        times[repeated++] = segment.postings[at + last - middle] as number;
      }
    });
    if (end === start && repeated === 0) continue;
    terms[size] = term;
    once[size] = end - start;
    postings.set(often.subarray(0, repeated), end);
    postings.set(times.subarray(0, repeated), end + repeated);
    end += 2 * repeated;
    starts[++size] = end;
  }
  return {
    lengths,
    terms: terms.slice(0, size),
    starts: starts.slice(0, size + 1),
    once: once.slice(0, size),
    postings: postings.slice(0, end),
  };
}

/** The lowest term that no part has given yet. */
function lowest(parts: readonly Part[], next: readonly number[]): number | undefined {
  let least: number | undefined;
  for (let which = 0; which < parts.length; which++) {
    const term = parts[which]?.segment.terms[next[which] as number];
    if (term !== undefined && (least === undefined || term < least)) least = term;
  }
  return least;
}
