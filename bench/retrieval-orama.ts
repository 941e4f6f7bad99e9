/**
 * Orama: any of the question's terms, its own BM25.
 *
 * Why      of 200 questions of CMRC, bigrams with its own numbers have 80 of 100 first; the words of Intl.Segmenter, as its mandarin
 *          tokenizer cuts them, 48; characters with bigrams 59; bigrams with our k and b, without its delta, 71. A question's
 *          bigrams are given once each: said again, they would count again.
 */
import { create, insert, search } from "@orama/orama";
import { bigrams, type Peer } from "./retrieval-peer.ts";

export const orama: Peer = {
  name: "Orama",
  terms: "bigrams",
  open(texts, until) {
    let asking = false;
    const tokenize = (text: string): string[] => (asking ? [...new Set(bigrams(text))] : bigrams(text));
    const tokenizer = { language: "mandarin", normalizationCache: new Map(), tokenize };
    const index = create({ schema: { text: "string" }, components: { tokenizer } });
    for (const [id, text] of texts.entries()) {
      if (until()) return undefined;
      insert(index, { id: String(id), text });
    }
    asking = true;
    return (question) => {
      const result = search(index, { term: question, limit: 10 });
      if (result instanceof Promise) throw new Error("Orama answers later: its index has a hook, and none was given");
      return result.hits.map(({ id }) => Number(id));
    };
  },
};
