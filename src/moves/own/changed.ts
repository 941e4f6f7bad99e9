/**
 * What a draft changes of a filed request, as its card says it: which request, why, what is other than it was.
 *
 * Takes    the scene and the draft. Returns the request as the log has it, and Markdown.
 * Leaves   the rest of the card to card.ts, filing it to refiling.ts.
 */
import { oneLine } from "../../answer/card.ts";
import { changeLines } from "../../answer/changes.ts";
import { bullets, paragraphs, plain } from "../../answer/layout.ts";
import { changeWords as words } from "../../answer/wording/changes.ts";
import type { Draft } from "../../dialogue/state.ts";
import { isSettled } from "../../requests/form.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import type { Scene } from "../move.ts";

/** The request that the draft changes, as the log has it; undefined for an ordinary draft. */
export async function changedBy({ office, person }: Scene, draft: Draft): Promise<OfficeRequest | undefined> {
  const id = draft.amends ?? (draft.returns === undefined ? undefined : draft.id);
  const request = id === undefined ? undefined : await office.store.request(id);
  return request?.requester === person.id ? request : undefined;
}

/** What the card says of the change, over its table and under it. */
export interface ChangeShown {
  readonly head: string;
  readonly below: string;
  /** There is nothing to file yet: neither a change nor a remark. */
  readonly empty: string | undefined;
}

export function changeShown(before: OfficeRequest, draft: Draft, now: OfficeRequest): ChangeShown {
  const changes = changeLines(before, now);
  const { remark } = draft;
  const shown = paragraphs(
    bullets(words.changes, changes),
    remark === undefined ? undefined : words.remark(plain(remark)),
  );
  if (draft.amends !== undefined) {
    const lead = isSettled(before.type) ? "settled" : before.status === "approved" ? "inForce" : "open";
    const head = words.amends[lead](before.id, oneLine(before));
    return { head, below: shown, empty: changes.length === 0 ? words.sayWhatAmended : undefined };
  }
  const head = words.returned(before.id, plain(before.returned?.reason ?? ""));
  const decided = approvedBy(before);
  const then = changes.length > 0 ? (decided.length > 0 ? words.anew : undefined) : words.kept(decided);
  const nothing = changes.length === 0 && remark === undefined;
  return {
    head,
    below: paragraphs(shown, nothing ? undefined : then),
    empty: nothing ? words.sayWhatReturned : undefined,
  };
}

/** The roles that have agreed so far. */
export const approvedBy = ({ approvals }: OfficeRequest): readonly string[] =>
  approvals.filter(({ status }) => status === "approved").map(({ role }) => role);
