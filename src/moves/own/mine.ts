/**
 * My own requests: where they stand, and taking one back.
 *
 * Takes    the scene. Returns replies; withdrawing returns the event. Only the sender's own requests are ever read or named.
 * Leaves   whether one can be taken back to requests/own-steps.ts. The list shown is remembered: 撤回第二条 counts on it.
 */
import { oneLine, statusLines } from "../../answer/card.ts";
import { paragraphs } from "../../answer/layout.ts";
import type { Action } from "../../answer/reply.ts";
import { changeWords } from "../../answer/wording/changes.ts";
import { ownWords } from "../../answer/wording/own-requests.ts";
import { typeName, said as words } from "../../answer/wording/replies.ts";
import type { Move } from "../../dialogue/move.ts";
import { namesOwn, ownMeant, wordsNamed } from "../../dialogue/own-meant.ts";
import { formOf, isSettled } from "../../requests/form.ts";
import { apply, withdrawable } from "../../requests/life.ts";
import { withdraw as takeBack } from "../../requests/own-steps.ts";
import type { OfficeRequest, RequestType } from "../../requests/request.ts";
import { postsOf } from "../deciding/stand-ins.ts";
import { type Done, type Scene, said } from "../move.ts";
import { refused } from "./changing.ts";
import { dropMeant } from "./meant.ts";

const most = 10;

/** Where my requests stand; of one type, or those whose place or day is named. */
export async function status(scene: Scene, type: RequestType | undefined): Promise<Done> {
  const mine = inOrder(await scene.office.store.requests({ requester: scene.person.id }));
  const requests = meant(scene, mine, type).slice(0, most);
  const [latest, ...older] = requests;
  if (latest === undefined) {
    const text = mine.length === 0 || type === undefined ? ownWords.status.none : ownWords.status.noneOfType(type);
    return said(scene, { kind: "status", text, citations: [] });
  }
  const told = await Promise.all(requests.map(async (one) => statusLines(one, await postsOf(scene, one))));
  const lines = told.map((line, at) => (older.length === 0 ? line : `${at + 1}. ${line}`));
  const state = { ...scene.state, listed: requests.map(({ id }) => id) };
  const reply = { kind: "status" as const, text: paragraphs(...lines), citations: [], requests, request: latest };
  const actions = requests.filter(({ returned }) => returned !== undefined).map(changeButton);
  return said(scene, actions.length === 0 ? reply : { ...reply, actions }, state);
}

const changeButton = ({ id, version, type }: OfficeRequest) => ({
  label: `${changeWords.button}${typeName[type]}`,
  action: { kind: "change", request: id, version } satisfies Action,
});

/** What is still open first, each newest first. */
const inOrder = (requests: readonly OfficeRequest[]): readonly OfficeRequest[] => [
  ...requests.filter(({ status }) => status === "submitted"),
  ...requests.filter(({ status }) => status === "approved"),
  ...requests.filter(({ status }) => status !== "submitted" && status !== "approved"),
];

/** The requests that the message means; all of them where it names none. */
const meant = (
  { message, state }: Scene,
  requests: readonly OfficeRequest[],
  type: RequestType | undefined,
): readonly OfficeRequest[] => ownMeant(requests, message, type, state.listed);

/** Where the paper of one of my requests is to be had: the one meant, or the latest. */
export async function printing(scene: Scene, type: RequestType | undefined): Promise<Done> {
  const mine = inOrder(await scene.office.store.requests({ requester: scene.person.id }));
  const [request] = meant(scene, mine, type).filter((one) => scene.office.papers.of(one.unit, one.type) !== undefined);
  if (request === undefined) return said(scene, { kind: "status", text: ownWords.print.none(type), citations: [] });
  const text = paragraphs(statusLines(request, await postsOf(scene, request)), ownWords.print.where(request.id));
  return said(scene, { kind: "status", text, citations: [], request });
}

