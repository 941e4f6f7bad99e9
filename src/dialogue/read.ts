/**
 * A message understood (来话): what it does, and every slot its words fill, without a model.
 *
 * Takes    the text and the moment of a turn, and the readers opened from data/.
 * Returns  Understood: act, question or not, form, facts, dates that cannot be read safely.
 * Leaves   what happens next to step.ts. Pure: the same message at the same moment is always read alike.
 */
import type { Calendar } from "../lib/calendar.ts";
import { type Party, readParty } from "../lib/chinese-counts.ts";
import { readTimes } from "../lib/chinese-time/read-times.ts";
import type { DaysReading, ProblemReading } from "../lib/chinese-time/reading.ts";
import { type IsoDate, type Moment, mondayOf } from "../lib/dates.ts";
import type { ReadPlaces } from "../lib/places.ts";
import { fold, stripControls } from "../lib/text.ts";
import { allowed, type Facts, type SlotName, type Stop } from "../rules/slots.ts";
import type { ActReader } from "./acts.ts";
import { amountOf } from "./amount-said.ts";
import { countable, isBare } from "./blanks.ts";
import { clauseAsked } from "./clause-asked.ts";
import type { ReadColleague } from "./colleague.ts";
import { compared } from "./compared.ts";
import { formWords } from "./form-words.ts";
import { freeText } from "./free-text.ts";
import { type Intent, intentOf } from "./intent.ts";
import { lateBy } from "./late.ts";
import type { Phrases } from "./phrases.ts";
import { dutyRoster, rosterFacts, saysDuty } from "./roster-read.ts";
import { seated } from "./seated.ts";
import { type Shift, shiftOf } from "./shift.ts";
import type { DialogueState } from "./state.ts";
import { stopsOf } from "./stops.ts";
import { isOwn, type VerdictSaid, verdictSaid } from "./verdict.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { when } from "./when.ts";
import { whichOf } from "./which.ts";
import { wishesIn } from "./wishes.ts";

export interface Readers {
  readonly acts: ActReader;
  readonly phrases: Phrases;
  readonly vocabulary: Vocabulary;
  readonly places: ReadPlaces;
  readonly calendar: Calendar;
  /** The speaker's colleagues; without a speaker nobody is named. */
  readonly colleague?: ReadColleague;
}

export interface Understood extends Intent {
  /** The text without control characters, as the person wrote it. */
  readonly text: string;
  readonly folded: string;
  readonly facts: Facts;
  readonly problem?: ProblemReading;
  readonly several?: readonly DaysReading[];
  /** Only the beginning of the days was said: 从26号开始. */
  readonly fromThen?: true;
  /** The length was told in whole weeks. */
  readonly weeks?: number;
  /** Other requests of the same message, as typed: they wait until this one is done. */
  readonly later?: readonly string[];
  /** Nothing but a date, a count or a place: 后天, 4个人. */
  readonly bare: boolean;
  /** 坐飞机和坐高铁分别…: the cases compared. */
  readonly cases: readonly Facts[];
  /** 推迟一天, 少请一天: a change of the draft's span. */
  readonly shift?: Shift;
  /** 三、(四)5 写的什么: the clause whose text is asked for, as it was said. */
  readonly clause?: string;
  /** 第一条, 第2条; 全部 as "all". */
  readonly which: readonly number[] | "all";
  /** 同意第一条, 看房的退回,没写地点: what is to become of one of a list. */
  readonly verdict?: VerdictSaid;
}

/** Reads one message in the state it meets: beside an open draft, 到周三就回来 is the Wednesday after its start, not after today. */
export function understand(raw: string, now: Moment, readers: Readers, state: DialogueState): Understood {
  const text = stripControls(raw).trim();
  const waits = state.draft ?? state.withdrawing ?? state.rejecting ?? state.batching;
  const [first = text, ...later] = waits === undefined ? wishesIn(text, readers.acts) : [];
  const cut = one(first, now, readers, state);
  if (later.length === 0 && first === text) return cut;
  // Where the first part begins no form, nothing would take up the others: the message is read whole.
  const decides = cut.act === "approve" || cut.act === "reject";
  return later.length > 0 && (cut.form !== undefined || decides) && !cut.asks
    ? { ...cut, later }
    : one(text, now, readers, state);
}

