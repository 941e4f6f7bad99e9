/**
 * Any text at all, up to 10,000 characters, at the door: how long the slowest takes, and that none of it files or fails.
 *
 * Takes    the data of the project. Returns rows. The texts are the same at every run: a seed draws them.
 */
import fc from "fast-check";
import { openAssistant } from "../src/assistant.ts";
import { openOffice } from "../src/office.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import { quantile, type Row, rounded } from "./row.ts";

const now = "2026-11-23T09:00:00+08:00";
const longest = 10_000;
const bits = fc.constantFrom(
  ...[
    "明天",
    "请假",
    "出差",
    "去成都",
    "客商",
    "5个",
    "陪",
    "3万2",
    "同意",
    "驳回",
    "第一条",
    "确认",
    "不",
    "改成",
    "周一、周二",
    "十",
    "1",
    "\n",
    "??",
    "《",
    "🙂",
  ],
);
const texts = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: longest }),
    fc.string({ unit: bits, maxLength: longest / 2 }),
    fc.tuple(bits, fc.nat({ max: longest })).map(([bit, times]) => bit.repeat(times)),
  )
  .map((text) => text.slice(0, longest));

export async function fuzz(): Promise<Row[]> {
  const store = await openSqlite(":memory:");
  let errors = 0;
  const { handle } = openAssistant(openOffice("data", "data/staff.json", store), () => {
    errors += 1;
  });
  const say = (id: string, text: string) => handle({ id, conversation: id, as: "keyuan", now, text });
  for (const text of ["明天请一天事假", "席上客人13位,我们的人顶多坐几个"]) await say("warm", text);
  const times: number[] = [];
  for (const [at, text] of fc.sample(texts, { numRuns: 400, seed: 7 }).entries()) {
    const before = performance.now();
    await say(`fuzz-${at}`, text);
    times.push(performance.now() - before);
  }
  const filed = (await store.log()).length;
  await store.close();
  return [
    { measure: "any text, p99 of 400", value: rounded(quantile(times, 0.99), 1), unit: "ms" },
    { measure: "any text, slowest", value: rounded(Math.max(...times), 1), unit: "ms" },
    { measure: "any text, errors", value: errors, unit: "", holds: errors === 0 },
    { measure: "any text, filed", value: filed, unit: "", holds: filed === 0 },
  ];
}
