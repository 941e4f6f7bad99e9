/**
 * One decision (审批) on one request: approved, rejected or sent back, in one's own right or in the stead of another.
 *
 * Takes    the scene, the request by its id and the version that the person saw. Returns the reply and the events.
 * Leaves   who may decide to requests/decision.ts, who stands in to stand-ins.ts, which one is meant to approvals.ts.
 * What an amendment takes the place of is cancelled in the same commit as its last approval.
 */
import { decidedFor, inStead, oneLine, onlyTakenIn } from "../../answer/card.ts";
import { distinct, paragraphs, plain } from "../../answer/layout.ts";
import { decisionWords as words } from "../../answer/wording/decisions.ts";
import { reasonIn } from "../../dialogue/reason.ts";
import { masked } from "../../lib/mask.ts";
import { type Decision, type DecisionRefusal, decide as judge } from "../../requests/decision.ts";
import { apply, nextStep } from "../../requests/life.ts";
import type { OfficeRequest, RequestEvent } from "../../requests/request.ts";
import type { Change } from "../../store/store.ts";
import { type Done, type Scene, said } from "../move.ts";
import { replacing } from "../own/replacing.ts";
import { postsOf, standInFor } from "./stand-ins.ts";
import { waiting, whoAsks } from "./waiting-list.ts";

export type Verdict = Decision["verdict"];

/** What a decision comes to, before it is told. */
export type Decided =
  | { readonly kind: "refused"; readonly why: DecisionRefusal }
  | {
      readonly kind: "decided";
      readonly after: OfficeRequest;
      /** The requests as the events leave them. */
      readonly changed: readonly OfficeRequest[];
      readonly events: Change["events"];
      /** The request that it takes the place of by this. */
      readonly amended?: string;
    };

/** Works out one decision; `known` finds a request as it stands, or as this commit has changed it already. */
export async function decided(
  scene: Scene,
  request: OfficeRequest,
  wish: Pick<Decision, "verdict" | "version" | "reason">,
  known: (id: string) => Promise<OfficeRequest | undefined> = scene.office.store.request,
): Promise<Decided> {
  const { office, person, turn, now } = scene;
  const standIn = await standInFor(office, request, now.date);
  const outcome = judge(request, { by: person.id, at: turn.now, ...wish }, standIn);
  if (outcome.kind === "refused") return outcome;
  const after = apply(request, outcome.event);
  const events = [appended(request, outcome.event)];
  const { amends } = after;
  if (amends === undefined || after.status !== "approved") return { kind: "decided", after, changed: [after], events };
  const replaced = await replacing({ request: known, requests: office.store.requests }, after, {
    by: person.id,
    at: turn.now,
  });
  // What was still under way had its place taken by the filing.
  if (replaced === undefined) return { kind: "decided", after, changed: [after], events };
  return {
    kind: "decided",
    after,
    changed: [after, replaced.request],
    events: [...events, replaced.event],
    amended: amends,
  };
}

const appended = (request: OfficeRequest, event: RequestEvent) => ({
  requestId: request.id,
  expected: request.version,
  event,
});

/** One decision, by the id of the request and the version that the person saw. */
export async function decideOne(
  scene: Scene,
  verdict: Verdict,
  id: string,
  version: number,
  reason?: string,
): Promise<Done> {
  const { office, state } = scene;
  const request = await office.store.request(id);
  if (request === undefined) return said(scene, { kind: "refuse", text: words.approve.notYours, citations: [] });
  const outcome = await decided(scene, request, { verdict, version, reason });
  if (outcome.kind === "refused") {
    if (outcome.why === "reason-needed") {
      const text = verdict === "return" ? words.approve.returnReasonNeeded : words.approve.reasonNeeded;
      return said(
        scene,
        { kind: "question", text, citations: [], request },
        { ...state, rejecting: { request: id, version, verdict: verdict === "return" ? "return" : "reject" } },
      );
    }
    return refused(scene, request, outcome.why);
  }
  const { after, events, amended } = outcome;
  const what = `${oneLine(request, whoAsks(scene, request))}(${id})`;
  const { rejecting: _, ...rest } = state;
  return {
    reply: {
      kind: "approval",
      text: paragraphs(
        await told(scene, { verdict, what, after, reason: reason ?? "" }),
        amended === undefined ? undefined : words.approve.replaced(amended),
      ),
      citations: office.library.standing(after.approvals.flatMap((step) => step.source ?? []).slice(0, 1)),
      request: after,
    },
    // The list keeps its numbers: what was decided is refused by its version, and 第二条 stays the second.
    state: rest,
    events,
  };
}

interface Told {
  readonly verdict: Verdict;
  readonly what: string;
  readonly after: OfficeRequest;
  readonly reason: string;
}

async function told(scene: Scene, { verdict, what, after, reason }: Told): Promise<string> {
  if (verdict === "reject") return words.approve.rejected(what, plain(reason));
  if (verdict === "return") return words.approve.returned(what, plain(reason));
  const { called } = scene.office.staff;
  if (nextStep(after) === undefined && onlyTakenIn(after.approvals))
    return paragraphs(words.approve.doneTakenIn(what), words.approve.finalTakenIn);
  const step = after.approvals.findLast(({ status }) => status === "approved");
  const stood = step && decidedFor(step, called);
  return paragraphs(
    stood === undefined ? words.approve.done(what) : words.approve.doneFor(what, stood),
    await onwardTo(scene, after),
  );
}

/** Where it goes from here: a reply names nobody whom the directory does not hold. */
async function onwardTo(scene: Scene, after: OfficeRequest): Promise<string | undefined> {
  const next = nextStep(after)?.step;
  if (next === undefined) return words.approve.final;
  if (next.approver === null) return undefined;
  const role = next.role + inStead(next, await postsOf(scene, after));
  return next.apart === "intake" ? words.approve.takenIn(role) : words.approve.next(role);
}

/** Why not, with the clause of the step that is waited for. Who has no part in the chain learns nothing of it. */
function refused(scene: Scene, request: OfficeRequest, why: DecisionRefusal): Done {
  const step = why === "own-request" || why === "out-of-turn" ? nextStep(request)?.step : undefined;
  const citations = scene.office.library.standing(distinct(step?.source === undefined ? [] : [step.source]));
  return said(scene, { kind: "refuse", text: words.refusedDecision[why](step), citations });
}

/** The reason of a rejection or a return that was asked for. */
export async function rejectWithReason(scene: Scene, text: string): Promise<Done> {
  const { rejecting } = scene.state;
  if (rejecting === undefined) return waiting(scene);
  return decideOne(scene, rejecting.verdict, rejecting.request, rejecting.version, reasonIn(text) || masked(text));
}
