/**
 * A draft's facts after one more message: what was said replaces what was known, and the days are counted anew.
 *
 * Takes    the form, the facts known, the facts said, the calendar. Returns the facts that follow.
 * Leaves   whether the span makes sense to the reader of dates: an end before a start never gets here.
 * Leave counts working days (READINGS), a trip natural days; a year without a calendar is counted in natural days and flagged.
 */
import type { Calendar } from "../lib/calendar.ts";
import { addDays, daysInclusive } from "../lib/dates.ts";
import { countsDays } from "../requests/form.ts";
import type { Form } from "../requests/form-row.ts";
import type { Facts } from "../rules/slots.ts";
import type { Shift } from "./shift.ts";

/** The facts of the draft with the message's facts taken in; `fromThen`: only the beginning of the days was said. */
export function update(form: Form, known: Facts, said: Facts, calendar: Calendar, fromThen = false): Facts {
  const given = Object.fromEntries(
    Object.entries(said).filter(([slot, value]) => value !== undefined && form.slots.includes(slot as keyof Facts)),
  );
  const newSpan = said.start !== undefined;
  const kept: Facts = newSpan
    ? {
        ...known,
        end: undefined,
        startHalf: undefined,
        endHalf: undefined,
        days: said.days ?? (said.end === undefined || halfKept(known, said) ? known.days : undefined),
      }
    : known;
  const whole =
    said.days !== undefined && said.days % 1 === 0 && said.startHalf === undefined && said.endHalf === undefined;
  // 不住了: no nights are left of it, and a trip of its nights alone is one day.
  const leftOut: Facts =
    form.type === "travel" && said.overnight === false && known.nights !== undefined
      ? {
          nights: undefined,
          ...(said.start === undefined && known.start !== undefined && known.end === addDays(known.start, known.nights)
            ? { end: known.start, days: undefined }
            : {}),
        }
      : {};
  const merged: Facts = {
    ...kept,
    ...leftOut,
    ...given,
    ...(whole ? { startHalf: undefined, endHalf: undefined } : {}),
  };
  // 明天请假 is one day of leave, and so is 明天由他代批; 明天去武汉 does not say when the trip ends.
  const ofADay = form.type === "leave" || form.handsOver === true;
  const oneDay = ofADay && newSpan && !fromThen && merged.end === undefined && merged.days === undefined;
  const spanned = oneDay ? { ...merged, end: merged.start } : merged;
  return counted(form, withMonth(form, withNights(form, spanned, said), said), said, calendar);
}

/** What is counted by months: a day told is of its month, another month drops the day, a year alone leaves the month open. */
function withMonth(form: Form, facts: Facts, said: Facts): Facts {
  if (!form.slots.includes("month")) return facts;
  const { year, ...rest } = facts;
  if (said.start !== undefined) return { ...rest, month: said.start.slice(0, 7) };
  if (said.month !== undefined) {
    // 去年引资500万, then 12月的.
    const month = said.year === undefined && year !== undefined ? `${year}${said.month.slice(4)}` : said.month;
    return { ...rest, month, start: facts.start?.startsWith(month) ? facts.start : undefined };
  }
  return year === undefined || facts.month?.startsWith(year)
    ? rest
    : { ...rest, year, start: undefined, month: undefined };
}

/** 请半天, then 明天: the half day stays one; which half is asked for. */
const halfKept = (known: Facts, { start, end, startHalf }: Facts): boolean =>
  known.days === 0.5 && start === end && startHalf === undefined;

/** 推迟一天, 少请一天: the span moved or stretched; nothing where there is no span yet. */
export function shifted(form: Form, facts: Facts, shift: Shift, calendar: Calendar): Facts {
  const { start, end, days } = facts;
  if (start === undefined || end === undefined) return facts;
  if (shift.by === "length") {
    const length = (days ?? 1) + shift.days;
    return length <= 0 ? facts : update(form, facts, { days: length }, calendar);
  }
  const moved = { start: addDays(start, shift.days), end: addDays(end, shift.days) };
  return Number.isInteger(shift.days) ? update(form, facts, moved, calendar) : facts;
}

/** 后天去,住一晚: a trip ends as many days after its start as it has nights, where no end was said. */
function withNights(form: Form, facts: Facts, said: Facts): Facts {
  const { start, end, nights } = facts;
  const untold = said.nights !== undefined || said.start !== undefined;
  if (
    countsDays(form, facts) !== "natural" ||
    form.type === "leave" ||
    start === undefined ||
    nights === undefined ||
    !untold
  )
    return facts;
  return end === undefined || end === start ? { ...facts, end: addDays(start, nights) } : facts;
}

function counted(form: Form, facts: Facts, said: Facts, calendar: Calendar): Facts {
  const by = countsDays(form, facts);
  if (by === "none" || facts.start === undefined) return facts;
  const lengthened =
    said.days !== undefined &&
    !(said.start !== undefined && said.end !== undefined && (said.end !== said.start || said.days === 1));
  const asked = said.days ?? facts.days;
  // One day of leave on a Saturday is no day of leave: it never becomes the Monday after.
  const free = by === "working" && calendar.isWorkday(facts.start) === false;
  const end =
    (lengthened || facts.end === undefined) && asked !== undefined
      ? free && asked <= 1
        ? facts.start
        : endOf(by, facts.start, asked, calendar)
      : facts.end;
  if (end === undefined) return facts;
  const whole = spanDays(by, facts.start, end, calendar);
  const unsettled = facts.startHalf === undefined && facts.endHalf === undefined && facts.start === end;
  const fractional = (lengthened && asked !== undefined && asked % 1 !== 0) || (asked === 0.5 && unsettled);
  const days = fractional ? asked : countDays(by, { ...facts, end }, calendar);
  return { ...facts, end, days, daysOff: daysInclusive(facts.start, end) - whole };
}

/** Days of a span with its halves, counted as working or natural days. */
export function countDays(
  by: "working" | "natural",
  { start, end, startHalf, endHalf }: Facts,
  calendar: Calendar,
): number | undefined {
  if (start === undefined || end === undefined) return undefined;
  // Half of a Saturday takes nothing from the days at work.
  const off = (day: string, half: Facts["startHalf"]) =>
    half === undefined ? 0 : spanDays(by, day, day, calendar) / 2;
  const halves = off(start, startHalf) + off(end, endHalf);
  return spanDays(by, start, end, calendar) - (start === end ? Math.min(halves, 0.5) : halves);
}

function endOf(by: "working" | "natural", start: string, days: number, calendar: Calendar): string {
  const whole = Math.max(1, Math.ceil(days));
  if (by === "natural") return addDays(start, whole - 1);
  const nth = calendar.nthWorkday(start, whole);
  return nth === "unknown-year" ? addDays(start, whole - 1) : nth;
}

function spanDays(by: "working" | "natural", start: string, end: string, calendar: Calendar): number {
  if (by === "natural") return daysInclusive(start, end);
  const { days, unknownYears } = calendar.workdays(start, end);
  return unknownYears.length > 0 ? daysInclusive(start, end) : days;
}
