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

/** Calls `take` with the place of each run of one to three characters of a text, with its edges. */
function eachRun(text: string, take: (place: number) => void): void {
  const last = text.length + 1;
  for (let at = 0; at <= last; at++) {
    let hash = 17;
    for (let end = at; end < at + longestRun && end <= last; end++) {
      const code = end === 0 ? 1 : end === last ? 2 : text.charCodeAt(end - 1);
      hash = Math.imul(hash ^ code, 0x9e3779b1);
      hash ^= hash >>> 15;
      take((hash >>> 0) % places);
    }
  }
}

/** Learns from the examples. */
export function learn(examples: readonly Example[]): Classifier {
  const classes = [...new Set(examples.map((example) => example.class))];
  const wanted = examples.map((example) => classes.indexOf(example.class));
  const runs = new Runs(examples.map(({ text }) => text));
  const taught = examples.map(({ text }) => runs.of(text));
  const model = new Model(runs.count, classes.length);
  let lines = taught.map((text, line) => ({ text, wanted: wanted[line] ?? 0 }));
  for (let round = 0; round < rounds; round++) {
    const rate = firstRate / (1 + round);
    // A line that is known by now is not gone over again: it takes half of the time and changes next to nothing.
    lines = shuffled(lines, round).filter(({ text, wanted }) => model.teach(text, wanted, rate) < settled);
  }
  return (text) => {
    const shares = model.judge(runs.of(text));
    return classes
      .map((name, at) => ({ class: name, share: shares[at] ?? 0 }))
      .toSorted((one, other) => other.share - one.share);
  };
}

/** The runs of a text that were learnt, each with its weight; rare runs weigh more. */
interface Weighed {
  readonly runs: Int32Array;
  readonly weights: Float32Array;
}

/** The runs that stand in enough lines to be learnt from. */
class Runs {
  /** How many are learnt. */
  readonly count: number;
  /** By place: the number of the run from 1, 0 where it is not learnt. */
  readonly #known = new Int32Array(places);
  readonly #rarity: Float32Array;
  /** By place: the text that last held the run, so that it counts once. */
  readonly #seen = new Int32Array(places);
  #texts = 0;
  readonly #found: number[] = [];

  constructor(texts: readonly string[]) {
    const lines = new Uint16Array(places);
    for (const text of texts) for (const place of this.#placesOf(text)) lines[place] = (lines[place] ?? 0) + 1;
    const rarity: number[] = [];
    for (let place = 0; place < places; place++) {
      const count = lines[place] ?? 0;
      if (count >= leastLines) this.#known[place] = rarity.push(Math.log(1 + texts.length / count));
    }
    this.count = rarity.length;
    this.#rarity = Float32Array.from(rarity);
  }

  /** The distinct places of a text; the array is used again by the next call. */
  #placesOf(text: string): readonly number[] {
    const found = this.#found;
    const turn = ++this.#texts;
    found.length = 0;
    eachRun(text, (place) => {
      if (this.#seen[place] === turn) return;
      this.#seen[place] = turn;
      found.push(place);
    });
    return found;
  }

  /** The learnt runs of a text, weighed. */
  of(text: string): Weighed {
    const found = this.#placesOf(text);
    const runs = new Int32Array(found.length);
    let held = 0;
    let squares = 0;
    for (const place of found) {
      const run = (this.#known[place] ?? 0) - 1;
      if (run < 0) continue;
      runs[held++] = run;
      squares += (this.#rarity[run] ?? 0) ** 2;
    }
    const length = Math.sqrt(squares) || 1;
    const weights = new Float32Array(held);
    for (let at = 0; at < held; at++) weights[at] = (this.#rarity[runs[at] ?? 0] ?? 0) / length;
    return { runs: runs.subarray(0, held), weights };
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

  /** The share of each class; the array is used again by the next call. */
  judge({ runs, weights }: Weighed): Float64Array {
    const shares = this.#shares;
    const slopes = this.#slopes;
    const width = this.#width;
    shares.set(this.#bases);
    for (let at = 0; at < weights.length; at++) {
      const from = (runs[at] as number) * width;
      const weight = weights[at] as number;
      for (let one = 0; one < width; one++)
        shares[one] = (shares[one] as number) + (slopes[from + one] as number) * weight;
    }
    let most = Number.NEGATIVE_INFINITY;
    for (let one = 0; one < width; one++) most = Math.max(most, shares[one] as number);
    let sum = 0;
    for (let one = 0; one < width; one++) sum += shares[one] = Math.exp((shares[one] as number) - most);
    for (let one = 0; one < width; one++) shares[one] = (shares[one] as number) / sum;
    return shares;
  }

  /** Moves the slopes a step towards the wanted class; returns the share that it had before. */
  teach(text: Weighed, wanted: number, rate: number): number {
    const shares = this.judge(text);
    const before = shares[wanted] as number;
    const slopes = this.#slopes;
    const width = this.#width;
    const { runs, weights } = text;
    for (let one = 0; one < width; one++) {
      const step = rate * ((one === wanted ? 1 : 0) - (shares[one] as number));
      if (Math.abs(step) < leastStep) continue;
      this.#bases[one] = (this.#bases[one] as number) + step * baseRate;
      for (let at = 0; at < weights.length; at++) {
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
