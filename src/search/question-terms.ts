/**
 * A question → its terms, each with how much it counts.
 *
 * Takes    a folded question. Returns distinct terms with weights, for the index of bm25.ts.
 * Why      a question holds words that no passage answers with (什么, 多少, 吗). They are rare in documents, so rarity alone would
 *          make them the weightiest. They are not cut: 有什么用 and 有用 are not the same words.
 */
import type { Asked } from "./bm25.ts";
import type { RankingWeights } from "./ranking-weights.ts";
import { type Term, terms } from "./tokens.ts";
import { wordsOf } from "./words-of.ts";

const asking =
  /什么|甚么|啥|哪|谁|多少|几|如何|怎么样|怎么|怎样|为什么|为何|何时|何处|何地|何|吗|呢|请问|是否|有没有|能不能|可不可以|是不是/g;
const han = /^[\u3400-\u9fff\uf900-\ufaff]/;
const run = /[\u3400-\u9fff\uf900-\ufaff]+|[a-z0-9]+(?:\.[0-9]+)?/g;

/** The question's terms; one that is said again counts a little more. */
export function questionTerms(folded: string, weights: RankingWeights): readonly Asked[] {
  const asks = placesOf(folded, asking);
  const within = withinLongerWords(folded);
  const weighed = new Map<Term, number>();
  const add = (text: string, weight: number): void => {
    const term = terms(text).at(text.length === 2 && han.test(text) ? 1 : 0);
    if (term === undefined) return;
    const before = weighed.get(term);
    const more = before === undefined ? weight : Math.max(before, weight) + weights.again * Math.min(before, weight);
    weighed.set(term, more);
  };
  for (const { 0: piece, index } of folded.matchAll(run)) {
    if (!han.test(piece)) {
      add(piece, weights.latin);
      continue;
    }
    for (let at = index; at < index + piece.length; at++) {
      add(folded.charAt(at), (within[at] ? weights.withinWord : 1) * (asks[at] ? weights.asking : 1));
      if (at + 1 === index + piece.length) continue;
      const touches = Number(asks[at]) + Number(asks[at + 1]);
      add(folded.slice(at, at + 2), [1, weights.besideAsking, weights.asking][touches] as number);
    }
  }
  return [...weighed].map(([term, weight]) => ({ term, weight }));
}

/** 1 for each character that the pattern covers. */
function placesOf(text: string, pattern: RegExp): Uint8Array {
  const places = new Uint8Array(text.length);
  for (const { 0: found, index } of text.matchAll(pattern)) places.fill(1, index, index + found.length);
  return places;
}

function withinLongerWords(text: string): Uint8Array {
  const places = new Uint8Array(text.length);
  for (const { word, at } of wordsOf(text)) if (word.length > 1) places.fill(1, at, at + word.length);
  return places;
}
