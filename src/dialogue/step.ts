/**
 * One step of the dialogue (对话): what was understood, in the state it meets, becomes the next move.
 *
 * Takes    the state, the message understood, who asks. Returns the next state and a move; nothing is done here.
 * Leaves   an open draft to filling.ts, opening one to onward.ts, questions to asking.ts, performing the move to moves/.
 * Pure, so a killed process that reads the state again takes the same step.
 */
import { isSettled } from "../requests/form.ts";
import type { RequestType } from "../requests/request.ts";
import { anytime, aside } from "./anytime.ts";
import { goesOn, question } from "./asking.ts";
import { filling } from "./filling.ts";
import { ofListed } from "./listed.ts";
import { formMeant } from "./meant.ts";
import type { StepContext, Stepped } from "./move.ts";
import { begin } from "./onward.ts";
import { chosen, closing, ofOwn } from "./own.ts";
import type { Understood } from "./read.ts";
import type { DialogueState } from "./state.ts";

/** Takes one step. */
export function step(state: DialogueState, message: Understood, context: StepContext): Stepped {
  const refusal =
    message.act === "secret" || message.act === "attack" || message.act === "evade" ? message.act : undefined;
  if (refusal !== undefined && (message.told || state.draft !== undefined || !changesOwn(message, context)))
    return aside(unbatched(state), { move: "refuse", why: refusal });
  if (state.batching !== undefined) {
    const rest = unbatched(state);
    // The card asks for 确认 in so many words: 好 is no yes to several at once.
    const agreed = message.told && message.act === "confirm";
    if (agreed || context.acts.says("confirms-batch", message.folded))
      return { state, move: { move: "batch-confirmed" } };
    if (message.act === "cancel" || context.acts.says("keeps", message.folded))
      return { state: rest, move: { move: "cancelled", what: "batch" } };
    // Anything else ends the offer: the second yes is to a summary just read.
    return step(rest, message, context);
  }
  if (state.withdrawing !== undefined) {
    const { withdrawing: _, ...rest } = state;
    // 撤回出差那个 is another wish, not a yes: only 确认撤回 and the like are.
    const agreed = message.told && (message.act === "confirm" || message.act === "agree");
    if (agreed || context.acts.says("confirms-withdrawal", message.folded))
      return { state, move: { move: "withdraw-confirmed" } };
    if (message.act === "cancel" || context.acts.says("keeps", message.folded))
      return { state: rest, move: { move: "cancelled", what: "withdrawal" } };
    return step(rest, message, context);
  }
  if (state.closing !== undefined) {
    const { closing: _, ...rest } = state;
    return closing(state, message, context) ?? step(rest, message, context);
  }
  if (state.choosing !== undefined) {
    const { choosing, ...rest } = state;
    const picked = chosen(state, message);
    if (picked !== undefined) return picked;
    const next = step(rest, message, context);
    // A side question leaves the list where it was; another wish takes its place.
    return isSideQuestion(message, next) ? { ...next, state: { ...next.state, choosing } } : next;
  }
  if (state.listing !== undefined) {
    const { listing: _, ...rest } = state;
    return ofListed(state, message) ?? step(rest, message, context);
  }
  if (state.rejecting !== undefined) {
    const { rejecting: _, ...rest } = state;
    // 算了还是给他签了吧: the list is shown again, and he says what he means.
    const turnedBack = !message.told && context.acts.says("turns-back", message.folded);
    if (message.act === "cancel" || turnedBack) return { state: rest, move: { move: "waiting" } };
    // Only a plain sentence is a reason: a question, a list, another decision means something else.
    const otherWish =
      context.acts.form(message.folded) !== undefined ||
      message.facts.start !== undefined ||
      (message.act !== undefined && !reasonable.has(message.act)) ||
      message.which.length > 0;
    const reason = (!message.asks && !otherWish) || wantsChange(state.rejecting, message, context);
    if (reason) return { state, move: { move: "reject-with-reason", words: message.text } };
    const next = step(rest, message, context);
    return isSideQuestion(message, next) ? { ...next, state: { ...next.state, rejecting: state.rejecting } } : next;
  }
  return state.draft === undefined ? idle(state, message, context) : filling(state, state.draft, message, context);
}

