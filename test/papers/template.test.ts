import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openTemplates } from "../../src/papers/template.ts";
import { formOf } from "../../src/requests/form.ts";
import { requestTypes } from "../../src/requests/request.ts";
import { library, routes } from "../rules/law.ts";
import { templates } from "./made-paper.ts";

const units = ["ziyang", "xingtai"];
const printed = units.flatMap((unit) =>
  requestTypes.flatMap((type) => {
    const template = templates.of(unit, type);
    return template === undefined ? [] : [{ unit, type, template }];
  }),
);

describe("papers", () => {
  it("are there for every type that has a route", () => {
    const routed = units.flatMap((unit) => requestTypes.map((type) => ({ unit, type })));
    const lacking = routed.filter(({ unit, type }) => routes.of(unit, type).length > 0 && !templates.of(unit, type));
    expect(lacking.filter(({ type }) => type !== "tally" && type !== "deputation")).toEqual([]);
  });
  it("are there for every type of the documents' own office but the tally, which is a count, and the deputation, of which the documents know nothing", () =>
    expect(requestTypes.filter((type) => templates.of("ziyang", type) === undefined)).toEqual(["tally", "deputation"]));
  it("have the headings that the document gives", () =>
    expect(
      printed.filter(({ template }) => template.words === "document").map(({ template }) => template.heading),
    ).toEqual([
      "出差审批单",
      "接待方案",
      "四川省党政机关国内公务接待清单",
      "资阳市外事和招商活动接待用酒审批单",
      "资阳市投资促进局租车审批单",
      "资阳市投资促进局费用报销单",
      "重大事项报告",
    ]));
  it.each(printed)("of $unit $type are quoted from their clauses", ({ template }) => {
    const { source, blanks, attachments } = template;
    for (const one of [source, ...[...blanks, ...attachments].map((part) => part.source)])
      expect(library.quote(one.doc, one.clause, one.quote)).toEqual(one);
  });
  it.each(printed)("of $unit $type have rows that their form reads", ({ type, template }) =>
    expect(template.rows.flat().filter((slot) => !formOf(type).slots.includes(slot))).toEqual([]),
  );
});

describe("a template", () => {
  const opened = (change: object) => {
    const folder = mkdtempSync(join(tmpdir(), "zhice-papers-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const source = { doc: "ziyang-2020", clause: "三、(四)1", quote: "填写《出差审批单》" };
    const travel = { heading: "出差审批单", words: "document", source, rows: [["purpose"]], blanks: [], ...change };
    writeFileSync(join(folder, "ziyang.json"), JSON.stringify({ travel }));
    return () => openTemplates(folder, library);
  };
  const source = { doc: "ziyang-2020", clause: "三、(四)1", quote: "出差审批制度" };

  it("opens where all of it stands", () => expect(opened({})).not.toThrow());
  it("marks what no longer stands in its clause", () => {
    const [travel] = opened({ words: "ours", source: { ...source, quote: "出差随意" } })().all;
    expect(travel?.source).toMatchObject({ moved: true, quote: "出差随意" });
  });
  it.each([
    ["a heading that its quote does not say", { heading: "差旅审批单" }, "does not say 差旅审批单"],
    ["an attachment in other words", { attachments: [{ items: ["行程单"], source }] }, "does not say 行程单"],
    ["a row that is no slot", { rows: [["weather"]] }, "rows"],
    ["a condition that never holds", { attachments: [{ items: ["出差"], when: { claim: "酒" }, source }] }, "never"],
  ])("with %s stops the start", (_, change, problem) => expect(opened(change)).toThrow(problem));
});
