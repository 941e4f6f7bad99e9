/**
 * 有用: whoever got an answer from a clause says that it was the right one, and the question becomes a past question.
 *
 * Takes    what a turn came to, or the scene of a 👍. Returns it with the offer, or the question to be kept.
 * Leaves   keeping it to the commit, what the search makes of it to search/confirmed.ts.
 * Why      a question that leans on the one before it, or asks two things, would teach the search something else than was meant.
 */
import type { Action } from "../../answer/reply.ts";
import { helpfulWords as words } from "../../answer/wording/helpful.ts";
import type { DialogueState } from "../../dialogue/state.ts";
import { askedParts } from "../../lib/asked-parts.ts";
import { imprint } from "../../lib/imprint.ts";
import { type Done, type Scene, said } from "../move.ts";
import { followsUp } from "./searching.ts";

type Offered = Extract<NonNullable<DialogueState["last"]>, { kind: "clause" }>;

/** The turn's outcome with the offer, where it answered; an offer of before ends where something else was asked. */
export function offering(done: Done, scene: Scene): Done {
  const { reply, state } = done;
  const { last } = state;
  // A button of an earlier answer asks nothing: the offer under the last one stays.
  if (last?.kind !== "clause" || scene.turn.action?.kind === "helpful") return done;
  const isNew = last !== scene.state.last && (reply.kind === "answer" || reply.kind === "calculation");
  if (isNew && last.found !== undefined && state.draft === undefined && asksOneThing(scene)) {
    const actions = [...(reply.actions ?? []), { label: words.button, action: pressing(last) }];
    return { ...done, reply: { ...reply, actions }, state: { ...state, last: { ...last, offered: true } } };
  }
  if (last.offered === undefined || reply.kind === "smalltalk" || reply.kind === "help") return done;
  const { offered: _, ...rest } = last;
  return { ...done, state: { ...state, last: rest } };
}

/** Keeps the question that was answered last; a button of an earlier answer keeps nothing, and is told so. */
export function helpful(scene: Scene, pressed?: Extract<Action, { kind: "helpful" }>): Done {
  const { state, person, turn, office } = scene;
  const { last } = state;
  const isOpen = last?.kind === "clause" && last.offered && (!pressed || pressed.answer === pressing(last).answer);
  if (!isOpen || last.found === undefined) return said(scene, { kind: "refuse", text: words.stale, citations: [] });
  const { question, doc, clause, found } = last;
  const foundBy = { quote: found.quote, ...(found.provision && { provision: found.provision }) };
  const text = words.noted(office.library.document(doc).title, clause);
  return {
    ...said(scene, { kind: "smalltalk", text, citations: [] }),
    confirmed: { question, doc, clause, ...foundBy, by: person.id, at: turn.now },
  };
}

/** The button names its answer, so that an older one is known. */
const pressing = ({ question, doc, clause }: Offered): Extract<Action, { kind: "helpful" }> => ({
  kind: "helpful",
  answer: imprint(`${question} ${doc} ${clause}`),
});

/** Is the message a question by itself, and one? */
function asksOneThing(scene: Scene): boolean {
  const { message, office, state } = scene;
  const leans =
    followsUp(scene) || (state.last !== undefined && office.readers.acts.says("points-back", message.folded));
  return !leans && askedParts(message.text).length < 2;
}
