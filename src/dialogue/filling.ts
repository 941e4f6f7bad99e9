/**
 * Filling in a draft: what was said goes into it, then the next slot is asked, or 确认.
 *
 * Takes    the state, the draft, the message. Returns the step. A side question is answered and the draft goes on after it.
 * Leaves   counting days to draft.ts, what a bare answer means to slot-answer.ts.
 */
import type { Calendar } from "../lib/calendar.ts";
import type { ProblemReading } from "../lib/chinese-time/reading.ts";
import { masked } from "../lib/mask.ts";
import { countsDays, formOf, nextNeed } from "../requests/form.ts";
import type { Form } from "../requests/form-row.ts";
import type { RequestType } from "../requests/request.ts";
import { factsOf } from "../requests/staff.ts";
import type { Facts, SlotName } from "../rules/slots.ts";
import { anytime, aside } from "./anytime.ts";
import { question } from "./asking.ts";
import { besides, inWords, relevant } from "./beyond.ts";
import { claimed } from "./claimed.ts";
import { shifted, update } from "./draft.ts";
import { ofTable, tellsLines, wantsForm } from "./meant.ts";
import { moreHeads } from "./more-heads.ts";
import type { DaysProblem, Move, StepContext, Stepped } from "./move.ts";
import type { Understood } from "./read.ts";
import { answerTo } from "./slot-answer.ts";
import { besidesNaming, namesBasis, stand, standsStill } from "./standing.ts";
import type { DialogueState, Draft } from "./state.ts";

/** Opens a draft with what the message says; `dropped` is the draft it takes the place of. */
export function begin(
  state: DialogueState,
  type: RequestType,
  message: Understood,
  context: StepContext,
  dropped?: Draft,
): Stepped {
  const form = formOf(type);
  const carried: Facts = dropped === undefined ? {} : { start: dropped.facts.start, end: dropped.facts.end };
  const empty: Draft = {
    type,
    id: context.draftId(state.begun),
    facts: { ...form.assumed, ...thisMonth(form, context), ...carried, ...factsOf(context.asker) },
    revision: 0,
    offered: false,
  };
  const { last: _, ...rest } = state;
  const next = { ...rest, begun: state.begun + 1, later: message.later?.map(masked) ?? state.later };
  return onward(next, form, empty, message, context, true, dropped?.type);
}

/** What is counted by months is of this one, until another is told. */
const thisMonth = (form: Form, { today }: StepContext): Facts =>
  form.slots.includes("month") ? { month: today.slice(0, 7) } : {};

/** Problems that leave the day itself known. */
const readable: ReadonlySet<string> = new Set(["no-holiday-data", "half-unknown"]);

/** One leave is one run of days: what lies between 周一 and 周四 was not asked for. */
const daysApart = (form: Form, message: Understood): boolean => form.type === "leave" && message.several !== undefined;

const undated: Facts = { start: undefined, end: undefined, days: undefined, startHalf: undefined, endHalf: undefined };

