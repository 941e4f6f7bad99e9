import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTimes } from "../../../src/lib/chinese-time/read-times.ts";
import { spanOf } from "../../../src/lib/chinese-time/span.ts";
import { momentOf } from "../../../src/lib/dates.ts";
import { calendar, MONDAY, read } from "./shown.ts";

const WORDS = [
  "下周",
  "周一",
  "周三",
  "到",
  "至",
  "、",
  "和",
  "3号",
  "12月3号",
  "28日",
  "2月30日",
  "明天",
  "后天下午",
  "上午",
  "从",
  "起",
  "开始",
  "请",
  "三天",
  "一天半",
  "半天",
  "两晚",
  "个工作日",
  "3",
  "十",
  "几",
  "前",
  "后",
  "国庆",
  "除夕",
  "元旦后第一个工作日",
  "月底",
  "去年",
  "2026年",
  "上个月",
  "9点",
  "半",
  "-",
  "走",
  "回",
  "截到",
  "内",
  "过去",
  "，",
  "。",
  "12/3",
  "1.5",
  "一",
  "二",
  "第二天",
  "初五",
  "期间",
  "之间",
  " ",
];
const talk = fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join(""));
const text = fc.oneof(
  talk,
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
);
const days = fc
  .integer({ min: 0, max: 1500 })
  .map((shift) => momentOf(new Date(Date.UTC(2024, 0, 1) + shift * 86_400_000).toISOString()));

describe("any text at all", () => {
  it("is read without an error, and no days end before they start", () =>
    fc.assert(
      fc.property(text, days, (message, now) => {
        for (const reading of readTimes(message, now, calendar)) {
          expect(message.slice(...reading.span)).toBe(reading.words);
          if (reading.kind !== "days") continue;
          expect(reading.start <= reading.end, `${message} ${JSON.stringify(reading)}`).toBe(true);
        }
        spanOf(readTimes(message, now, calendar));
      }),
      { numRuns: 3000, seed: 20261123 },
    ));

  it("means the same in traditional characters and full width", () => {
    for (const [one, other] of [
      ["下周三到周五", "下週三到週五"],
      ["12月3号下午3:30", "１２月３號下午３：３０"],
      ["两个礼拜后", "兩個禮拜後"],
      ["国庆后第二天", "國慶後第二天"],
    ] as const)
      expect(read(other)).toBe(read(one));
  });

  it("does not depend on the zone of the process", () => {
    const before = process.env.TZ;
    process.env.TZ = "America/New_York";
    expect(read("明天到周五", "2026-11-23T00:30:00+08:00")).toBe("2026-11-24..2026-11-27");
    expect(read("除夕到初六")).toBe("2027-02-05..2027-02-11");
    expect(read("清明节")).toBe("2027-04-05");
    process.env.TZ = before;
  });

  it("is read in time that grows with its length, whatever it repeats", () => {
    const now = momentOf(MONDAY);
    for (const unit of [
      "周一二三四五六日",
      "25、",
      "1",
      "一",
      "3到",
      "十二月",
      " ",
      "下",
      "一天半",
      "第",
      "1.2.3.",
      "每",
      "我和",
    ]) {
      const started = performance.now();
      readTimes(unit.repeat(Math.ceil(4000 / unit.length)), now, calendar);
      expect(performance.now() - started, unit).toBeLessThan(500);
    }
  });
});
