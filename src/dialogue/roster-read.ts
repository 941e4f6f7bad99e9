/**
 * What a message says of a duty roster (值班表): the days, who there is for each role, whose turn it is; or the roster itself.
 *
 * Takes    the message as typed, its moment, the calendar, and the slot that was asked for. Returns facts.
 * Leaves   names to roster-names.ts, days to roster-days.ts, drawing up and checking to rules/. A roster is read only where
 *          days stand in rows: a day, then names. With 国庆 above them, the days of 国庆 are those it must cover.
 */
import type { Calendar } from "../lib/calendar.ts";
import { readTimes } from "../lib/chinese-time/read-times.ts";
import type { DaysReading, TimeReading } from "../lib/chinese-time/reading.ts";
import type { IsoDate, Moment } from "../lib/dates.ts";
import { fold } from "../lib/text.ts";
import type { Facts, RosterRow, SlotName } from "../rules/slots.ts";
import { dutyDaysOf, rowDays } from "./roster-days.ts";
import { type Named, namesIn, type Role, roleOf } from "./roster-names.ts";

/** The rule that these facts are for. */
export const dutyRoster = "duty-roster";

const ofDuty = /值班|带班|轮值|轮班|值守|排[^,,。;;]{0,3}班/;

/** Does a message speak of being on duty? */
export const saysDuty = (folded: string): boolean => ofDuty.test(folded);

/** The facts of a roster in a message. */
export function rosterFacts(typed: string, now: Moment, calendar: Calendar, asked: SlotName | undefined): Facts {
  // 初二 alone is the second day of a lunar month only where 正月 is said.
  const text = typed
    .replace(/(?<=^|[\n;;|])(\s*)(?=(?:大年)?初[一二三四五六七八九十])/gu, "$1正月")
    .replace(/正月大年/g, "正月");
  // 上次 is no word of time here: it would turn the days that are meant into days gone by.
  const { rest, ...turn } = turnsIn(text);
  const folded = fold(rest);
  const times = readTimes(folded, now, calendar);
  const rows = rowsOf(rest, folded, times, now.date);
  if (rows !== undefined) {
    const before = times.filter(({ span }) => span[1] <= rows.from);
    const first = rows.rows[0]?.day ?? now.date;
    const covers = dutyDaysOf(before, calendar, first);
    return { ...covers, roster: [...rows.rows] };
  }
  const { unsaid, ...named } = namesIn(blanked(rest, times));
  const answered = asked !== undefined && isRole(asked) && named[asked].length === 0 ? { [asked]: unsaid } : {};
  return { ...dutyDaysOf(times, calendar, now.date), ...turn, ...filledOnly({ ...named, ...answered }) };
}

const isRole = (slot: SlotName): slot is Role => slot === "leaders" || slot === "heads" || slot === "others";

const filledOnly = (named: Partial<Record<Role, string[]>>): Facts =>
  Object.fromEntries(Object.entries(named).filter(([, names]) => names.length > 0));

/** The text with its dates and lengths as commas: what stands on both sides of one is apart. */
function blanked(text: string, times: readonly TimeReading[]): string {
  return times.reduceRight((left, { span }) => `${left.slice(0, span[0])},${left.slice(span[1])}`, text);
}

const last =
  /(?:上次|上回|上一轮|上轮|上期|上一?个(?:假期|节)|前一轮|之前)[^,,。;;\n]{0,8}?(?:到|最后(?:一个|一位)?(?:是|为)?)了?([^,,。;;\n]{1,20})/u;
const first =
  /(?:从|由)([^,,。;;\n]{1,20}?)(?:开始|起头|打头|排起|起|接着|先排|先)|(?:该|轮到)([^,,。;;\n]{1,20}?)(?:了|开始|先|[,,。;;\n]|$)/u;

/** Whose turn it is: 上次排到李局, 从赵科开始; and the text without it. */
function turnsIn(text: string): Pick<Facts, "lastOnDuty" | "firstOnDuty"> & { readonly rest: string } {
  const found = { last: last.exec(text), first: first.exec(text) };
  const names = (said: string | undefined): string[] => {
    const { leaders, heads, others, unsaid } = namesIn(said ?? "");
    return [...leaders, ...heads, ...others, ...unsaid];
  };
  const lastOnDuty = names(found.last?.[1]);
  const firstOnDuty = names(found.first?.[1] ?? found.first?.[2]);
  const without = lastOnDuty.length > 0 ? text.replace(last, ",") : text;
  return {
    rest: firstOnDuty.length > 0 ? without.replace(first, ",") : without,
    ...(lastOnDuty.length > 0 ? { lastOnDuty } : {}),
    ...(firstOnDuty.length > 0 ? { firstOnDuty } : {}),
  };
}

