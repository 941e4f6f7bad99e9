/**
 * One step of the dialogue (对话): what was understood, in the state it meets, becomes the next move.
 *
 * Takes    the state, the message understood, who asks. Returns the next state and a move; nothing is done here.
 * Leaves   rules, search, the log and sentences to whoever performs the move (moves/).
 * Pure, so a killed process that reads the state again takes the same step.
 */
import type { RequestType } from "../requests/request.ts";
import { type Form, formOf, nextNeed } from "../requests/forms.ts";
import type { Facts, Grade, SlotName } from "../rules/slots.ts";
import type { Cue, Cues } from "./cues.ts";
import { shifted, update } from "./draft.ts";
import type { Calendar } from "../lib/calendar.ts";
import { readNumeral } from "../lib/chinese-numbers.ts";
import type { ProblemReading } from "../lib/chinese-time/reading.ts";
import type { Understood } from "./read.ts";
import type { DialogueState, Draft } from "./state.ts";

export type Move =
  | { readonly move: "refuse"; readonly why: "secret" | "attack" | "evade" }
  | { readonly move: "ask"; readonly draft: Draft; readonly slot: SlotName; readonly begun: boolean; readonly dropped?: RequestType }
  | { readonly move: "ask-dates"; readonly problem: ProblemReading }
  | { readonly move: "confirm"; readonly draft: Draft; readonly dropped?: RequestType }
  | { readonly move: "file"; readonly draft: Draft }
  | { readonly move: "cancelled"; readonly what: RequestType | "withdrawal" }
  | { readonly move: "nothing-open"; readonly act: "confirm" | "cancel" | "resume" }
  | { readonly move: "waiting" }
  | { readonly move: "status"; readonly type: RequestType | undefined }
  | { readonly move: "decide"; readonly verdict: "approve" | "reject"; readonly which: readonly number[] | "all"; readonly words: string }
  | { readonly move: "reject-with-reason"; readonly words: string }
  | { readonly move: "withdraw"; readonly type: RequestType | undefined }
  | { readonly move: "withdraw-confirmed" }
  | { readonly move: "work"; readonly cues: readonly Cue[]; readonly facts: Facts; readonly carry: boolean; readonly beside: readonly Cue[] }
  | { readonly move: "search" }
  | { readonly move: "help" }
  | { readonly move: "smalltalk" }
  | { readonly move: "off-topic" };

export interface Stepped {
  readonly state: DialogueState;
  readonly move: Move;
  /** A side move while a draft is open: the reply ends with the draft's own question. */
  readonly resume?: Draft;
}

export interface Asker {
  readonly id: string;
  readonly unit: string;
  readonly grade: Grade;
  readonly countyRank: boolean;
}

export interface StepContext {
  readonly asker: Asker;
  readonly cues: Cues;
  readonly calendar: Calendar;
  /** A new draft's id; the same for the same conversation and count, so filing twice is impossible. */
  readonly draftId: (begun: number) => string;
}

/** Takes one step. */
export function step(state: DialogueState, message: Understood, context: StepContext): Stepped {
  const refusal = message.act === "secret" || message.act === "attack" || message.act === "evade" ? message.act : undefined;
  if (refusal !== undefined) return aside(state, { move: "refuse", why: refusal });
  if (state.withdrawing !== undefined) {
    if (message.act === "confirm" || message.act === "withdraw") return { state, move: { move: "withdraw-confirmed" } };
    const { withdrawing: _, ...rest } = state;
    if (message.act === "cancel") return { state: rest, move: { move: "cancelled", what: "withdrawal" } };
    return step(rest, message, context);
  }
  if (state.rejecting !== undefined) {
    if (message.act === "cancel") {
      const { rejecting: _, ...rest } = state;
      return { state: rest, move: { move: "waiting" } };
    }
    return { state, move: { move: "reject-with-reason", words: message.text } };
  }
  return state.draft === undefined ? idle(state, message, context) : filling(state, state.draft, message, context);
}

/** A move beside the draft: the draft stays and its question is asked again. */
const aside = (state: DialogueState, move: Move): Stepped =>
  state.draft === undefined ? { state, move } : { state, move, resume: state.draft };

/** Moves that are the same with and without an open draft. */
function common(state: DialogueState, message: Understood): Stepped | undefined {
  switch (message.act) {
    case "waiting":
      return aside(state, { move: "waiting" });
    case "approve":
    case "reject":
      return aside(state, { move: "decide", verdict: message.act, which: message.which, words: message.text });
    case "withdraw":
      return aside(state, { move: "withdraw", type: message.form });
    case "help":
      return aside(state, { move: "help" });
    case "smalltalk":
      return aside(state, { move: "smalltalk" });
    default:
      return message.status ? aside(state, { move: "status", type: message.form }) : undefined;
  }
}

