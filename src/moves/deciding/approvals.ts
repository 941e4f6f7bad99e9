/**
 * Approving: which of what waits for me my decision is about, and whether it may be carried out as it was said.
 *
 * Takes    the scene. Returns replies and events; the actor is always the authenticated sender of the turn.
 * Leaves   the list to waiting-list.ts, the decision to deciding.ts, several at once to batch.ts, names to named.ts.
 */
import { distinct } from "../../answer/layout.ts";
import { decisionWords as words } from "../../answer/wording/decisions.ts";
import type { Move } from "../../dialogue/move.ts";
import { namesSomething, reasonIn } from "../../dialogue/reason.ts";
import { isOwn, type VerdictSaid } from "../../dialogue/verdict.ts";
import { nextStep } from "../../requests/life.ts";
import type { ApprovalStep, OfficeRequest } from "../../requests/request.ts";
import { type Done, type Scene, said } from "../move.ts";
import { summarise } from "./batch.ts";
import { decideOne } from "./deciding.ts";
import { fitting, says } from "./named.ts";
import { waitingToday } from "./stand-ins.ts";
import { again, askOf } from "./waiting-list.ts";

type Deciding = Extract<Move, { move: "decide" }>;

/** 同意第一条, 驳回第二条 原因…: on the list last shown, else on what waits now. */
export async function decide(scene: Scene, move: Deciding): Promise<Done> {
  const { verdict, which, told, heard } = move;
  if (isOwn(heard?.named)) return ownRequest(scene);
  const open = await waitingToday(scene.office, scene.person.id, scene.now.date);
  if (told && verdict === "approve" && isSeveral(which) && heard?.doubt === undefined)
    return summarise(scene, which, open);
  if (isSeveral(which))
    return again(scene, open, verdict === "approve" ? words.approve.whichOne : words.approve.oneByOne);
  if (open.length === 0 && scene.state.shown.length === 0)
    return said(scene, { kind: "refuse", text: words.approve.nothing, citations: [] });
  const named = heard?.named !== undefined && says(heard.named) ? heard.named : undefined;
  const picked = named === undefined ? await counted(scene, move, open) : await byName(scene, named, open);
  return "reply" in picked ? picked : carryOut(scene, move, picked);
}

/** A request as it is numbered: Q-20261123-806E4190. */
const requestId = /Q-\d{8}-[0-9A-F]{8}/iu;

/** One that the person has seen, or that is alone: its id, the version they saw, and its number on their list. */
interface Picked {
  readonly id: string;
  readonly version: number;
  readonly nth: number;
}

/** The one that the words name: exactly one must fit. */
async function byName(scene: Scene, named: string, open: readonly OfficeRequest[]): Promise<Picked | Done> {
  const [only, ...others] = fitting(scene, named, open);
  if (only === undefined) return again(scene, open, words.approve.noneNamed(named));
  if (others.length > 0) return again(scene, open, words.approve.severalNamed(named));
  return { id: only.id, version: only.version, nth: open.indexOf(only) + 1 };
}

/** The one that is told by its number, by what it is, or by being the only one. */
async function counted(scene: Scene, move: Deciding, open: readonly OfficeRequest[]): Promise<Picked | Done> {
  const { which, told, heard } = move;
  const { shown } = scene.state;
  // Its own number says which one, whatever list was shown; one that waits for somebody else is told nothing of.
  const written = scene.message.text.toUpperCase().match(requestId);
  if (written !== null && told) {
    const one = open.find(({ id }) => id === written[0]);
    return one === undefined
      ? said(scene, { kind: "refuse", text: words.approve.notYours, citations: [] })
      : { id: one.id, version: one.version, nth: open.indexOf(one) + 1 };
  }
  const described =
    which.length === 0 && heard === undefined && scene.message.form !== undefined
      ? open.filter((request) => fits(request, scene))
      : undefined;
  if (described !== undefined && described.length === 0)
    return said(scene, { kind: "refuse", text: words.approve.notYours, citations: [] });
  if (heard?.doubt === "handed-over" && which.length === 0 && open.length > 1)
    return again(scene, open, words.handedOver(undefined));
  const isClear = told && (heard !== undefined || isBare(scene, which));
  if (!isClear || (which.length === 0 && described?.length !== 1 && open.length !== 1))
    return again(scene, open, open.length === 1 ? words.approve.reallyThis : words.approve.whichOne);
  if (which.length === 0) {
    const [only] = described ?? open;
    return only === undefined
      ? again(scene, open, "")
      : { id: only.id, version: only.version, nth: open.indexOf(only) + 1 };
  }
  const nth = Number(which[0]);
  // A number counts on a list that the person has seen; of one that waits alone it can only be the first.
  if (shown.length === 0 && open.length > 1) return again(scene, open, words.approve.listFirst);
  const list = shown.length > 0 ? shown : open.map(({ id, version }) => ({ request: id, version }));
  const one = list[nth - 1];
  const isNew = open.some(({ id }) => !list.some(({ request }) => request === id));
  if (one === undefined) {
    return isNew
      ? again(scene, open, words.approve.listFirst)
      : said(scene, { kind: "question", text: words.approve.noSuch(open.length), citations: [] });
  }
  return { id: one.request, version: one.version, nth };
}