interface Rows {
  readonly rows: readonly RosterRow[];
  /** Where the first of them begins. */
  readonly from: number;
}

const isWeekday = /^(?:周|星期|礼拜)/;
const heading = /值班|排班|放假|假期|安排|表/;
const asksWhether =
  /行不|行吗|可以吗|可不可以|合不合|合规|符合|对不对|对吗|有没有(?:问题|漏)|有问题|检查|核对|核一下|审一下|把关|看看|看下|看一下|瞧瞧|缺|漏/;

/** The rows of a roster; nothing where the days of the message are no rows. */
function rowsOf(text: string, folded: string, times: readonly TimeReading[], today: IsoDate): Rows | undefined {
  const spans = times.filter((time) => time.kind === "days");
  const dates = spans.filter(({ words }) => !isWeekday.test(words));
  const days = dates.length > 0 ? dates : spans;
  const headings = headingsIn(text, days[0]?.span[0] ?? 0);
  const found: { readonly span: DaysReading; readonly named: Named; readonly untitled: boolean }[] = days.map(
    (span, at) => {
      const until = days[at + 1]?.span[0] ?? text.length;
      const words = blankedWithin(text, spans, span.span[1], until);
      const named = headings === undefined ? namesIn(words) : byColumn(lineOf(words), headings);
      return { span, named, untitled: heading.test(folded.slice(span.span[1], until)) };
    },
  );
  const held = ({ leaders, heads, others, unsaid }: Named) =>
    leaders.length + heads.length + others.length + unsaid.length;
  const filled = found.filter(({ named }) => held(named) > 0);
  const single = filled.length === 1 && filled[0]?.span.start === filled[0]?.span.end;
  if (filled.length < 2 && !(single && asksWhether.test(folded))) return undefined;
  const start = filled[0]?.span.span[0] ?? 0;
  const kept = found.filter(
    ({ span, named, untitled }) => span.span[0] >= start && (held(named) > 0 || (span.start === span.end && !untitled)),
  );
  const rows: RosterRow[] = [];
  for (const { span, named } of kept) {
    for (const day of rowDays(span, rows.at(-1)?.day, today)) rows.push({ day, ...named });
  }
  return { rows, from: start };
}

/** The part of a text with the weekdays and other days in it blanked. */
function blankedWithin(text: string, spans: readonly DaysReading[], from: number, until: number): string {
  const inside = spans.filter(({ span }) => span[0] >= from && span[1] <= until);
  return inside.reduceRight(
    (left, { span }) => `${left.slice(0, span[0] - from)}${left.slice(span[1] - from)}`,
    text.slice(from, until),
  );
}

interface Headings {
  readonly mark: "|" | "\t" | undefined;
  /** The roles of the columns behind that of the day; undefined where a column is of something else. */
  readonly columns: readonly (Role | undefined)[];
}

/** 日期 | 局领导 | 科室负责人 | 职工: the line above the first day that names the columns. */
function headingsIn(text: string, firstDay: number): Headings | undefined {
  const above = text.slice(0, firstDay).split("\n").slice(0, -1);
  const line = above.findLast((one) => cellsOf(one).filter((cell) => roleOf(cell) !== undefined).length > 1);
  if (line === undefined || line.includes(":") || line.includes(":")) return undefined;
  const mark = line.includes("|") ? "|" : line.includes("\t") ? "\t" : undefined;
  const cells = cellsOf(line).map(roleOf);
  // The column of the day is the first; without a heading of its own, the roles begin at once.
  return { mark, columns: cells[0] === undefined ? cells.slice(1) : cells };
}

const cellsOf = (line: string): readonly string[] =>
  line.includes("|")
    ? line
        .replace(/^\s*\|/u, "")
        .replace(/\|\s*$/u, "")
        .split("|")
    : line.includes("\t")
      ? line.split("\t")
      : line.trim().split(/[\s,,]+/u);

const lineOf = (words: string): string => words.split("\n")[0] ?? "";
const nobody = /^(?:[-—–/\\.。\s]*|无|空|缺|待定|暂无|没有)$/u;

/** The cells behind the day by their columns; an empty one is a gap. */
function byColumn(behind: string, { mark, columns }: Headings): Named {
  const named = { leaders: [] as string[], heads: [] as string[], others: [] as string[], unsaid: [] as string[] };
  const cells =
    mark === undefined ? behind.trim().split(/[\s,,]+/u) : behind.slice(behind.indexOf(mark) + 1).split(mark);
  for (const [at, role] of columns.entries()) {
    if (role === undefined) continue;
    const names = (cells[at] ?? "")
      .split(/[、,,//]/u)
      .map((name) => name.replace(/[((][^()()]*[))]|[*:]/gu, "").trim());
    named[role].push(...names.filter((name) => !nobody.test(name) && name.length <= 20));
  }
  return named;
}
