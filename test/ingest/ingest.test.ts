/**
 * Documents in: what is written, what stays as it is, what takes the place of what, and what is refused with which cure.
 */
import { closeSync, existsSync, ftruncateSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Paragraph } from "docx";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLibrary } from "../../src/policy/library.ts";
import { type Desk, openDesk, pdf, word } from "./made-files.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

const sentences = (count: number, change = "") =>
  Array.from(
    { length: count },
    (_, at) => `第${at + 1}条 第${at + 1}号事项由办公室按时办理${at === 0 ? change : ""}。`,
  ).join("\n");
const rules = (change = "", count = 60) => `印章管理办法\n(2023年1月2日)\n${sentences(count, change)}\n`;
const kept = () => readdirSync(desk.documentsDir).toSorted();
const file = (id: string) => readFileSync(join(desk.documentsDir, `${id}.md`), "utf8");

describe("a file that comes in", () => {
  it("is reported while it is read and when it is done", async () => {
    const { code, lines } = await desk.run(desk.put("seal.txt", rules()));
    expect(code).toBe(0);
    expect(lines).toEqual([
      expect.stringMatching(/^\[1\/1\] .*seal\.txt$/u),
      "  正在读取文本(4 KB)……",
      "  读到编号 60 处,条款 61 条,表格 0 张",
      "  已收入:《印章管理办法》(seal)",
      "  正在运行的控制台要重启后才按新的文件回答",
      "  文号:没有印;发文机关:没有印;日期:2023-01-02",
      "  类别:制度规定(据标题中的“办法”推断;不对请用 --kind 指定)",
      "  适用单位:general(未指定,不归任何单位;属于某个单位的,请用 --unit 指定)",
      "  标题:第一条 60 处",
      expect.stringMatching(/^ {2}条款 61 条;表格 0 张;\d+ 字$/u),
      "  没有发现疑似损坏",
    ]);
    expect(openLibrary(desk.documentsDir).document("seal")).toMatchObject({ issued: "2023-01-02", kind: "regulation" });
  });

  it("has the unit, kind, title and id that the operator says", async () => {
    const said = { unit: "ziyang", kind: "opinion", title: "用印意见", id: "ziyang-seal" } as const;
    await desk.run(desk.put("x.txt", rules()), said);
    expect(openLibrary(desk.documentsDir).document("ziyang-seal")).toMatchObject(said);
  });

  it("gets an id of its own from a Chinese name, the same each time", async () => {
    await desk.run(desk.put("印章.txt", rules()));
    const [name = ""] = kept();
    expect(name).toMatch(/^doc-[0-9a-f]{8}\.md$/u);
    await desk.run(desk.put("again/印章.txt", rules()));
    expect(kept()).toEqual([name]);
  });

  it("is not written over what another command wrote while it was read", async () => {
    const slow = desk.put("seal.txt", rules());
    const lines: string[] = [];
    const write = (line: string) => {
      lines.push(line);
      if (!line.includes("读到编号")) return;
      desk.put("documents/seal.md", "---\nid: seal\n---\n");
    };
    const { code } = await desk.run(slow, { write });
    expect(code).toBe(2);
    expect(lines.join("\n")).toContain("被另一条命令改过了");
    expect(file("seal")).toBe("---\nid: seal\n---\n");
  });

  it("has its number, issuer and date of effect read from what is printed", async () => {
    const printed =
      "资阳市投资促进局文件\n资投促\u30142024\u30155号\n资阳市投资促进局\n关于印发接待办法的通知\n各科室:\n现印发给你们,自2024年7月1日起施行。\n一、总则\n按国办发\u30142015\u30158号执行。\n资阳市投资促进局\n二〇二四年六月十八日\n";
    const { said } = await desk.run(desk.put("n.txt", printed));
    expect(openLibrary(desk.documentsDir).document("n")).toMatchObject({
      title: "资阳市投资促进局关于印发接待办法的通知",
      number: "资投促\u30142024\u30155号",
      issuer: "资阳市投资促进局",
      issued: "2024-06-18",
      effective: "2024-07-01",
    });
    expect(said).toContain("日期:2024-06-18(据落款)");
  });

  it("is read and reported, and not written, in a dry run", async () => {
    const { code, said } = await desk.run(desk.put("seal.txt", rules()), { dryRun: true });
    expect(code).toBe(0);
    expect(said).toContain("试读完成,没有写入");
    expect(existsSync(desk.documentsDir)).toBe(false);
  });

  it("is looked through as it is printed, in full width too", async () => {
    const wide =
      "一、标准\uff08资财行\u30142014\u30155号。\n\uff08一\uff09单位\uff1a元\uff0f\uff0e\n\uff08二\uff09另有\uff0c\n三、缺二\n";
    const { said } = await desk.run(desk.put("wide.txt", wide));
    for (const words of ["一:括号", "一、(一):金额单位", "一、(二):句子", "编号不连续"]) expect(said).toContain(words);
  });

  it("is told where it looks damaged", async () => {
    const broken = [
      "一、标准(资财行\u3014201435号)",
      "单位:元/.",
      "1.每餐150/人次。",
      "3.全年xx万元。",
      `二、${"长".repeat(1600)}。`,
      "二、又一处,",
      "\ufffd乱码多多\ufffd",
    ].join("\n");
    const { said } = await desk.run(desk.put("broken.txt", `损坏的办法\n${broken.padEnd(3000, "。字")}`));
    for (const words of [
      "括号或引号不成对",
      "金额单位残缺 “单位:元/.”",
      "每餐150/人次",
      "编号不连续",
      "全年xx万元",
      "段落过长",
      "编号重复",
    ]) {
      expect(said).toContain(words);
    }
    expect(said).toContain("一、1:");
    expect(said).toContain("乱码");
  });
});

