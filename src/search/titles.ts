/**
 * Titles spoken in a question (篇名): 加强驻外机构建设的意见里说几年不调干部 asks of years and cadres, not of building offices up.
 *
 * Takes    the titles of the documents. Returns a function that cuts from a folded question what it repeats of a title.
 * Why      a title shares its words with half of its document: they choose the document, and say nothing of the clause.
 */
import { fold } from "../lib/text.ts";

/** So many characters in a row of a title are the title, and no words that a question happens to share with it. */
const run = 9;

/** Cuts what is repeated of any title; a question that is nothing else stays whole. */
export function withoutTitles(titles: readonly string[]): (folded: string) => string {
  const runs = new Set<string>();
  for (const title of titles.map(fold)) {
    for (let at = 0; at + run <= title.length; at++) runs.add(title.slice(at, at + run));
  }
  return (folded) => {
    const spoken: number[] = [];
    for (let at = 0; at + run <= folded.length; at++) if (runs.has(folded.slice(at, at + run))) spoken.push(at);
    if (spoken.length === 0) return folded;
    const kept = folded.split("");
    for (const at of spoken) kept.fill(" ", at, at + run);
    const rest = kept.join("");
    return /[\u3400-\u9fff]{2}/.test(rest) ? rest : folded;
  };
}
