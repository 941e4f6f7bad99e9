/**
 * The Chinese corpus of facebook/duckling (BSD-3) as a measure: dates nobody here chose.
 *
 * Takes    the folder with duckling-zh.jsonl.gz.
 * Returns  rows for the simplified cases and for all scripts, foreign holidays left out.
 * Why      let pass: a weekday one week off (下周三 on a Tuesday is tomorrow for duckling, next week on the mainland),
 *          rolling windows of the same length on the same side of now (上两个月), and a moment for a window (两天前).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { Row } from "./language.ts";
import { at, DAY, HOUR, type Hours, type Interval, outcomes } from "./language-outcome.ts";

const timeCase = z.object({
  dim: z.literal("time"),
  text: z.string(),
  simplified: z.boolean(),
  expect: z.object({
    start: z.string(),
    end: z.string().optional(),
    grain: z.string(),
    holiday: z.string().optional(),
  }),
});
type Case = z.infer<typeof timeCase>;

const NOW = { date: "2013-02-12", time: "04:30" };
const HOME = new Set(["元旦", "妇女节", "劳动节", "儿童节", "建军节", "圣诞节", "情人节", "国际消费者权益日", "春节"]);
const HOURS: Hours = {
  dawn: [0, 4],
  morning: [4, 12],
  forenoon: [4, 12],
  noon: [12, 14],
  afternoon: [12, 19],
  evening: [18, 24],
  night: [18, 24],
};

const ms = (text: string) => at(text.slice(0, 10), text.slice(11));

/** Whole months between two instants, if they lie on the same day of the month. */
const months = (a: number, b: number) => {
  const [from, to] = [new Date(a), new Date(b)];
  const count = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return from.getUTCDate() === to.getUTCDate() ? count : undefined;
};
const sameLength = (a: readonly [number, number], b: readonly [number, number]) =>
  a[1] - a[0] === b[1] - b[0] || (months(...a) !== undefined && months(...a) === months(...b));

function windowFits(found: Interval, start: number, end: number): boolean {
  const now = at(NOW.date, NOW.time);
  const today = at(NOW.date);
  const past = end <= now;
  const width: readonly [number, number] = [start, end];
  if (found.end - found.start > (found.grain === "clock" ? 0 : DAY))
    return (past ? found.end <= now : found.end > now) && sameLength([found.start, found.end], width);
  const origin = found.grain === "clock" ? now : today;
  return sameLength(past ? [found.start, origin] : [origin, found.start], width);
}

function fits({ text, expect }: Case): boolean {
  const all = outcomes(text, NOW, HOURS);
  const [found] = all;
  if (all.length !== 1 || found?.kind !== "interval") return false;
  const start = ms(expect.start);
  if (expect.end !== undefined) {
    const end = ms(expect.end);
    if (found.start === start && found.end === end) return true;
    if (found.grain === "weekend") return found.start === start + 6 * HOUR && found.end === end;
    return expect.grain !== "hour" || /小时|小時|钟|鐘/.test(text) ? windowFits(found, start, end) : false;
  }
  if (["second", "minute", "hour"].includes(expect.grain))
    return found.start === start || (found.halfUnknown && Math.abs(found.start - start) === 12 * HOUR);
  const weekday = expect.grain === "day" && /(?:周|週|星期|礼拜|禮拜).$/.test(text);
  const grain = found.grain === (expect.grain === "day" ? "day" : expect.grain);
  return grain && (found.start === start || (weekday && Math.abs(found.start - start) === 7 * DAY));
}

/** Reads the suite and gives a row for each script. */
export function duckling(dir: string): Row[] {
  const lines = gunzipSync(readFileSync(join(dir, "duckling-zh", "duckling-zh.jsonl.gz")))
    .toString()
    .trim()
    .split("\n");
  const cases = lines
    .flatMap((line) => timeCase.safeParse(JSON.parse(line)).data ?? [])
    .filter(({ expect }) => expect.holiday === undefined || HOME.has(expect.holiday));
  const row = (suite: string, chosen: readonly Case[]): Row => {
    const missed = chosen.filter((one) => !fits(one));
    return {
      suite,
      passed: chosen.length - missed.length,
      of: chosen.length,
      missed: missed.map(({ text, expect }) => `${text} → ${expect.start} ${expect.grain}`),
    };
  };
  return [
    row(
      "duckling time, simplified",
      cases.filter(({ simplified }) => simplified),
    ),
    row("duckling time, all scripts", cases),
  ];
}
