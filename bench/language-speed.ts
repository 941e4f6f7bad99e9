/**
 * How long reading takes: to load the grammar, a message of 40 characters, one of 4,000.
 *
 * Takes    nothing. Returns rows in milliseconds, medians; loading is measured in processes of its own.
 */
import { execFileSync } from "node:child_process";
import { openCalendar } from "../src/lib/calendar.ts";
import { readTimes } from "../src/lib/chinese-time/read-times.ts";
import { middle, type Row, rounded } from "./row.ts";

const now = { date: "2026-11-23", time: "09:00" };
const short = "嗯那个我想从下周三下午到下周五上午请两天半事假,家里有点事要回去一趟,谢谢啦麻烦了";
const long = `${short}。`.repeat(98).slice(0, 4000);

/** Modules are cached within a process: each load is a process that prints how long it took, with the program's compile cache. */
const loader = `
  import { enableCompileCache } from "node:module";
  enableCompileCache();
  const before = performance.now();
  await import("./src/lib/chinese-time/read-times.ts");
  console.log(performance.now() - before);`;

const loaded = (): number =>
  Number(execFileSync(process.execPath, ["--input-type=module", "-e", loader], { encoding: "utf8" }));

/** Loading, a short message, a long one. */
export function speed(): Row[] {
  const calendar = openCalendar("data/calendar.json");
  const once = (text: string): number => {
    const before = performance.now();
    readTimes(text, now, calendar);
    return performance.now() - before;
  };
  const many = (text: string, times: number) => middle(Array.from({ length: times }, () => once(text)));
  many(short, 500);
  loaded();
  return [
    {
      measure: "load, median of 7",
      value: rounded(middle(Array.from({ length: 7 }, loaded)), 1),
      unit: "ms",
    },
    { measure: "a message of 40 characters, median", value: rounded(many(short, 2000), 3), unit: "ms" },
    { measure: "a message of 4,000 characters, median", value: rounded(many(long, 50), 2), unit: "ms" },
  ];
}