function idle(state: DialogueState, message: Understood, context: StepContext): Stepped {
  const shared = common(state, message);
  if (shared !== undefined) return shared;
  if (message.act === "confirm" || message.act === "cancel" || message.act === "resume") {
    return { state, move: { move: "nothing-open", act: message.act } };
  }
  const form = formMeant(message, context.cues);
  return form === undefined ? question(state, message, context) : begin(state, form, message, context);
}

/** The form a message opens: the one it names, or a trip where it tells of a place, a day and a task and asks nothing. */
function formMeant(message: Understood, cues: Cues): RequestType | undefined {
  if (wantsForm(message)) return message.form;
  const { destination, start, transport, purpose, overnight } = message.facts;
  const tells = message.form === undefined && !message.asks && message.act === undefined && cues.of(message.folded, message.facts).length === 0;
  const trip = destination !== undefined && start !== undefined && [transport, purpose, overnight].some((known) => known !== undefined);
  return tells && trip ? "travel" : undefined;
}

/** A message opens a form when it names one and states rather than asks, or asks for it to be filled in. */
function wantsForm(message: Understood): boolean {
  return message.form !== undefined && (message.leads ? !message.asks || fillsIn(message) : !message.asks);
}

const fillsIn = (message: Understood): boolean => /帮我|替我|给我/.test(message.folded) && !/谁批|多少|能报|要不要|需不需要/.test(message.folded);

function begin(state: DialogueState, type: RequestType, message: Understood, context: StepContext, dropped?: Draft): Stepped {
  const form = formOf(type);
  const carried: Facts = dropped === undefined ? {} : { start: dropped.facts.start, end: dropped.facts.end };
  const empty: Draft = { type, id: context.draftId(state.begun), facts: { ...form.assumed, ...carried, ...whoAsks(context.asker) } };
  const { last: _, ...rest } = state;
  return onward({ ...rest, begun: state.begun + 1 }, form, empty, message, context, true, dropped?.type);
}

const whoAsks = ({ grade, countyRank }: Asker): Facts => ({ grade, allCountyRank: countyRank });

/** Puts what was said into the draft, then asks for the next slot or for 确认. */
function onward(state: DialogueState, form: Form, draft: Draft, message: Understood, context: StepContext, begun: boolean, dropped?: RequestType): Stepped {
  if (message.problem !== undefined && message.problem.problem !== "no-holiday-data") {
    const asked: Draft = { ...draft, facts: update(form, draft.facts, { ...message.facts, start: undefined, end: undefined, days: undefined }, context.calendar), asked: "start" };
    return { state: { ...state, draft: asked }, move: { move: "ask-dates", problem: message.problem } };
  }
  const facts = taken(form, draft, message, context.calendar);
  const slot = nextNeed(form, facts);
  const { asked: _, ...plain } = draft;
  const next: Draft = slot === undefined ? { ...plain, facts } : { ...plain, facts, asked: slot };
  const said = dropped === undefined ? {} : { dropped };
  const move: Move = slot === undefined ? { move: "confirm", draft: next, ...said } : { move: "ask", draft: next, slot, begun, ...said };
  return { state: { ...state, draft: next }, move };
}

/** A difference told on an open span moves or stretches it; everything else is said anew. */
function taken(form: Form, draft: Draft, message: Understood, calendar: Calendar): Facts {
  const { shift } = message;
  if (shift === undefined || draft.facts.end === undefined) return update(form, draft.facts, message.facts, calendar);
  const { start, end, days: _, ...others } = message.facts;
  const rest = update(form, draft.facts, others, calendar);
  if (start !== undefined || end !== undefined) return update(form, rest, { ...message.facts, days: undefined }, calendar);
  return shifted(form, rest, shift, calendar);
}

function filling(state: DialogueState, draft: Draft, message: Understood, context: StepContext): Stepped {
  const form = formOf(draft.type);
  const { draft: _, ...without } = state;
  if (message.act === "cancel") return { state: without, move: { move: "cancelled", what: draft.type } };
  const complete = nextNeed(form, draft.facts) === undefined;
  const settles = draft.asked !== undefined && answersYes(draft.asked) && message.act === "confirm";
  if (message.act === "confirm" && complete) return { state, move: { move: "file", draft } };
  if (message.act === "withdraw") return { state: without, move: { move: "cancelled", what: draft.type } };
  const shared = message.act === "confirm" ? undefined : common(state, message);
  if (shared !== undefined) return shared;

  const other = message.form !== undefined && message.form !== draft.type && wantsForm(message) && (message.leads || corrects(message));
  if (other) return begin(without, message.form as RequestType, message, context, draft);

  const given = relevant(form, message.facts);
  const answer = answerTo(draft.asked, message, settles);
  if (message.asks && answer === undefined && !corrects(message)) {
    const asked = question(without, message, context);
    return { ...asked, state: { ...asked.state, draft }, resume: draft };
  }
  if (Object.keys(given).length === 0 && answer === undefined && message.problem === undefined && message.shift === undefined) {
    const worth = message.act !== "confirm" && message.act !== "resume" && message.folded.length > 3;
    if (worth && complete) return { state, move: { move: "search" }, resume: draft };
    return complete
      ? { state, move: { move: "confirm", draft } }
      : { state, move: { move: "ask", draft, slot: nextNeed(form, draft.facts) as SlotName, begun: false } };
  }
  return onward(state, form, draft, { ...message, facts: { ...message.facts, ...answer } }, context, false);
}

