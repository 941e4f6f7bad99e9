/**
 * A draft goes on: it is opened, what was said goes into it, then the next slot is asked, or 确认.
 *
 * Takes    the state, the form, the draft, the message. Returns the step.
 * Leaves   what of a message is meant for an open draft to filling.ts, counting days to draft.ts, its paper to standing.ts.
 */
import type { Calendar } from "../lib/calendar.ts";
import type { ProblemReading } from "../lib/chinese-time/reading.ts";
import { masked } from "../lib/mask.ts";
import { countsDays, formOf, nextNeed } from "../requests/form.ts";
import type { Form } from "../requests/form-row.ts";
import type { RequestType } from "../requests/request.ts";
import { factsOf } from "../requests/staff.ts";
import type { Facts } from "../rules/slots.ts";
import { besides } from "./beyond.ts";
import { claimed } from "./claimed.ts";
import { shifted, update } from "./draft.ts";
import { moreHeads } from "./more-heads.ts";
import type { DaysProblem, Move, StepContext, Stepped } from "./move.ts";
import type { Understood } from "./read.ts";
import { besidesNaming, stand } from "./standing.ts";
import type { DialogueState, Draft } from "./state.ts";

/** Opens a draft with what the message says. Of `dropped`, which it takes the place of, nothing goes along: that was told of something else. */
export function begin(
  state: DialogueState,
  type: RequestType,
  message: Understood,
  context: StepContext,
  dropped?: RequestType,
): Stepped {
  const form = formOf(type);
  const empty: Draft = {
    type,
    id: context.draftId(state.begun),
    facts: { ...form.assumed, ...thisMonth(form, context), ...factsOf(context.asker) },
    revision: 0,
    offered: false,
  };
  const { last: _, ...rest } = state;
  const next = { ...rest, begun: state.begun + 1, later: message.later?.map(masked) ?? state.later };
  return onward(next, form, empty, message, context, true, dropped);
}

/** What is counted by months is of this one, until another is told. */
const thisMonth = (form: Form, { today }: StepContext): Facts =>
  form.slots.includes("month") ? { month: today.slice(0, 7) } : {};

/** Problems that leave the day itself known. */
const readable: ReadonlySet<string> = new Set(["no-holiday-data", "half-unknown"]);

/** One leave is one run of days: what lies between 周一 and 周四 was not asked for. */
export const daysApart = (form: Form, message: Understood): boolean =>
  form.type === "leave" && message.several !== undefined;

const undated: Facts = { start: undefined, end: undefined, days: undefined, startHalf: undefined, endHalf: undefined };

/** Puts what was said into the draft, then asks for the next slot or for 确认. */
export function onward(
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
  if (form.handsOver === true && facts.end !== undefined && facts.end < context.today)
    return askDates({ ...facts, ...undated }, { problem: "all-past" });
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

/** 请假一周 is a week's working days, where working days are counted. */
function inWorkdays(form: Form, draft: Draft, message: Understood): Understood {
  const { weeks, facts } = message;
  if (weeks === undefined || countsDays(form, draft.facts) !== "working") return message;
  return { ...message, facts: { ...facts, days: weeks * workdaysAWeek } };
}

const workdaysAWeek = 5;

/** A difference told on an open span moves or stretches it; everything else is said anew. */
function taken(form: Form, draft: Draft, said: Understood, calendar: Calendar): Facts {
  if (form.slots.includes("claims"))
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
