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
/** A run of one line alone says more of that line than of its class. */
const leastLines = 2;
/** Smaller steps than this change nothing that shows. */
const leastStep = 0.01;
/** Places for runs, found by their hash: so many that two runs hardly ever share one. */
const places = 2 ** 18;

/** The runs of one to three characters of a text, with its edges, each as a place; a run said twice is there once. */
function runsOf(text: string): readonly number[] {
  const found: number[] = [];
  const codes = [1, ...Array.from(text, (character) => character.codePointAt(0) ?? 0), 2];
  for (let at = 0; at < codes.length; at++) {
    let hash = 17;
    for (let length = 0; length < longestRun && at + length < codes.length; length++) {
      hash = Math.imul(hash ^ (codes[at + length] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
      found.push((hash >>> 0) % places);
    }
  }
  return [...new Set(found)];
}

/** The runs of a text that were learnt, each with its weight; rare runs weigh more. */
interface Weighed {
  readonly runs: Int32Array;
  readonly weights: Float32Array;
}

/** Learns from the examples. */
export function learn(examples: readonly Example[]): Classifier {
  const classes = [...new Set(examples.map((example) => example.class))];
  const wanted = examples.map((example) => classes.indexOf(example.class));
  const texts = examples.map(({ text }) => runsOf(text));
  const { known, rarity } = counted(texts);
  const weigh = (found: readonly number[]): Weighed => weighed(found, known, rarity);
  const taught = texts.map(weigh);
  const model = new Model(rarity.length, classes.length);
  for (let round = 0; round < rounds; round++) {
    for (const line of shuffled(taught.length, round)) {
      const text = taught[line];
      if (text !== undefined) model.teach(text, wanted[line] ?? 0, firstRate / (1 + round));
    }
  }
  return (text) => {
    const shares = model.judge(weigh(runsOf(text)));
    return classes
      .map((name, at) => ({ class: name, share: shares[at] ?? 0 }))
      .toSorted((one, other) => other.share - one.share);
  };
}

/** Which runs are learnt, each place with its number from 1 (0: not learnt), and how rare each is. */
function counted(texts: readonly (readonly number[])[]) {
  const lines = new Uint16Array(places);
  for (const text of texts) for (const run of text) lines[run] = (lines[run] ?? 0) + 1;
  const known = new Int32Array(places);
  const rarity: number[] = [];
  for (const [place, count] of lines.entries()) {
    if (count < leastLines) continue;
    rarity.push(Math.log(1 + texts.length / count));
    known[place] = rarity.length;
  }
  return { known, rarity: Float32Array.from(rarity) };
}

function weighed(found: readonly number[], known: Int32Array, rarity: Float32Array): Weighed {
  const runs = Int32Array.from(found, (place) => (known[place] ?? 0) - 1).filter((run) => run >= 0);
  let squares = 0;
  for (const run of runs) squares += (rarity[run] ?? 0) ** 2;
  const length = Math.sqrt(squares) || 1;
  return { runs, weights: Float32Array.from(runs, (run) => (rarity[run] ?? 0) / length) };
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
    for (let at = 0; at < runs.length; at++) {
      const from = (runs[at] ?? 0) * width;
      const weight = weights[at] ?? 0;
      for (let one = 0; one < width; one++) shares[one] = (shares[one] ?? 0) + (slopes[from + one] ?? 0) * weight;
    }
    let most = Number.NEGATIVE_INFINITY;
    for (let one = 0; one < width; one++) most = Math.max(most, shares[one] ?? 0);
    let sum = 0;
    for (let one = 0; one < width; one++) {
      const share = Math.exp((shares[one] ?? 0) - most);
      shares[one] = share;
      sum += share;
    }
    for (let one = 0; one < width; one++) shares[one] = (shares[one] ?? 0) / sum;
    return shares;
  }

  /** Moves the slopes a step towards the wanted class. */
  teach(text: Weighed, wanted: number, rate: number): void {
    const shares = this.judge(text);
    const { runs, weights } = text;
    for (let one = 0; one < this.#width; one++) {
      const step = rate * ((one === wanted ? 1 : 0) - (shares[one] ?? 0));
      if (Math.abs(step) < leastStep) continue;
      this.#bases[one] = (this.#bases[one] ?? 0) + step * 0.02;
      for (let at = 0; at < runs.length; at++) {
        const place = (runs[at] ?? 0) * this.#width + one;
        this.#slopes[place] = (this.#slopes[place] ?? 0) + step * (weights[at] ?? 0);
      }
    }
  }
}

/** An order of the lines that is the same at every start: classes must not come one after the other. */
function shuffled(count: number, round: number): readonly number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  let seed = round + 1;
  for (let at = count - 1; at > 0; at--) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    const other = seed % (at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}
