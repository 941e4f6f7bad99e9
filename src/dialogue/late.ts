/**
 * How late or early somebody was, told by two times of one day (几点该到, 几点才到): 9点上班,10点10分到 is 70 minutes late.
 *
 * Takes    the message and the times read from it. Returns the minutes and whether late or early; nothing where one of the two is
 *          missing or the person was in time.
 * Leaves   minutes that are told as such to when.ts, what follows from them to rules/attendance.ts.
 */
import type { ClockReading, TimeReading } from "../lib/chinese-time/reading.ts";
import type { Facts } from "../rules/slots.ts";

const NOON = 720;
const until = "(?=[,,。;;??!!\\s]|算|属|按|怎|咋|是|要|会|迟|旷|早退|行|$)";
const told = "(?:左右|多|钟|整|的时候|就|才|我|人)*";
/** 9点上班, 应该8点半到, 上班时间是9点; 下班 likewise. */
const due = (work: string) =>
  [
    new RegExp(`^(?:钟|整|就|要|该|应该?|开始|正式|准时)*(?:${work})`),
    new RegExp(`(?:${work})时间(?:是|为|:)?$`),
  ] as const;
const starts = due("上班|该到|应到|要到岗");
const ends = due("下班(?!了|走)");
const comes = new RegExp(
  `^${told}(?:走|赶|来|进|回)?(?:到达?|来|进|打卡|签到)(?:了|的|岗|单位|局里?|局机关|办公室|处里|门|上班|打卡|签到)*${until}`,
);
const goes = new RegExp(`^${told}(?:提前|先|偷偷)?(?:走|溜|离开|离岗|跑|撤|下班)(?:了|的|人|掉|岗|单位|局里)*${until}`);

/** The minutes between when one was due and when one came or went. */
export function lateBy(folded: string, times: readonly TimeReading[]): Facts {
  const clocks = times.filter((time) => time.kind === "clock" && time.until === undefined && time.open === undefined);
  const [one, other, ...more] = clocks as readonly ClockReading[];
  if (one === undefined || other === undefined || more.length > 0 || one.date !== other.date) return {};
  const is = ({ span }: ClockReading, [behind, ahead]: ReturnType<typeof due>): boolean =>
    behind.test(folded.slice(span[1])) || ahead.test(folded.slice(0, span[0]));
  const does = ({ span }: ClockReading, what: RegExp): boolean => what.test(folded.slice(span[1]));
  for (const [at, actual] of [
    [one, other],
    [other, one],
  ] as const) {
    if (is(at, starts) && does(actual, comes)) return found(between(at, actual), "late");
    if (is(at, ends) && does(actual, goes)) return found(between(actual, at), "early");
  }
  return {};
}

const found = (minutes: number, lateness: "late" | "early"): Facts => (minutes > 0 ? { minutes, lateness } : {});

const minutesOf = ({ time }: ClockReading): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** From one to the other; 下午2点上班,2点40到 lie on the same side of noon. */
function between(from: ClockReading, to: ClockReading): number {
  const apart = minutesOf(to) - minutesOf(from);
  if (!from.halfUnknown && !to.halfUnknown) return apart;
  const nearest = [apart, apart - NOON, apart + NOON].toSorted((one, other) => Math.abs(one) - Math.abs(other));
  return nearest[0] ?? apart;
}
