/**
 * The last day of a trip (最后一天), as somebody tells it who is back: 昨天回来的, 周二就回来了, 20号回来的.
 *
 * Takes    the words, the moment, the day the trip began, the readers. Returns the day; nothing where none is told.
 * Why      days are read as days to come: one that lies ahead is read again from the trip's beginning, for it is over.
 */
import type { IsoDate, Moment } from "../lib/dates.ts";
import { type Readers, understand } from "./read.ts";
import { freshState } from "./state.ts";

const ahead = /[明后]天|[明下][个年周月]|下(?:星期|礼拜)/u;

/** The last day that the words tell. */
export function lastDayTold(text: string, now: Moment, start: IsoDate, readers: Readers): IsoDate | undefined {
  const from = (date: IsoDate): IsoDate | undefined => {
    const { facts } = understand(text, { ...now, date }, readers, freshState);
    return facts.end ?? facts.start;
  };
  const day = from(now.date);
  if (day === undefined || day <= now.date || ahead.test(text)) return day;
  const past = from(start);
  return past !== undefined && past <= now.date ? past : day;
}
