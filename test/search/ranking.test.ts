/**
 * Ranked clauses: the asker's unit first, named documents alone, the neighbours of what was asked before.
 *
 * Which clause wins a close race is measured by the benchmarks; here is what no change of weights may undo.
 */
import { describe, expect, it } from "vitest";
import { openPoints, type Point, pointsOf } from "../../src/search/points.ts";
import { openSearch } from "../../src/search/rank.ts";
import { documentsNamed, openSearchWords } from "../../src/search/words.ts";
import { library, provisions } from "../rules/law.ts";

const words = openSearchWords("data/search.json");
const points = [
  ...openPoints("data/questions", library),
  ...provisions.flatMap(({ id, entries }) => pointsOf(id, entries)),
];
const search = openSearch(library, points, words);
const top = (question: string, unit = "ziyang") => search.find(question, { unit })[0];

describe("a search", () => {
  it("finds the clause by what staff call it", () => {
    expect(top("上班时间可以打游戏吗")?.clause.text).toContain("电脑游戏");
    expect(top("公章归谁管")?.clause.text).toContain("印章");
  });
  it("puts the asker's own unit first where both units have a rule", () => {
    expect(top("请假找谁", "ziyang")?.clause.doc).toBe("ziyang-2020");
    expect(top("请假找谁", "xingtai")?.clause.doc).toBe("xingtai-2008");
  });
  it("searches only the documents that were named", () => {
    const found = search.find("请假找谁", { unit: "ziyang", docs: ["xingtai-2008"] });
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ clause }) => clause.doc))).toEqual(new Set(["xingtai-2008"]));
  });
  it("gives the best first, and no more than it was asked for", () => {
    const scores = search.find("接待费怎么报销", { unit: "ziyang" }, 5).map(({ score }) => score);
    expect(scores).toHaveLength(5);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  });
  it("is the same every time, whatever was searched in between", () => {
    const once = search.find("租车要什么条件", { unit: "ziyang" });
    search.find("党组会几个人能开", { unit: "ziyang" });
    expect(search.find("租车要什么条件", { unit: "ziyang" })).toEqual(once);
  });
  it.each(["", " ", "?!。", "😀", "\u0000", "qwertyuiop zxcvbnm"])(
    "for %j finds nothing that it is sure of",
    (question) => {
      const [best] = search.find(question, { unit: "ziyang" });
      expect(best?.score ?? 0).toBeLessThan(0.42);
    },
  );
  it("lifts the neighbours of the clause that was asked about before", () => {
    const near = { doc: "ziyang-2020", clause: "三、(四)4" };
    const rank = (scope: Parameters<typeof search.find>[1]) =>
      search.find("那标准是多少", scope, 50).findIndex(({ clause }) => clause.address.startsWith("三、(四)"));
    expect(rank({ unit: "ziyang", near })).toBeGreaterThanOrEqual(0);
    expect(rank({ unit: "ziyang", near })).toBeLessThanOrEqual(rank({ unit: "ziyang" }));
  });
  it("reads full width, traditional characters and capitals as what they are", () => {
    expect(top("公章歸誰管")?.clause).toEqual(top("公章归谁管")?.clause);
    expect(top("Wi-Fi")?.clause).toEqual(top("WI-FI")?.clause);
  });
});

describe("past questions", () => {
  it("find the clause they were asked about: 19 of 20, asked as they were written", () => {
    const asked = points
      .filter((_, at) => at % 12 === 0)
      .map((point) => ({ point, unit: library.document(point.source.doc).unit }));
    const right = asked.filter(({ point, unit }) => {
      const found = search.find(point.asks[0] ?? "", { unit, docs: [point.source.doc] }, 3);
      return found.some(({ clause, point: hit }) => hit === point || clause.address === point.source.clause);
    });
    expect(right.length / asked.length).toBeGreaterThan(0.95);
  });
  it("that are added are found at once", () => {
    const source = library.quote("ziyang-2020", "一、(六)9", "上班时间不玩电脑游戏");
    const added: Point = { source, also: [], list: false, asks: ["摸鱼打扑克会怎样", "上班打扑克"] };
    const more = openSearch(library, [...points, added], words);
    expect(more.find("摸鱼打扑克会怎样", { unit: "ziyang" })[0]?.point).toBe(added);
  });
});

describe("a document is named", () => {
  it.each([
    ["邢台的驻外办怎么请假", ["xingtai-2008"]],
    ["冀政那份意见", ["hebei-2001"]],
    ["吉林和邢台有什么不同", ["xingtai-2008", "jilin-2015"]],
    ["请假找谁", []],
    ["《資陽市投資促進局》的制度", ["ziyang-2020"]],
  ])("by its unit or its title: %s", (message, docs) =>
    expect(documentsNamed(message, words).toSorted()).toEqual(docs.toSorted()),
  );
});
