/**
 * Approving: what waits for me, and my decision on it.
 *
 * Takes    the scene. Returns replies and events; the actor is always the authenticated sender of the turn.
 * Leaves   who may decide to requests/life.ts. A list shown is remembered with its versions: 第一条 counts on it.
 */
import { oneLine, onlyTakenIn } from "../answer/card.ts";
import { paragraphs, plain } from "../answer/layout.ts";
import type { Action } from "../answer/reply.ts";
import { decisionWords as words } from "../answer/wording/decisions.ts";
import type { Move } from "../dialogue/move.ts";
import { namesSomething, reasonIn } from "../dialogue/reason.ts";
import type { DialogueState } from "../dialogue/state.ts";
import { masked } from "../lib/mask.ts";
import { decide as judge } from "../requests/decision.ts";
import { apply, nextStep } from "../requests/life.ts";
import type { ApprovalStep, OfficeRequest, RequestEvent } from "../requests/request.ts";
import { type Done, type Scene, said } from "./move.ts";
import { remarksFor } from "./remarks.ts";

/** The list that waits for the sender, oldest first. */
export async function waiting(scene: Scene): Promise<Done> {
  const requests = await scene.office.store.requests({ waitingFor: scene.person.id });
  return said(scene, { ...(await list(scene, requests)), citations: [] }, remember(scene.state, requests));
}

async function list(scene: Scene, requests: readonly OfficeRequest[]) {
  const rows = await Promise.all(requests.map((request, at) => row(scene, request, at + 1)));
  const text =
    requests.length === 0
      ? words.waiting.none
      : paragraphs(words.waiting.head(requests.length), rows.join("\n"), words.waiting.tail);
  const actions = requests.slice(0, 5).map((request, at) => ({
    label: `${words.agree}第${at + 1}条`,
    action: { kind: "approve", request: request.id, version: request.version } satisfies Action,
  }));
  return { kind: "status" as const, text, requests, actions };
}

/** One that waits, and under it what the log has to remark. */
async function row(scene: Scene, request: OfficeRequest, nth: number): Promise<string> {
  const remarks = await remarksFor(scene.office, request);
  const lines = [`${nth}. ${oneLine(request, who(scene, request))}(${request.id})`, ...remarks];
  return lines.join("\n   ");
}

const who = ({ office }: Scene, { requester }: OfficeRequest): string =>
  office.staff.person(requester)?.post ?? requester;

const remember = (state: DialogueState, requests: readonly OfficeRequest[]): DialogueState => ({
  ...state,
  shown: requests.map(({ id, version }) => ({ request: id, version })),
});

/** 同意第一条, 驳回第二条 原因…: on the list last shown, else on what waits now. */
export async function decide(scene: Scene, move: Extract<Move, { move: "decide" }>): Promise<Done> {
  const { verdict, which, told, words: text } = move;
  const open = await scene.office.store.requests({ waitingFor: scene.person.id });
  if (which === "all" || which.length > 1) {
    const listed = await list(scene, open);
    return said(
      scene,
      {
        ...listed,
        citations: [],
        text: open.length === 0 ? words.waiting.none : paragraphs(words.approve.batchOne, listed.text),
      },
      remember(scene.state, open),
    );
  }
  const shown =
    scene.state.shown.length > 0 ? scene.state.shown : open.map(({ id, version }) => ({ request: id, version }));
  const described =
    which.length === 0 && scene.message.form !== undefined ? open.filter((request) => fits(request, scene)) : undefined;
  if (open.length === 0 && scene.state.shown.length === 0)
    return said(scene, { kind: "refuse", text: words.approve.nothing, citations: [] });
  if (described !== undefined && described.length === 0)
    return said(scene, { kind: "refuse", text: words.approve.notYours, citations: [] });
  if (!told || !isBare(scene, which) || (which.length === 0 && described?.length !== 1 && open.length !== 1)) {
    const listed = await list(scene, open);
    return said(
      scene,
      {
        ...listed,
        kind: "question",
        citations: [],
        text: paragraphs(open.length === 1 ? words.approve.reallyThis : words.approve.whichOne, listed.text),
      },
      remember(scene.state, open),
    );
  }
  const only = described?.length === 1 ? described[0] : open[0];
  const picked = which.length === 0 ? only && { request: only.id, version: only.version } : shown[(which[0] ?? 1) - 1];
  if (picked === undefined)
    return said(scene, { kind: "question", text: words.approve.noSuch(open.length), citations: [] });
  return decideOne(scene, verdict, picked.request, picked.version, verdict === "reject" ? reasonIn(text) : undefined);
}

