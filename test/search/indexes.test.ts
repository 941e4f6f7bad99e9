/**
 * The indexes of an office are kept: a start reads what did not change, and finds the same.
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { IndexHome } from "../../src/search/indexes.ts";
import { type Point, pointsOf } from "../../src/search/points.ts";
import { openSearch } from "../../src/search/rank.ts";
import { openSearchWords } from "../../src/search/words.ts";
import { library, provisions } from "../rules/law.ts";
import { temporaryFolder } from "../store/temporary-folder.ts";

const words = openSearchWords("data/search.json");
const points = provisions.flatMap(({ id, entries }) => pointsOf(id, entries));
const questions = ["公章谁管", "分局的票据什么时候交", "上班能打游戏吗"];
const found = (those: readonly Point[], home?: IndexHome) => {
  const search = openSearch(library, those, words, home);
  return questions.map((question) =>
    search.find(question, { unit: "ziyang" }).map(({ score, clause }) => [score, clause.address]),
  );
};

/** Every file of the folder with the moment it was written. */
const written = (folder: string): Record<string, number> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".segment"))
      .map((name) => [name, statSync(join(folder, name)).mtimeMs]),
  );

function home(): IndexHome & { readonly troubles: string[] } {
  const troubles: string[] = [];
  return { folder: temporaryFolder(), trouble: (what) => troubles.push(what), troubles };
}

it("finds from the folder what it finds in memory, and writes nothing where nothing changed", () => {
  const kept = home();
  const first = found(points, kept);
  const then = written(kept.folder);
  expect(found(points, kept)).toEqual(first);
  expect(written(kept.folder)).toEqual(then);
  expect(first).toEqual(found(points));
  expect(kept.troubles).toEqual([]);
});

it("a past question that is added leaves the index of the clauses as it was", () => {
  const kept = home();
  found(points, kept);
  const then = written(kept.folder);
  const [one, ...others] = points;
  if (one === undefined) throw new Error("there are no points");
  const more = [{ ...one, asks: [...one.asks, "摸鱼打扑克会怎样"] }, ...others];
  expect(found(more, kept)).toEqual(found(more));
  const now = written(kept.folder);
  const clauses = Object.keys(then).filter((name) => name.startsWith("clauses"));
  expect(clauses.length).toBeGreaterThan(0);
  for (const name of clauses) expect(now[name]).toBe(then[name]);
});
