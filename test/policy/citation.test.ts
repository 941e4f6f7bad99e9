/**
 * Old citations: what was told before a document changed or left is read as it stood then, marked, and never in new words.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { imprint } from "../../src/lib/imprint.ts";
import { openCitation } from "../../src/policy/citation.ts";
import { openLibrary } from "../../src/policy/library.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "zhice-citation-"));
  mkdirSync(join(folder, "superseded"));
  put("meals.md", "meals", "第一条 每天120元。\n第二条 凭据报销。");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, id: string, body: string, mark = ""): void {
  const front = `id: ${id}\ntitle: 伙食办法\nunit: demo\nissuer: null\nnumber: null\nissued: null\neffective: null\nkind: regulation\nlanguage: zh-Hans\nfrom: 测试\n`;
  writeFileSync(join(folder, name), `---\n${front}${mark}---\n\n${body}\n`);
}
const replaced = (on: string) => `superseded:\n  on: ${on}\n  by:\n    title: 新办法\n    issued: null\n`;
const removed = "superseded:\n  on: 2026-11-22\n  by: null\n";

const opened = (doc: string, clause?: string, quote?: string) =>
  openCitation(openLibrary(folder), { doc, clause, words: quote && imprint(quote) });
const shown = (...citation: Parameters<typeof opened>) => {
  const found = opened(...citation);
  return [found?.cited?.text, found?.document.superseded?.on, found?.lost];
};

describe("a citation", () => {
  it("is read in the version in force where that holds the words", () =>
    expect(shown("meals", "第一条", "每天120元")).toEqual(["第一条 每天120元。", undefined, undefined]));

  it("of words that were replaced is read in the latest version that held them, with the day they ceased", () => {
    put("superseded/meals@2020-01-01.md", "meals", "第一条 每天80元。", replaced("2022-01-01"));
    put("superseded/meals@2022-01-01.md", "meals", "第一条 每天100元。", replaced("2024-05-01"));
    put("superseded/meals@2023-01-01.md", "meals", "第一条 每天100元。另有。", replaced("2026-11-22"));
    expect(shown("meals", "第一条", "每天80元")).toEqual(["第一条 每天80元。", "2022-01-01", undefined]);
    expect(shown("meals", "第一条", "每天100元")).toEqual(["第一条 每天100元。另有。", "2026-11-22", undefined]);
    expect(shown("meals", "第一条", "每天120元")).toEqual(["第一条 每天120元。", undefined, undefined]);
    expect(opened("meals", "第一条", "每天80元")?.document.superseded?.by?.title).toBe("新办法");
    expect(opened("meals", "第一条", "每天80元")?.present).toBe(true);
  });

  it("of a document that was removed is read as it last stood", () => {
    put("superseded/cars@2020-01-01.md", "cars", "第一条 先审批。", removed);
    expect(shown("cars", "第一条", "先审批")).toEqual(["第一条 先审批。", "2026-11-22", undefined]);
    expect(opened("cars")).toMatchObject({ present: false, document: { superseded: { by: null } } });
  });

  it("of words that no version holds marks no clause: it is never shown in other words", () => {
    expect(shown("meals", "第一条", "每天999元")).toEqual([undefined, undefined, "words"]);
    expect(shown("meals", "第九条", "每天120元")).toEqual([undefined, undefined, "clause"]);
  });

  it("without its words is read in the version in force", () =>
    expect(shown("meals", "第一条")).toEqual(["第一条 每天120元。", undefined, undefined]));

  it("of a document that never was opens nothing", () => expect(opened("none", "第一条")).toBeUndefined());
});

describe("a former version", () => {
  it("is neither searched nor quoted: only what is in force is a clause of the library", () => {
    put("superseded/meals@2020-01-01.md", "meals", "第一条 每天80元。", replaced("2022-01-01"));
    put("superseded/cars@2020-01-01.md", "cars", "第一条 先审批。", removed);
    const library = openLibrary(folder);
    expect(library.clauses.map(({ text }) => text).join()).not.toMatch(/80元|先审批/u);
    expect(library.locate("meals", "每天80元")).toBeUndefined();
    expect(library.locate("cars", "先审批")).toBeUndefined();
    expect(library.cite("cars", "第一条", "先审批")).toMatchObject({ moved: true, title: "伙食办法" });
    expect([library.knows("cars"), library.document("cars").title]).toEqual([true, "伙食办法"]);
    expect(() => library.cite("none", "第一条", "先审批")).toThrow(/no such document/u);
  });

  it("that lies among those in force, or is not marked, stops the start with the cure", () => {
    put("superseded/meals@2020-01-01.md", "meals", "第一条 每天80元。", replaced("2022-01-01"));
    cpSync(join(folder, "superseded/meals@2020-01-01.md"), join(folder, "old.md"));
    expect(() => openLibrary(folder)).toThrow(/belongs in superseded\/meals@/u);
    rmSync(join(folder, "old.md"));
    put("superseded/meals.md", "meals", "第一条 每天80元。");
    expect(() => openLibrary(folder)).toThrow(/since when it is in force no more/u);
  });
});
