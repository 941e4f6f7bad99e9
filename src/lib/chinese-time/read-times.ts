/**
 * Reads what a message says about time: days, lengths, hours, deadlines, and what has to be asked.
 *
 * Takes    a message as typed, the moment it came, and the calendar of holidays.
 * Returns  readings in the order of the text, with places in the text as typed; never a start after its end.
 * Leaves   which reading is the leave or the trip to the caller (span.ts helps), wording to answer/.
 */
import type { Calendar } from "../calendar.ts";
import type { Moment } from "../dates.ts";
import { fold } from "../text.ts";
import { combine } from "./combine.ts";
import { join } from "./join.ts";
import type { Talk } from "./piece.ts";
import type { TimeReading } from "./reading.ts";
import { scan } from "./scan.ts";

export interface ReadOptions {
  /** Where a day without month or year lies; by default the words of the message decide. */
  readonly lean?: "future" | "past";
}

/** Longer messages are read up to here: nobody files leave on the third page. */
const MOST_CHARACTERS = 8000;

/** Words of a talk about what has been, unless it also plans: 补 in 补助 is none. */
const MAKES_UP = /补(?![助贴充给偿习考品丁])/;
const PAST = /昨|前天|上上?个?(?:周|星期|礼拜|月)|上[次回]|那天.{0,12}[没了过]|已经|刚才|去年/;
const PLANS = /想|要|打算|准备|计划|申请|明天|后天|下个?(?:周|星期|礼拜|月)/;

const isPast = (text: string) => MAKES_UP.test(text) || (PAST.test(text) && !PLANS.test(text));

export function readTimes(message: string, now: Moment, calendar: Calendar, options: ReadOptions = {}): TimeReading[] {
  const typed = message.slice(0, MOST_CHARACTERS);
  const text = fold(typed);
  const talk: Talk = { text, typed, now, calendar, lean: options.lean ?? (isPast(text) ? "past" : "future") };
  return combine(talk, join(talk, scan(talk)));
}
