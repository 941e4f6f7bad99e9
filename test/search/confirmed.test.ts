/**
 * Confirmed questions in the search: they help who asks so again, and take nothing from what is written in data.
 */
import { describe, expect, it } from "vitest";
import { type ConfirmedQuestion, confirmedPoints } from "../../src/search/confirmed.ts";
import { openPoints, type Point, pointsOf } from "../../src/search/points.ts";
import { openSearch } from "../../src/search/rank.ts";
import { openSearchWords } from "../../src/search/words.ts";
import { library, provisions } from "../rules/law.ts";

const written = [
  ...openPoints("data/questions", library),
  ...provisions.flatMap(({ id, entries }) => pointsOf(id, entries)),
];
const search = openSearch(library, written, openSearchWords("data/search.json"));

/** The question, confirmed for the point. */
const confirmedFor = ({ source, provision }: Point, question: string): ConfirmedQuestion => ({
  question,
  doc: source.doc,
  clause: source.clause,
  quote: source.quote,
  ...(provision && { provision }),
});
const best = (question: string, doc: string, asked = search) =>
  asked.find(question, { unit: library.document(doc).unit })[0];
const points = (...confirmed: readonly ConfirmedQuestion[]) => confirmedPoints(written, library)(confirmed);

const many = written.find(({ provision, asks }) => provision !== undefined && asks.length >= 8) as Point;
const of = many.source.doc;

/** A clause that nobody wrote a question about, by its own words. */
const askedAbout = new Set(written.map(({ source }) => `${source.doc} ${source.clause}`));
const bare = library.clauses.find(
  ({ doc, address, text }) => doc === "ziyang-2020" && text.length > 60 && !askedAbout.has(`${doc} ${address}`),
);
const silentClause = { doc: bare?.doc ?? "", clause: bare?.address ?? "", quote: bare?.text.slice(0, 20) ?? "" };

describe("a confirmed question", () => {
  it("is found where it was confirmed, in words that no document holds", () => {
    const question = "红疙瘩搁谁那旮旯";
    expect(best(question, of)?.point).not.toBe(many);
    const found = best(question, of, search.knowing([confirmedFor(many, question)]));
    expect(found?.point).toBe(many);
  });

  it("makes a point of its clause where none is written, and the clause is still found by all its words", () => {
    const question = "红疙瘩搁谁那旮旯";
    const knowing = search.knowing([{ question, ...silentClause }]);
    const found = best(question, silentClause.doc, knowing);
    expect(found?.clause).toBe(bare);
    expect(found?.point).toMatchObject({ asks: [question], source: { quote: silentClause.quote } });
    expect(found?.point?.gist).toBeUndefined();
    const rest = bare?.text.slice(-30) ?? "";
    expect(best(rest, silentClause.doc, knowing)?.score).toBeGreaterThanOrEqual(
      (best(rest, silentClause.doc)?.score ?? 0) * 0.99,
    );
  });

  it("is forgotten by a search that is given others", () => {
    const question = "红疙瘩搁谁那旮旯";
    const again = search.knowing([confirmedFor(many, question)]).knowing([]);
    expect(best(question, of, again)).toEqual(best(question, of));
  });

  it.each([
    ["its quote stands in the clause no longer", { ...silentClause, quote: "没有这句话" }],
    ["its clause is gone", { ...silentClause, clause: "九十九、" }],
    ["its document is gone", { ...silentClause, doc: "no-such" }],
    ["the entry that said it is gone", { ...confirmedFor(many, ""), provision: { id: "seal", entry: "no-such" } }],
  ])("is left out where %s", (_, place) => expect(points({ ...place, question: "红疙瘩搁谁那旮旯" })).toEqual([]));
});

describe("the confirmed questions of a point", () => {
  const clicks = (place: Omit<ConfirmedQuestion, "question">) =>
    Array.from({ length: 50 }, (_, at) => ({ ...place, question: `第${at}种问法` }));

  it("are no more than are written for it, the newest", () => {
    const [one] = points(...clicks(confirmedFor(many, "")));
    expect(one?.beside).toBe(many);
    expect(one?.point.asks).toHaveLength(many.asks.length);
    expect(one?.point.asks[0]).toBe("第49种问法");
  });
  it("are four where none is written", () =>
    expect(points(...clicks(silentClause)).map(({ point }) => point.asks.length)).toEqual([4]));
});

describe("a wrong 👍", () => {
  it("for a question that data holds, word for word, changes nothing", () => {
    const [question = ""] = (written[0] as Point).asks;
    const doc = written[0]?.source.doc ?? "";
    expect(best(question, doc, search.knowing([confirmedFor(many, question)]))).toEqual(best(question, doc));
  });

  it("in almost the words of a question that data holds does not take it away, though every eighth is so attacked", () => {
    const own = written
      .flatMap((point) => point.asks.map((question) => ({ point, question })))
      .filter((_, at) => at % 8 === 0);
    const wrong = own.map(({ question, point }, at) => {
      const others = written.filter(
        ({ source }) => source.doc === point.source.doc && source.clause !== point.source.clause,
      );
      return confirmedFor(others[(at * 7) % others.length] as Point, `${question}呀`);
    });
    const bent = search.knowing(wrong);
    const lost = own.filter(({ point: { source }, question }) => {
      const [before, after] = [best(question, source.doc), best(question, source.doc, bent)];
      return before?.clause !== after?.clause;
    });
    expect(lost.map(({ question }) => question)).toEqual([]);
  });
});
