/**
 * Past questions as files: what is wrong in one is told with its place, before anybody is answered from it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DataError } from "../../src/errors.ts";
import { movedPoints, openPoints } from "../../src/search/points.ts";
import { openSearchWords } from "../../src/search/words.ts";
import { library } from "../rules/law.ts";
import { temporaryFolder } from "../store/temporary-folder.ts";

const good = { doc: "ziyang-2020", quote: "上班时间不玩电脑游戏", asks: ["上班能打游戏吗"] };

function folderOf(...lines: readonly (string | object)[]): string {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, "some.jsonl"),
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
  );
  return folder;
}
const read = (...lines: readonly (string | object)[]) => openPoints(folderOf(...lines), library);

describe("a file of past questions", () => {
  it("is a line a point, quoted in the document's own characters", () => {
    const [point] = read(good, "");
    expect(point).toMatchObject({ asks: good.asks, list: false, also: [] });
    expect(point?.source).toEqual(library.quote("ziyang-2020", point?.source.clause ?? "", good.quote));
  });
  it.each([
    ["no question at all", { ...good, asks: [] }, /asks/],
    ["a field nobody knows", { ...good, answer: "能" }, /answer/],
    ["no JSON", "{doc: 1}", /JSON/],
  ])("with %s is refused with file and line", (_, line, problem) => {
    expect(() => read(good, line)).toThrow(DataError);
    expect(() => read(good, line)).toThrow(/some\.jsonl \(line 2\)/);
    expect(() => read(good, line)).toThrow(problem);
  });
  it.each([
    ["a quote", { ...good, quote: "上班时间可以玩电脑游戏" }],
    ["a second quote", { ...good, also: ["没有这句话"] }],
  ])("with %s that stands nowhere any more is left out, and told", (_, line) => {
    const folder = folderOf(good, line);
    expect(openPoints(folder, library)).toHaveLength(1);
    expect(movedPoints(folder, library)).toMatchObject([{ place: "line 2", doc: "ziyang-2020" }]);
  });
  it("of a document that there is not is refused", () =>
    expect(() => read({ ...good, doc: "no-such" })).toThrow(DataError));
});

describe("the file of search words", () => {
  it("with a field nobody knows is refused", () => {
    const path = join(temporaryFolder(), "search.json");
    const known = JSON.parse(readFileSync("data/search.json", "utf8"));
    writeFileSync(path, JSON.stringify(known));
    expect(openSearchWords(path).mark).not.toBe("");
    writeFileSync(path, JSON.stringify({ ...known, weights: {} }));
    expect(() => openSearchWords(path)).toThrow(DataError);
  });
});
