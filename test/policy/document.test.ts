/**
 * Reading a document file, and splitting bodies that our own documents do not have.
 */
import { describe, expect, it } from "vitest";
import { DataError } from "../../src/errors.ts";
import { readDocument } from "../../src/policy/document.ts";
import { libraryOf } from "../../src/policy/library.ts";
import { splitDocument } from "../../src/policy/split.ts";

const head = {
  id: "demo",
  title: "示范办法",
  unit: "demo",
  issuer: "示范局",
  number: "null",
  issued: '"2026-01-01"',
  effective: "null",
  kind: "regulation",
  language: "zh-Hans",
  from: "手写",
};
const file = (body: string, change: Record<string, string> = {}) => {
  const fields = Object.entries({ ...head, ...change }).map(([name, value]) => `${name}: ${value}`);
  return `---\n${fields.join("\n")}\n---\n\n${body}\n`;
};
const demo = (body: string, change?: Record<string, string>) => readDocument(file(body, change), "docs/demo.md");
const addresses = (body: string, change?: Record<string, string>) =>
  splitDocument(demo(body, change)).map((clause) => clause.address);

describe("a document file", () => {
  it("is front matter and a body", () => {
    const document = demo("一、总则\n\n本办法适用于全局。");
    expect(document).toMatchObject({ id: "demo", number: null, issued: "2026-01-01", notes: [], unlabelled: "text" });
    expect(document.body.map((block) => block.text)).toEqual(["一、总则", "本办法适用于全局。"]);
  });

  it.each([
    ["without front matter", "一、总则", /docs\/demo\.md \(line 1\): no front matter: begin with/u],
    [
      "with a field that is wrong",
      file("一、总则", { kind: "law" }),
      /docs\/demo\.md \(kind\): correct the front matter: kind/u,
    ],
    ["with a field too many", file("一、总则", { colour: "red" }), /docs\/demo\.md.*colour/u],
    ["with a date that is none", file("一、总则", { issued: '"2026-02-30"' }), /\(issued\)/u],
    ["with broken YAML", file("一、总则", { title: '"示范' }), /\(front matter\): not readable as YAML/u],
    ["with another name than its id", file("一、总则", { id: "other" }), /name the file other\.md/u],
    ["without a text", file(""), /\(body\): no text/u],
  ])("%s is refused with file, place and cure", (_, text, message) => {
    const reading = () => readDocument(text, "docs/demo.md");
    expect(reading).toThrow(DataError);
    expect(reading).toThrow(message);
  });

  it("is refused when a note names a clause that is not there", () => {
    const noted = demo("一、总则", { notes: '[{ clause: "二", note: "缺页" }]' });
    expect(() => libraryOf([noted])).toThrow(/docs\/demo\.md \(notes: 二\): no clause has this address/u);
  });

  it("is refused when a paragraph that it places is not there, or its clause is not open", () => {
    expect(() => addresses("一、总则", { places: '{ 结尾: "本办法自" }' })).toThrow(
      /no paragraph begins with "本办法自"/u,
    );
    expect(() => addresses("一、总则\n\n另有规定。", { places: '{ 二: "另有规定" }' })).toThrow(
      /no such clause is open/u,
    );
  });
});

describe("splitting", () => {
  it("follows mixed labels, with and without a dot, in half and full width", () => {
    const body =
      "一、总则\n\n\uff08一\uff09范围\n\n1适用本局。\n\n2.适用分局。\n\n1\uff09北京。\n\n2)深圳。\n\n3、其他。\n\n(二)原则\n\n二、附则";
    expect(addresses(body)).toEqual([
      "一",
      "一、(一)",
      "一、(一)1",
      "一、(一)2",
      "一、(一)2.1)",
      "一、(一)2.2)",
      "一、(一)3",
      "一、(二)",
      "二",
    ]);
  });

  it("numbers articles through all chapters", () => {
    const body =
      "第一章 总则\n\n第一条 依据。\n\n第二条 范围:\n\n(一)机关;\n\n(二)分局。\n\n第二章 附则\n\n第三条 解释。";
    expect(addresses(body)).toEqual(["第一章", "第一条", "第二条", "第二条(一)", "第二条(二)", "第二章", "第三条"]);
    expect(splitDocument(demo(body))[3]?.path).toEqual(["总则", "范围"]);
  });

  it("takes a number that continues no list, or that measures something, as text", () => {
    const body = "一、总则\n\n1.机关。\n\n2人以上同行。\n\n5.缺号。\n\n2026年起执行。\n\n1.5倍计。";
    expect(addresses(body)).toEqual(["一", "一、1"]);
  });

  it("puts text before the first label into 序言 and placed text into 结尾", () => {
    const places = '{ 结尾: "本办法自" }';
    expect(addresses("为规范管理,制定本办法。\n\n一、总则\n\n本办法自发布之日起执行。", { places })).toEqual([
      "序言",
      "一",
      "结尾",
    ]);
  });

  it("counts the tables of a clause", () => {
    const table = "| 地区 | 标准 |\n| --- | --- |\n| 甲 | 1 |\n| 乙 | 2 |";
    expect(addresses(`一、标准\n\n${table}\n\n又如:\n\n${table}`)).toEqual([
      "一",
      "一表1行1",
      "一表1行2",
      "一表2行1",
      "一表2行2",
    ]);
  });

  it("refuses a table that stands before any text", () => {
    expect(() => addresses("| 甲 |\n| --- |\n| 1 |")).toThrow(DataError);
  });
});

describe("annexes", () => {
  const text =
    "第一条 见附件1。\n第二条 完。\n附件:1.登记表\n附件2:请假单\n附件1\n考勤登记表\n| 姓名 | 日期 |\n| --- | --- |\n| 张三 | 1日 |\n附件2:\n请假办法\n第一章 总则\n第一条 先请后休。\n一、请假单\n1.姓名\n附件1\n又见";
  const annexed = splitDocument(demo(text));

  it("are texts of their own: their articles begin anew, and nothing of theirs is cited as the last article", () =>
    expect(annexed.map(({ address }) => address)).toEqual([
      "第一条",
      "第二条",
      "附件1",
      "附件1表1行1",
      "附件2",
      "附件2第一章",
      "附件2第一条",
      "附件2第一条一",
      "附件2第一条一、1",
    ]));

  it("have the title that stands below their number; a list of annexes and a number printed again are text", () => {
    expect(annexed.find(({ address }) => address === "附件1表1行1")?.path).toEqual(["考勤登记表", "姓名", "日期"]);
    expect(annexed[1]?.text).toContain("附件2:请假单");
    expect(annexed.at(-1)?.text).toContain("又见");
  });

  it("are found as people say them, and no article is taken for one", () => {
    const library = libraryOf([demo(text)]);
    const found = (spoken: string) => library.findAddress(spoken, "demo")?.address;
    expect(["附件1", "附件2第一条", "附件二", "第一条", "第二条"].map(found)).toEqual([
      "附件1",
      "附件2第一条",
      "附件2",
      "第一条",
      "第二条",
    ]);
  });
});