/** Asks before a filed request is taken back; where several could be meant, asks which. */
export async function withdraw(
  scene: Scene,
  { type, dropped, nth }: Omit<Extract<Move, { move: "withdraw" }>, "move">,
): Promise<Done> {
  const mine = await scene.office.store.requests({ requester: scene.person.id });
  // A deputation that is over has nothing left to end.
  const isOver = (one: OfficeRequest) => formOf(one.type).handsOver === true && String(one.fields.end) < scene.now.date;
  const mayGo = (one: OfficeRequest) => withdrawable(one, scene.now.date) && !isOver(one);
  const open = mine.filter(mayGo);
  // 成都的不去了 may be said of a trip that cannot be taken back any more.
  const among = dropped ? dropMeant(scene, scene.message.text, mine) : open;
  const takenBack = dropped ? among.filter(mayGo) : likeliest(scene, type, meant(scene, open, type));
  const picked = nth === undefined ? undefined : scene.state.listed[nth - 1];
  const found = nth === undefined ? takenBack.slice(0, most) : open.filter(({ id }) => id === picked);
  const [request, ...others] = found;
  if (request === undefined) {
    if (type !== undefined && formOf(type).handsOver === true)
      return said(scene, { kind: "status", text: ownWords.withdraw.noDeputation, citations: [] });
    const named = namesOwn(scene.message, type) || wordsNamed(mine, scene.message.folded).length > 0;
    const [known] = dropped ? among : named ? meant(scene, inOrder(mine), type) : [];
    if (known !== undefined) return notNow(scene, known);
    const text = open.length === 0 ? ownWords.withdraw.none : ownWords.withdraw.noSuch;
    return said(scene, { kind: "status", text, citations: [] });
  }
  if (others.length > 0 && !scene.office.readers.acts.says("latest", scene.message.folded)) {
    const lines = found.map((one, at) => `${at + 1}. ${oneLine(one)}(${one.id})`);
    const choosing = { move: "withdraw" as const, said: "" };
    const state = { ...scene.state, listed: found.map(({ id }) => id), choosing };
    return said(
      scene,
      { kind: "question", text: paragraphs(ownWords.withdraw.which, lines.join("\n")), citations: [], requests: found },
      state,
    );
  }
  const outcome = takeBack(request, { by: scene.person.id, at: scene.turn.now }, mine);
  if (outcome.kind === "refused") return refused(scene, request, ownWords.refusedWithdrawal[outcome.why]);
  return said(
    scene,
    {
      kind: "confirm",
      text: ownWords.withdraw.ask(`${oneLine(request)}(${request.id})`),
      citations: [],
      request,
      actions: [
        {
          label: ownWords.withdraw.button,
          action: { kind: "withdraw", request: request.id, version: request.version },
        },
        { label: ownWords.withdraw.keep, action: { kind: "cancel", request: request.id, revision: request.version } },
      ],
    },
    { ...scene.state, withdrawing: { request: request.id, version: request.version } },
  );
}

/** Where none is named, what was approved is not meant while something else could be. */
function likeliest(
  { message }: Scene,
  type: RequestType | undefined,
  found: readonly OfficeRequest[],
): readonly OfficeRequest[] {
  const undecided = found.filter((one) => one.status === "submitted" || isSettled(one.type));
  return namesOwn(message, type) || undecided.length === 0 ? found : undecided;
}

/** Why a request that is named cannot be taken back any more. */
function notNow(scene: Scene, request: OfficeRequest): Done {
  const outcome = takeBack(request, { by: scene.person.id, at: scene.turn.now }, []);
  const why = outcome.kind === "refused" ? outcome.why : "already-decided";
  const instead = ownWords.instead[request.type === "leave" || request.type === "travel" ? request.type : "other"];
  const rule = ownWords.refusedWithdrawal[why];
  return refused(scene, request, why === "already-decided" || why === "begun" ? paragraphs(rule, instead) : rule);
}

/** Takes back one request of the sender's own. */
export async function withdrawOne(scene: Scene, id: string, version: number): Promise<Done> {
  const { office, person, turn, state } = scene;
  const { withdrawing: _, ...rest } = state;
  const request = await office.store.request(id);
  // Whose it is comes first: an id alone shows nobody anything.
  if (request?.requester !== person.id)
    return said(scene, { kind: "status", text: ownWords.withdraw.none, citations: [] }, rest);
  if (request.version !== version)
    return said(scene, { kind: "refuse", text: words.stale, citations: [], request }, rest);
  const mine = await office.store.requests({ requester: person.id });
  const outcome = takeBack(request, { by: person.id, at: turn.now }, mine);
  if (outcome.kind === "refused") {
    return { ...refused(scene, request, ownWords.refusedWithdrawal[outcome.why]), state: rest };
  }
  const after = apply(request, outcome.event);
  return {
    reply: {
      kind: "cancelled",
      text: ownWords.withdraw.done(`${oneLine(request)}(${id})`),
      citations: [],
      request: after,
    },
    state: rest,
    events: [{ requestId: id, expected: request.version, event: outcome.event }],
  };
}
