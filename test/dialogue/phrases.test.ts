/**
 * Example phrases: each is known for what it is, and a line that somebody adds works.
 */
import { appendFileSync, cpSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openActs } from "../../src/dialogue/acts.ts";
import { openCues } from "../../src/dialogue/cues.ts";
import { openPhrases } from "../../src/dialogue/phrases.ts";
import { DataError } from "../../src/errors.ts";
import { readLines } from "../../src/lib/read-lines.ts";
import { fold } from "../../src/lib/text.ts";
import { bare } from "../talks/player.ts";

const acts = openActs("data/acts.json");
const phrases = openPhrases("data/phrases", acts);
const files = readdirSync("data/phrases").filter((name) => name.endsWith(".txt"));
const folder = mkdtempSync(join(tmpdir(), "phrases-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the phrases", () => {
  it.each(files)("of %s stand there once", (name) => {
    const lines = readLines(join("data/phrases", name));
    expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([]);
  });
  it("hold no line that a test measures by, but for words that everybody says", () => {
    const said = globSync("test/talks/*.jsonl").flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/"(?:say|text)": ?"([^"]*)"/gu)].map(([, text = ""]) => bare(text)),
    );
    const measured = new Set(said.filter((text) => text.length > 5));
    const taught = globSync("data/phrases/**/*.txt").flatMap((path) => readLines(path));
    expect(measured.size).toBeGreaterThan(1000);
    expect(taught.filter((line) => measured.has(bare(line)))).toEqual([]);
  });
  it.each(files)("of %s are nearly all known for what they are", (name) => {
    const lines = readLines(join("data/phrases", name));
    const known = lines.filter((line) => phrases.like(fold(line))[0]?.class === name.replace(".txt", ""));
    expect(known.length / lines.length).toBeGreaterThan(0.9);
  });
  it("work from the next start on when one is added", () => {
    cpSync("data/phrases", folder, { recursive: true });
    const said = "给个绿牌牌噻";
    expect(phrases.like(said)[0]?.class).not.toBe("approve");
    appendFileSync(join(folder, "approve.txt"), "给个绿牌牌\n第二单给个绿牌牌\n");
    expect(openPhrases(folder, acts).like(said)[0]?.class).toBe("approve");
  });
  it("of a class that is missing are an error that names the file", () => {
    rmSync(join(folder, "cancel.txt"));
    expect(() => openPhrases(folder, acts)).toThrow(DataError);
    expect(() => openPhrases(folder, acts)).toThrow(/cancel\.txt/);
  });
});

describe("a question that no cue fits", () => {
  const cues = openCues("data/cues.json", "data/phrases/rules");
  const likely = (text: string) => cues.likely(fold(text)).map(({ rule }) => rule);
  it.each([
    ["席上客人13位,我们的人顶多坐几个", "companions"],
    ["党组成员7个到了4个,开得成不", "quorum"],
    ["飞机票上搭了3份意外险,报得了几份", "travel-insurance"],
  ])("goes to the rule that such questions are asked of: %s", (text, rule) => expect(likely(text)).toContain(rule));
  it.each(["公章归谁管", "首问责任制是啥子意思", "涉密文件能带回家吗"])(
    "goes to none where the clauses are asked: %s",
    (text) => expect(likely(text)).toEqual([]),
  );
  it("never asks back for what the rule lacks", () =>
    expect(cues.likely("席上客人13位,我们的人顶多坐几个").every(({ asksBack }) => !asksBack)).toBe(true));
});
