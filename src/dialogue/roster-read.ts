/**
 * What a message says of a duty roster (值班表): the days, who there is for each role, whose turn it is; or the roster itself.
 *
 * Takes    the message as typed, its moment, the calendar, and the slot that was asked for. Returns facts.
 * Leaves   names to roster-names.ts, days to roster-days.ts, rows to roster-rows.ts, drawing up and checking to rules/.
 *          Where 国庆 stands beside the rows, the days of 国庆 are those that they must cover.
 */
import type { Calendar } from "../lib/calendar.ts";
import { readTimes } from "../lib/chinese-time/read-times.ts";
import type { TimeReading } from "../lib/chinese-time/reading.ts";
import type { Moment } from "../lib/dates.ts";
import { fold } from "../lib/text.ts";
import type { Facts, SlotName } from "../rules/slots.ts";
import { dutyDaysOf } from "./roster-days.ts";
import { byTitle, namesIn, type Role, surely, surnames } from "./roster-names.ts";
import { rowsOf } from "./roster-rows.ts";

/** The rule that these facts are for. */
export const dutyRoster = "duty-roster";

const ofDuty = /值班|带班|轮值|轮班|值守|排[^,,。;;]{0,4}班|(?<![上下加晚])班[^,,。;;车费]{0,2}排/;

/** Does a message speak of being on duty? */
export const saysDuty = (folded: string): boolean => ofDuty.test(folded);

/** The facts of a roster in a message. */
export function rosterFacts(typed: string, now: Moment, calendar: Calendar, asked: SlotName | undefined): Facts {
  const text = spaced(halfWidth(typed));
  // 上次 is no word of time here: it would turn the days that are meant into days gone by.
  const { rest, ...turn } = turnsIn(text);
  // 赵六 周九 are two names and no six weeks.
  const folded = fold(rest).replace(sixth, "某");
  const times = readTimes(folded, now, calendar);
  const rows = rowsOf(rest, times, now.date, asked === "roster");
  if (rows !== undefined) {
    const beside = times.filter(
      (time) =>
        time.span[1] <= rows.from || (time.kind === "days" && time.holiday !== undefined && time.span[0] >= rows.to),
    );
    return { ...dutyDaysOf(beside, calendar, rows.rows[0]?.day ?? now.date), roster: [...rows.rows] };
  }
  return { ...dutyDaysOf(times, calendar, now.date), ...turn, ...peopleIn(blanked(rest, times), asked) };
}

/** Who there is for each role; names that stand alone answer the role that was asked for. */
function peopleIn(text: string, asked: SlotName | undefined): Facts {
  const said = namesIn(text);
  if (asked !== undefined && isRole(asked) && said[asked].length === 0) {
    const { unsaid, ...named } = said;
    return filledOnly({ ...named, [asked]: unsaid });
  }
  const { unsaid, ...named } = byTitle(said);
  const unplaced = surely(unsaid);
  return { ...filledOnly(named), ...(unplaced.length > 1 ? { unplaced } : {}) };
}

const sixth = new RegExp(`(?<=[${surnames}])[一二两三四五六七八九十](?=\\s+周)`, "gu");

/** Marks of full width as those of half width, each in its place: a comma parts names however it was typed. */
const halfWidth = (typed: string): string =>
  typed.replace(/[\uff01-\uff5e\u3000]/gu, (mark) =>
    mark === "\u3000" ? " " : String.fromCharCode(mark.charCodeAt(0) - 0xfee0),
  );

/** 初二 alone is a day of 正月 only where that is said, and 周六周日 are two days. */
const spaced = (typed: string): string =>
  typed
    .replace(/(?<=^|[\n;;|])(\s*)(?:大年)?(?=初[一二三四五六七八九十])/gu, "$1正月")
    .replace(/((?:周|星期|礼拜)[一二三四五六日天])(?=(?:周|星期|礼拜)[一二三四五六日天])/gu, "$1、");

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
