/**
 * One segment searched: the sums of its passages, and those that belong to the best.
 *
 * Takes    a segment with the numbers of its passages, the average length over all segments; then the terms of a question.
 * Returns  nothing: it offers hits. k1 0.9 and b 0.8 are measured: flat between 0.6 and 1.2, 0.5 and 0.8.
 * Why      how rare a term is and the average length hang on all segments, so nothing of a score stands in a segment. Terms
 *          are added rarest first; where all that are left cannot lift a new passage over the worst of the best so far, only
 *          the passages are completed that they could still lift.
 */
import type { Best } from "./best.ts";
import { passagesWith, placeOf, type Segment } from "./segment.ts";
import type { Term } from "./tokens.ts";

const k1 = 0.9;
const b = 0.8;
/** Bounds are added up in another order than scores: what rounding loses must not lose a hit. */
const rounding = 1 - 1e-9;
/** Looking a passage up in the postings of a term costs about as much as this many steps of going through them. */
const lookUp = 32;

/** A segment as a part of an index. */
export interface Part {
  readonly segment: Segment;
  /** The number of each passage in the index; `removed` for one that is in it no more. */
  readonly numbers: Uint32Array;
}

export const removed = 0xffffffff;

/** A term of a question and what it is worth: weight times idf. */
export interface Worth {
  readonly term: Term;
  readonly worth: number;
}

export interface Scan {
  /** Passages of the segment, the removed among them. */
  readonly size: number;
  /** How many passages that are not removed have the term. */
  readonly having: (term: Term) => number;
  /** Offers the passages that share a term. `sums` are zeros, as many as passages or more, and are zeros again afterwards. */
  readonly search: (asked: readonly Worth[], sums: Float64Array, found: Best) => void;
}

/** Makes a segment ready to be searched. */
export function scanOf({ segment, numbers }: Part, average: number): Scan {
  const { lengths, starts, once, postings } = segment;
  const size = numbers.length;
  const whole = !numbers.includes(removed);
  // A removed passage is damped to nothing: the loops need not ask.
  const damping = Float32Array.from(lengths, (length, at) =>
    numbers[at] === removed ? Number.POSITIVE_INFINITY : k1 * (1 - b + (b * length) / average),
  );
  const single = damping.map((damped) => (k1 + 1) / (1 + damped));
  const highest = single.reduce((most, factor) => Math.max(most, factor), 0);
  const counted = new Map<number, number>();

  const oftenFrom = (place: number): number => (starts[place] as number) + (once[place] as number);
  const oftenTo = (place: number): number => (oftenFrom(place) + (starts[place + 1] as number)) / 2;
  const several = (times: number, passage: number): number =>
    ((k1 + 1) * times) / (times + (damping[passage] as number));

  const count = (place: number): number => {
    const end = oftenTo(place);
    let living = 0;
    for (let at = starts[place] as number; at < end; at++) if (numbers[postings[at] as number] !== removed) living += 1;
    return living;
  };

  /** Adds the term's share to every passage that has it. */
  const addToAll = (place: number, worth: number, sums: Float64Array): void => {
    const often = oftenFrom(place);
    const end = oftenTo(place);
    for (let at = starts[place] as number; at < often; at++) {
      const passage = postings[at] as number;
      sums[passage] = (sums[passage] as number) + worth * (single[passage] as number);
    }
    for (let at = often, times = end; at < end; at++, times++) {
      const passage = postings[at] as number;
      sums[passage] = (sums[passage] as number) + worth * several(postings[times] as number, passage);
    }
  };

  /** Adds the term's share to these passages, which are in order; keeps those that then have at least so much. */
  const addTo = (passages: Uint16Array, place: number, worth: number, sums: Float64Array, least: number): number => {
    const often = oftenFrom(place);
    const end = oftenTo(place);
    let at = starts[place] as number;
    let repeated = often;
    let kept = 0;
    for (let which = 0; which < passages.length; which++) {
      const passage = passages[which] as number;
      at = firstFrom(postings, at, often, passage);
      if (at < often && postings[at] === passage) {
        sums[passage] = (sums[passage] as number) + worth * (single[passage] as number);
      } else {
        repeated = firstFrom(postings, repeated, end, passage);
        if (repeated < end && postings[repeated] === passage) {
          const times = postings[repeated + end - often] as number;
          sums[passage] = (sums[passage] as number) + worth * several(times, passage);
        }
      }
      if ((sums[passage] as number) >= least) passages[kept++] = passage;
    }
    return kept;
  };

  return {
    size,
    having(term) {
      const place = placeOf(segment, term);
      if (place === -1) return 0;
      if (whole) return passagesWith(segment, place);
      const living = counted.get(place) ?? count(place);
      counted.set(place, living);
      return living;
    },
    search(asked, sums, found) {
      const places: number[] = [];
      const worths: number[] = [];
      for (const { term, worth } of asked) {
        const place = placeOf(segment, term);
        if (place === -1) continue;
        places.push(place);
        worths.push(worth);
      }
      // What the terms from here on can be worth to a passage at most.
      const rests = new Float64Array(places.length + 1);
      for (let at = places.length - 1; at >= 0; at--) {
        const place = places[at] as number;
        const most = oftenFrom(place) === oftenTo(place) ? highest : k1 + 1;
        rests[at] = (rests[at + 1] as number) + (worths[at] as number) * most;
      }
      const total = rests[0] as number;
      const inReach = sums.subarray(0, size);
      let bar = found.floor();
      const least = (next: number): number => bar * rounding - (rests[next] as number);
      let at = 0;
      let steps = 0;
      let kept: Uint16Array | undefined;
      for (; at < places.length; at++) {
        if (at === 0 && least(0) > 0) return;
        const place = places[at] as number;
        const worth = worths[at] as number;
        const length = oftenTo(place) - (starts[place] as number);
        if (kept !== undefined && kept.length * lookUp < length) {
          kept = kept.subarray(0, addTo(kept, place, worth, sums, least(at + 1)));
          continue;
        }
        addToAll(place, worth, sums);
        steps += length;
        const rest = rests[at + 1] as number;
        if (steps < size || rest * 2 > total) continue;
        steps = 0;
        const spread = spreadOf(inReach, total);
        bar = Math.max(bar, spread.reached(found.limit));
        const needed = least(at + 1);
        if (needed > 0 && spread.above(needed) * lookUp < size) kept = reaching(inReach, needed);
      }
      if (kept === undefined) {
        bar = Math.max(bar, spreadOf(inReach, total).reached(found.limit));
        kept = reaching(inReach, least(at));
      }
      for (const passage of kept) found.offer(numbers[passage] as number, sums[passage] as number);
      sums.fill(0, 0, size);
    },
  };
}

