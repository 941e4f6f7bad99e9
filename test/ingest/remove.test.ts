/**
 * Documents out: what rests on them is told first, and their text stays for those who were quoted it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RemoveOptions, remove } from "../../src/ingest/remove.ts";
import { openLibrary } from "../../src/policy/library.ts";
import { type Desk, openDesk } from "./made-files.ts";

let desk: Desk;
beforeEach(async () => {
  desk = openDesk();
  await desk.run([
    desk.put("seal.txt", "印章办法\n第一条 用印须经局长批准。\n"),
    desk.put("cars.txt", "用车办法\n第一条 用车须先审批。\n"),
  ]);
});
afterEach(() => desk.close());

const leave = async (ids: readonly string[], options: Partial<RemoveOptions> = {}) => {
  const lines: string[] = [];
  const { documentsDir } = desk;
  const about = { documentsDir, today: "2026-11-22", write: (line: string) => lines.push(line), ...options };
  return { code: await remove(ids, about), said: lines.join("\n") };
};
const names = () => readdirSync(desk.documentsDir).toSorted();
const textOf = (name: string) => readFileSync(join(desk.documentsDir, name), "utf8");

describe("a document that leaves", () => {
  it("is no part of the library any more; its text stays to the letter, marked with the day", async () => {
    const before = textOf("seal.md");
    const { code, said } = await leave(["seal"]);
    expect(code).toBe(0);
    expect(said).toMatch(/已移出:《印章办法》\(seal\)\n {2}原文留存在 superseded\/(?<name>seal@[0-9a-f]{8}\.md)/u);
    expect(said).toContain("没有规则、流程、打印件或例问引用它");
    expect(names()).toEqual(["cars.md", "superseded"]);
    const [kept = ""] = readdirSync(join(desk.documentsDir, "superseded"));
    expect(textOf(`superseded/${kept}`)).toBe(
      before.replace("\n---\n\n印章", "\nsuperseded:\n  on: 2026-11-22\n  by: null\n---\n\n印章"),
    );
    const { documents, former } = openLibrary(desk.documentsDir);
    expect(documents.map(({ id }) => id)).toEqual(["cars"]);
    expect(former.map(({ id, superseded }) => [id, superseded])).toEqual([["seal", { on: "2026-11-22", by: null }]]);
  });

  it("has every place that quotes it named, in a dry run too, which moves nothing", async () => {
    const moved: RemoveOptions["moved"] = (library) => {
      const { moved: gone } = library.cite("seal", "第一条", "须经局长批准");
      return gone ? [{ where: "routes/ziyang seal", doc: "seal", quote: "须经局长批准" }] : [];
    };
    const tried = await leave(["seal"], { moved, dryRun: true });
    expect(tried.code).toBe(0);
    expect(tried.said).toContain("试算完成,没有移出:《印章办法》(seal)");
    expect(tried.said).toContain("有 1 处引用这份文件");
    expect(tried.said).toContain("routes/ziyang seal:“须经局长批准”");
    expect(names()).toEqual(["cars.md", "seal.md"]);
    expect((await leave(["seal"], { moved })).said).toContain("routes/ziyang seal:“须经局长批准”");
  });

  it("comes back when what was kept is brought in, in force and without the mark", async () => {
    const before = textOf("seal.md");
    await leave(["seal"]);
    const [kept = ""] = readdirSync(join(desk.documentsDir, "superseded"));
    expect((await desk.run(join(desk.documentsDir, "superseded", kept))).code).toBe(0);
    expect(textOf("seal.md")).toBe(before);
  });

  it("is refused where there is none of this id, and where it is the last", async () => {
    const { code, said } = await leave(["none", "seal", "cars"]);
    expect(code).toBe(2);
    expect(said).toContain("未移出:没有编号为 none 的文件。现有:cars、seal。");
    expect(said).toContain("《用车办法》(cars)是最后一份文件");
    expect(names()).toEqual(["cars.md", "superseded"]);
  });
});

describe("what a killed process left", () => {
  it("is swept by the next command, but not what a running one is writing", async () => {
    const gone = join(desk.documentsDir, ".x.md.4194305.tmp");
    const busy = join(desk.documentsDir, `.y.md.${process.ppid}.tmp`);
    for (const path of [gone, busy]) writeFileSync(path, "half");
    await desk.run(desk.put("seal.txt", "印章办法\n第一条 用印须经局长批准。\n"));
    expect([existsSync(gone), existsSync(busy)]).toEqual([false, true]);
  });
});
