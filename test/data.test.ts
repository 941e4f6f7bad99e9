/**
 * The data files: each opens, and what they say of each other is so.
 *
 * Figures and their quotes have figures.test.ts; here are documents, past questions, words, cues, sentences and routes.
 */
import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findingWords } from "../src/answer/wording/findings.ts";
import { slotWords } from "../src/answer/wording/slots.ts";
import { openActs } from "../src/dialogue/acts.ts";
import { leaveRecord, openCues, routeType } from "../src/dialogue/cues.ts";
import { openVocabulary } from "../src/dialogue/vocabulary.ts";
import { openCalendar } from "../src/lib/calendar.ts";
import { openPlaces } from "../src/policy/places.ts";
import { forms } from "../src/requests/forms.ts";
import { requestTypes } from "../src/requests/request.ts";
import { rules } from "../src/rules/all.ts";
import { slotNames, slots } from "../src/rules/slots.ts";
import { openPoints } from "../src/search/points.ts";
import { openSearchWords } from "../src/search/words.ts";
import { book, figureBook, library, routes, staff } from "./rules/law.ts";

const json = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

describe("every data file", () => {
  it("of JSON is JSON", () => {
    for (const path of globSync("data/**/*.json")) expect(() => json(path), path).not.toThrow();
  });
  it("opens with its own reader", () => {
    expect(() => openActs("data/acts.json")).not.toThrow();
    expect(() => openVocabulary("data/vocabulary.json")).not.toThrow();
    expect(() => openPlaces("data/places.json")).not.toThrow();
    expect(() => openCalendar("data/calendar.json")).not.toThrow();
    expect(() => openCues("data/cues.json", "data/phrases/rules")).not.toThrow();
    expect(library.documents.length).toBeGreaterThanOrEqual(4);
    expect(staff.people.length).toBeGreaterThan(0);
  });
  it("of the contract's documents is there under its own id", () =>
    expect(library.documents.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["ziyang-2020", "xingtai-2008", "jilin-2015", "hebei-2001"]),
    ));
  it("begins its help with a part of its own", () =>
    expect(readFileSync("data/guide.md", "utf8")).toMatch(/^# .+\n+\S/u));
});

describe("past questions", () => {
  const points = openPoints("data/questions", library);

  it("stand on words that are in their documents", () => {
    for (const { source, also } of points) {
      for (const one of [source, ...also]) expect(library.quote(one.doc, one.clause, one.quote)).toEqual(one);
    }
  });
  it("cover every document", () =>
    expect(new Set(points.map(({ source }) => source.doc))).toEqual(new Set(library.documents.map(({ id }) => id))));
  it("are each asked of one thing: no wording twice in one point", () => {
    const twice = points.flatMap(({ asks }) => asks.filter((ask, at) => asks.indexOf(ask) !== at));
    expect(twice).toEqual([]);
  });
  it("say what is silent as a thing, not as a sentence", () =>
    expect(points.flatMap(({ silent }) => (silent?.match(/[。?!]$/u) ? [silent] : []))).toEqual([]));
});

describe("words for search", () => {
  const words = openSearchWords("data/search.json");
  it("name documents that there are", () => {
    for (const { doc } of words.names) expect(() => library.document(doc)).not.toThrow();
  });
  it("turn what is said into something else", () =>
    expect(words.synonyms.filter(({ said, written }) => said === written)).toEqual([]));
});

describe("cues", () => {
  const { rules: named } = openCues("data/cues.json", "data/phrases/rules");
  it("name rules that there are, the route of a request, or the record of leaves", () => {
    const unruled = named.filter((rule) => book.of(rule) === undefined && routeType(rule) === undefined);
    expect([...new Set(unruled)]).toEqual([leaveRecord]);
  });
  it("reach every rule, but for those that only a form works", () => {
    const formOnly = forms.flatMap((form) => form.rules);
    const alone = rules.map(({ id }) => id).filter((id) => !named.includes(id) && !formOnly.includes(id));
    expect(unreached).toEqual(expect.arrayContaining(alone));
  });
  it("name routes that some unit has", () => {
    const types = named.flatMap((rule) => routeType(rule) ?? []);
    expect(types.filter((type) => routes.of("ziyang", type).length + routes.of("xingtai", type).length === 0)).toEqual(
      [],
    );
  });
});

/** Rules that no cue need name: their questions are answered by search. */
const unreached: readonly string[] = ["reception-claim", "retained-car"];

describe("findings and sentences", () => {
  const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//gu, "");
  const source = [...globSync("src/rules/*.ts"), "src/moves/filing/prepared.ts"]
    .map((path) => code(readFileSync(path, "utf8")))
    .join("\n");
  const literal = [...source.matchAll(/"([a-z][a-z-]*(?:\.[a-z0-9-]+)+)"/gu)].map(([, found = ""]) => found);
  const assembled = [...source.matchAll(/`([a-z][a-z-]*\.[a-z0-9.${}A-Z-]*)`/gu)].map(
    ([, found = ""]) => new RegExp(`^${found.replaceAll(".", "\\.").replaceAll(/\$\{[^}]*\}/gu, "[a-z0-9-]+")}$`, "u"),
  );
  const figures = new Set(figureBook.entries.map(({ name }) => name));

  it("match: every code that a rule gives a finding has a sentence", () => {
    const direct = source.matchAll(/\b(?:answer|warning|note)\(\s*"([a-z][^"\n]*)"/gu);
    const cited = source.matchAll(/\bcite\(\s*(?:answer|warning|note),\s*"([^"\n]+)"/gu);
    const read = source.matchAll(/\breading\(\s*"(?:answer|warning|note)",\s*"([^"\n]+)"/gu);
    const given = [...direct, ...cited, ...read].map(([, found = ""]) => found);
    expect(given.length).toBeGreaterThan(50);
    expect([...new Set(given)].filter((one) => findingWords[one] === undefined)).toEqual([]);
  });
  it("match: every sentence is some finding's", () => {
    const said = (one: string) => literal.includes(one) || assembled.some((pattern) => pattern.test(one));
    expect(Object.keys(findingWords).filter((one) => !said(one))).toEqual([]);
  });
  it("match: what looks like a code is a sentence's or a figure's", () => {
    const odd = [...new Set(literal)].filter((one) => findingWords[one] === undefined && !figures.has(one));
    expect(odd).toEqual([]);
  });
});

describe("slots", () => {
  it("have a label and a question each, and the question asks", () => {
    for (const name of slotNames) expect(slotWords[name].ask).toMatch(/[?]/u);
  });
  it("of rules and forms are slots that there are", () => {
    const used = [...rules.flatMap((rule) => rule.slots), ...forms.flatMap((form) => form.slots)];
    expect(used.filter((slot) => !(slot in slots))).toEqual([]);
  });
  it("that a form needs are among those it reads", () => {
    for (const form of forms) {
      const needed = [{}, { category: "商务" as const, letter: false }, { emergency: true }].flatMap((facts) =>
        form.needs(facts),
      );
      expect(
        needed.filter((slot) => !form.slots.includes(slot)),
        form.type,
      ).toEqual([]);
    }
  });
  it("of a form have rules that there are", () => {
    for (const form of forms) expect(form.rules.filter((id) => book.of(id) === undefined)).toEqual([]);
  });
  it("make a form for every type of request, once", () =>
    expect(forms.map(({ type }) => type).toSorted()).toEqual([...requestTypes].toSorted()));
});