/** Reads a message, or the part of one that is one request. */
function one(text: string, now: Moment, readers: Readers, state: DialogueState): Understood {
  const { draft } = state;
  const folded = heard(readers.vocabulary.respell(fold(text)));
  const heardAs = intentOf(folded, readers, { open: draft?.type, asked: askedFor(state) });
  const verdict = deciding(heardAs, verdictSaid(folded, text, state.shown.length > 0));
  const intent = verdict === undefined ? heardAs : { ...heardAs, ...verdict.intent };
  // What begins another form is seen from today: the days of the draft that it takes the place of are none of its own.
  const start = (intent.form ?? draft?.type) === draft?.type ? draft?.facts.start : undefined;
  const seenFrom = start === undefined ? now.date : dayFrom(folded, start, now.date, readers.acts);
  const times = readTimes(folded, { ...now, date: seenFrom }, readers.calendar);
  const form = intent.form ?? draft?.type;
  const { facts: dated, problem, several, fromThen, weeks } = when(folded, times, now.date, form);
  const places = readers.places(folded);
  const counts = countable(folded, times, places);
  const said = readers.vocabulary.read(folded, counts);
  const stops = stopsOf(folded, places, times);
  const shift = shiftOf(folded);
  const clause = clauseAsked(folded);
  const table = { form, asked: draft && (draft.asked ?? ("nothing" as const)) };
  const heads = seated(folded, table, said, counts, readers.acts);
  const facts: Facts = {
    ...freeText(folded, text, { times, places }),
    ...said,
    ...heads,
    // Who sits at a table is told by its two sides: 我们仨 are the hosts, not a party that travels.
    ...(heads.guests !== undefined && heads.hosts !== undefined
      ? { people: undefined }
      : peopleOf(said, readParty(counts))),
    ...dated,
    ...lateBy(folded, times),
    ...amountOf(folded, said, counts),
    ...(onDuty(folded, intent.form, state)
      ? rosterFacts(text, now, readers.calendar, intent.asks ? undefined : askedFor(state))
      : {}),
    ...stayOf(stops, dated),
    ...(said.overnight === false && dated.start !== undefined && dated.end === undefined ? { end: dated.start } : {}),
    ...(said.overnight === undefined && (dated.nights ?? said.nights ?? 0) > 0 ? { overnight: true } : {}),
  };
  const open = draft?.type === table.form ? draft : undefined;
  const asked = { asked: open?.asked, facts: open?.facts ?? {} };
  const own = formWords(table.form, asked, {
    folded,
    text,
    times,
    places,
    counts,
    facts,
    today: now.date,
    vocabulary: readers.vocabulary,
    colleague: readers.colleague,
  });
  return {
    text,
    folded,
    ...intent,
    facts: allowed({ ...facts, ...own }),
    ...(problem === undefined ? {} : { problem }),
    ...(several === undefined ? {} : { several }),
    ...(fromThen === undefined ? {} : { fromThen }),
    ...(weeks === undefined ? {} : { weeks }),
    ...(shift === undefined ? {} : { shift }),
    ...(clause === undefined ? {} : { clause }),
    bare: isBare(folded, times, places),
    cases: compared(folded, times, stops, readers.vocabulary, readers.acts),
    which: verdict?.said.which ?? whichOf(folded),
    ...(verdict === undefined ? {} : { verdict: verdict.said }),
  };
}

/** What a verdict on one of a list makes of the intent: its reason decides nothing. 不走流程 and secrets are heard first. */
function deciding(heardAs: Intent, said: VerdictSaid | undefined) {
  const { act, told } = heardAs;
  const isGuarded = told && (act === "secret" || act === "attack" || (act === "evade" && !isOwn(said?.named)));
  if (said === undefined || isGuarded) return undefined;
  const heard = said.verdict === "approve" ? ("approve" as const) : ("reject" as const);
  const plain = said.plain || (told && act === heard);
  return { said, intent: { act: heard, told: plain, asks: false, tells: false, leads: false } };
}

/** A roster is read where being on duty is spoken of, and in what follows a question about one. */
const onDuty = (folded: string, form: Intent["form"], { draft, last }: DialogueState): boolean =>
  saysDuty(folded) || (draft === undefined && form === undefined && last?.kind === "rule" && last.rule === dutyRoster);

/** The day that days without their week or month are counted from, beside a draft that begins on `start`. */
function dayFrom(folded: string, start: IsoDate, today: IsoDate, acts: ActReader): IsoDate {
  // 到周三就回来 is the Wednesday after the start.
  if (/(?:到|至)(?=周|星期|礼拜|\d+号)/.test(folded) && !/从|今|明|后天|[这本下]周|提前/.test(folded)) return start;
  // 多待一天,周五再回: of the week that the draft ends in.
  if (
    /(?:周|星期|礼拜)[一二三四五六日天](?:再|才|就)?[回返]/.test(folded) &&
    !/[这本下上]个?(?:周|星期|礼拜)/.test(folded)
  )
    return start;
  // 改成从周四开始 is of the week that the draft begins in.
  const bareWeekday =
    /(?:周|星期|礼拜)[一二三四五六日天]/.test(folded) && !/[今明]|后天|[这本上下]个?(?:周|星期|礼拜)/.test(folded);
  const monday = mondayOf(start);
  return bareWeekday && acts.says("correct", folded) && monday > today ? monday : today;
}

/** What was asked for last: by the form, by a rule that lacked it, or the reason of a rejection. */
function askedFor({ draft, rejecting, last }: DialogueState): SlotName | undefined {
  if (draft !== undefined) return draft.asked;
  if (rejecting !== undefined) return "reason";
  return last?.kind === "rule" ? last.asked : undefined;
}

/** Who comes along: a party counted out (我和两个科员) holds where it is larger than the number said. */
const peopleOf = ({ people }: Facts, party: Party | undefined): Facts =>
  party === undefined || party.approximate || (people !== undefined && people >= party.value)
    ? {}
    : { people: party.value };

/** The places gone to. 成都待2天再去康定3天: the lengths belong to the places, none of them to the whole trip. */
function stayOf(stops: readonly Stop[], { start }: Facts): Facts {
  if (stops.length === 0) return {};
  const lengths = stops.flatMap(({ days }) => days ?? []);
  if (stops.length === 1 || lengths.length < stops.length) return { destination: [...stops] };
  const days = start === undefined ? undefined : lengths.reduce((sum, length) => sum + length, 0);
  return { destination: [...stops], days };
}

/** What was meant: markup dropped, 周一周二 as a list, and of 不是4位,是6位 only the 6. */
function heard(folded: string): string {
  return folded
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<\/?[a-z][^>]*>/g, " ")
    .replace(
      /不是[^,,。;;是]{1,14}[,,](?=\s*(?:[\d一二三四五六七八九十]+[号日月]|周|星期|礼拜|[今明后]天|大后天|[这本下]周))/gu,
      "",
    )
    .replace(/((?:周|星期|礼拜)[一二三四五六日天])(?=(?:周|星期|礼拜)[一二三四五六日天])/g, "$1、")
    .replace(/(?<!是)不是[^,,。;;是]{1,14}[,,。;; ]*(?:而)?是(?!不是)/gu, "是");
}