describe("a document that is there already", () => {
  it("is not touched when the same file comes again", async () => {
    await desk.run(desk.put("seal.txt", rules()));
    const before = file("seal");
    for (const options of [{}, { replace: true }]) {
      const { code, said } = await desk.run(desk.put("seal.txt", rules()), options);
      expect(code).toBe(0);
      expect(said).toContain("没有变化");
    }
    expect(file("seal")).toBe(before);
    expect(kept()).toEqual(["seal.md"]);
  });

  it("is not touched when the same Word file or PDF comes again", async () => {
    const files = [
      desk.put("cars.docx", await word([new Paragraph("用车办法"), new Paragraph("第一条 用车须先审批。")])),
      desk.put("trip.pdf", pdf([[[72, 700, "第一条 住宿费凭据报销,由办公室负责解释。"]]])),
    ];
    await desk.run(files);
    const before = [file("cars"), file("trip")];
    for (const options of [{}, { replace: true }])
      expect((await desk.run(files, options)).said).toContain("收入 0 个,没有变化 2 个,未收入 0 个");
    expect([file("cars"), file("trip")]).toEqual(before);
    expect(kept()).toEqual(["cars.md", "trip.md"]);
  });

  it("is not doubled under another name", async () => {
    await desk.run(desk.put("seal.txt", rules()));
    const { code, said } = await desk.run(desk.put("other.txt", rules("(试行)")));
    expect(code).toBe(2);
    expect(said).toMatch(
      /与已有的《印章管理办法》\(seal\)几乎相同:98% 的句子一字不差,新文件独有的如“.*试行.*请加 --replace/u,
    );
    expect(kept()).toEqual(["seal.md"]);
  });

  it("is not overwritten by another version without --replace", async () => {
    await desk.run(desk.put("seal.txt", rules()));
    const before = file("seal");
    const { code, said } = await desk.run(desk.put("seal.txt", rules("", 50)));
    expect([code, file("seal")]).toEqual([2, before]);
    expect(said).toContain("请用 --id 另取编号");
  });

  it("is replaced with --replace: unit and kind stay, the former version is kept to the letter, marked", async () => {
    await desk.run(desk.put("seal.txt", rules()), { unit: "ziyang", kind: "opinion" });
    const before = file("seal");
    const { code, said } = await desk.run(desk.put("new.txt", rules("当日")), { replace: true });
    expect(code).toBe(0);
    expect(said).toContain("旧版留存在 superseded/seal@2023-01-02.md");
    expect(readFileSync(join(desk.documentsDir, "superseded", "seal@2023-01-02.md"), "utf8")).toBe(
      before.replace(
        "\n---\n\n印章",
        "\nsuperseded:\n  on: 2026-11-22\n  by:\n    title: 印章管理办法\n    issued: 2023-01-02\n---\n\n印章",
      ),
    );
    const { documents } = openLibrary(desk.documentsDir);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({ id: "seal", unit: "ziyang", kind: "opinion" });
    expect(file("seal")).toContain("办理当日");
  });

  it("keeps every former version, also two of the same date", async () => {
    for (const change of ["", "当日", "次日"]) await desk.run(desk.put("seal.txt", rules(change)), { replace: true });
    expect(readdirSync(join(desk.documentsDir, "superseded")).toSorted()).toEqual([
      "seal@2023-01-02.md",
      expect.stringMatching(/^seal@[0-9a-f]{8}\.md$/u),
    ]);
  });

  it("names what quotes words that the new version lacks", async () => {
    await desk.run(desk.put("seal.txt", rules()));
    const { code, said } = await desk.run(desk.put("seal.txt", rules("当日")), {
      replace: true,
      moved: (library) => {
        library.quote("seal", "第1条", "当日");
        return [
          { where: "questions.jsonl line 3", doc: "seal", quote: "办理次日" },
          { where: "questions.jsonl line 4", doc: "other", quote: "别的文件的话" },
        ];
      },
    });
    expect(code).toBe(0);
    expect(said).toContain("出处已变,待核:有 1 处引用的原文,新版里没有");
    expect(said).toContain("questions.jsonl line 3:“办理次日”");
    expect(said).not.toContain("别的文件的话");
  });

  it("is named where the new one says much of the same", async () => {
    await desk.run(desk.put("seal.txt", rules()));
    const { code, said } = await desk.run(
      desk.put("part.txt", `用印细则\n${sentences(40)}\n第四十一条 另加的一句话在这里。`),
    );
    expect(code).toBe(0);
    expect(said).toContain("像是同一文件的另一版本:《印章管理办法》(seal),65% 的句子相同");
  });
});