/** Asked beside what waits for an answer: it is answered, and what waits stays. */
const isSideQuestion = ({ asks }: Understood, { move }: Stepped): boolean =>
  asks && (move.move === "search" || move.move === "work");

/** 请写清楚办什么事, 日期改成下周四: what is to be changed may sound like a question, or like a form of one's own. */
const wantsChange = (
  { verdict }: NonNullable<DialogueState["rejecting"]>,
  { act, told, which, folded }: Understood,
  { acts }: StepContext,
): boolean =>
  verdict === "return" && which.length === 0 && (!told || act === "reject") && acts.says("asks-change", folded);

/** 改一下,事由写看病 only sounds like getting round a rule: it is said of what one has filed. */
const changesOwn = ({ folded }: Understood, { acts, filed }: StepContext): boolean =>
  acts.says("changes-bare", folded) || filed("change");

function unbatched({ batching: _, ...rest }: DialogueState): DialogueState {
  return rest;
}
/** What a reason may sound like: 出差的日期改一下再报. */
const reasonable: ReadonlySet<string> = new Set(["reject", "change", "supplement"]);

const listed: ReadonlySet<string | undefined> = new Set(["status", "waiting", "approve", "reject", "withdraw"]);

/** An act that no pattern heard, in a message that calls a rule and counts on no list. */
const onlySounds = ({ act, told, which, folded, facts }: Understood, { cues }: StepContext): boolean =>
  !told && listed.has(act) && which.length === 0 && cues.of(folded, facts).length > 0;

function idle(state: DialogueState, message: Understood, context: StepContext): Stepped {
  if (helped(state, message, context)) return { state, move: { move: "helpful" } };
  const own = ofOwn(state, message, context);
  if (own !== undefined) return { state, move: own };
  const further = goesOn(state, message, context);
  if (further !== undefined) return further;
  // 提前十分钟溜了,算早退不嘛 only sounds like a decision; the words of a rule are surer.
  if (onlySounds(message, context)) return question(state, { ...message, act: undefined }, context);
  const shared = anytime(state, message, context);
  if (shared !== undefined) return shared;
  if (message.act === "confirm" || message.act === "cancel" || message.act === "resume") {
    return { state, move: { move: "nothing-open", act: message.act } };
  }
  if (asksOfRule(message, context)) return question(state, message, context);
  const form = formMeant(message, context);
  if (form === undefined || answersLast(state, message, form)) return question(state, message, context);
  return context.opens(form)
    ? begin(state, form, message, context)
    : { state, move: { move: "no-target", type: form } };
}

/** 👍 under an answer is about that answer; elsewhere it is a nod. */
const helped = ({ last }: DialogueState, { folded }: Understood, { acts }: StepContext): boolean =>
  last?.kind === "clause" && last.offered === true && acts.says("helped", folded);

/** 我要请四天假,流程怎么走 tells a plan and asks of a rule: it is answered, and no form is opened over the question. */
function asksOfRule({ leads, folded, facts }: Understood, { acts, cues }: StepContext): boolean {
  const asks = acts.says("asks-who", folded) && !acts.says("fill-in", folded);
  return leads && asks && cues.of(folded, facts).length > 0;
}

/** 引资2000万, where a question has just asked how much: an answer, and nothing to take note of. */
function answersLast({ last }: DialogueState, { facts, leads }: Understood, form: RequestType): boolean {
  const asked = last?.kind === "rule" ? last.asked : undefined;
  return isSettled(form) && !leads && asked !== undefined && facts[asked] !== undefined;
}
