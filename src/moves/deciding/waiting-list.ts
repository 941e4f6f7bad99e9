/**
 * What waits for the sender (待我审批), oldest first, each with what the log has to remark on it.
 *
 * Takes    the scene. Returns the list as a reply; it is remembered with the versions shown: 同意第一条 counts on it.
 * Leaves   what waits to stand-ins.ts, remarks to remarks.ts, deciding to approvals.ts.
 */
import { oneLine } from "../../answer/card.ts";
import { paragraphs } from "../../answer/layout.ts";
import type { Action } from "../../answer/reply.ts";
import { decisionWords as words } from "../../answer/wording/decisions.ts";
import { deputyWords } from "../../answer/wording/deputies.ts";
import type { DialogueState } from "../../dialogue/state.ts";
import { nextStep } from "../../requests/life.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import { remarksFor } from "../filing/remarks.ts";
import { type Done, type Scene, said } from "../move.ts";
import { waitingToday } from "./stand-ins.ts";

/** How many are listed, or approved at once: as many as are read before a yes. */
export const mostListed = 20;

/** The list that waits for the sender. */
export async function waiting(scene: Scene): Promise<Done> {
  const requests = await waitingToday(scene.office, scene.person.id, scene.now.date);
  return said(scene, { ...(await list(scene, requests)), citations: [] }, remember(scene.state, requests));
}

/** The list once more, with what is asked of the person. */
export async function again(scene: Scene, open: readonly OfficeRequest[], asked: string): Promise<Done> {
  const { text, ...rest } = await list(scene, open);
  return said(
    scene,
    { ...rest, kind: "question", citations: [], text: open.length === 0 ? text : paragraphs(asked, text) },
    remember(scene.state, open),
  );
}

async function list(scene: Scene, requests: readonly OfficeRequest[]) {
  // The oldest of a long queue: what is decided makes room for the next.
  const rows = await Promise.all(requests.slice(0, mostListed).map((request, at) => row(scene, request, at + 1)));
  const more = requests.length - rows.length;
  const text =
    requests.length === 0
      ? words.waiting.none
      : paragraphs(
          words.waiting.head(requests.length),
          rows.join("\n"),
          more > 0 ? words.waiting.more(more) : undefined,
          words.waiting.tail,
        );
  const actions = requests.slice(0, 5).map((request, at) => ({
    label: words.agreeTo(at + 1),
    action: { kind: "approve", request: request.id, version: request.version } satisfies Action,
  }));
  return { kind: "status" as const, text, requests, actions };
}

/** One of what waits, with the question what is to become of it; `offered` says that a plain yes will do. */
export async function askOf(
  scene: Scene,
  { request, nth, offered }: { readonly request: OfficeRequest; readonly nth: number; readonly offered: boolean },
  asked: string,
): Promise<Done> {
  const { id, version } = request;
  const wish = { request: id, version };
  const actions: NonNullable<Done["reply"]["actions"]> = [
    { label: words.agreeTo(nth), action: { kind: "approve", ...wish } },
    { label: words.reject, action: { kind: "reject", ...wish, reason: "" } },
    { label: words.sendBack, action: { kind: "return", ...wish, reason: "" } },
  ];
  return said(
    scene,
    {
      kind: "question",
      text: paragraphs(asked, await row(scene, request, nth), words.verdicts(nth)),
      citations: [],
      request,
      actions,
    },
    { ...scene.state, listing: offered ? { nth } : {} },
  );
}

/** One that waits, in whose stead where it is another's step, and under it what the log has to remark. */
async function row(scene: Scene, request: OfficeRequest, nth: number): Promise<string> {
  const of = standsFor(scene, request);
  const line = `${nth}. ${oneLine(request, whoAsks(scene, request))}(${request.id})${of === undefined ? "" : `(${of})`}`;
  return [line, ...(await remarksFor(scene.office, request))].join("\n   ");
}

/** 代分管副局长: of what waits for the sender in the stead of another. */
export function standsFor({ office, person }: Scene, request: OfficeRequest): string | undefined {
  const approver = nextStep(request)?.step.approver ?? person.id;
  return approver === person.id ? undefined : deputyWords.standsFor(office.staff.called(approver));
}

export const remember = (state: DialogueState, requests: readonly OfficeRequest[]): DialogueState => ({
  ...state,
  shown: requests.map(({ id, version }) => ({ request: id, version })),
  ...(requests.length === 0 ? {} : { listing: {} }),
});

/** Whoever filed it, by the post. */
export const whoAsks = ({ office }: Pick<Scene, "office">, { requester }: OfficeRequest): string =>
  office.staff.person(requester)?.post ?? requester;
