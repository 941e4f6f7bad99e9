/**
 * What is wanted of one's own filed requests: to change one, to add to one, to close a trip.
 *
 * Takes    the state and the message. Returns the move, or nothing where the message is for something else.
 * Leaves   which requests there are to moves/, which of them a message names to own-meant.ts.
 */
import { formOf } from "../requests/form.ts";
import { aside } from "./anytime.ts";
import type { ChangeMove, CloseMove, Move, StepContext, Stepped } from "./move.ts";
import { kindSaid, nthSaid } from "./own-meant.ts";
import type { Understood } from "./read.ts";
import type { DialogueState } from "./state.ts";

/** What is wanted of something filed. */
type OwnMove = ChangeMove | CloseMove | Extract<Move, { move: "withdraw" }>;

/** The move of a message that changes, adds to, closes or gives up something filed; a question about it is no wish. */
export function ofOwn(
  { last }: DialogueState,
  { act, told, folded, text }: Understood,
  { acts, filed }: StepContext,
): OwnMove | undefined {
  if (acts.asks(acts.without("asks-politely", folded)) && !acts.leadsRequest(folded)) return undefined;
  if (act === "supplement") return { move: "change", said: text, adds: true };
  if (act === "close") return { move: "close", said: text };
  // 把天数改成5天, after a question: of the question, not of what was filed.
  const bare = acts.says("changes-bare", folded);
  if (last?.kind === "rule" && (bare || acts.says("changes-field", folded))) return undefined;
  if (act === "change") return { move: "change", said: text };
  if (filed("reopen")) return { move: "close", said: text, corrects: true };
  if (told && act !== "cancel") return undefined;
  if (acts.says("drops-filed", folded)) return { move: "withdraw", type: kindSaid(folded, acts), dropped: true };
  // 德阳回来了: of a trip, where there is one; else it sounds like the return from a leave.
  if (filed("close")) return { move: "close", said: text };
  // 改到周五 begins no form of its own, whatever it sounds like.
  return (bare && !told) || filed("change") ? { move: "change", said: text } : undefined;
}

const id = /q-\d{8}-[0-9a-f]{8}/iu;

/** Beside an open draft 改一下 is said of the draft, unless another request is named; a day of coming back too, where it has one. */
export function ofOwnBeside(state: DialogueState, message: Understood, context: StepContext): Stepped | undefined {
  const { draft } = state;
  const named = id.exec(message.text)?.[0].toUpperCase();
  const other = named !== undefined && named !== draft?.id && named !== draft?.amends;
  const isReturned = draft?.returns === undefined && context.acts.says("sent-back", message.folded);
  const move = ofOwn(state, message, context);
  if (move?.move === "close")
    return formOf(draft?.type ?? "travel").slots.includes("end") ? undefined : aside(state, move);
  return move?.move === "change" && (other || isReturned) ? { state, move } : undefined;
}

/** Which of those listed: the wish that was put before is taken up; nothing where the message says something else. */
export function chosen(state: DialogueState, message: Understood): Stepped | undefined {
  const { choosing, ...rest } = state;
  if (choosing === undefined) return undefined;
  const { move, said, adds } = choosing;
  const { act, form, told } = message;
  if (act === "cancel" && told) return { state: rest, move: { move: "cancelled", what: given[move] } };
  if (!names(message, state.listed)) return undefined;
  const named = message.text;
  if (move === "withdraw") return { state: rest, move: { move, type: form, nth: nthSaid(message) } };
  return { state: rest, move: move === "close" ? { move, said, named } : { move, said, named, ...(adds && { adds }) } };
}

/** What is let be where no one of the list is chosen. */
const given = { change: "change", close: "closing", withdraw: "withdrawal" } as const;

/** The longest answer to which of several is meant. */
const longest = 16;

function names(message: Understood, listed: readonly string[]): boolean {
  const { text, folded, asks, act, facts, form } = message;
  if (nthSaid(message) !== undefined || listed.some((one) => text.includes(one))) return true;
  const told = [facts.destination, facts.start, facts.leaveType, form].some((one) => one !== undefined);
  // 坐火车去成都出差两天 is a new trip; 看房的那个 names one by the words of what it was for.
  const plans = [facts.transport, facts.purpose, facts.days].some((one) => one !== undefined);
  const isNamed = (told && !plans) || /的(?:那[个件张趟])?[。!]*$/u.test(folded);
  return isNamed && !asks && act === undefined && folded.length <= longest;
}

/** While a trip waits to be closed: yes, no, or another day. */
export function closing(state: DialogueState, message: Understood, { acts }: StepContext): Stepped | undefined {
  const { closing: open, ...rest } = state;
  if (open === undefined) return undefined;
  const { act, told, facts, folded, text } = message;
  const agreed = told && (act === "confirm" || act === "agree");
  if (agreed || acts.says("confirms-closing", folded)) return { state, move: { move: "close-confirmed" } };
  if (act === "cancel" || acts.says("keeps", folded))
    return { state: rest, move: { move: "cancelled", what: "closing" } };
  const day = facts.start ?? facts.end;
  // 昨天回来的 sounds like the return from a leave as well, 12月2号回的 like a plan: only a form that is named is another wish.
  const other = acts.form(folded);
  const ofTrip = (other === undefined || other === "leave-return") && facts.destination === undefined;
  const plain = !acts.says("wonders", folded) && (!told || act === "close") && folded.length <= longest;
  const corrects = day !== undefined && ofTrip && plain;
  return corrects ? { state: rest, move: { move: "close", said: text, named: open.request } } : undefined;
}
