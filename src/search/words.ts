/**
 * The words of data/search.json: what people say → what documents say, empty words, and the names of documents.
 *
 * Takes    the file. Returns folded words, checked. A synonym is added by editing the file, nothing else.
 */
import { z } from "zod";
import { readJson } from "../lib/read-json.ts";
import { fold } from "../lib/text.ts";

const shape = z.strictObject({
  stopWords: z.array(z.string().min(1)),
  /** "请客": "接待": the written word is searched too when the said one occurs. */
  synonyms: z.record(z.string().min(1), z.string().min(1)),
  /** Document id → words by which a person names it or its unit. */
  names: z.record(z.string(), z.array(z.string().min(2))),
});

export interface SearchWords {
  readonly stopWords: readonly string[];
  readonly synonyms: readonly { readonly said: string; readonly written: string }[];
  readonly names: readonly { readonly doc: string; readonly words: readonly string[] }[];
}

/** Reads and checks the file; throws DataError with the place of each problem. */
export function openSearchWords(path: string): SearchWords {
  const parsed = readJson(path, shape);
  return {
    stopWords: parsed.stopWords.map(fold).sort((a, b) => b.length - a.length),
    synonyms: Object.entries(parsed.synonyms).map(([said, written]) => ({ said: fold(said), written: fold(written) })),
    names: Object.entries(parsed.names).map(([doc, words]) => ({ doc, words: words.map(fold) })),
  };
}

/** The documents that a message names, by its unit or its title. */
export function documentsNamed(message: string, words: SearchWords): readonly string[] {
  const folded = fold(message);
  return words.names.filter((name) => name.words.some((word) => folded.includes(word))).map((name) => name.doc);
}
