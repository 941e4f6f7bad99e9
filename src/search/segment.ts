/**
 * A segment (段): the postings of at most 65,535 passages, never changed once it is made.
 *
 * Takes    the terms of each passage, one passage after the other, so that nobody holds the terms of all.
 * Returns  typed arrays that segment-file.ts writes as they stand. Leaves scores to bm25.ts: they hang on all segments together.
 * Why      a passage's number fits in 16 bits, and the sums of one segment in the processor's cache. Seven to nine in ten
 *          terms stand in their passage just once: two bytes each, and no frequency to read.
 */
import { type Lexicon, lexicon } from "./lexicon.ts";
import type { Term } from "./tokens.ts";

export interface Segment {
  /** How many terms each passage has, repeats counted. */
  readonly lengths: Uint32Array;
  /** Every term that occurs, in rising order. */
  readonly terms: Uint32Array;
  /** Where the postings of each term begin; one more than there are terms. */
  readonly starts: Uint32Array;
  /** How many passages have the term just once. */
  readonly once: Uint16Array;
  /** Term by term: the passages that have it once, in order; those that have it more often; how often each of these. */
  readonly postings: Uint16Array;
}

/** The most passages of a segment. */
export const mostPassages = 0xffff;
/** A segment of very long passages is closed before the rows of its making fill the memory. */
const mostRows = 2 ** 25;
const mostTimes = 0xffff;

export interface SegmentBuilder {
  readonly size: () => number;
  /** Whether the next passage must go to another segment. */
  readonly full: () => boolean;
  readonly add: (passage: readonly Term[]) => void;
  /** The segment of what was added. The builder is spent after that. */
  readonly finish: () => Segment;
}

/** A segment without passages, to add to. */
export function segmentBuilder(): SegmentBuilder {
  const words = lexicon();
  let lengths = new Uint32Array(2 ** 10);
  let size = 0;
  // One row for each term of each passage, with how often it stands there.
  let ids = new Uint32Array(2 ** 17);
  let passages = new Uint16Array(2 ** 17);
  let times = new Uint16Array(2 ** 17);
  let rows = 0;
  /** Where the term's newest row is, from 1: passages are added in order, so it is this passage's or an older one's. */
  let newest = new Uint32Array(2 ** 17);

  const makeRoom = (more: number): void => {
    if (size === lengths.length) lengths = larger(lengths, size + 1);
    if (rows + more > ids.length) {
      ids = larger(ids, rows + more);
      passages = larger(passages, rows + more);
      times = larger(times, rows + more);
    }
    if (words.size() + more > newest.length) newest = larger(newest, words.size() + more);
  };

  return {
    size: () => size,
    full: () => size === mostPassages || rows > mostRows,
    add(passage) {
      makeRoom(passage.length);
      // Names of this call's own: a closure's are looked up at every step.
      const [rowIds, rowPassages, rowTimes, rowOf, own] = [ids, passages, times, newest, size];
      let next = rows;
      for (let at = 0; at < passage.length; at++) {
        const id = words.add(passage[at] as number);
        const row = (rowOf[id] as number) - 1;
        if (row >= 0 && rowPassages[row] === own) {
          rowTimes[row] = Math.min((rowTimes[row] as number) + 1, mostTimes);
          continue;
        }
        rowIds[next] = id;
        rowPassages[next] = own;
        rowTimes[next] = 1;
        rowOf[id] = ++next;
      }
      rows = next;
      lengths[size++] = passage.length;
    },
    finish() {
      const made = { ids: ids.subarray(0, rows), passages, times };
      return { lengths: lengths.slice(0, size), ...postingsOf(made, words) };
    },
  };
}

interface Rows {
  readonly ids: Uint32Array;
  readonly passages: Uint16Array;
  readonly times: Uint16Array;
}

/** The rows put behind each other term by term; rows of one term are in the order of their passages already. */
function postingsOf({ ids, passages, times }: Rows, words: Lexicon): Omit<Segment, "lengths"> {
  const terms = words.sorted();
  const places = new Uint32Array(terms.length);
  for (let place = 0; place < terms.length; place++) places[words.find(terms[place] as number)] = place;

  const once = new Uint16Array(terms.length);
  const often = new Uint16Array(terms.length);
  for (let row = 0; row < ids.length; row++) {
    const counts = times[row] === 1 ? once : often;
    const place = places[ids[row] as number] as number;
    counts[place] = (counts[place] as number) + 1;
  }
  const starts = new Uint32Array(terms.length + 1);
  const nextOften = new Uint32Array(terms.length);
  for (let place = 0; place < terms.length; place++) {
    nextOften[place] = (starts[place] as number) + (once[place] as number);
    starts[place + 1] = (nextOften[place] as number) + 2 * (often[place] as number);
  }
  const nextOnce = starts.slice();
  const postings = new Uint16Array(starts[terms.length] as number);
  for (let row = 0; row < ids.length; row++) {
    const place = places[ids[row] as number] as number;
    const single = times[row] === 1;
    const next = single ? nextOnce : nextOften;
    const at = next[place] as number;
    next[place] = at + 1;
    postings[at] = passages[row] as number;
    if (!single) postings[at + (often[place] as number)] = times[row] as number;
  }
  return { terms, starts, once, postings };
}

/** The segments of these passages, as few as they fit in. */
export function* segmentsOf(passages: Iterable<readonly Term[]>): Generator<Segment> {
  let builder = segmentBuilder();
  for (const passage of passages) {
    if (builder.full()) {
      yield builder.finish();
      builder = segmentBuilder();
    }
    builder.add(passage);
  }
  if (builder.size() > 0) yield builder.finish();
}

/** Where the term stands among the segment's terms, or -1. */
export function placeOf({ terms }: Segment, term: Term): number {
  let from = 0;
  let to = terms.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((terms[middle] as number) < term) from = middle + 1;
    else to = middle;
  }
  return terms[from] === term ? from : -1;
}

/** How many passages of the segment have the term at this place. */
export function passagesWith({ starts, once }: Segment, place: number): number {
  const single = once[place] as number;
  return single + ((starts[place + 1] as number) - (starts[place] as number) - single) / 2;
}

function larger<T extends Uint32Array | Uint16Array>(array: T, least: number): T {
  const room = new (array.constructor as new (length: number) => T)(Math.max(least, array.length * 2));
  room.set(array);
  return room;
}
