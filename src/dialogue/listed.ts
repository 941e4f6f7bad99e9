/**
 * An answer to the list of what waits (待我审批的): 好, 2, or after 同意第一条吗 a plain yes.
 *
 * Takes    the state just after the list, and the message. Returns the decision to ask about or to carry out; nothing where
 *          the message says something else.
 */
import type { Stepped } from "./move.ts";
import { bareNth } from "./own-meant.ts";
import type { Understood } from "./read.ts";
import type { DialogueState } from "./state.ts";

/** 好 under a list of one asks whether that is to be approved; under that question it is the yes. */
export function ofListed(state: DialogueState, message: Understood): Stepped | undefined {
  const { listing, ...rest } = state;
  const { act, told, folded, verdict, text } = message;
  if (listing === undefined || state.draft !== undefined || verdict !== undefined) return undefined;
  const agreed = told && (act === "agree" || act === "confirm");
  const about = (nth: number, asks: boolean): Stepped => ({
    state: rest,
    move: {
      move: "decide",
      verdict: "approve",
      which: [nth],
      told: true,
      words: text,
      heard: { verdict: "approve", which: [nth], reason: "", plain: true, ...(asks && { doubt: "asks" }) },
    },
  });
  if (agreed && listing.nth !== undefined) return about(listing.nth, false);
  if (agreed && state.shown.length === 1) return about(1, true);
  if (agreed) return { state: rest, move: { move: "decide", verdict: "approve", which: [], told: false, words: text } };
  // A mere 2 is heard as a sum to work, which has nothing to do with the office.
  const nth = !told || act === "off-topic" ? bareNth(folded) : undefined;
  return nth === undefined ? undefined : about(nth, true);
}
