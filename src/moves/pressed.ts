/**
 * A pressed button of a card (按钮): what it is about, whatever else is open, and what is said where its card is no longer
 * the case.
 *
 * Takes    the state or the scene, and what the button names. Returns the state in which it is meant; or the reply.
 */
import { said as words } from "../answer/wording/replies.ts";
import type { DialogueState } from "../dialogue/state.ts";
import { resumed } from "./filing/card.ts";
import type { Done, Scene } from "./move.ts";

/** What waits for a yes, a no or a word of its own. */
type Offer = "withdrawing" | "closing" | "batching" | "rejecting" | "choosing" | "listing";

/** Whoever presses a button leaves every other offer: the state with none open but the one that it is of. */
export function leftOpen(state: DialogueState, kept?: Offer): DialogueState {
  const { withdrawing, closing, batching, rejecting, choosing, listing, ...rest } = state;
  const offers = { withdrawing, closing, batching, rejecting, choosing, listing };
  return kept === undefined ? rest : { ...rest, [kept]: offers[kept] };
}

/**
 * The state in which 确认 or 取消 means the card that the button stands on, and nothing else that is open; nothing where
 * that card is no longer the case.
 */
export function meantBy(
  state: DialogueState,
  pressed: { readonly request: string; readonly revision: number },
): DialogueState | undefined {
  const { draft, withdrawing, closing, batching } = state;
  const isOf = (seen: { readonly request: string; readonly version: number } | undefined): boolean =>
    seen?.request === pressed.request && seen.version === pressed.revision;
  if (draft?.id === pressed.request && draft.revision === pressed.revision) return leftOpen(state);
  if (isOf(withdrawing)) return leftOpen(state, "withdrawing");
  if (isOf(closing)) return leftOpen(state, "closing");
  return batching?.id === pressed.request ? leftOpen(state, "batching") : undefined;
}

/** A button of a card that is no longer the case: said with what is open now, or that it was filed before. */
export async function stale(scene: Scene, id: string): Promise<Done> {
  // What was sent back is filed under the id that its draft has.
  const known = scene.state.draft?.id === id ? undefined : await scene.office.store.request(id);
  // Whose it is comes first: an id alone shows nobody anything.
  const filed = known?.requester === scene.person.id ? known : undefined;
  const text = filed === undefined ? words.staleCard : words.filedAlready(filed.type, filed.id);
  const done: Done = {
    reply: {
      kind: filed === undefined ? "refuse" : "filed",
      text,
      citations: [],
      ...(filed === undefined ? {} : { request: filed }),
    },
    state: scene.state,
    events: [],
  };
  return scene.state.draft === undefined || filed !== undefined ? done : resumed(done, scene.state.draft);
}