/** How the sums lie between nothing and the highest that can be, in steps: how many are above one, which one so many reach. */
function spreadOf(sums: Float64Array, highest: number) {
  counts.fill(0);
  const scale = (counts.length - 1) / highest;
  for (let passage = 0; passage < sums.length; passage++) {
    const step = ((sums[passage] as number) * scale) | 0;
    counts[step] = (counts[step] as number) + 1;
  }
  for (let step = counts.length - 2; step >= 0; step--)
    counts[step] = (counts[step] as number) + (counts[step + 1] as number);
  return {
    above: (sum: number): number => counts[(sum * scale) | 0] ?? 0,
    reached: (passages: number): number => {
      let step = counts.length - 1;
      while (step > 0 && (counts[step] as number) < passages) step -= 1;
      return step / scale;
    },
  };
}

const counts = new Uint32Array(1024);
const chosen = new Uint16Array(0xffff);

/** The passages whose sum is at least this, and not nothing. */
function reaching(sums: Float64Array, least: number): Uint16Array {
  const needed = Math.max(least, Number.MIN_VALUE);
  let count = 0;
  for (let passage = 0; passage < sums.length; passage++) {
    if ((sums[passage] as number) >= needed) chosen[count++] = passage;
  }
  return chosen.subarray(0, count);
}

/** The first place in `from` to `to` whose passage is not before this one: by steps that double, then by halves. */
function firstFrom(postings: Uint16Array, from: number, to: number, passage: number): number {
  let step = 1;
  while (from + step <= to && (postings[from + step - 1] as number) < passage) step *= 2;
  let low = from + (step >>> 1);
  let high = Math.min(from + step - 1, to);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((postings[middle] as number) < passage) low = middle + 1;
    else high = middle;
  }
  return low;
}
