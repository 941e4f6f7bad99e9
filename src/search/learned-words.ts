/**
 * Words that people say → words that the passages write, learned from past questions (IBM model 1).
 *
 * Takes    pairs: the words of a question, the words of a passage that answered it. Returns, for a question's words, the written
 *          words that they turned out to stand for, each with its likelihood.
 * Why      a model of five rounds over counts: the same pairs always teach the same, and a thousand of them take less than a second.
 *          A word said by nobody (the null word) takes up what every passage writes (应当, 规定), so that no said word must.
 */
export interface Pair {
  readonly said: readonly string[];
  readonly written: readonly string[];
}

export interface Written {
  readonly word: string;
  readonly likelihood: number;
}

export interface LearnedWords {
  /** What the said word stands for, likeliest first. */
  readonly meaning: (said: string) => readonly Written[];
}

const rounds = 5;
const kept = 10;
const leastLikely = 0.02;
const nullWord = "";

/** Learns from pairs; of none it has learned nothing. */
export function learnWords(pairs: readonly Pair[]): LearnedWords {
  const saidIds = numbering();
  const writtenIds = numbering();
  saidIds.of(nullWord);
  const links = linked(pairs, saidIds.of, writtenIds.of);
  const likelihoods = new Float64Array(links.said.length).fill(1);
  for (let round = 0; round < rounds; round++) expectAndCount(links, likelihoods, saidIds.words.length);
  const meanings = new Map<string, Written[]>();
  links.said.forEach((said, link) => {
    const likelihood = likelihoods[link] as number;
    const word = writtenIds.words[links.written[link] as number] as string;
    const spoken = saidIds.words[said] as string;
    if (likelihood < leastLikely || spoken === nullWord) return;
    const others = meanings.get(spoken);
    if (others === undefined) meanings.set(spoken, [{ word, likelihood }]);
    else others.push({ word, likelihood });
  });
  for (const [said, written] of meanings) {
    meanings.set(said, written.sort((left, right) => right.likelihood - left.likelihood).slice(0, kept));
  }
  return { meaning: (said) => meanings.get(said) ?? [] };
}

/** Every pair of words that occur together, once, and for each written word of each pair which of them could have caused it. */
interface Links {
  readonly said: readonly number[];
  readonly written: readonly number[];
  /** One list a written word of a pair: its links to the pair's said words. */
  readonly choices: readonly Int32Array[];
}

function linked(pairs: readonly Pair[], saidId: (word: string) => number, writtenId: (word: string) => number): Links {
  const links = { said: [] as number[], written: [] as number[], choices: [] as Int32Array[] };
  const known = new Map<number, number>();
  const linkOf = (said: number, written: number): number => {
    const key = said * 2 ** 26 + written;
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, links.said.length);
    links.said.push(said);
    links.written.push(written);
    return links.said.length - 1;
  };
  for (const { said, written } of pairs) {
    const causes = [...new Set([nullWord, ...said])].map(saidId);
    for (const word of new Set(written)) {
      const id = writtenId(word);
      links.choices.push(Int32Array.from(causes, (cause) => linkOf(cause, id)));
    }
  }
  return links;
}

/** One round: who caused each written word, by the likelihoods so far; then the likelihoods anew, by what each caused. */
function expectAndCount({ said, choices }: Links, likelihoods: Float64Array, words: number): void {
  const counts = new Float64Array(likelihoods.length);
  const totals = new Float64Array(words);
  for (const links of choices) {
    let sum = 0;
    for (const link of links) sum += likelihoods[link] as number;
    for (const link of links) {
      const part = (likelihoods[link] as number) / sum;
      counts[link] = (counts[link] as number) + part;
      totals[said[link] as number] = (totals[said[link] as number] as number) + part;
    }
  }
  for (let link = 0; link < counts.length; link++) {
    likelihoods[link] = (counts[link] as number) / (totals[said[link] as number] as number);
  }
}

function numbering(): { readonly words: string[]; readonly of: (word: string) => number } {
  const ids = new Map<string, number>();
  const words: string[] = [];
  return {
    words,
    of(word) {
      const known = ids.get(word);
      if (known !== undefined) return known;
      ids.set(word, words.length);
      words.push(word);
      return words.length - 1;
    },
  };
}
