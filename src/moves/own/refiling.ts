/**
 * Filing what changes a filed request: what was sent back goes in again, an amendment takes the other's place.
 *
 * Takes    the scene and the draft. Returns the events and the receipt, or why there is none.
 * Leaves   what the card says of it to changed.ts, which fields and which steps stand to requests/own-steps.ts, the common receipt to filing.ts.
 */

import { chainLine } from "../../answer/card.ts";
import { changeLines } from "../../answer/changes.ts";
import { paragraphs } from "../../answer/layout.ts";
import { changeWords as words } from "../../answer/wording/changes.ts";
import { said as common, typeName } from "../../answer/wording/replies.ts";
import type { Draft } from "../../dialogue/state.ts";
import { fieldsAgain } from "../../requests/as-filed.ts";
import { apply, nextStep } from "../../requests/life.ts";
import { mayAmend, resubmit } from "../../requests/own-steps.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import { postsOf } from "../deciding/stand-ins.ts";
import { barred, confirm } from "../filing/card.ts";
import { draftRequest, prepare } from "../filing/prepared.ts";
import { receiptNext } from "../filing/receipt.ts";
import { foundSince } from "../filing/remarks.ts";
import { type Done, type Scene, said } from "../move.ts";
import { approvedBy, changedBy } from "./changed.ts";
import { refused } from "./changing.ts";
import { replacing } from "./replacing.ts";

/** Files again what was sent back. */
export async function fileAgain(scene: Scene, draft: Draft): Promise<Done> {
  const { draft: _, ...rest } = scene.state;
  const request = await changedBy(scene, draft);
  if (request === undefined || request.version !== draft.returns) {
    return said(scene, { kind: "refuse", text: common.stale, citations: [], ...(request && { request }) }, rest);
  }
  const ready = prepare(scene, draft);
  if (ready.bars.length > 0) return barred(scene, draft, ready.bars);
  const drafted = draftRequest(scene, draft, ready.approvals, ready.lines);
  if (await foundSince(scene, draft, drafted, ready)) return confirm(scene, { move: "confirm", draft, since: true });
  const same = fieldsAgain(request.fields, drafted.fields);
  // What was confirmed is what is filed: the same claim may come to other figures, where its trip ended earlier.
  const recounted = same === request.fields && changeLines(request, drafted).length > 0;
  const { lines } = drafted.fields;
  const fields = recounted ? { ...same, ...(lines === undefined ? {} : { lines }) } : same;
  const { remark } = draft;
  const wish = { by: scene.person.id, at: scene.turn.now, fields, chain: ready.approvals, remark };
  const outcome = resubmit(request, wish, await scene.office.store.requests({ requester: scene.person.id }));
  if (outcome.kind === "refused") {
    const { reply } = refused(scene, request, words.refused[outcome.why]);
    const nothing = outcome.why === "nothing-changed";
    return said(
      scene,
      nothing
        ? { ...reply, kind: "question", text: paragraphs(words.refused["nothing-changed"], words.sayWhatReturned) }
        : reply,
      nothing ? scene.state : rest,
    );
  }
  const after = apply(request, outcome.event);
  const next = nextStep(after);
  const decided = approvedBy(request);
  const posts = await postsOf(scene, after);
  const anew = fields !== request.fields && decided.length > 0;
  const text = paragraphs(
    words.refiled(typeName[after.type], after.id),
    anew ? words.anew : fields === request.fields ? words.kept(approvedBy(after)) : undefined,
    next === undefined ? undefined : receiptNext(next.step, posts),
    chainLine(after, posts),
  );
  return {
    reply: { kind: "filed", text, citations: ready.sources, request: after },
    state: rest,
    events: [{ requestId: request.id, expected: request.version, event: outcome.event }],
  };
}

/** What filing an amendment does to the request that it changes. */
export type Amending =
  | { readonly kind: "may"; readonly events: Done["events"]; readonly told: string }
  | { readonly kind: "refused"; readonly done: Done };

/** May the draft's request, as it stands after its filing, be filed in place of another, and what becomes of that? */
export async function amending(scene: Scene, draft: Draft, after: OfficeRequest): Promise<Amending> {
  const { draft: _, ...rest } = scene.state;
  const before = await changedBy(scene, draft);
  if (before === undefined) {
    const done = said(scene, { kind: "refuse", text: common.stale, citations: [] }, rest);
    return { kind: "refused", done };
  }
  const mine = await scene.office.store.requests({ requester: scene.person.id });
  const verdict = mayAmend(before, scene.person.id, mine);
  if (verdict.kind === "refused")
    return { kind: "refused", done: { ...refused(scene, before, words.refusedAmendment[verdict.why]), state: rest } };
  if (changeLines(before, after).length === 0) {
    const { reply } = refused(scene, before, words.refusedAmendment.unchanged);
    const text = paragraphs(words.refusedAmendment.unchanged, words.sayWhatAmended);
    return { kind: "refused", done: said(scene, { ...reply, kind: "question", text }) };
  }
  const replaced = await replacing(scene.office.store, after, { by: scene.person.id, at: scene.turn.now });
  const events = replaced === undefined ? [] : [replaced.event];
  return { kind: "may", events, told: replaced === undefined ? words.stays(before.id) : words.replaced(before.id) };
}
