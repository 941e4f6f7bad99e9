/**
 * One message while a draft is open: it decides about the draft, turns to another, asks something beside it, or fills it in.
 *
 * Takes    the state, the draft, the message. Returns the step. A side question is answered and the draft goes on after it.
 * Leaves   putting what was said into the draft to onward.ts, what a bare answer means to slot-answer.ts.
 */
import { formOf, nextNeed } from "../requests/form.ts";
import type { Form } from "../requests/form-row.ts";
import type { Facts } from "../rules/slots.ts";
import { anytime, aside } from "./anytime.ts";
import { question } from "./asking.ts";
import { besides, inWords, relevant } from "./beyond.ts";
import { claimed } from "./claimed.ts";
import { ofTable, tellsLines, wantsForm } from "./meant.ts";
import type { Beyond, StepContext, Stepped } from "./move.ts";
import { begin, daysApart, onward } from "./onward.ts";
import { ofOwnBeside } from "./own.ts";
import type { Understood } from "./read.ts";
import { remarkIn } from "./remark.ts";
import { answerTo } from "./slot-answer.ts";
import { namesBasis, standsStill } from "./standing.ts";
import type { DialogueState, Draft } from "./state.ts";

/** An open draft and the message that it meets. */
interface Met {
  readonly state: DialogueState;
  readonly draft: Draft;
  readonly form: Form;
  /** The message as it was read, and what of it is meant for the draft. */
  readonly said: Understood;
  readonly message: Understood;
  /** What the message answers to the slot that was asked; nothing where it is no answer to it. */
  readonly answer: Facts | undefined;
  /** It says which paper is meant. */
  readonly named: boolean;
  readonly context: StepContext;
}

/** One message while a draft is open. */
export function filling(state: DialogueState, draft: Draft, said: Understood, context: StepContext): Stepped {
  const met = meeting(state, draft, said, context);
  const { form, message, answer } = met;
  return (
    decided(met) ??
    ofOwnBeside(state, message, context) ??
    added(met) ??
    another(met) ??
    anytime(state, message, context) ??
    turned(met) ??
    askedBeside(met) ??
    untaken(met) ??
    onward(state, form, draft, { ...message, facts: { ...message.facts, ...answer } }, context, false)
  );
}

function meeting(state: DialogueState, draft: Draft, said: Understood, context: StepContext): Met {
  const meant = meantFor(draft, said);
  const form = formOf(draft.type);
  const named = namesBasis(form, draft, meant, state.listed, context);
  const answer = answerTo(draft.asked, meant, context.acts) ?? (named ? {} : undefined);
  // 到不了 sounds like a rejection; where it answers what was asked, it is the answer.
  const message = answer === undefined || meant.told ? meant : { ...meant, act: undefined };
  return { state, draft, form, said, message, answer, named, context };
}

function without({ draft: _, ...rest }: DialogueState): DialogueState {
  return rest;
}

const isComplete = ({ form, draft }: Met): boolean => nextNeed(form, draft.facts) === undefined;

/** The draft is dropped, or filed. */
function decided(met: Met): Stepped | undefined {
  const { state, draft, form, message, context } = met;
  const again = draft.returns !== undefined || draft.amends !== undefined;
  const dropped: Stepped = {
    state: without(state),
    move: { move: "cancelled", what: again ? "change" : draft.type },
  };
  if (message.act === "cancel" && message.told) return dropped;
  if (again && message.act !== "confirm" && context.acts.says("drops-change", message.folded)) return dropped;
  const agreed = message.act === "confirm" || (message.act === "agree" && draft.offered);
  if (agreed && isComplete(met)) {
    if (!standsStill(form, draft, context))
      return onward(state, form, draft, { ...message, facts: {} }, context, false);
    // What only sounds like a yes gets the card again: nothing is filed by a guess.
    return { state, move: message.told ? { move: "file", draft } : { move: "confirm", draft } };
  }
  // 把之前提交的撤回 is about a filed one; a bare 撤回 drops what is open.
  const bare = message.act === "withdraw" && /^(?:那|先)?(?:撤回|撤销)(?:吧|了|这个)?[。!]*$/.test(message.folded);
  return bare ? dropped : undefined;
}

