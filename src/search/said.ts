/**
 * How much of a question a text says: read character by character, for a hundred passages within a millisecond.
 *
 * Takes    the worth of each term of the question; then texts as they stand, not folded. Returns sums of worth.
 * Why not  the terms of tokens.ts: nearly every character of a passage is none of the question's, and is passed over here before
 *          anything is made of it. What counts as a term is the same; test/search/said.test.ts holds the two together.
 */
import { fold } from "../lib/text.ts";
import { type Term, terms } from "./tokens.ts";

/** How much each term of the question is worth: its weight times its rarity. */
export type Worth = ReadonlyMap<Term, number>;

export interface Said {
  /** What the whole text says of the question, each term once. */
  readonly whole: (text: string) => number;
  /** The same of the sentence that says most. */
  readonly bestSentence: (text: string) => number;
}

const sentenceEnds = new Set([..."。;!?\n"].map((mark) => mark.charCodeAt(0)));
const latin = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
const wordAt = /[a-z0-9]+(?:\.[0-9]+)?/y;

/** The folded code of each code, worked out when it is first met; 0 is not yet known. */
const foldedCodes = new Uint16Array(0x10000);

function foldedCode(code: number): number {
  const known = foldedCodes[code] as number;
  if (known !== 0) return known;
  const folded = fold(String.fromCharCode(code)).charCodeAt(0);
  foldedCodes[code] = folded;
  return folded;
}

/** Reads texts for one question. */
export function saidOf(worth: Worth): Said {
  const numbers = new Map([...worth.keys()].map((term, at) => [term, at]));
  const values = Float64Array.from(worth.values());
  const seen = new Int32Array(values.length);
  const characters = charactersOf(worth);
  let reading = 0;

  const newly = (term: Term): number => {
    const at = numbers.get(term);
    if (at === undefined || seen[at] === reading) return 0;
    seen[at] = reading;
    return values[at] as number;
  };
  const read = (text: string, inSentences: boolean): number => {
    reading += 1;
    let [sum, most, before] = [0, 0, 0];
    for (let at = 0; at < text.length; at++) {
      const code = foldedCode(text.charCodeAt(at));
      if (characters.has(code)) {
        sum += newly(code);
        if (before !== 0) sum += newly(before * 0x10000 + code);
        before = code;
        continue;
      }
      before = 0;
      if (latin(code)) {
        const word = wordFrom(text, at);
        sum += newly(terms(word)[0] ?? 0);
        at += word.length - 1;
      } else if (inSentences && sentenceEnds.has(code)) {
        most = Math.max(most, sum);
        sum = 0;
        reading += 1;
      }
    }
    return Math.max(most, sum);
  };
  return { whole: (text) => read(text, false), bestSentence: (text) => read(text, true) };
}

/** The folded Latin word or number that begins here. */
function wordFrom(text: string, at: number): string {
  let end = at + 1;
  while (end < text.length && (latin(foldedCode(text.charCodeAt(end))) || foldedCode(text.charCodeAt(end)) === 46))
    end++;
  wordAt.lastIndex = 0;
  return wordAt.exec(fold(text.slice(at, end)))?.[0] ?? text.charAt(at);
}

/** The characters that any term of the question is made of. */
function charactersOf(worth: Worth): { readonly has: (code: number) => boolean } {
  const marked = new Uint8Array(0x10000);
  for (const term of worth.keys()) {
    const [first, second] = [Math.floor(term / 0x10000), term % 0x10000];
    if (first >= 0x3400) marked[first] = 1;
    if (first >= 0x3400 || first === 0) marked[second] = 1;
  }
  return { has: (code) => marked[code] === 1 };
}
