/**
 * The papers that the asker's next request may stand on (依据), read from the log before the step is taken.
 *
 * Takes    the scene. Returns a lookup by form and facts; the log is read only where a form that wants a paper is open or named.
 *          What may not be stood on before its amendment is decided is told.
 * Leaves   which papers fit to requests/basis.ts, which is meant to dialogue/standing.ts.
 */

import { oneLine } from "../../answer/card.ts";
import { said as words } from "../../answer/wording/replies.ts";
import type { StepContext } from "../../dialogue/move.ts";
import type { Draft } from "../../dialogue/state.ts";
import { awaitingAmendment, basesFor, factsOf } from "../../requests/basis.ts";
import { formOf } from "../../requests/form.ts";
import { noBasis } from "../../rules/slots.ts";
import type { Scene } from "../move.ts";

/** The lookup that a step is given. */
export async function basesOf({ office, person, now, state, message }: Scene): Promise<StepContext["bases"]> {
  const types = [state.draft?.type, message.form].filter((type) => type !== undefined);
  if (!types.some((type) => formOf(type).standsOn !== undefined)) return () => [];
  const mine = await office.store.requests({ requester: person.id });
  const { places, calendar } = office.readers;
  // What is filed again, or amended, gives its own paper up to the draft.
  const instead = state.draft?.amends ?? state.draft?.id;
  return (form, facts) =>
    basesFor(form, facts, mine, now.date, instead).map((request) => ({
      request,
      facts: factsOf(request, places, calendar),
    }));
}

/** Why a draft without a paper has none, where one is there whose amendment is under way: a sentence each. */
export async function papersHeld(
  { office, person, now }: Scene,
  { type, facts, ...draft }: Pick<Draft, "type" | "facts"> & Partial<Pick<Draft, "id" | "amends">>,
): Promise<readonly string[]> {
  const form = formOf(type);
  const hasPaper = facts.basis !== undefined && facts.basis !== noBasis;
  if (form.standsOn === undefined || hasPaper) return [];
  const mine = await office.store.requests({ requester: person.id });
  const held = awaitingAmendment(form, facts, mine, now.date, draft.amends ?? draft.id);
  return held.map((one) => words.heldByAmendment(`${oneLine(one)}(${one.id})`));
}