/** Puts what was said into the draft, then asks for the next slot or for 确认. */
function onward(
  state: DialogueState,
  form: Form,
  draft: Draft,
  message: Understood,
  context: StepContext,
  begun: boolean,
  dropped?: RequestType,
): Stepped {
  const askDates = (facts: Facts, problem: ProblemReading | DaysProblem): Stepped => {
    const asked: Draft = { ...draft, facts, asked: problem.problem === "approximate" && facts.start ? "end" : "start" };
    return { state: { ...state, draft: asked }, move: { move: "ask-dates", problem } };
  };
  if (message.problem !== undefined && !readable.has(message.problem.problem)) {
    // What cannot be read replaces nothing: the days known so far stay, and a length that was said holds.
    const { start, end: __, ...others } = message.facts;
    // 大概两天吧,24号去: only the length is in doubt.
    const begun = message.problem.problem === "approximate" ? { start } : {};
    return askDates(update(form, draft.facts, { ...others, ...begun }, context.calendar, true), message.problem);
  }
  const told = taken(form, draft, besidesNaming(draft, message), context.calendar);
  const standing = stand(form, draft, told, message, state.listed, context);
  if (standing.kind === "nothing")
    return { state: { ...state, draft: undefined }, move: { move: "nothing-to-return" } };
  const { facts } = standing;
  if (daysApart(form, message)) return askDates({ ...facts, ...undated }, { problem: "days-apart" });
  if (facts.days !== undefined && facts.days <= 0)
    return askDates({ ...facts, ...undated }, { problem: "no-workdays" });
  const slot = nextNeed(form, facts);
  const { asked: _, ...before } = draft;
  const plain = { ...before, revision: draft.revision + 1 };
  const next: Draft = slot === undefined ? { ...plain, facts } : { ...plain, facts, asked: slot };
  const said = {
    ...(dropped === undefined ? {} : { dropped }),
    ...(begun && message.later !== undefined ? { later: true as const } : {}),
    ...besides(form, message, context),
  };
  const among = standing.kind === "which" && slot === "basis" ? standing.among : undefined;
  const listed = among === undefined ? {} : { listed: among.map(({ id }) => id) };
  const move: Move =
    slot === undefined
      ? { move: "confirm", draft: next, ...said }
      : { move: "ask", draft: next, slot, begun, ...(among && { among }), ...said };
  return { state: { ...state, ...listed, draft: next }, move };
}

/**
 * What of a message goes into a draft that is under way: a reason only where one is asked for or announced, and another
 * kind of leave only where 假 is said — 家里老人住院了 tells why, not what.
 */
function meantFor(draft: Draft, message: Understood): Understood {
  const { facts, folded } = message;
  const announced = /事由|理由|原因|因为|为了/.test(folded);
  const reason = announced
    ? /(?:事由|理由|原因)(?:就)?(?:不写|不填|删)/u.test(folded)
      ? undefined
      : (/(?:事由|理由|原因)(?:改成|改为|是|:|换成)*(.{2,40})/u.exec(folded)?.[1] ?? facts.reason)
    : undefined;
  const volunteered = draft.facts.reason === undefined && !/^(?:你|知策|小策|唉|哎)|笨|傻|烦/.test(folded);
  // 哪天回来? 周五: the day answers where it ends.
  const ends =
    draft.asked === "end" &&
    facts.start !== undefined &&
    facts.end === undefined &&
    message.fromThen === undefined &&
    !/出发|开始|起|走|去|动身/.test(folded) &&
    facts.start >= (draft.facts.start ?? "")
      ? { start: undefined, end: facts.start }
      : {};
  const keepsType = draft.facts.leaveType !== undefined && (announced || !folded.includes("假"));
  return {
    ...message,
    facts: {
      ...facts,
      reason: draft.asked === "reason" || volunteered ? facts.reason : reason,
      ...(keepsType ? { leaveType: undefined } : {}),
      ...ends,
    },
  };
}

/** 请假一周 is a week's working days, where working days are counted. */
function inWorkdays(form: Form, draft: Draft, message: Understood): Understood {
  const { weeks, facts } = message;
  if (weeks === undefined || countsDays(form, draft.facts) !== "working") return message;
  return { ...message, facts: { ...facts, days: weeks * workdaysAWeek } };
}

const workdaysAWeek = 5;

/** A difference told on an open span moves or stretches it; everything else is said anew. */
function taken(form: Form, draft: Draft, said: Understood, calendar: Calendar): Facts {
  if (form.type === "reimbursement")
    return { ...update(form, draft.facts, said.facts, calendar), ...claimed(draft.facts, said) };
  const message = inWorkdays(form, draft, said);
  const { shift, fromThen } = message;
  const seats = form.slots.includes("guests") ? "guests" : "people";
  const change = moreHeads(message.folded, seats, (slot) =>
    form.slots.includes(slot) ? draft.facts[slot] : undefined,
  );
  if (change !== undefined) {
    const { people: _, guests: __, hosts: ___, ...others } = message.facts;
    return update(form, draft.facts, { ...others, [change.slot]: change.now }, calendar, fromThen);
  }
  if (shift === undefined || draft.facts.end === undefined)
    return update(form, draft.facts, message.facts, calendar, fromThen);
  const { start, end, days: _, ...others } = message.facts;
  const rest = update(form, draft.facts, others, calendar);
  if (start !== undefined || end !== undefined)
    return update(form, rest, { ...message.facts, days: undefined }, calendar);
  return shifted(form, rest, shift, calendar);
}