/** Decides it; or asks, where it was not said so that it may be done at once. */
async function carryOut(scene: Scene, { verdict, words: text, heard }: Deciding, picked: Picked): Promise<Done> {
  const { id, version, nth } = picked;
  const open = await waitingToday(scene.office, scene.person.id, scene.now.date);
  const request = open.find((one) => one.id === id);
  if (request !== undefined && heard?.doubt !== undefined) return doubted(scene, heard, { request, nth });
  const reason = verdict === "approve" ? undefined : (heard?.reason ?? reasonIn(text.replace(requestId, "")));
  const done = await decideOne(scene, verdict, id, version, reason);
  const isOld =
    request === undefined && !open.every((one) => scene.state.shown.some((seen) => seen.request === one.id));
  if (!isOld) return done;
  // The list that was counted on is an old one: what waits now is shown with the refusal.
  const { reply, ...rest } = await again(scene, open, words.approve.nowWaiting);
  return { ...rest, reply: { ...reply, kind: done.reply.kind, text: `${done.reply.text}\n\n${reply.text}` } };
}

interface Asked {
  readonly request: OfficeRequest;
  readonly nth: number;
}

function doubted(scene: Scene, { doubt, verdict }: VerdictSaid, { request, nth }: Asked): Promise<Done> | Done {
  const asked = { request, nth, offered: doubt === "asks" && verdict === "approve" };
  if (doubt === "handed-over") {
    const step = nextStep(request)?.step;
    return said(scene, { kind: "refuse", text: words.handedOver(step), citations: standing(scene, step), request });
  }
  if (doubt === "asks") return askOf(scene, asked, verdict === "approve" ? words.ask.agree(nth) : words.ask.plain(nth));
  return askOf(scene, asked, doubt === "condition" ? words.ask.condition(nth) : words.ask.both(nth));
}

/** Nobody decides what is theirs to ask; the step that it waits at says who does. */
async function ownRequest(scene: Scene): Promise<Done> {
  const mine = await scene.office.store.requests({ requester: scene.person.id, statuses: ["submitted"] });
  const step = mine.length === 1 && mine[0] !== undefined ? nextStep(mine[0])?.step : undefined;
  const text = words.refusedDecision["own-request"](step);
  return said(scene, { kind: "refuse", text, citations: standing(scene, step) });
}

const standing = ({ office }: Scene, step: ApprovalStep | undefined): Done["reply"]["citations"] =>
  office.library.standing(distinct(step?.source === undefined ? [] : [step.source]));

const isSeveral = (which: readonly number[] | "all"): boolean => which === "all" || which.length > 1;

/** 喝酒的不批 names something, though nothing here knows what: only a bare verdict is about the one that waits. */
const isBare = ({ message }: Scene, which: readonly number[] | "all"): boolean =>
  which.length > 0 || message.form !== undefined || !namesSomething(message.folded);

/** Does the request fit what the message says of it: its type and its days? */
function fits(request: OfficeRequest, { message, office, person }: Scene): boolean {
  const { start } = message.facts;
  if (office.readers.acts.says("own", message.folded) && request.requester !== person.id) return false;
  return request.type === message.form && (start === undefined || request.fields.start === start);
}
