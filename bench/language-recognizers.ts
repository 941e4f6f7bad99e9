/**
 * The Chinese specs of microsoft/Recognizers-Text (MIT) as a measure: dates, money, numbers.
 *
 * Takes    the folder with the gzipped spec files.
 * Returns  rows for times, date periods, CNY sums, and numbers in a sentence.
 * Why      let pass: any value that the spec lists (past or future), hours ±12 where neither 上午 nor 下午 was said,
 *          ends with or without their last day or month. Lunar days are judged by the real calendar, not the spec's raw numbers.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { readMoney } from "../src/lib/chinese-money.ts";
import { readNumbers } from "../src/lib/chinese-number-words.ts";
import { lunarDay, lunarNewYearsEve } from "../src/lib/chinese-time/lunar.ts";
import { momentOf } from "../src/lib/dates.ts";
import type { Row } from "./language.ts";
import { at, DAY, HOUR, type Hours, type Interval, type Outcome, outcomes } from "./language-outcome.ts";

const values = z.record(z.string(), z.unknown());
const result = z.object({
  Text: z.string(),
  Type: z.string().optional(),
  TypeName: z.string().optional(),
  Value: z.unknown().optional(),
  Resolution: z.unknown().optional(),
});
const spec = z.object({
  Input: z.string(),
  Context: z.object({ ReferenceDateTime: z.string().optional() }).optional(),
  Results: z.array(result),
});
type Spec = z.infer<typeof spec>;

const TIME_FILES = [
  "DateParser",
  "DatePeriodParser",
  "DateTimeParser",
  "DateTimePeriodParser",
  "DurationParser",
  "TimeParser",
  "TimePeriodParser",
  "HolidayParser",
  "DateTimeModel",
  "MergedParser",
];
const TIMES = new Set(["date", "datetime", "datetimerange", "duration", "time", "timerange"]);
const HOURS: Hours = {
  dawn: [0, 8],
  morning: [8, 12],
  forenoon: [8, 12],
  noon: [11, 13],
  afternoon: [12, 16],
  evening: [16, 20],
  night: [16, 20],
};

const load = (dir: string, file: string): Spec[] =>
  z.array(spec).parse(
    JSON.parse(
      gunzipSync(readFileSync(join(dir, "recognizers-zh", `${file}.json.gz`)))
        .toString()
        .replace(/^\uFEFF/, ""),
    ),
  );

const resolution = z.object({ FutureResolution: values.optional(), PastResolution: values.optional() });
const model = z.object({ values: z.array(values) });

/** Every value that the spec allows for a result. */
function allowed({ Value, Resolution }: Spec["Results"][number]): Record<string, unknown>[] {
  const listed = model.safeParse(Resolution ?? Value);
  if (listed.success) return listed.data.values;
  const both = resolution.safeParse(Value);
  return both.success ? [both.data.FutureResolution ?? {}, both.data.PastResolution ?? {}] : [];
}

const text = (value: unknown) => (typeof value === "string" ? value : undefined);
const instant = (value: string, day: string) =>
  /^\d{4}-/.test(value) ? at(value.slice(0, 10), value.slice(11) || "00:00") : at(day, value);

/** 正月初一 of the spec's raw 2018-01-01 is 2018-02-16. */
function lunar(input: string, raw: string): string | undefined {
  if (!/农历|正月|大年|初[一二三四五六七八九十]/.test(input)) return raw;
  const [year = 0, month = 0, day = 0] = raw.split("-").map(Number);
  return /大年三十/.test(input) ? lunarNewYearsEve(year) : lunarDay(year, month, day);
}

function dateFits(found: Interval, input: string, value: string): boolean {
  const date = lunar(input, value.slice(0, 10));
  return date !== undefined && found.start === at(date, value.slice(11) || "00:00") && found.end - found.start <= DAY;
}

const near = (found: number, expected: number, loose: boolean) =>
  found === expected || (loose && Math.abs(found - expected) === 12 * HOUR);

function fits(found: Outcome, value: Record<string, unknown>, input: string, day: string): boolean {
  const seconds = text(value.duration) ?? (text(value.type) === "duration" ? text(value.value) : undefined);
  if (seconds !== undefined) return found.kind === "length" && found.seconds === Number(seconds);
  if (found.kind !== "interval") return false;
  const single = text(value.date) ?? text(value.dateTime) ?? text(value.time) ?? text(value.value);
  if (single !== undefined) {
    if (/^\d{4}-\d\d-\d\d$/.test(single)) return dateFits(found, input, single);
    const expected = /^\d{4}-/.test(single) ? `${lunar(input, single.slice(0, 10))} ${single.slice(11)}` : single;
    return found.grain === "clock" && near(found.start, instant(expected, day), found.halfUnknown);
  }
  const start = text(value.startDate) ?? text(value.startDateTime) ?? text(value.startTime) ?? text(value.start);
  const end = text(value.endDate) ?? text(value.endDateTime) ?? text(value.endTime) ?? text(value.end);
  if (start === undefined || end === undefined) return false;
  const from = instant(start, day);
  const to = instant(end, day);
  if (found.grain === "clock" || found.grain === "hour") {
    const until = to < from ? to + DAY : to;
    return (
      near(found.start, from, found.halfUnknown) &&
      (near(found.end, until, true) || near(found.end, to, found.halfUnknown))
    );
  }
  // The spec ends 2009年到2010年 where 2010 begins, and a week where the next begins.
  const lastMonth = new Date(found.end - DAY).toISOString();
  const periodStart = [at(`${lastMonth.slice(0, 4)}-01-01`), at(`${lastMonth.slice(0, 8)}01`)];
  return (
    found.start === from &&
    (found.end === to || found.end - DAY === to || (/到|至|-|–|与|和/.test(input) && periodStart.includes(to)))
  );
}

