/**
 * Moves that mean the same with and without an open draft: lists, decisions, states, help.
 *
 * Takes    the state and the message. Returns the step, or nothing where the message is for the draft or a question.
 */
import { formOf } from "../requests/form.ts";
import { exactly } from "./exact.ts";
import type { Move, StepContext, Stepped } from "./move.ts";
import type { Understood } from "./read.ts";
import type { DialogueState } from "./state.ts";

/** A move beside the draft: the draft stays and its question is asked again. */
export const aside = (state: DialogueState, move: Move): Stepped =>
  state.draft === undefined ? { state, move } : { state, move, resume: state.draft };

/** Moves that are the same with and without an open draft. */
export function anytime(state: DialogueState, message: Understood, context: StepContext): Stepped | undefined {
  const { facts } = message;
  const plain = exactly(message.act);
  if (plain !== undefined) return aside(state, plain);
  switch (message.act) {
    case "approve":
    case "reject":
      // 我批了就让他们租,行不 asks; 同意第一条 decides.
      if (message.asks && message.which.length === 0) return undefined;
      // 全部同意才能通过吗 asks of a vote: all of them are only meant where it is said outright.
      if (message.which === "all" && !message.told && context.acts.says("wonders", message.folded)) return undefined;
      return aside(state, {
        move: "decide",
        verdict: message.verdict?.verdict ?? verdictOf(message.act, message.folded, context),
        which: message.which,
        told: message.told,
        words: message.text,
        ...(message.verdict && { heard: message.verdict }),
      });
    case "withdraw":
      if (message.asks) return undefined;
      return aside(state, { move: "withdraw", type: message.form });
    case "print":
      return aside(state, { move: "print", type: message.form });
    case "export-ledger":
      return aside(state, { move: "export", what: "ledger", period: undefined });
    case "export-record":
      return aside(state, { move: "export", what: "record", period: facts.month ?? facts.year });
    case "export-reception":
      return aside(state, { move: "export", what: "reception", period: facts.year ?? facts.month?.slice(0, 4) });
    case "end-deputation": {
      // Beside the draft of one it is the draft that is dropped.
      const { draft, ...rest } = state;
      if (draft !== undefined && formOf(draft.type).handsOver === true && draft.amends === undefined)
        return { state: rest, move: { move: "cancelled", what: draft.type } };
      return aside(state, { move: "withdraw", type: "deputation" });
    }
    case "who-of-shown":
      // 谁批的, where nothing was listed, asks of a rule.
      if (state.listed.length === 0 && state.shown.length === 0) return undefined;
      return aside(state, { move: "of-shown", asks: "who" });
    case "errand":
      // Beside a draft it may be the task that is told.
      return state.draft === undefined ? { state, move: { move: "tell", what: "errand" } } : undefined;
    case "agree":
      return state.draft === undefined ? { state, move: { move: "smalltalk" } } : undefined;
    case "smalltalk":
      return aside(state, { move: "smalltalk" });
    case "status":
      return aside(state, { move: "status", type: message.form });
    default:
      return undefined;
  }
}

const verdictOf = (act: "approve" | "reject", folded: string, { acts }: StepContext) =>
  act === "reject" && acts.says("sends-back", folded) ? "return" : act;
