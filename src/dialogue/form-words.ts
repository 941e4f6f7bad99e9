/**
 * What a message says to one form alone: the day one was back, how urgent a matter is, the lines of a claim.
 *
 * Takes    the form that is open or begun, the message with its times and counts, the facts read for every form.
 * Returns  the facts that this form reads otherwise. A form that looks back (销假, 清单, 报销) takes 11月20号 for the last one.
 * Leaves   the slots that all forms share to vocabulary.ts, when.ts and free-text.ts.
 */

import { readMoney } from "../lib/chinese-money.ts";
import type { DaysReading, TimeReading } from "../lib/chinese-time/reading.ts";
import { addDays, addMonths, type IsoDate } from "../lib/dates.ts";
import type { Place } from "../lib/places.ts";
import { formOf } from "../requests/form.ts";
import type { RequestType } from "../requests/request.ts";
import type { Facts, SlotName } from "../rules/slots.ts";
import { addsUp } from "./claimed.ts";
import type { ReadColleague } from "./colleague.ts";
import { past } from "./days-behind.ts";
import { whyAway } from "./free-text.ts";
import { isUrgent, matterTold, paperTold } from "./told-beside.ts";
import type { Vocabulary } from "./vocabulary.ts";

interface Heard {
  readonly folded: string;
  readonly text: string;
  readonly times: readonly TimeReading[];
  readonly places: readonly Place[];
  readonly counts: string;
  readonly facts: Facts;
  readonly today: IsoDate;
  readonly vocabulary: Vocabulary;
  readonly colleague: ReadColleague | undefined;
}

/** What is open already, where it is of the same form. */
interface Known {
  readonly asked: SlotName | undefined;
  readonly facts: Facts;
}

/** The facts that the form reads in its own way. */
export function formWords(type: RequestType | undefined, known: Known, heard: Heard): Facts {
  switch (type) {
    case "leave":
      return away(known, heard);
    case "leave-return":
      return backAtWork(known, heard);
    case "major-matter":
      return matter(known, heard);
    case "seal":
      return paper(known, heard);
    case "reimbursement":
      return { ...lately(heard), ...money(known, heard) };
    case "tally":
      return counted(heard);
    case "deputation":
      return standIn(heard);
    case undefined:
      return tells(heard) ? counted(heard) : {};
    case "reception-list":
      return { ...lately(heard), category: guestsOf(heard) };
    default:
      return formOf(type).standsOn !== undefined ? lately(heard) : {};
  }
}

/** 公务接待清单 is the name of the paper: what guests they were is told by the other words. */
const guestsOf = ({ folded, vocabulary }: Heard): Facts["category"] => {
  const besides = folded.replace(/(?:国内)?公务接待(?:费用)?清单/gu, "清单");
  return vocabulary.read(besides, besides).category;
};

/** Why one is away; what answers the question for the kind of leave tells the kind alone. */
function away({ asked }: Known, { folded, text, times, places, vocabulary }: Heard): Facts {
  const reason = whyAway(folded, text, { times, places });
  const kind = asked === "leaveType" && reason === text && vocabulary.read(folded, "").leaveType !== undefined;
  return { reason: kind && text.length <= 6 ? undefined : reason };
}

const back = "(?:回来|回到|回单位|回局|回岗|上班|上岗|到岗|返岗|复工|报到|归队|返回)";
const thenBack = new RegExp(`^[^,,。;;]{0,6}${back}`, "u");
const backThen = new RegExp(`${back}[^,,。;;\\d]{0,5}$`, "u");

/** The day with 回来上班 beside it, or the one that answers; any other day tells which leave is meant. */
function backAtWork({ asked, facts }: Known, { folded, times, today }: Heard): Facts {
  const days = times.filter((time) => time.kind === "days");
  const beside = ({ span }: DaysReading): boolean =>
    thenBack.test(folded.slice(span[1])) || backThen.test(folded.slice(0, span[0]));
  // Once it is known which leave is meant, there is but one day to tell.
  const settled = asked === "end" || (facts.basis !== undefined && asked !== "basis");
  const told = days.findLast(beside) ?? (settled ? days.at(-1) : undefined);
  const other = days.find((day) => day !== told);
  return {
    start: other && lastOf(other.start, other.words, today),
    end: told && lastOf(told.end, told.words, today),
    days: undefined,
    startHalf: undefined,
    endHalf: undefined,
  };
}

