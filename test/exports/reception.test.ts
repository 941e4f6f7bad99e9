/** The yearly statement of receptions: counted from what was approved, silent about guests, and honest about gaps. */
import { describe, expect, it } from "vitest";
import { statement } from "../../src/exports/reception.ts";
import type { OfficeRequest } from "../../src/requests/request.ts";
import { monday, openDesk } from "../talks/desk.ts";
import { exporterOn, records, sheetOf } from "./made-sheet.ts";

const paper = (id: string, change: Partial<OfficeRequest>): OfficeRequest => ({
  id,
  type: "reception",
  unit: "ziyang",
  requester: "keyuan",
  status: "approved",
  fields: {},
  approvals: [],
  filedAt: monday,
  version: 3,
  ...change,
});
const plan = (id: string, fields: OfficeRequest["fields"], status: OfficeRequest["status"] = "approved") =>
  paper(id, { status, fields: { start: "2026-03-01", category: "公务", guests: 4, hosts: 2, ...fields } });
const list = (id: string, basis: string, fields: OfficeRequest["fields"] = {}) =>
  paper(id, {
    type: "reception-list",
    fields: { start: "2026-03-01", category: "公务", guests: 5, hosts: 2, amount: 600.1, basis, ...fields },
  });
const claim = (id: string, basis: string, amount: number, change: Partial<OfficeRequest> = {}) =>
  paper(id, { type: "reimbursement", fields: { claim: "接待费", basis, amount }, ...change });

const rows = (papers: readonly OfficeRequest[], year = "2026") => {
  const part = statement([{ unit: "甲局", papers }], year);
  const titled = part.rows.map((row) => Object.fromEntries(part.columns.map(({ title }, at) => [title, row[at]])));
  return { ...part, of: (category: string) => titled.find((row) => row.接待项目 === category) };
};

describe("the statement of receptions", () => {
  it("counts batches, people and sums by category, each from the paper that tells of it", () => {
    const papers = [
      plan("P1", { amount: 500 }),
      list("L1", "P1"),
      claim("C1", "L1", 600.1),
      plan("P2", { category: "商务", guests: 8, amount: 2000.2 }),
      list("L2", "P2", { category: "商务", guests: 9, amount: 1999.3 }),
      claim("C2", "P2", 0.2),
    ];
    const { of } = rows(papers);
    expect(of("公务接待")).toMatchObject({
      单位: "甲局",
      年度: 2026,
      方案批次: 1,
      方案人数: 4,
      "方案金额（元）": 500,
      实际批次: 1,
      实际人数: 5,
      陪同人数: 2,
      "清单金额（元）": 600.1,
      "已批报销（元）": 600.1,
    });
    expect(of("合计")).toMatchObject({ 方案批次: 2, 实际人数: 14, "清单金额（元）": 2599.4, "已批报销（元）": 600.3 });
  });

  it("says of what the log does not hold that it does not hold it", () => {
    const { of, notes } = rows([plan("P1", {}), list("L1", "P1")]);
    expect(of("公务接待")).toMatchObject({
      "方案金额（元）": "登记簿无此项",
      接待场所: "登记簿无此项",
      经费预算: "登记簿无此项",
      经费决算: "登记簿无此项",
    });
    expect(notes.join()).toContain("由财务按账补填");
    expect(of("商务接待")).toMatchObject({ 方案批次: 0, "方案金额（元）": 0 });
  });

  it("says of a sum over some batches over how many it is", () => {
    const { of, notes } = rows([plan("P1", { amount: 300 }), plan("P2", {})]);
    expect(of("合计")).toMatchObject({ 方案批次: 2, "方案金额（元）": 300 });
    expect(notes.join()).toContain("方案金额（元）：2批中有1批登记了数");
  });

  it("counts what was approved, and says how much is still open", () => {
    const { of, notes } = rows([
      plan("P1", {}),
      plan("P2", {}, "submitted"),
      plan("P3", {}, "rejected"),
      plan("P4", {}, "cancelled"),
    ]);
    expect(of("合计")).toMatchObject({ 方案批次: 1 });
    expect(notes.join()).toContain("另有1件");
  });

  it("takes a claim into the year and the category of what it is for, and no other claim", () => {
    const papers = [
      plan("P1", { start: "2025-12-30", category: "商务" }),
      list("L1", "P1", { start: "2025-12-30", category: "商务" }),
      claim("C1", "L1", 100, { filedAt: "2026-01-05T09:00:00+08:00" }),
      claim("C2", "none", 7, { fields: { claim: "差旅费", amount: 7, basis: "none" } }),
      claim("C3", "none", 5, { filedAt: "2025-12-31T20:00:00Z" }),
    ];
    expect(rows(papers, "2025").of("商务接待")).toMatchObject({ "已批报销（元）": 100 });
    expect(rows(papers).of("合计")).toMatchObject({ "已批报销（元）": 5 });
    expect(rows(papers).of("类别未写明")).toMatchObject({ "已批报销（元）": 5 });
    expect(rows(papers, "2025").of("类别未写明")).toBeUndefined();
  });

  it("names no guest and no purpose", () => {
    const fields = { guestsFrom: "某某公司", purpose: "洽谈某项目", menu: "鱼" };
    expect(JSON.stringify(rows([plan("P1", fields), list("L1", "P1", fields)]))).not.toMatch(/某某|洽谈|鱼/u);
  });

  it("cites the clause word for word, as another's where it does not bind", async () => {
    const { store } = await openDesk();
    const { notes, rows } = await sheetOf(store, { what: "reception", year: "2026" }, { reader: "bangongshi" });
    const cited = notes.find((note) => note.includes("四、(三)")) ?? "";
    expect(cited).toContain("参照其他单位的文件：《关于清理规范驻省会城市办事机构的实施意见》");
    expect(cited).toContain(
      "“按年度统计公务接待经费预决算、接待场所、接待项目等情况,按照有关规定予以公开,接受社会监督”",
    );
    expect(notes.at(-1)).toContain("须如实填写四川省党政机关国内公务接待清单");
    expect(rows).toHaveLength(3);
  });

  it("is the office's to draw up: nobody else gets it", async () => {
    const { store } = await openDesk();
    for (const reader of ["keyuan", "kezhang", "juzhang", "xingtaizhuren"])
      expect(
        await exporterOn(store).sheet({ what: "reception", year: "2026" }, { reader, made: monday }),
      ).toMatchObject({
        kind: "refused",
        why: "not-yours",
      });
    const all = records(await sheetOf(store, { what: "reception", year: "2026" }));
    expect(new Set(all.map((row) => row.单位))).toEqual(new Set(["资阳市投资促进局", "xingtai"]));
  });
});
