/**
 * What each part of a candidate's score is worth: `node bench/point-weights.ts`.
 *
 * Takes    the past questions of data/: every second one is asked of a search that knows only the others.
 * Returns  on standard output, for each weight halved and doubled, how often the question's own clause comes first.
 * Why      past questions of one clause are written by few people, so that these shares flatter: they compare weights, no more.
 */
import { openOffice } from "../src/office.ts";
import { fittedToPoints, type PointWeights } from "../src/search/point-weights.ts";
import { openPoints, type Point, pointsOf } from "../src/search/points.ts";
import { openSearch } from "../src/search/rank.ts";
import { documentsNamed } from "../src/search/words.ts";
import { openSqlite } from "../src/store/sqlite.ts";

const store = await openSqlite(":memory:");
const { library, rules, searchWords } = openOffice("data", "data/staff.json", store);
await store.close();
const points: readonly Point[] = [
  ...openPoints("data/questions", library),
  ...rules.provisions.flatMap(({ id, entries }) => pointsOf(id, entries)),
];
const known = points.map((point) => ({ ...point, asks: point.asks.filter((_, at) => at % 2 === 0) }));
const asked = points.flatMap(({ asks, source }) =>
  asks.length < 3 ? [] : asks.filter((_, at) => at % 2 === 1).map((question) => ({ question, source })),
);

function share(weights: PointWeights): string {
  const search = openSearch(library, known, searchWords, undefined, weights);
  const right = asked.filter(({ question, source }) => {
    const docs = documentsNamed(question, searchWords);
    const { unit } = library.document(source.doc);
    const [top] = search.find(question, { unit, ...(docs.length > 0 && { docs }) }, 1);
    return top?.clause.doc === source.doc && top.clause.address === source.clause;
  });
  return `${((100 * right.length) / asked.length).toFixed(1)} %`;
}

console.log(`${asked.length} questions, as fitted: ${share(fittedToPoints)}`);
for (const name of ["pool", "asked", "answer", "clause"] as const) {
  const changed = [0, 0.5, 2].map((times) => ({
    times,
    weights: { ...fittedToPoints, [name]: fittedToPoints[name] * times },
  }));
  console.log(`${name.padEnd(7)} ${changed.map(({ times, weights }) => `× ${times} ${share(weights)}`).join("   ")}`);
}
