/**
 * The ranking of a question in lines, for a maintainer: `ask --why`.
 *
 * Takes    what moves/asking/explained.ts took apart. Prints the terms with their rarity, then a row a candidate: its parts, its score.
 */
import type { Writable } from "node:stream";
import type { Explained, ExplainedCandidate } from "../assistant.ts";
import { padTo } from "./display-width.ts";
import { writerTo } from "./writer.ts";

const mostOfWords = 28;
const columns = "score   pool  asked answer clause  alone  again silent   near  rank";

/** Prints the explanation. */
export async function printWhy(explained: Explained, output: Writable): Promise<0> {
  const { unit, named, cues, terms, candidates, nearEnough } = explained;
  const rarest = terms.toSorted((one, other) => other.rarity - one.rarity);
  const lines = [
    `unit ${unit}; documents named: ${named.join(", ") || "none"}; nothing is near below ${nearEnough}`,
    `rules called by its words, which answer before the search: ${cues.join(", ") || "none"}`,
    `terms, rarest first: ${rarest.map(({ text, rarity }) => `${text} ${rarity.toFixed(1)}`).join("  ") || "none"}`,
    "score = rank × (pool, asked, answer, clause × alone, weighed as in search/rank.ts + again + silent + near)",
    columns,
    ...candidates.map(row),
  ];
  await writerTo(output)(`${lines.join("\n")}\n`);
  return 0;
}

function row({ doc, clause, says, silent, score, why }: ExplainedCandidate): string {
  const parts = [
    score,
    why.pool,
    why.asked,
    why.answer,
    why.clause,
    why.alone,
    why.again,
    why.silent,
    why.near,
    why.rank,
  ];
  const words = says === undefined ? "the clause's own words" : short(says);
  const figures = parts.map((part) => part.toFixed(2).padStart(6)).join(" ");
  return `${figures}  ${padTo(`${doc} ${clause}`, mostOfWords)}  ${words}${silent ? " (says what is not written)" : ""}`;
}

const short = (words: string): string => (words.length > mostOfWords ? `${words.slice(0, mostOfWords)}…` : words);