/** 补充:已附行程单, beside what was sent back: it is added, and nothing else of the draft changes. */
function added({ state, draft, message, context }: Met): Stepped | undefined {
  if (message.act !== "supplement" || draft.returns === undefined) return undefined;
  const next = { ...draft, remark: remarkIn(message.text) || undefined, revision: draft.revision + 1 };
  return onward({ ...state, draft: next }, formOf(draft.type), next, { ...message, facts: {} }, context, false);
}

/** 12月25日请一天事假,办证, told into the change of another leave: a wish of its own, or what that is to become? */
function another({ state, draft, message: { facts, folded, asks, leads }, said, context }: Met): Stepped | undefined {
  const { acts } = context;
  const again = draft.returns !== undefined || draft.amends !== undefined;
  const whole = acts.form(folded) === draft.type && facts.start !== undefined;
  const why = said.facts.reason ?? said.facts.purpose ?? said.facts.item;
  const own = whole && why !== undefined && (leads || said.form === draft.type);
  const corrects = acts.says("correct", folded) || acts.says("changes-to", folded);
  if (!again || asks || !own || corrects) return undefined;
  return { state, move: { move: "change-or-new", type: draft.type } };
}

/** Another form is wanted: it takes the place of this one. */
function turned({ state, draft, form, said, message, named, context }: Met): Stepped | undefined {
  const wanted = message.form;
  if (wanted === undefined || wanted === draft.type || named || ofTable(message, context)) return undefined;
  const answers = draft.asked !== undefined && message.facts[draft.asked] !== undefined && message.folded.length <= 6;
  const fills = Object.keys(relevant(form, message.facts)).length > 0;
  const meant =
    !answers &&
    (!fills || inWords(message, context)) &&
    wantsForm(message, context) &&
    (message.leads || context.acts.says("correct", message.folded));
  if (!meant) return undefined;
  return context.opens(wanted)
    ? begin(without(state), wanted, said, context, draft.type)
    : aside(state, { move: "no-target", type: wanted });
}

/** A question beside the draft, which goes on after the answer. */
function askedBeside({ state, draft, form, message, answer, context }: Met): Stepped | undefined {
  // 坐单位车的话公杂费还全发吗 names the slot asked, and is a question all the same; 下周二可以吗 is an answer.
  const beside =
    answer === undefined || message.folded.length > 9 || context.cues.of(message.folded, message.facts).length > 0;
  // 标准间3间 tells of this table, and asks nothing of lodging on a trip.
  const { beyond } = besides(form, message, context);
  const asks = (message.asks && !tellsLines(message, context) && beyond === undefined) || ofTable(message, context);
  if (!asks || !beside || context.acts.says("correct", message.folded)) return undefined;
  const asked = question(without(state), message, context);
  return { ...asked, state: { ...asked.state, draft }, resume: draft };
}

/** Nothing of the message goes into the draft: the same question or card again, saying what was not taken in. */
function untaken(met: Met): Stepped | undefined {
  const { state, draft, form, message, answer, context } = met;
  const lines = form.slots.includes("claims") ? claimed(draft.facts, message) : {};
  const given = { ...relevant(form, message.facts), ...lines };
  const taken =
    Object.keys(given).length > 0 ||
    answer !== undefined ||
    message.problem !== undefined ||
    message.shift !== undefined ||
    daysApart(form, message);
  if (taken) return undefined;
  const slot = nextNeed(form, draft.facts);
  const { beyond } = besides(form, message, context);
  const worth = beyond === undefined && message.act === undefined && !message.tells && message.folded.length > 3;
  if (worth && slot === undefined) return { state, move: { move: "search" }, resume: draft };
  const why = whyUntaken(message, beyond);
  return slot === undefined
    ? { state, move: { move: "confirm", draft, ...why } }
    : { state, move: { move: "ask", draft, slot, begun: false, ...why } };
}

function whyUntaken({ act, tells }: Understood, beyond: readonly Beyond[] | undefined) {
  if (act === "cancel") return { dropping: true as const };
  if (beyond !== undefined) return { beyond };
  return tells ? { unread: true as const } : {};
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
      : (/(?:事由|理由|原因)(?:改成|改为|是|:|换成|写成|写|填)*(.{2,200})/u.exec(folded)?.[1] ?? facts.reason)
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