interface Judged {
  readonly category: string;
  readonly passed: boolean;
  readonly line: string;
}

function judge(one: Spec, reference: string): Judged | undefined {
  const types = one.Results.map(({ Type, TypeName }) => (TypeName ?? Type ?? "").replace("datetimeV2.", ""));
  const [expected] = one.Results;
  if (one.Results.length !== 1 || !expected || types.includes("set")) return undefined;
  const choices = allowed(expected);
  if (choices.some((value) => value.Mod !== undefined)) return undefined;
  const unresolved = choices.every(
    (value) =>
      Object.keys(value).length === 0 || text(value.value) === "not resolved" || text(value.date) === "0001-01-01",
  );
  const category = types[0] ?? "";
  if (unresolved && category !== "date") return undefined;
  const now = momentOf(reference.slice(0, 16));
  const found = outcomes(one.Input, now, HOURS);
  const passed = unresolved
    ? found.every(({ kind }) => kind === "none")
    : found.length === 1 && found.some((each) => choices.some((value) => fits(each, value, one.Input, now.date)));
  return { category, passed, line: `${reference.slice(0, 10)} ${one.Input} → ${JSON.stringify(choices[0])}` };
}

function times(dir: string): Row[] {
  const seen = new Set<string>();
  const judged: Judged[] = [];
  for (const file of TIME_FILES) {
    for (const one of load(dir, `DateTime-${file}`)) {
      const reference = one.Context?.ReferenceDateTime ?? "2017-03-22T00:00:00";
      const key = `${one.Input}|${reference}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const verdict = file === "HolidayParser" ? undefined : judge(one, reference);
      if (verdict) judged.push(verdict);
    }
  }
  const row = (suite: string, chosen: readonly Judged[]): Row => ({
    suite,
    passed: chosen.filter(({ passed }) => passed).length,
    of: chosen.length,
    missed: chosen.filter(({ passed }) => !passed).map(({ category, line }) => `${category} ${line}`),
  });
  return [
    row(
      "recognizers times",
      judged.filter(({ category }) => TIMES.has(category)),
    ),
    row(
      "recognizers date periods",
      judged.filter(({ category }) => category === "daterange"),
    ),
  ];
}

const amount = z.object({ value: z.string().nullable().optional(), isoCurrency: z.string().optional() });

const money = (dir: string): Row => {
  const cases = load(dir, "NumberWithUnit-CurrencyModel").filter(({ Results }) =>
    Results.some(({ Resolution }) => {
      const parsed = amount.safeParse(Resolution);
      return parsed.success && parsed.data.isoCurrency === "CNY" && typeof parsed.data.value === "string";
    }),
  );
  const missed = cases.filter(({ Input, Results }) => {
    const sums = readMoney(Input)
      .filter(({ bare }) => !bare)
      .map(({ yuan }) => yuan);
    const expected = Results.flatMap(({ Resolution }) => {
      const parsed = amount.safeParse(Resolution);
      return parsed.success && parsed.data.isoCurrency === "CNY" ? [Number(parsed.data.value)] : [];
    });
    return String(sums) !== String(expected);
  });
  return {
    suite: "recognizers CNY",
    passed: cases.length - missed.length,
    of: cases.length,
    missed: missed.map(({ Input }) => Input),
  };
};

const numbers = (dir: string): Row => {
  const cases = load(dir, "Number-NumberModel");
  const missed = cases.filter(({ Input, Results }) => {
    const expected = Results.map(({ Resolution }) => Number(amount.parse(Resolution).value));
    const found = readNumbers(Input).map(({ value }) => value);
    return (
      found.length !== expected.length ||
      found.some((value, index) => Math.abs(value - (expected[index] ?? 0)) > Math.abs(value) * 1e-9)
    );
  });
  return {
    suite: "recognizers numbers",
    passed: cases.length - missed.length,
    of: cases.length,
    missed: missed.map(
      ({ Input, Results }) =>
        `${Input} → ${Results.map(({ Resolution }) => amount.parse(Resolution).value)} not ${readNumbers(Input).map(({ value }) => value)}`,
    ),
  };
};

/** Reads the specs and gives a row for each subject. */
export const recognizers = (dir: string): Row[] => [...times(dir), money(dir), numbers(dir)];
