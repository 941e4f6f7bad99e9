/**
 * Approving: which of what waits for me my decision is about.
 *
 * Takes    the scene. Returns replies and events; the actor is always the authenticated sender of the turn.
 * Leaves   the list to waiting-list.ts, the decision to deciding.ts, several at once to batch.ts.
 */
import { decisionWords as words } from "../../answer/wording/decisions.ts";
import type { Move } from "../../dialogue/move.ts";
import { namesSomething, reasonIn } from "../../dialogue/reason.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import { type Done, type Scene, said } from "../move.ts";
import { summarise } from "./batch.ts";
import { decideOne } from "./deciding.ts";
import { waitingToday } from "./stand-ins.ts";
import { again } from "./waiting-list.ts";

/** 同意第一条, 驳回第二条 原因…: on the list last shown, else on what waits now. */
export async function decide(scene: Scene, move: Extract<Move, { move: "decide" }>): Promise<Done> {
  const { verdict, which, told, words: text } = move;
  const open = await waitingToday(scene.office, scene.person.id, scene.now.date);
  if (told && verdict === "approve" && isSeveral(which)) return summarise(scene, which, open);
  if (isSeveral(which))
    return again(scene, open, verdict === "approve" ? words.approve.whichOne : words.approve.oneByOne);
  const shown =
    scene.state.shown.length > 0 ? scene.state.shown : open.map(({ id, version }) => ({ request: id, version }));
  const described =
    which.length === 0 && scene.message.form !== undefined ? open.filter((request) => fits(request, scene)) : undefined;
  if (open.length === 0 && scene.state.shown.length === 0)
    return said(scene, { kind: "refuse", text: words.approve.nothing, citations: [] });
  if (described !== undefined && described.length === 0)
    return said(scene, { kind: "refuse", text: words.approve.notYours, citations: [] });
  if (!told || !isBare(scene, which) || (which.length === 0 && described?.length !== 1 && open.length !== 1))
    return again(scene, open, open.length === 1 ? words.approve.reallyThis : words.approve.whichOne);
  const only = described?.length === 1 ? described[0] : open[0];
  const nth = Number(which[0] ?? 1);
  const picked = which.length === 0 ? only && { request: only.id, version: only.version } : shown[nth - 1];
  if (picked === undefined)
    return said(scene, { kind: "question", text: words.approve.noSuch(open.length), citations: [] });
  return decideOne(scene, verdict, picked.request, picked.version, verdict === "approve" ? undefined : reasonIn(text));
}

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
