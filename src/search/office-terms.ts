/**
 * A question → its terms, in the words of an office's documents.
 *
 * Takes    the titles of the documents and the words of data/search.json; then a question as typed.
 * Returns  its terms: titles, names of documents and empty words cut, said words joined by the written ones they stand for.
 * Why      asking words stay (谁, 多少): among past questions of one clause they tell which is meant.
 */
import { fold } from "../lib/text.ts";
import { withoutTitles } from "./titles.ts";
import { type Term, terms, withoutEmptyWords } from "./tokens.ts";
import type { SearchWords } from "./words.ts";

export interface OfficeTerms {
  /** The question as it is searched for: folded, what is cut cut, the written words behind it. */
  readonly asked: (question: string) => string;
  /** The terms of that. */
  readonly of: (question: string) => readonly Term[];
  /** Another one, where what this depends on would make other terms. */
  readonly mark: string;
}

/** Opens the reading of questions. */
export function officeTerms(titles: readonly string[], words: SearchWords): OfficeTerms {
  const cut = withoutTitles(titles);
  const asked = (question: string): string => inWritten(cut(fold(question)), words);
  return { asked, of: (question) => terms(asked(question)), mark: JSON.stringify([words.mark, titles]) };
}

function inWritten(folded: string, words: SearchWords): string {
  const said = withoutEmptyWords(folded, words.empty);
  if (!words.hasSynonym.test(said)) return said;
  const meant = words.synonyms.filter((synonym) => said.includes(synonym.said)).map(({ written }) => written);
  return [said, ...meant].join(" ");
}