describe("a file that is like another", () => {
  const item = (at: number, more = "") =>
    `第${at + 1}条 第${at + 1}号事项由办公室按时办理,办理前报分管局领导审批,办理后登记${more}备查。`;
  const book = (count: number, more = "") => Array.from({ length: count }, (_, at) => item(at, at < 6 ? more : ""));
  const whole = `印章管理办法\n${book(60).join("\n")}\n`;
  beforeEach(() => desk.run(desk.put("seal.txt", whole)));

  it("in other line breaks and another width is told to be the same text", async () => {
    const wrapped = whole.replaceAll(/(?<=[^\n]{25})(?=[^\n])/gu, "\n").replaceAll(",", "\uff0c");
    const { code, said } = await desk.run(desk.put("copy.txt", wrapped));
    expect(code).toBe(2);
    expect(said).toContain("与已有的《印章管理办法》(seal)文字相同,只有换行、标点、全角半角或繁简不同。没有写入");
    expect((await desk.run(desk.put("again/seal.txt", wrapped))).said).toContain(
      "已经有编号为 seal 的《印章管理办法》,文字相同,只有换行",
    );
    expect(kept()).toEqual(["seal.md"]);
  });

  it("but for a few sentences is told to be another version", async () => {
    const { code, said } = await desk.run(desk.put("v2.txt", `印章管理办法(修订)\n${book(60, "造册").join("\n")}\n`));
    expect(code).toBe(0);
    expect(said).toContain("像是同一文件的另一版本:《印章管理办法》(seal),88% 的句子相同;如是新版本,请用 --id seal");
  });

  it("and holds a part of it is told to be an extract, and the whole to be the whole of an extract", async () => {
    const part = await desk.run(desk.put("part.txt", `用印须知\n${book(60).slice(20, 30).join("\n")}\n`));
    expect(part.said).toContain("像是摘录:本文件 100% 的句子都在《印章管理办法》(seal)中");
    const more = await desk.run(
      desk.put("more.txt", `综合管理办法\n${book(60).join("\n")}\n${book(200, "").slice(60).join("\n")}\n`),
    );
    expect(more.said).toContain("像是全文:《用印须知》(part) 100% 的句子都在本文件中");
    expect(more.said).toContain("像是全文:《印章管理办法》(seal)");
  });

  it("in its title alone is told to have the same title", async () => {
    const { code, said } = await desk.run(desk.put("x.txt", "印章管理办法\n第一条 公章由机要室保管,不得带出。\n"));
    expect(code).toBe(0);
    expect(said).toContain("同名文件:《印章管理办法》(seal),内容不同");
  });

  it("because it is named twice in one command comes in once", async () => {
    const path = desk.put("new.txt", "公章保管规定\n第一条 公章由机要室保管,不得带出。\n");
    const { code, said } = await desk.run([path, path]);
    expect(code).toBe(0);
    expect(said).toContain("收入 1 个,没有变化 1 个,未收入 0 个");
  });
});

describe("many files", () => {
  it("come in as fast one as the other, with a line for each and those left out named at the end", async () => {
    const files = Array.from({ length: 300 }, (_, at) =>
      desk.put(
        `many/f${at}.txt`,
        `第${at}号办法\n${Array.from({ length: 20 }, (_, n) => `第${n + 1}条 事项${at}乘${n}由科室${(at * n) % 17}办理。`).join("\n")}\n`,
      ),
    );
    const start = performance.now();
    const { code, lines } = await desk.run([...files, desk.put("many/x.xyz", "x")]);
    expect(performance.now() - start).toBeLessThan(15_000);
    expect(code).toBe(2);
    expect(lines.filter((line) => /^\[\d+\/301\] /u.test(line))).toHaveLength(301);
    expect(lines.slice(-2)).toEqual([
      "共 301 个文件:收入 300 个,没有变化 0 个,未收入 1 个。",
      expect.stringMatching(/^ {2}未收入:.*x\.xyz$/u),
    ]);
  }, 30_000);
});

