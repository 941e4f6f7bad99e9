/**
 * Any number of passages that read like the project's own documents, and questions to them: the same at every run.
 *
 * Takes    the documents of data/. Returns passages of about 125 characters, shuffled from their sentences, with digits and
 *          characters changed so that the vocabulary grows as it does in life; questions of 8 to 30 characters, as people talk.
 * Why      a library of a million clauses cannot be had; what an index costs hangs on how often each pair of characters stands.
 */
import { openLibrary } from "../src/policy/library.ts";

const passageLength = 125;
/** One character in this many is another one: a passage then brings about six pairs that its sentences do not have. */
const changedOne = 40;
const openings = ["请问", "想问下", "我们", "那个", "要是", "单位里", ""];
const endings = ["怎么办", "要谁批", "可以吗", "有什么规定", "多少钱", "怎么算啊", "要几天", ""];

export interface Synthetic {
  readonly passage: (number: number) => string;
  /** A question about some passage among the first `of`. */
  readonly question: (number: number, of: number) => string;
}

export function synthetic(): Synthetic {
  const text = openLibrary("data/documents")
    .clauses.map((clause) => clause.text)
    .join("\n");
  const sentences = text.split(/[,。;:!?、,;:\n]+/u).filter((sentence) => sentence.length >= 4);
  const characters = [...text].filter((character) => /\p{Script=Han}/u.test(character));
  const pick = <T>(from: readonly T[], draw: () => number): T => from[Math.floor(draw() * from.length)] as T;
  const changed = (sentence: string, draw: () => number): string =>
    sentence.replace(/\d|\p{Script=Han}/gu, (character) => {
      if (/\d/u.test(character)) return String(Math.floor(draw() * 10));
      return draw() * changedOne < 1 ? pick(characters, draw) : character;
    });

  const passage = (number: number): string => {
    const draw = drawing(number);
    const length = passageLength * (0.5 + draw());
    let written = "";
    while (written.length < length) written += `${changed(pick(sentences, draw), draw)},`;
    return written;
  };
  return {
    passage,
    question(number, of) {
      const draw = drawing(-1 - number);
      const from = passage(Math.floor(draw() * of)).split(",");
      const asked = changed(`${pick(from, draw)}${pick(from, draw)}`, draw).slice(0, 8 + Math.floor(draw() * 14));
      return `${pick(openings, draw)}${asked}${pick(endings, draw)}`.padEnd(8, "呢");
    },
  };
}

/** Numbers from 0 to 1 by a seed (mulberry32). */
function drawing(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
