/**
 * Which of several classes a short text is most like (多项逻辑回归), learnt from example lines.
 *
 * Takes    texts with their classes. Returns a classifier: a text → a share for each class, the shares sum to 1.
 * Leaves   what the classes mean, and how sure is sure enough, to its caller.
 * Why      runs of one to three characters need no word list, and 5,000 lines are learnt in a tenth of a second, so the lines
 *          stay the data: nothing is kept between two starts. The same lines give the same classifier in whatever process.
 */

export interface Example {
  readonly text: string;
  readonly class: string;
}

export interface Share {
  readonly class: string;
  /** From 0 to 1. */
  readonly share: number;
}

export type Classifier = (text: string) => readonly Share[];

const longestRun = 3;
const rounds = 4;
const firstRate = 3;
/** How common a class is moves more slowly than what its lines hold. */
const baseRate = 0.02;
/** A run of one line alone says more of that line than of its class. */
const leastLines = 2;
/** A line whose class has this share already is known. */
const settled = 0.9;
/** Smaller steps than this change nothing that shows. */
const leastStep = 0.01;
/** Places for runs, found by their hash: so many that two runs hardly ever share one. */
const places = 2 ** 18;

/** Learns from the examples. */
export function learn(examples: readonly Example[]): Classifier {
  const classes = [...new Set(examples.map((example) => example.class))];
  const { runs, model } = taught(examples, classes);
  return (text) => {
    const one = runs.read(text);
    const shares = model.judge(one, 0, one.runs.length);
    return classes
      .map((name, at) => ({ class: name, share: shares[at] ?? 0 }))
      .toSorted((one, other) => other.share - one.share);
  };
}

/** What is learnt from the examples, without the examples: a function of its own, so that nothing holds them any more. */
function taught(examples: readonly Example[], classes: readonly string[]) {
  const wanted = examples.map((example) => classes.indexOf(example.class));
  const runs = new Runs();
  const lines = runs.learn(examples.map(({ text }) => text));
  const model = new Model(runs.count, classes.length);
  let left: readonly number[] = wanted.map((_, line) => line);
  for (let round = 0; round < rounds; round++) {
    const rate = firstRate / (1 + round);
    // A line that is known by now is not gone over again: it takes half of the time and changes next to nothing.
    left = shuffled(left, round).filter((line) => {
      const [from, to] = [lines.starts[line] as number, lines.starts[line + 1] as number];
      return model.teach(lines, from, to, wanted[line] as number, rate) < settled;
    });
  }
  return { runs, model };
}

/** Runs that were learnt, each with its weight; rare runs weigh more. Of many texts all stand in one row: objects for each cost more. */
interface Weighed {
  readonly runs: Int32Array;
  readonly weights: Float32Array;
}

/** Writes the distinct places of a text, with its edges, into the row from `at` on; returns where they end. */
function placesOf(text: string, seen: Set<number>, row: Int32Array, at: number): number {
  const last = text.length + 1;
  let held = at;
  seen.clear();
  for (let begin = 0; begin <= last; begin++) {
    let hash = 17;
    for (let end = begin; end < begin + longestRun && end <= last; end++) {
      const code = end === 0 ? 1 : end === last ? 2 : text.charCodeAt(end - 1);
      hash = Math.imul(hash ^ code, 0x9e3779b1);
      hash ^= hash >>> 15;
      const place = (hash >>> 0) % places;
      if (seen.has(place)) continue;
      seen.add(place);
      row[held++] = place;
    }
  }
  return held;
}

/** The runs of one to three characters that stand in enough lines to be learnt from. */
class Runs {
  /** How many are learnt. */
  count = 0;
  /** By place: the number of the run from 1, 0 where it is not learnt. */
  readonly #known = new Int32Array(places);
  #rarity = new Float32Array(0);

