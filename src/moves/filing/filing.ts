/**
 * Filing: the event that files a draft, and the receipt.
 *
 * Takes    the scene and the draft. Returns the reply with the request as it then stands, and the event.
 * Leaves   committing to assistant.ts. A draft's id is fixed when it begins, so the log refuses to file it twice.
 */
import { chainLine, type Posts } from "../../answer/card.ts";
import { sentenceOf } from "../../answer/compose.ts";
import { lineTable, paragraphs } from "../../answer/layout.ts";
import { deputyWords } from "../../answer/wording/deputies.ts";
import { recordWords } from "../../answer/wording/record.ts";
import { typeName, said as words } from "../../answer/wording/replies.ts";
import type { Draft } from "../../dialogue/state.ts";
import { formOf, isSettled } from "../../requests/form.ts";
import { apply, nextStep } from "../../requests/life.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import { postsOf } from "../deciding/stand-ins.ts";
import type { Done, Scene } from "../move.ts";
import { amending, fileAgain } from "../own/refiling.ts";
import { barred, confirm } from "./card.ts";
import { draftRequest, type Prepared, prepare } from "./prepared.ts";
import { receiptNext } from "./receipt.ts";
import { foundSince } from "./remarks.ts";

/** Files the draft: the event, and the receipt. */
export async function file(scene: Scene, draft: Draft): Promise<Done> {
  if (draft.returns !== undefined) return fileAgain(scene, draft);
  const { draft: _, ...rest } = scene.state;
  const known = await scene.office.store.request(draft.id);
  if (known !== undefined && known.requester === scene.person.id) {
    return {
      reply: { kind: "filed", text: words.filedAlready(known.type, known.id), citations: [], request: known },
      state: rest,
      events: [],
    };
  }
  const ready = prepare(scene, draft);
  if (ready.bars.length > 0) return barred(scene, draft, ready.bars);
  const drafted = draftRequest(scene, draft, ready.approvals, ready.lines);
  if (await foundSince(scene, draft, drafted, ready)) return confirm(scene, { move: "confirm", draft, since: true });
  const event = { kind: "filed" as const, by: scene.person.id, at: scene.turn.now, request: drafted };
  const request = apply(undefined, event);
  const text = isSettled(draft.type) ? recorded(request, ready) : receipt(request, await postsOf(scene, request));
  const other = draft.amends === undefined ? undefined : await amending(scene, draft, request);
  if (other?.kind === "refused") return other.done;
  return {
    reply: { kind: "filed", text: paragraphs(text, other?.told), citations: ready.sources, request },
    state: rest,
    events: [{ requestId: request.id, expected: 0, event: { ...event, request } }, ...(other?.events ?? [])],
  };
}

/** What was filed, and who is next. */
function receipt(request: OfficeRequest, posts: Posts): string {
  const next = nextStep(request);
  return paragraphs(
    words.filed(request.type, request.id),
    next === undefined ? undefined : receiptNext(next.step, posts),
    chainLine(request, posts),
  );
}

/** What was recorded, and what it comes to with the rest of the log. */
const recorded = ({ type, id }: OfficeRequest, { findings, lines, totalFen }: Prepared): string =>
  paragraphs(
    recordWords.recorded(typeName[type], id),
    ...findings.filter(({ level }) => level === "answer").map(sentenceOf),
    lineTable(lines, totalFen),
    formOf(type).handsOver ? deputyWords.endsEarlier : recordWords.mendable,
  );
