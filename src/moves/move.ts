/**
 * What every move (动作) is given, and what it gives back.
 *
 * A move does what the dialogue decided: it may read the log, work a rule or search; it never writes. What it wants
 * written it returns as events, and assistant.ts commits them with the conversation's state in one go.
 */
import type { Reply, Turn } from "../answer/reply.ts";
import type { Understood } from "../dialogue/read.ts";
import type { DialogueState } from "../dialogue/state.ts";
import type { Moment } from "../lib/dates.ts";
import type { Office } from "../office.ts";
import type { Person } from "../requests/staff.ts";
import type { Change } from "../store/store.ts";

export interface Scene {
  readonly office: Office;
  readonly turn: Turn;
  readonly now: Moment;
  readonly person: Person;
  readonly message: Understood;
  readonly state: DialogueState;
}

export interface Done {
  readonly reply: Reply;
  readonly state: DialogueState;
  readonly events: Change["events"];
}

/** A reply that changes nothing in the log. */
export const said = (scene: Scene, reply: Reply, state: DialogueState = scene.state): Done => ({
  reply,
  state,
  events: [],
});