/** One message while a draft is open. */
export function filling(state: DialogueState, draft: Draft, said: Understood, context: StepContext): Stepped {
  const answered = meantFor(draft, said);
  const form = formOf(draft.type);
  const named = namesBasis(form, draft, answered, state.listed, context);
  const answer = answerTo(draft.asked, answered, context.acts) ?? (named ? {} : undefined);
  // 到不了 sounds like a rejection; where it answers what was asked, it is the answer.
  const message = answer === undefined || answered.told ? answered : { ...answered, act: undefined };
  const { draft: _, ...without } = state;
  if (message.act === "cancel" && message.told)
    return { state: without, move: { move: "cancelled", what: draft.type } };
  const complete = nextNeed(form, draft.facts) === undefined;
  const agreed = message.act === "confirm" || (message.act === "agree" && draft.offered);
  // What only sounds like a yes gets the card again: nothing is filed by a guess.
  if (agreed && complete && !standsStill(form, draft, context))
    return onward(state, form, draft, { ...message, facts: {} }, context, false);
  if (agreed && complete) return { state, move: message.told ? { move: "file", draft } : { move: "confirm", draft } };
  // 把之前提交的撤回 is about a filed one; a bare 撤回 drops what is open.
  if (message.act === "withdraw" && /^(?:那|先)?(?:撤回|撤销)(?:吧|了|这个)?[。!]*$/.test(message.folded)) {
    return { state: without, move: { move: "cancelled", what: draft.type } };
  }
  const shared = anytime(state, message);
  if (shared !== undefined) return shared;

  const roster = ofTable(message, context);
  const fills = Object.keys(relevant(form, message.facts)).length > 0;
  const other =
    !roster &&
    message.form !== undefined &&
    message.form !== draft.type &&
    !named &&
    !(draft.asked !== undefined && message.facts[draft.asked] !== undefined && message.folded.length <= 6) &&
    (!fills || inWords(message, context)) &&
    wantsForm(message, context) &&
    (message.leads || context.acts.says("correct", message.folded));
  if (other && !context.opens(message.form as RequestType)) return aside(state, { move: "no-target" });
  if (other) return begin(without, message.form as RequestType, message, context, draft);

  const lines = form.type === "reimbursement" ? claimed(draft.facts, message) : {};
  const given = { ...relevant(form, message.facts), ...lines };
  // 坐单位车的话公杂费还全发吗 names the slot asked, and is a question all the same; 下周二可以吗 is an answer.
  const beside =
    answer === undefined || message.folded.length > 9 || context.cues.of(message.folded, message.facts).length > 0;
  // 标准间3间 tells of this table, and asks nothing of lodging on a trip.
  const { beyond } = besides(form, message, context);
  const asks = (message.asks && !tellsLines(message, context) && beyond === undefined) || roster;
  if (asks && beside && !context.acts.says("correct", message.folded)) {
    const asked = question(without, message, context);
    return { ...asked, state: { ...asked.state, draft }, resume: draft };
  }
  if (
    Object.keys(given).length === 0 &&
    answer === undefined &&
    message.problem === undefined &&
    message.shift === undefined &&
    !daysApart(form, message)
  ) {
    const worth = beyond === undefined && message.act === undefined && !message.tells && message.folded.length > 3;
    if (worth && complete) return { state, move: { move: "search" }, resume: draft };
    const unread =
      message.act === "cancel"
        ? { dropping: true as const }
        : beyond !== undefined
          ? { beyond }
          : message.tells
            ? { unread: true as const }
            : {};
    return complete
      ? { state, move: { move: "confirm", draft, ...unread } }
      : { state, move: { move: "ask", draft, slot: nextNeed(form, draft.facts) as SlotName, begun: false, ...unread } };
  }
  return onward(state, form, draft, { ...message, facts: { ...message.facts, ...answer } }, context, false);
}
