/**
 * A synonym earns its place: the word that people say leads, by itself and without any past question, to a clause that has the written one.
 */
import { describe, expect, it } from "vitest";
import { fold } from "../../src/lib/text.ts";
import { openSearch } from "../../src/search/rank.ts";
import { openSearchWords } from "../../src/search/words.ts";
import { library } from "../rules/law.ts";

const words = openSearchWords("data/search.json");
const search = openSearch(library, [], words);
const written = (text: string) => text.split(" ").map(fold);
const holds = (text: string, any: readonly string[]) => any.some((word) => fold(text).includes(word));

describe("a synonym", () => {
  it.each(words.synonyms)("$said stands for $written, which documents say", ({ written: text }) => {
    for (const word of written(text))
      expect(
        library.clauses.some((clause) => holds(`${clause.path.join(" ")} ${clause.text}`, [word])),
        word,
      ).toBe(true);
  });
  it.each(words.synonyms)("$said alone finds a clause that says $written", ({ said, written: text }) => {
    const found = search.find(said, { unit: "ziyang" }, 5);
    expect(found.some(({ clause }) => holds(`${clause.path.join(" ")} ${clause.text}`, written(text)))).toBe(true);
  });
});
