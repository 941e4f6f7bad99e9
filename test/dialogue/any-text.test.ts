/**
 * Any text at all: whatever is typed, the door answers, files nothing by itself, and the conversation goes on.
 *
 * Two kinds of text are drawn: strings of any characters, and sentences strung together from the words that staff use,
 * with numbers and days of every size. The second kind gets far into the forms, where the first hardly ever comes.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openSqlite } from "../../src/store/sqlite.ts";
import { type Desk, deskOn, office } from "../talks/desk.ts";

const anything = fc.oneof(
  fc.string({ maxLength: 2000, unit: "grapheme" }),
  fc.string({ maxLength: 2000, unit: "binary" }),
  fc.string({
    maxLength: 200,
    unit: fc.constantFrom(..."请假出差接待批报销第一二两三半天月日号周下上午〇9.-:/《》<>|*\n ，。?"),
  }),
);

const numbers = fc.oneof(
  fc.integer({ min: -2, max: 40 }).map(String),
  fc.constantFrom(
    "半",
    "两",
    "0",
    "0.5",
    "1.3",
    "2.5",
    "三千",
    "99999",
    "9999999999999999999999",
    "十几",
    "百分之三十",
    "一亿",
    "1e400",
    "½",
  ),
);
const dates = fc.constantFrom(
  "明天",
  "下周六",
  "周六上午",
  "周日下午",
  "今天下午到明天上午",
  "2月30日",
  "1年1月1日",
  "12月31日",
  "国庆节",
  "除夕",
  "13月",
  "上周三",
  "月底",
  "2030年春节",
);
const words = fc.constantFrom(
  "请",
  "天事假",
  "个客人",
  "个人陪",
  "出差",
  "去成都",
  "去安岳",
  "考察",
  "高铁",
  "接待",
  "公务",
  "商务",
  "人均",
  "元",
  "租车",
  "给  盖章",
  "《》盖章",
  "报销",
  "迟到",
  "分钟",
  "到会",
  "党组成员",
  "人",
  "住",
  "晚",
  "补助多少",
  "谁批",
  "改成",
  "不是",
  "有来函",
  "没有",
  "第",
  "条",
  "同意",
  "驳回",
  "撤回",
  "取消",
  "待我审批的",
  "继续",
  "邢台",
  ",",
  "。",
  "?",
);
const sentence = fc
  .array(fc.oneof(words, words, numbers, dates), { minLength: 1, maxLength: 9 })
  .map((parts) => parts.join(""));

/** Nothing here files: 确认 and its like are not among the words. */
async function stands(desk: Desk, as: string, texts: readonly string[], conversation: string): Promise<void> {
  for (const text of texts) {
    const reply = await desk.say(as, text, { conversation });
    expect(
      reply.kind,
      `${as}: ${JSON.stringify(texts)}\n${desk.reports.map(({ cause }) => String(cause)).join()}`,
    ).not.toBe("error");
    expect(reply.text.trim()).not.toBe("");
  }
  expect((await desk.say(as, "取消", { conversation })).kind).not.toBe("error");
}

describe("any text", () => {
  const people = fc.constantFrom(...office.staff.people.map(({ id }) => id));
  const holds = async (texts: fc.Arbitrary<readonly string[]>, numRuns: number) => {
    const store = await openSqlite(":memory:");
    const desk = deskOn(store);
    let talks = 0;
    const property = fc.asyncProperty(people, texts, (as, said) => stands(desk, as, said, `any ${talks++}`));
    await fc.assert(property, { numRuns });
    expect(await store.log()).toEqual([]);
    await store.close();
  };

  it("of any characters never throws, never files, and leaves a conversation that goes on", () =>
    holds(fc.tuple(anything), 80));
  it("of the words of the office neither, however they are strung together", () =>
    holds(fc.array(sentence, { minLength: 1, maxLength: 4 }), 300));
});