/** The days of a form that looks back. */
function lately({ folded, facts: { start, end }, today }: Heard): Facts {
  return {
    ...(start === undefined ? {} : { start: lastOf(start, folded, today) }),
    ...(end === undefined ? {} : { end: lastOf(end, folded, today) }),
  };
}

/** 15号报了2条, 11月20号引资了500万: a count of items or a sum that came in, said with what makes it past. */
const tells = ({ folded, facts: { reported, amount } }: Heard): boolean =>
  (reported !== undefined || (amount !== undefined && /引资|引进/u.test(folded))) && /[了过]|到位/u.test(folded);

/** What was reported and what came in lies behind: 15号报了2条 on the 23rd is of the 15th before, 11月20号 not of next year. */
function counted({ times, facts: { start }, today }: Heard): Facts {
  const told = times.find((time) => time.kind === "days" && time.start === start);
  return told?.kind === "days" ? { start: past(told, today).start } : {};
}

/** 11月20号 read as the next one, where the last one must be meant. A day that is told as one to come stays. */
function lastOf(day: IsoDate, words: string, today: IsoDate): IsoDate {
  if (day <= today || /\d{4}年|明[天早晚年]|后天|下[个周月]/u.test(words)) return day;
  if (/月|\d[./-]\d/u.test(words)) return addMonths(day, -12);
  if (/周|星期|礼拜/u.test(words)) return addDays(day, -7);
  return /号|日/u.test(words) ? addMonths(day, -1) : day;
}

/** What the matter is: the message without the words that only ask for the form. */
function matter({ facts, asked }: Known, heard: Heard): Facts {
  const emergency = isUrgent(heard.folded) ? { emergency: true } : {};
  if (facts.item !== undefined || asked !== undefined) return emergency;
  return { ...emergency, item: matterTold(heard) };
}

/** The paper to be sealed. */
const paper = ({ facts, asked }: Known, heard: Heard): Facts =>
  facts.item !== undefined || asked !== undefined || /《/u.test(heard.folded) ? {} : { item: paperTold(heard) };

/** The colleague who is to decide meanwhile; 下周 is all of its days that are still to come. */
function standIn({ folded, times, today, colleague }: Heard): Facts {
  const named = colleague?.(folded);
  const [days, ...others] = times.filter((time) => time.kind === "days");
  const whole = others.length === 0 && (days?.grain === "week" || days?.grain === "month") ? days : undefined;
  return {
    ...(named === undefined ? {} : { deputy: named.id, deputyPost: named.post }),
    ...(whole === undefined
      ? {}
      : { start: whole.start < today && today <= whole.end ? today : whole.start, end: whole.end }),
  };
}

/** The lines, or what is added to the amount. A total told beside several lines says nothing of any of them. */
function money({ asked, facts: known }: Known, { folded, counts, facts, vocabulary }: Heard): Facts {
  const claims = vocabulary.claims(counts);
  if (claims.length > 0) return { claims: [...claims] };
  const sums = readMoney(counts);
  const [sum, ...others] = sums;
  const single = sum === undefined || others.length > 0 || sum.approximate ? undefined : sum.yuan;
  if (addsUp(folded)) return single === undefined ? {} : { amount: single };
  if ((known.claims?.length ?? 0) > 1 && facts.amount !== undefined) return { amount: undefined };
  if (asked === "amount" && sums.length === 0 && isName(folded.trim(), vocabulary)) return { item: folded.trim() };
  return named(facts.item ?? known.item, facts.amount ?? (asked === "amount" ? single : undefined), vocabulary);
}

/** 高铁票, where the sum was asked for: the sum is still to come. */
const isName = (said: string, { claims }: Vocabulary): boolean =>
  said.length <= 8 && claims(`${said}10元`).some((line) => line.said === said);

/** 高铁票, and its sum told apart from it, are a line too. */
function named(item: string | undefined, yuan: number | undefined, { claims }: Vocabulary): Facts {
  if (item === undefined || yuan === undefined) return {};
  const [line, ...others] = claims(`${item}${yuan}元`);
  if (line?.said === undefined || others.length > 0 || !item.endsWith(line.said)) return {};
  const alone = claims(`${item.slice(0, -line.said.length)}${yuan}元`).length === 0;
  return alone ? { claims: [line] } : {};
}
