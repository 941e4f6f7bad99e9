/**
 * Moves that mean the same with and without an open draft: lists, decisions, states, help.
 *
 * Takes    the state and the message. Returns the step, or nothing where the message is for the draft or a question.
 */
import type { Move, StepContext, Stepped } from "./move.ts";
import type { Understood } from "./read.ts";
import type { DialogueState } from "./state.ts";

/** A move beside the draft: the draft stays and its question is asked again. */
export const aside = (state: DialogueState, move: Move): Stepped =>
  state.draft === undefined ? { state, move } : { state, move, resume: state.draft };

/** Moves that are the same with and without an open draft. */
export function anytime(state: DialogueState, message: Understood, context: StepContext): Stepped | undefined {
  const { facts } = message;
  switch (message.act) {
    case "waiting":
      return aside(state, { move: "waiting" });
    case "approve":
    case "reject":
      // 我批了就让他们租,行不 asks; 同意第一条 decides.
      if (message.asks && message.which.length === 0) return undefined;
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
    case "notices":
      return aside(state, { move: "notices" });
    case "print":
      return aside(state, { move: "print", type: message.form });
    case "export-ledger":
      return aside(state, { move: "export", what: "ledger", period: undefined });
    case "export-record":
      return aside(state, { move: "export", what: "record", period: facts.month ?? facts.year });
    case "export-reception":
      return aside(state, { move: "export", what: "reception", period: facts.year ?? facts.month?.slice(0, 4) });
    case "leave-taken":
      return aside(state, { move: "leave-taken", of: "own" });
    case "leave-taken-by-others":
      return aside(state, { move: "leave-taken", of: "overseen" });
    case "away":
      return aside(state, { move: "away" });
    case "help":
      return aside(state, { move: "help" });
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
