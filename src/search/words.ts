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
  /** Words by which a question asks for a sum, a term, a name: then a known silence may win. */
  figureWords: z.array(z.string().min(1)),
  /** "好多": "多少": how people say what the patterns of provisions write; it takes the said word's place. */
  dialect: z.record(z.string().min(2), z.string().min(1)),
  /** "请客": "接待": the written word is searched too when the said one occurs. */
  synonyms: z.record(z.string().min(1), z.string().min(1)),
  /** Document id → words by which a person names it or its unit. */
  names: z.record(z.string(), z.array(z.string().min(2))),
  /** Document id → words that stand in it alone: they choose it as a name does, and are asked about too. */
  marks: z.record(z.string(), z.array(z.string().min(2))),
  /** Words that several documents share (讲话), or that mean one for want of a better (座谈会讲话): the longest counts, and only where no name of one document is said. */
  shared: z.record(z.string().min(2), z.array(z.string())),
});

export interface SearchWords {
  /** Another one, where the words would make other terms of a question. */
  readonly mark: string;
  /** Stop words and the names of documents: neither says what is asked about. */
  readonly empty: RegExp;
  readonly figureWords: readonly string[];
  /** The text in the words that patterns are written in. */
  readonly standard: (folded: string) => string;
  readonly synonyms: readonly { readonly said: string; readonly written: string }[];
  /** Any word that has a synonym: most questions hold none, and thousands are read at start. */
  readonly hasSynonym: RegExp;
  readonly shared: readonly { readonly word: string; readonly docs: readonly string[] }[];
  readonly names: readonly { readonly doc: string; readonly words: readonly string[] }[];
}

/** Reads and checks the file; throws DataError with the place of each problem. */
export function openSearchWords(path: string): SearchWords {
  const parsed = readJson(path, shape);
  const byDocument = (record: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(record).map(([doc, words]) => ({ doc, words: words.map(fold) }));
  const names = byDocument(parsed.names);
  return {
    mark: JSON.stringify([parsed.stopWords, parsed.synonyms, parsed.names, parsed.shared]),
    empty: anyOf([
      ...parsed.stopWords.map(fold),
      ...names.flatMap(({ words }) => words),
      ...fallbackNames(parsed.shared),
    ]),
    standard: (folded) =>
      Object.entries(parsed.dialect).reduce((text, [said, meant]) => text.replaceAll(said, meant), folded),
    figureWords: parsed.figureWords.map(fold),
    synonyms: Object.entries(parsed.synonyms).map(([said, written]) => ({ said: fold(said), written: fold(written) })),
    hasSynonym: new RegExp(anyOf(Object.keys(parsed.synonyms).map(fold)).source, "u"),
    names: [...names, ...byDocument(parsed.marks)],
    shared: Object.entries(parsed.shared).map(([word, docs]) => ({ word: fold(word), docs })),
  };
}

/** Shared words that mean a single document are its names too. */
const fallbackNames = (shared: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  Object.entries(shared).flatMap(([word, docs]) => (docs.length === 1 ? [fold(word)] : []));

/** Any of the words, the longest first. */
const anyOf = (words: readonly string[]): RegExp =>
  new RegExp(
    words
      .toSorted((one, other) => other.length - one.length)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("|"),
    "gu",
  );

/** The documents that a message names, by its unit or its title. */
export function documentsNamed(message: string, words: SearchWords): readonly string[] {
  const folded = fold(message);
  const own = words.names.filter((name) => name.words.some((word) => folded.includes(word))).map((name) => name.doc);
  if (own.length > 0) return own;
  const shared = words.shared.filter(({ word }) => folded.includes(word));
  const longest = Math.max(...shared.map(({ word }) => word.length));
  return [...new Set(shared.filter(({ word }) => word.length === longest).flatMap(({ docs }) => docs))];
}
