/**
 * What each format becomes: paragraphs a line, tables as tables, numbers that Word counts written out.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AlignmentType, HeadingLevel, LevelFormat, Paragraph, Table, TableCell, TableRow } from "docx";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLibrary } from "../../src/policy/library.ts";
import { type Desk, type Drawn, openDesk, type Placed, pdf, word } from "./made-files.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

const written = (id: string) => readFileSync(join(desk.documentsDir, `${id}.md`), "utf8");
const bodyOf = (id: string) => written(id).split("\n---\n")[1]?.trim();
const clauses = (id: string) =>
  openLibrary(desk.documentsDir)
    .clauses.filter((clause) => clause.doc === id)
    .map((clause) => clause.address);

const text =
  "差旅费管理办法\n为规范差旅,制定本办法。\n第一条 伙食补助每人每天100元。\n第二条 住宿凭据报销。\n资阳市示范局\n2024年3月5日\n";

describe("plain text", () => {
  it("becomes a document with head, clauses and signature", async () => {
    expect((await desk.run(desk.put("meals.txt", text))).code).toBe(0);
    expect(written("meals")).toBe(`---
id: meals
title: 差旅费管理办法
unit: general
issuer: 资阳市示范局
number: null
issued: 2024-03-05
effective: null
kind: regulation
language: zh-Hans
from: 由文件“meals.txt”导入
places:
  文件头: 差旅费管理办法
  序言: 为规范差旅,制定
  结尾: 资阳市示范局
---

差旅费管理办法

为规范差旅,制定本办法。

第一条 伙食补助每人每天100元。

第二条 住宿凭据报销。

资阳市示范局

2024年3月5日
`);
    expect(clauses("meals")).toEqual(["文件头", "序言", "第一条", "第二条", "结尾"]);
  });

  it.each([
    ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 without a mark", Buffer.from(text, "utf16le")],
    ["UTF-16 the other way round", Buffer.from(text, "utf16le").swap16()],
    ["Windows line ends", Buffer.from(text.replaceAll("\n", "\r\n"))],
  ])("is the same in %s", async (_, bytes) => {
    await desk.run(desk.put("meals.txt", text));
    expect((await desk.run(desk.put("other/meals.txt", bytes))).said).toContain("没有变化");
  });

  it("is read in GB18030 and in Big5", async () => {
    // As the computers of offices in Beijing and in Hong Kong wrote them.
    const gb = Buffer.from("b2eec2c3b7d1a3bad2bbb0d9d4aaa1a3b4cbd6c6b6c8d2d1d3d0a1a3", "hex");
    const big5 = Buffer.from("a4bdb0c8b1b5abdda147a5fda6b3a4bda8e7a143a4a3a569b54ca8e7b1b5abdda143", "hex");
    await desk.run([desk.put("gb.txt", gb), desk.put("big.txt", big5)]);
    expect(bodyOf("gb")).toBe("差旅费\uff1a一百元。此制度已有。");
    expect(bodyOf("big")).toBe("公務接待\uff1a先有公函。不可無函接待。");
    expect(written("big")).toContain("language: zh-Hant");
  });

  it("keeps columns parted by tabs as a table", async () => {
    await desk.run(desk.put("rates.txt", "一、标准\n地区\t省外\t省内\n餐费\t100\t80\n"));
    expect(bodyOf("rates")).toBe("一、标准\n\n| 地区 | 省外 | 省内 |\n| --- | --- | --- |\n| 餐费 | 100 | 80 |");
  });
});

describe("Markdown", () => {
  it("of anybody loses its marks and keeps its words", async () => {
    const page =
      "# 考勤制度\n\n> 依据**通知**\n\n## 一、请假\n- 一天由科长批\n- 20**年起\n\n| 天数 | 批准人 |\n|:--|--:|\n| 1 | 科长 |";
    await desk.run(desk.put("leave.md", page));
    expect(bodyOf("leave")).toBe(
      "考勤制度\n\n依据通知\n\n一、请假\n\n一天由科长批\n\n20**年起\n\n| 天数 | 批准人 |\n| --- | --- |\n| 1 | 科长 |",
    );
  });

  it("in our own form keeps its front matter and its text to the letter", async () => {
    await desk.run(desk.put("meals.txt", text));
    const own = written("meals").replace("id: meals", "id: meals-2").replace("100元", "120元");
    expect((await desk.run(desk.put("x.md", own), { replace: true, id: "meals-2" })).code).toBe(0);
    expect(bodyOf("meals-2")).toBe(bodyOf("meals")?.replace("100元", "120元"));
    expect(written("meals-2")).toContain("issuer: 资阳市示范局");
  });
});

describe("a web page", () => {
  it("gives a paragraph for a block, numbers for list items, tables with merged cells", async () => {
    const page = `<!doctype html><meta charset="utf-8"><title>接待办法-某局网站</title><style>p{}</style><script>x()</script>
<h1>接待办法</h1><div>第一条 依据<b>规定</b>,<br>从严接待。<!-- 注 --></div><ol><li><p>公函</p></li><li>清单</li></ol>
<p>标准见下表:</p><table><tr><td colspan="3">接待标准</td></tr>
<tr><td rowspan="2">类别</td><td colspan="2">标准</td></tr><tr><td>餐费</td><td>住宿</td></tr>
<tr><td rowspan="2">公务</td><td>150</td><td>凭据</td></tr><tr><td>100|人</td><td>无</td></tr></table>`;
    await desk.run(desk.put("host.html", page));
    expect(bodyOf("host")).toBe(`接待办法

第一条 依据规定,

从严接待。

1.公函

2.清单

标准见下表:

接待标准

| 类别 | 标准 |  |
| --- | --- | --- |
|  | 餐费 | 住宿 |
| 公务 | 150 | 凭据 |
| 公务 | 100\uff5c人 | 无 |`);
    const row = openLibrary(desk.documentsDir).clause("host", "第一条2表1行2");
    expect(row?.path.slice(-3)).toEqual(["类别", "标准 餐费", "标准 住宿"]);
  });

  it("is read however deep it nests, and its layout tables are no tables", async () => {
    const deep = `${"<div>".repeat(20_000)}第一条 适用全局。${"</div>".repeat(20_000)}`;
    const layout = `<table><tr><td><table><tr><td>甲</td><td>乙</td></tr></table></td><td>旁边</td></tr></table>`;
    expect((await desk.run(desk.put("deep.html", deep + layout))).code).toBe(0);
    expect(bodyOf("deep")).toContain("第一条 适用全局。");
  });
});

describe("a Word file", () => {
  const row = (...cells: string[]) =>
    new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) });

  it("keeps headings, paragraphs and tables", async () => {
    const file = await word([
      new Paragraph({ text: "用车办法", heading: HeadingLevel.HEADING_1 }),
      new Paragraph("第一条 用车须先审批,标准如下:"),
      new Table({ rows: [row("车型", "元/天"), row("轿车", "300"), row("", "500")] }),
      new Paragraph("第二条 由办公室解释。"),
    ]);
    await desk.run(desk.put("用车办法.docx", file), { id: "cars" });
    expect(bodyOf("cars")).toBe(
      "用车办法\n\n第一条 用车须先审批,标准如下:\n\n| 车型 | 元/天 |\n| --- | --- |\n| 轿车 | 300 |\n|  | 500 |\n\n第二条 由办公室解释。",
    );
    expect(clauses("cars")).toEqual(["文件头", "第一条", "第一条表1行1", "第一条表1行2", "第二条"]);
  });

  it("has a second row without a first cell read as head, where the first has gaps to fill", async () => {
    const file = await word([
      new Paragraph("第一条 标准如下:"),
      new Table({ rows: [row("地区", "省内", ""), row("", "市内", "其他"), row("餐费", "80", "100")] }),
    ]);
    await desk.run(desk.put("gaps.docx", file));
    expect(openLibrary(desk.documentsDir).clause("gaps", "第一条表1行1")?.path.slice(-3)).toEqual([
      "地区",
      "省内 市内",
      "省内 其他",
    ]);
  });

  it("that unpacks to more than any document is refused before it is unpacked", async () => {
    const bomb = await word([new Paragraph("第一条 全局适用。")]);
    // The archive's directory says of its first entry that it unpacks to 400 MB.
    bomb.writeUInt32LE(400 * 1024 * 1024, bomb.indexOf("PK\u0001\u0002", 0, "latin1") + 24);
    const { code, said } = await desk.run(desk.put("bomb.docx", bomb));
    expect([code, said]).toEqual([2, expect.stringMatching(/文件展开后有 \d+ MB,超过 300 MB 的上限,没有展开/u)]);
  });

  it("has the numbers that Word counts by itself written into the text", async () => {
    const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], words: string) => ({
      ...{ level: at, format, text: words, alignment: AlignmentType.START },
    });
    const levels = [
      level(0, LevelFormat.CHINESE_COUNTING, "%1、"),
      level(1, LevelFormat.CHINESE_COUNTING, "(%2)"),
      level(2, LevelFormat.DECIMAL, "%3."),
    ];
    const item = (words: string, at: number) =>
      new Paragraph({ text: words, numbering: { reference: "list", level: at } });
    const items = [
      item("总则", 0),
      item("范围", 1),
      item("全局", 2),
      item("分局", 2),
      item("原则", 1),
      item("附则", 0),
    ];
    const file = await word(items, { config: [{ reference: "list", levels }] });
    const { said } = await desk.run(desk.put("rules.docx", file));
    expect(bodyOf("rules")).toBe("一、总则\n\n(一)范围\n\n1.全局\n\n2.分局\n\n(二)原则\n\n二、附则");
    expect(clauses("rules")).toEqual(["一", "一、(一)", "一、(一)1", "一、(一)2", "一、(二)", "二"]);
    expect(said).toContain("自动编号 6 处已写成文字");
  });
});

describe("a PDF", () => {
  const lines = (words: readonly string[], top = 780): Placed[] => words.map((line, at) => [72, top - at * 20, line]);
  const full = "本办法所称出差是指离开常驻地办理公务的活动包括会议培训调研";

  it("has its lines joined into paragraphs across margins and pages, without page numbers", async () => {
    const pages: Placed[][] = [
      [
        [220, 800, "差旅费管理办法"],
        [96, 760, `第一条 ${full}`.slice(0, 29)],
        ...lines([`${full}一`, `${full}二`], 740),
        [290, 40, "- 1 -"],
      ],
      [...lines(["到此为止。"], 780), [96, 760, "第二条 凭据报销。"], [290, 40, "- 2 -"]],
    ];
    const { said } = await desk.run(desk.put("trip.pdf", pdf(pages)));
    expect(bodyOf("trip")).toBe(
      `差旅费管理办法\n\n${`第一条 ${full}`.slice(0, 29)}${full}一${full}二到此为止。\n\n第二条 凭据报销。`,
    );
    expect(said).toContain("去掉页码 2 处");
  });

  it("in which some pages are pictures says how many", async () => {
    const { said } = await desk.run(
      desk.put(
        "half.pdf",
        pdf([lines(["第一条 住宿费凭据报销,具体由办公室负责解释。", "第二条 自印发之日起执行。"]), []]),
      ),
    );
    expect(said).toContain("有 1 页没有可读的文字");
  });

  it("has words that stand in columns read as a table, and says so", async () => {
    const columns = (y: number, ...cells: string[]): Placed[] => cells.map((cell, at) => [72 + at * 150, y, cell]);
    const page = [
      ...lines(["第一条 标准见下表,由办公室负责解释,每年调整一次:"]),
      ...columns(740, "地区", "省外", "省内"),
      ...columns(720, "餐费", "100元", "80元"),
      ...lines(["第二条 另行规定。"], 690),
    ];
    const { said } = await desk.run(desk.put("rates.pdf", pdf([page])));
    expect(bodyOf("rates")).toContain("| 地区 | 省外 | 省内 |\n| --- | --- | --- |\n| 餐费 | 100元 | 80元 |");
    expect(said).toContain("1 张表格是按文字位置推断的");
  });

  it("has a cell that was too narrow for its words put together again, without lines to tell", async () => {
    const page = [
      ...lines(["第一条 标准见下表,由办公室负责解释,每年调整一次:"]),
      ...([
        [72, 740, "项目"],
        [172, 740, "标准"],
        [272, 740, "说明"],
        [272, 725, "每天不超过标准,"],
        [72, 718, "房费"],
        [172, 718, "300元"],
        [272, 711, "超过的自理"],
        [72, 696, "车费"],
        [172, 696, "50元"],
        [272, 696, "凭据"],
      ] as const),
      ...lines(["第二条 另行规定。"], 660),
    ];
    await desk.run(desk.put("narrow.pdf", pdf([page])));
    expect(bodyOf("narrow")).toContain(
      "| 项目 | 标准 | 说明 |\n| --- | --- | --- |\n| 房费 | 300元 | 每天不超过标准,超过的自理 |\n| 车费 | 50元 | 凭据 |\n\n第二条",
    );
  });

  const frame = (xs: readonly number[], ys: readonly number[]): Drawn[] => [
    ...xs.map((x): Drawn => [x, ys[0] ?? 0, x, ys.at(-1) ?? 0]),
    ...ys.map((y): Drawn => [xs[0] ?? 0, y, xs.at(-1) ?? 0, y]),
  ];

  it("has its ruled tables kept: cells of several lines, merged cells, and a head of two rows", async () => {
    const page: Placed[] = [
      ...lines(["第一条 等级见下表,由办公室负责解释,每年调整一次:"]),
      ...([
        [80, 735, "人员"],
        [180, 745, "乘坐等级"],
        [180, 720, "飞机"],
        [280, 720, "火车"],
        [80, 695, "厅级以及"],
        [80, 680, "相当职务"],
        [180, 688, "经济舱"],
        [280, 695, "软席(软座、"],
        [280, 680, "软卧)"],
        [80, 655, "其余人员"],
        [280, 655, "硬席"],
      ] as const),
      ...lines(["第二条 另行规定。"], 620),
    ];
    const borders: Drawn[] = [
      ...[72, 172, 372].map((x): Drawn => [x, 760, x, 645]),
      [272, 735, 272, 645],
      ...[760, 710, 645].map((y): Drawn => [72, y, 372, y]),
      [172, 735, 372, 735],
      [72, 670, 172, 670],
      [272, 670, 372, 670],
    ];
    await desk.run(desk.put("class.pdf", pdf([page], false, [borders])));
    expect(bodyOf("class")).toContain(`| 人员 | 乘坐等级 |  |
| --- | --- | --- |
|  | 飞机 | 火车 |
| 厅级以及相当职务 | 经济舱 | 软席(软座、软卧) |
| 其余人员 | 经济舱 | 硬席 |

第二条 另行规定。`);
  });

  it("has a ruled table that goes on over the page as one, its head counted once", async () => {
    const row = (y: number, one: string, other: string): Placed[] => [
      [80, y, one],
      [180, y, other],
    ];
    const grid = (top: number) => frame([72, 172, 272], [top, top - 20, top - 40]);
    const pages: Placed[][] = [
      [...lines(["第一条 标准见下表:"]), ...row(105, "项目", "标准"), ...row(85, "餐费", "100元"), [290, 40, "1"]],
      [...row(785, "项目", "标准"), ...row(765, "房费", "300元"), ...lines(["第二条 完。"], 700), [290, 40, "2"]],
    ];
    await desk.run(desk.put("two.pdf", pdf(pages, false, [grid(120), grid(800)])));
    expect(bodyOf("two")).toContain(
      "| 项目 | 标准 |\n| --- | --- |\n| 餐费 | 100元 |\n| 房费 | 300元 |\n\n第二条 完。",
    );
  });

  it("has words in a single frame as paragraphs: one field is no table", async () => {
    const page = lines(["第一条 本办法由办公室负责解释,自印发之日起执行。", "第二条 完。"]);
    await desk.run(desk.put("boxed.pdf", pdf([page], false, [frame([60, 540], [820, 60])])));
    expect(bodyOf("boxed")).toBe("第一条 本办法由办公室负责解释,自印发之日起执行。\n\n第二条 完。");
  });

  it("loses what runs over its pages, also with a number that changes, and keeps what many pages begin with", async () => {
    const pages = [1, 2, 3, 4].map((page): Placed[] => [
      [72, 820, `内部资料 第${page}期 第${page}页`],
      ...lines([`第${page}条 各科室:`, `${full}一`, `${full}二`, "到此为止。"], 760),
      [290, 40, `- ${page} -`],
    ]);
    const { said } = await desk.run(desk.put("run.pdf", pdf(pages)));
    expect(bodyOf("run")).not.toContain("内部资料");
    expect(clauses("run")).toHaveLength(4);
    expect(said).toContain("去掉页眉页脚 4 处");
  });

  it("tells how far it is read when it is long", async () => {
    const pages = Array.from({ length: 101 }, (_, at) => lines([`第${at + 1}条 由办公室负责解释并按时办理。`]));
    const { lines: said } = await desk.run(desk.put("long.pdf", pdf(pages)));
    expect(said.filter((line) => line.includes("已读"))).toEqual(["  已读 50 页,共 101 页", "  已读 100 页,共 101 页"]);
  });
});