  /** Learns which runs there are; returns those of every text, text after text, and where each begins. */
  learn(texts: readonly string[]): Weighed & { readonly starts: Int32Array } {
    const most = texts.reduce((sum, text) => sum + longestRun * (text.length + 2), 0);
    const row = new Int32Array(most);
    const starts = new Int32Array(texts.length + 1);
    const lines = new Uint16Array(places);
    const seen = new Set<number>();
    let held = 0;
    for (const [line, text] of texts.entries()) {
      const from = held;
      held = placesOf(text, seen, row, held);
      for (let at = from; at < held; at++) lines[row[at] as number] = (lines[row[at] as number] as number) + 1;
      starts[line + 1] = held;
    }
    const rarity: number[] = [];
    for (let place = 0; place < places; place++) {
      const count = lines[place] as number;
      if (count >= leastLines) this.#known[place] = rarity.push(Math.log(1 + texts.length / count));
    }
    this.count = rarity.length;
    this.#rarity = Float32Array.from(rarity);
    const weights = new Float32Array(held);
    let kept = 0;
    for (let line = 0; line < texts.length; line++) {
      const [from, to] = [starts[line] as number, starts[line + 1] as number];
      starts[line] = kept;
      kept = this.#weigh(row, weights, from, to, kept);
    }
    starts[texts.length] = kept;
    return { runs: row.slice(0, kept), weights: weights.slice(0, kept), starts };
  }

  /** The learnt runs of one text. */
  read(text: string): Weighed {
    const row = new Int32Array(longestRun * (text.length + 2));
    const weights = new Float32Array(row.length);
    const kept = this.#weigh(row, weights, 0, placesOf(text, new Set(), row, 0), 0);
    return { runs: row.subarray(0, kept), weights: weights.subarray(0, kept) };
  }

  /** Turns places into learnt runs, in the same row from `into` on, with their weights; returns where they end. */
  #weigh(row: Int32Array, weights: Float32Array, from: number, to: number, into: number): number {
    let held = into;
    let squares = 0;
    for (let at = from; at < to; at++) {
      const run = (this.#known[row[at] as number] as number) - 1;
      if (run < 0) continue;
      const rarity = this.#rarity[run] as number;
      row[held] = run;
      weights[held++] = rarity;
      squares += rarity * rarity;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = into; at < held; at++) weights[at] = (weights[at] as number) / length;
    return held;
  }
}

/** Multinomial logistic regression: a slope for each run and class. */
class Model {
  readonly #width: number;
  readonly #slopes: Float32Array;
  readonly #bases: Float32Array;
  readonly #shares: Float64Array;

  constructor(runs: number, classes: number) {
    this.#width = classes;
    this.#slopes = new Float32Array(runs * classes);
    this.#bases = new Float32Array(classes);
    this.#shares = new Float64Array(classes);
  }

  /** The share of each class for the runs from `from` to `to`; the array is used again by the next call. */
  judge({ runs, weights }: Weighed, from: number, to: number): Float64Array {
    const shares = this.#shares;
    const slopes = this.#slopes;
    const width = this.#width;
    shares.set(this.#bases);
    for (let at = from; at < to; at++) {
      const first = (runs[at] as number) * width;
      const weight = weights[at] as number;
      for (let one = 0; one < width; one++)
        shares[one] = (shares[one] as number) + (slopes[first + one] as number) * weight;
    }
    let most = Number.NEGATIVE_INFINITY;
    for (let one = 0; one < width; one++) most = Math.max(most, shares[one] as number);
    let sum = 0;
    for (let one = 0; one < width; one++) {
      const share = Math.exp((shares[one] as number) - most);
      shares[one] = share;
      sum += share;
    }
    for (let one = 0; one < width; one++) shares[one] = (shares[one] as number) / sum;
    return shares;
  }

  /** Moves the slopes a step towards the wanted class; returns the share that it had before. */
  teach(lines: Weighed, from: number, to: number, wanted: number, rate: number): number {
    const shares = this.judge(lines, from, to);
    const before = shares[wanted] as number;
    const slopes = this.#slopes;
    const width = this.#width;
    const { runs, weights } = lines;
    for (let one = 0; one < width; one++) {
      const step = rate * ((one === wanted ? 1 : 0) - (shares[one] as number));
      if (Math.abs(step) < leastStep) continue;
      this.#bases[one] = (this.#bases[one] as number) + step * baseRate;
      for (let at = from; at < to; at++) {
        const place = (runs[at] as number) * width + one;
        slopes[place] = (slopes[place] as number) + step * (weights[at] as number);
      }
    }
    return before;
  }
}

/** The lines in an order that is the same at every start: classes must not come one after the other. */
function shuffled<Line>(lines: readonly Line[], round: number): readonly Line[] {
  const order = [...lines];
  let seed = round + 1;
  for (let at = order.length - 1; at > 0; at--) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    const other = seed % (at + 1);
    [order[at], order[other]] = [order[other] as Line, order[at] as Line];
  }
  return order;
}