const corrects = (message: Understood): boolean => /改成|改为|改到|换成|说错|说反|不对|更正|应该是|不是.{1,10}是/.test(message.folded);

const answersYes = (slot: SlotName): boolean => yesNo.has(slot);
const yesNo: ReadonlySet<SlotName> = new Set(["letter", "contactRecord", "overnight", "alcohol", "noPublicTransport", "retainedCarBusy", "unitCar", "emergency", "crossRegion"]);
const freely: ReadonlySet<SlotName> = new Set(["purpose", "reason", "item", "guestsFrom", "menu", "vehicleUse"]);

function relevant(form: Form, facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([slot, value]) => value !== undefined && form.slots.includes(slot as SlotName)));
}

/** The answer to the slot just asked, where its kind lets a bare message be one: 有, 没有, 5, 考察水电项目. */
function answerTo(asked: SlotName | undefined, message: Understood, settles: boolean): Facts | undefined {
  if (asked === undefined) return undefined;
  if (yesNo.has(asked) && message.facts[asked] === undefined) {
    if (settles || /^(?:有|是|要|会|住|对|嗯|上|喝|派了|都在外)/.test(message.folded)) return { [asked]: true };
    if (/^(?:没|无|不|否|别)/.test(message.folded)) return { [asked]: false };
  }
  // A bare answer is the words themselves, not the part of them that looks like an errand.
  if (freely.has(asked) && !message.asks && message.act === undefined && message.text.length <= 100) {
    const others = Object.entries(message.facts).filter(([slot, value]) => value !== undefined && !freely.has(slot as SlotName));
    if (others.length === 0) return { [asked]: message.text };
  }
  const bare = /^(?:大概|一共|共|就)?\s*([\d一二两三四五六七八九十]+)\s*(?:个|位|名|人|份)*[。!]?$/u.exec(message.folded)?.[1];
  if (bare !== undefined && counted.has(asked) && message.facts[asked] === undefined) {
    const value = readNumeral(bare)?.value;
    if (value !== undefined) return { [asked]: value };
  }
  return message.facts[asked] === undefined ? undefined : {};
}
const counted: ReadonlySet<SlotName> = new Set(["guests", "hosts", "people", "copies", "members", "present", "amount", "daysAtPost", "reported", "times", "meals"]);

/** A question: a rule whose cues fit, the last question with one slot changed, or a search. */
function question(state: DialogueState, message: Understood, context: StepContext): Stepped {
  const cues = context.cues.of(message.folded, message.facts);
  if (cues.length > 0) return { state, move: { move: "work", cues, facts: message.facts, carry: false, beside: besides(message, cues, context) } };
  const { last } = state;
  if (last?.kind === "rule" && follows(message) && Object.keys(message.facts).length > 0) {
    const rule = { rule: last.rule, means: {}, takes: {}, asksBack: true };
    return { state, move: { move: "work", cues: [rule], facts: { ...last.facts, ...message.facts }, carry: true, beside: [] } };
  }
  if (last?.kind === "rule" && last.asked !== undefined) {
    const answer = answerTo(last.asked, message, message.act === "confirm");
    if (answer !== undefined) {
      const rule = { rule: last.rule, means: {}, takes: {}, asksBack: true };
      return { state, move: { move: "work", cues: [rule], facts: { ...last.facts, ...message.facts, ...answer }, carry: true, beside: [] } };
    }
  }
  return { state, move: { move: message.act === "off-topic" ? "off-topic" : "search" } };
}

/** 谁批?坐什么舱?: the cues of a second question in the same message, where they are another rule's. */
function besides({ folded, facts }: Understood, cues: readonly Cue[], context: StepContext): readonly Cue[] {
  const parts = folded.split(/[??;;。]/).filter((part) => part.trim().length > 2);
  if (parts.length < 2) return [];
  return parts.flatMap((part) => context.cues.of(part, facts).slice(0, 1)).filter(({ rule }) => rule !== cues[0]?.rule);
}

/** 那病假呢, 如果局里派车呢, 改成5天呢, 去安岳呢: short, and about what was asked before. */
function follows(message: Understood): boolean {
  return message.folded.length <= 18 && /呢[??]?$|^(?:那|如果|要是|假如|改成|换成|要|去|坐)/.test(message.folded);
}
