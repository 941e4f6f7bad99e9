/**
 * A pressed button of a card (按钮): whether what the card showed is still what is open, and what is said where it is not.
 *
 * Takes    the state or the scene, and what the button names. Returns yes or no; or the reply.
 */
import { said as words } from "../answer/wording/replies.ts";
import type { DialogueState } from "../dialogue/state.ts";
import { resumed } from "./filing/card.ts";
import type { Done, Scene } from "./move.ts";

/** Is what the button's card showed still what is open? */
export function isOpen(
  { draft, withdrawing, closing, batching }: DialogueState,
  pressed: { request: string; revision: number },
): boolean {
  return (
    (draft?.id === pressed.request && draft.revision === pressed.revision) ||
    (withdrawing?.request === pressed.request && withdrawing.version === pressed.revision) ||
    batching?.id === pressed.request ||
    (closing?.request === pressed.request && closing.version === pressed.revision)
  );
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
