/**
 * The rows of a duty roster that somebody pasted (值班表): a day, then who stands on it.
 *
 * Takes    the message and the days read from it. Returns the rows in the order of the message, and where they stand in it;
 *          nothing where days are not followed by names.
 * Leaves   names and their roles to roster-names.ts. A table's columns are read by its line of headings, an empty cell is a
 *          gap; without one, names in a row have the roles that are said beside them, or none.
 */
import type { DaysReading, TimeReading } from "../lib/chinese-time/reading.ts";
import type { IsoDate } from "../lib/dates.ts";
import type { RosterRow } from "../rules/slots.ts";
import { rowDays } from "./roster-days.ts";
import { byTitle, type Named, namesIn, postsIn, type Role, roleOf } from "./roster-names.ts";

export interface Rows {
  readonly rows: readonly RosterRow[];
  /** Where the first of them begins, and the day of the last one ends. */
  readonly from: number;
  readonly to: number;
}

interface Row {
  readonly span: DaysReading;
  readonly named: Named;
  readonly held: boolean;
  /** 国庆值班表: the day names the roster, it begins no row. */
  readonly titled: boolean;
}

const isWeekday = /^(?:周|星期|礼拜)/;
const heading = /值班|排班|放假|假期|安排|表/;
const asksWhether =
  /行不|行吗|可以吗|可不可以|合不合|合规|符合|对不对|对吗|有没有(?:问题|漏)|有问题|检查|核对|核一下|审一下|把关|看看|看下|看一下|瞧瞧|缺|漏/;
const wantsOne = /怎么|怎样|咋|如何|排一下|排个/;

/** The rows of a roster; nothing where the days of the message are no rows. */
export function rowsOf(text: string, times: readonly TimeReading[], today: IsoDate, asked: boolean): Rows | undefined {
  const found = rowsAt(text, times);
  const filled = found.filter(({ held }) => held);
  const [first] = filled;
  // One day with names may be asked for as well as shown: only where it is to be judged, it is a roster.
  const single = filled.length === 1 && first?.span.start === first?.span.end;
  const judged = single && (asked || asksWhether.test(text)) && !wantsOne.test(text);
  if (first === undefined || (filled.length < 2 && !judged)) return undefined;
  const from = first.span.span[0];
  const kept = found.filter(
    ({ span, held, titled }) => span.span[0] >= from && (held || (span.start === span.end && !titled)),
  );
  const rows: RosterRow[] = [];
  for (const { span, named } of kept) {
    for (const day of rowDays(span, rows.at(-1)?.day, today)) rows.push({ day, ...named });
  }
  return { rows, from, to: kept.at(-1)?.span.span[1] ?? from };
}

/** Every day of the message with the names between it and the next. */
function rowsAt(text: string, times: readonly TimeReading[]): readonly Row[] {
  const spans = times.filter((time) => time.kind === "days");
  const dates = spans.filter(({ words }) => !isWeekday.test(words));
  const days = dates.length > 0 ? dates : spans;
  const headings = headingsIn(text, days);
  return days.map((span, at) => {
    const words = dateless(text, spans, span.span[1], days[at + 1]?.span[0] ?? text.length);
    const titled = heading.test(lineOf(words));
    const inColumns = headings !== undefined && !titled ? byColumn(lineOf(words), headings) : undefined;
    const named =
      inColumns ?? (headings === undefined ? (postsIn(words) ?? byTitle(namesIn(words))) : byTitle(namesIn("")));
    const held = Object.values(named).some((names) => names.length > 0);
    return { span, named, held, titled };
  });
}

/** A part of the text without the weekdays and other days in it. */
function dateless(text: string, spans: readonly DaysReading[], from: number, until: number): string {
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

/** 日期 | 局领导 | 科室负责人 | 职工: the line without a day that names the columns, and nothing else. */
function headingsIn(text: string, days: readonly DaysReading[]): Headings | undefined {
  let from = 0;
  for (const line of text.split("\n")) {
    const to = from + line.length;
    const cells = cellsOf(line);
    const roles = cells.map(roleOf);
    const named = roles.filter((role) => role !== undefined).length;
    const dated = days.some(({ span }) => span[0] < to && span[1] > from);
    const others = cells.filter((cell, at) => roles[at] === undefined && !otherColumn.test(cell)).length;
    if (named > 1 && others === 0 && !dated) {
      const mark = line.includes("|") ? "|" : line.includes("\t") ? "\t" : undefined;
      // The column of the day is the first; without a heading of its own, the roles begin at once.
      return { mark, columns: roles[0] === undefined ? roles.slice(1) : roles };
    }
    from = to + 1;
  }
  return undefined;
}

const otherColumn = /^\s*(?:日期|时间|值班日期|星期|周几|序号|电话|手机|联系方式|联系电话|备注|地点|值班电话)?\s*$/u;

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
const nobody = /^(?:[.\s]*|无|空|缺|待定|暂无|没有)$/u;

/** The cells behind the day by their columns; an empty one is a gap. */
function byColumn(behind: string, { mark, columns }: Headings): Named {
  const named = { leaders: [] as string[], heads: [] as string[], others: [] as string[], unsaid: [] as string[] };
  const cells =
    mark === undefined ? behind.trim().split(/[\s,,]+/u) : behind.slice(behind.indexOf(mark) + 1).split(mark);
  for (const [at, role] of columns.entries()) {
    if (role === undefined) continue;
    const names = (cells[at] ?? "").split(/[、,,//]/u).map(nameOf);
    named[role].push(...names.filter((name) => !nobody.test(name) && name.length <= 20));
  }
  return named;
}

/** A name in a cell: no marks, and nothing that stands in brackets beside it. */
const nameOf = (cell: string): string =>
  cell
    .replace(/[((][^()()]*[))]/gu, "")
    .replace(/[^\p{L}\p{N}·. ]/gu, "")
    .trim();