/** 喝酒的不批 names something, though nothing here knows what: only a bare verdict is about the one that waits. */
const isBare = ({ message }: Scene, which: readonly number[] | "all"): boolean =>
  which.length > 0 || message.form !== undefined || !namesSomething(message.folded);

/** Does the request fit what the message says of it: its type and its days? */
function fits(request: OfficeRequest, { message, office, person }: Scene): boolean {
  const { start } = message.facts;
  if (office.readers.acts.says("own", message.folded) && request.requester !== person.id) return false;
  return request.type === message.form && (start === undefined || request.fields.start === start);
}

/** Where it goes from here: a reply names nobody whom the directory does not hold. */
function onwardTo({ role, approver, apart }: ApprovalStep): string | undefined {
  if (approver === null) return undefined;
  return apart === "intake" ? words.approve.takenIn(role) : words.approve.next(role);
}

/** What a 同意 came to: where it goes on, or that it is approved; what only the office took in was approved by nobody. */
function approvedText(after: OfficeRequest, what: string): string {
  const next = nextStep(after);
  if (next !== undefined) return paragraphs(words.approve.done(what), onwardTo(next.step));
  return onlyTakenIn(after.approvals)
    ? paragraphs(words.approve.doneTakenIn(what), words.approve.finalTakenIn)
    : paragraphs(words.approve.done(what), words.approve.final);
}

/** One decision, by its id and the version that the person saw. */
export async function decideOne(
  scene: Scene,
  verdict: "approve" | "reject",
  id: string,
  version: number,
  reason?: string,
): Promise<Done> {
  const { office, person, turn, state } = scene;
  const request = await office.store.request(id);
  if (request === undefined) return said(scene, { kind: "refuse", text: words.approve.notYours, citations: [] });
  const outcome = judge(request, { by: person.id, at: turn.now, verdict, version, reason });
  if (outcome.kind === "refused") {
    if (outcome.why === "reason-needed") {
      return said(
        scene,
        { kind: "question", text: words.approve.reasonNeeded, citations: [], request },
        { ...state, rejecting: { request: id, version } },
      );
    }
    return said(scene, { kind: "refuse", text: words.refusedDecision[outcome.why], citations: [] });
  }
  const after = apply(request, outcome.event);
  const what = `${oneLine(request, who(scene, request))}(${id})`;
  const text = verdict === "approve" ? approvedText(after, what) : words.approve.rejected(what, plain(reason ?? ""));
  const { rejecting: _, ...rest } = state;
  return {
    reply: {
      kind: "approval",
      text,
      citations: scene.office.library.standing(after.approvals.flatMap((step) => step.source ?? []).slice(0, 1)),
      request: after,
    },
    // The list keeps its numbers: what was decided is refused by its version, and 第二条 stays the second.
    state: rest,
    events: [appended(request, outcome.event)],
  };
}

const appended = (request: OfficeRequest, event: RequestEvent) => ({
  requestId: request.id,
  expected: request.version,
  event,
});

/** The reason of a rejection that was asked for. */
export async function rejectWithReason(scene: Scene, text: string): Promise<Done> {
  const { rejecting } = scene.state;
  if (rejecting === undefined) return waiting(scene);
  return decideOne(scene, "reject", rejecting.request, rejecting.version, reasonIn(text) || masked(text));
}