describe("a file that cannot come in", () => {
  const zip = (name: string, content: Uint8Array | string) => [name, content] as const;

  it.each([
    ["is empty", zip("a.txt", ""), "文件是空的"],
    ["has an ending nobody knows", zip("a.xlsx", "x"), "不认识的文件类型(.xlsx)"],
    ["is an old Word file", zip("a.doc", "x"), "另存为 docx"],
    [
      "is an old Word file under a new name",
      zip("a.docx", Buffer.from("d0cf11e0a1b11ae1", "hex")),
      "旧版 Word 或 WPS 文档",
    ],
    ["is an old WPS file", zip("a.wps", "x"), "另存为 docx"],
    [
      "is a Word file with a password",
      zip(
        "a.docx",
        Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
      ),
      "有打开密码",
    ],
    ["is a broken Word file", zip("a.docx", "PK\u0003\u0004 and nothing more"), "Word 文档已损坏"],
    ["is no Word file", zip("a.docx", "plain words"), "Word 文档已损坏"],
    ["is a broken PDF", zip("a.pdf", "%PDF-1.7\nnothing more"), "PDF 已损坏"],
    ["is a PDF under another name", zip("a.txt", "%PDF-1.7\n"), "内容其实是PDF"],
    ["is a PDF with a password", zip("a.pdf", pdf([[[72, 700, "保密内容不可读取"]]], true)), "有打开密码"],
    ["is a scanned PDF", zip("a.pdf", pdf([[], []])), "2 页里没有可读的文字"],
    ["is binary rubbish", zip("a.txt", Buffer.from([1, 0, 255, 254, 2, 3, 0, 9, 200, 255])), "里面不是文字"],
    ["has no word in it", zip("a.md", "---\n\n***\n"), "里面没有文字"],
    ["is an empty page", zip("a.html", "<html><body><img src=x></body></html>"), "里面没有文字"],
  ])("because it %s is refused with the reason and the cure", async (_, [name, content], reason) => {
    const { code, said } = await desk.run(desk.put(name, content));
    expect(code).toBe(2);
    expect(said).toContain(`未收入:`);
    expect(said).toContain(reason);
    expect(existsSync(desk.documentsDir)).toBe(false);
  });

  it("because it is not there, or is a folder, is refused too", async () => {
    expect((await desk.run(join(desk.folder, "none.txt"))).said).toContain("找不到这个文件");
    expect((await desk.run(desk.folder)).said).toContain("这是文件夹");
  });

  it("because it has 200 MB is refused without being read", async () => {
    const path = desk.put("large.txt", "x");
    const handle = openSync(path, "r+");
    ftruncateSync(handle, 200 * 1024 * 1024);
    closeSync(handle);
    const start = performance.now();
    const { code, said } = await desk.run(path);
    expect(performance.now() - start).toBeLessThan(200);
    expect([code, said]).toEqual([2, expect.stringContaining("文件有 200 MB,超过 50 MB 的上限")]);
  });

  it("because half of a Word file is missing is refused", async () => {
    const whole = await word([new Paragraph("第一条 适用全局。")]);
    expect((await desk.run(desk.put("half.docx", whole.subarray(0, whole.length / 2)))).said).toContain(
      "Word 文档已损坏",
    );
  });

  it("does not keep the others out", async () => {
    const files = [desk.put("a.txt", ""), desk.put("seal.txt", rules()), desk.put("b.zip", "PK")];
    const { code, said } = await desk.run(files);
    expect(code).toBe(2);
    expect(kept()).toEqual(["seal.md"]);
    expect(said).toContain("共 3 个文件:收入 1 个,没有变化 0 个,未收入 2 个。");
  });

  it("because the id is no id, or one id is for two files, is refused", async () => {
    const one = desk.put("a.txt", rules());
    expect((await desk.run(one, { id: "../x" })).said).toContain("编号“../x”不能用");
    expect((await desk.run([one, one], { id: "x" })).said).toContain("一次只能用于一个文件");
    expect(existsSync(desk.documentsDir)).toBe(false);
  });

  it("because two clauses would have one address is refused, and the folder stays as it was", async () => {
    const twice = "一、总则\n1.另名。\n2.同名。\n2.同名。甲\n2.同名。乙\n";
    const { code, said } = await desk.run(desk.put("twice.txt", twice));
    expect(code).toBe(2);
    expect(said).toContain("两条编号和标题都一样的条款");
    expect(existsSync(desk.documentsDir)).toBe(false);
  });
});
