/**
 * Approving several at once (批量同意): a summary to be read, a second yes, then all decisions in one commit.
 *
 * Takes    the scene and what waits for the sender. Returns the summary, or the decisions; never one without the other before it.
 * Leaves   each decision to deciding.ts. What changed since the summary, or is not theirs any more, is left out and told.
 */
import { oneLine, onlyTakenIn } from "../../answer/card.ts";
import { distinct, paragraphs, plain } from "../../answer/layout.ts";
import { batchWords as words } from "../../answer/wording/batch.ts";
import { decisionWords } from "../../answer/wording/decisions.ts";
import type { DialogueState } from "../../dialogue/state.ts";
import { imprint } from "../../lib/imprint.ts";
import { nextStep } from "../../requests/life.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import type { Change } from "../../store/store.ts";
import { remarksFor } from "../filing/remarks.ts";
import { type Done, type Scene, said } from "../move.ts";
import { decided } from "./deciding.ts";
import { mostListed, remember, standsFor, whoAsks } from "./waiting-list.ts";

/** The summary of what is to be approved at once; nothing is decided by it. */
export async function summarise(
  scene: Scene,
  which: readonly number[] | "all",
  open: readonly OfficeRequest[],
): Promise<Done> {
  const { state, message, office, turn } = scene;
  if (open.length === 0) return said(scene, { kind: "refuse", text: decisionWords.approve.nothing, citations: [] });
  if (office.readers.acts.says("in-part", message.folded))
    return said(scene, { kind: "question", text: words.inPart, citations: [] }, remember(state, open));
  const isListed = which !== "all" && state.shown.length > 0;
  const shown = isListed ? state.shown.map(({ request }) => request) : open.map(({ id }) => id);
  const meant = which === "all" ? undefined : which.map((nth) => shown[nth - 1]);
  if (meant?.includes(undefined))
    return said(scene, { kind: "question", text: decisionWords.approve.noSuch(shown.length), citations: [] });
  const all = open.filter(({ id }) => meant === undefined || meant.includes(id));
  const picked = all.slice(0, mostListed);
  if (picked.length === 0) return said(scene, { kind: "refuse", text: words.gone, citations: [] });
  // A picked one keeps the number that it was called by.
  const rows = await Promise.all(picked.map((request) => rowOf(scene, request, shown.indexOf(request.id) + 1)));
  const requests = picked.map(({ id, version }) => ({ request: id, version }));
  // Of this turn and just these versions: another summary has another name, whoever names the turns.
  const name = imprint([turn.id, ...requests.map(({ request, version }) => `${request} ${version}`)].join());
  return said(
    scene,
    {
      kind: "confirm",
      text: paragraphs(
        words.head(picked.length),
        all.length > picked.length ? words.first(picked.length, all.length) : undefined,
        [words.columns, "| --- | --- | --- | --- | --- |", ...rows].join("\n"),
        words.tail,
      ),
      citations: [],
      requests: picked,
      actions: [
        { label: words.button, action: { kind: "approve-all", batch: name } },
        { label: words.keep, action: { kind: "cancel", request: name, revision: 0 } },
      ],
    },
    { ...(which === "all" ? remember(state, open) : state), batching: { id: name, requests } },
  );
}

async function rowOf(scene: Scene, request: OfficeRequest, number: number): Promise<string> {
  const { fields, amends, remark } = request;
  const size = [
    typeof fields.days === "number" ? words.days(fields.days) : undefined,
    typeof fields.amount === "number" ? words.yuan(fields.amount) : undefined,
  ];
  const mind = [
    standsFor(scene, request),
    amends === undefined ? undefined : words.amends(amends),
    remark === undefined ? undefined : words.remark,
    typeof fields.start === "string" && fields.start < scene.now.date ? words.begun : undefined,
    ...(await remarksFor(scene.office, request)),
  ];
  const cells = [
    number,
    plain(whoAsks(scene, request)),
    `${oneLine(request, "")}(${request.id})`,
    joined(size),
    joined(mind),
  ];
  return `| ${cells.join(" | ")} |`;
}

const joined = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(",");

/** The second yes: every decision of the summary that is still possible, in one commit. */
export async function confirmBatch(scene: Scene, pressed?: string): Promise<Done> {
  const { office } = scene;
  const { batching, ...state } = scene.state;
  if (batching === undefined || (pressed !== undefined && pressed !== batching.id))
    return said(scene, { kind: "refuse", text: batching === undefined ? words.none : words.stale, citations: [] });
  // As this commit makes them: what replaces another, and the other itself, may stand in one summary.
  const changed = new Map<string, OfficeRequest>();
  const known = async (id: string) => changed.get(id) ?? (await office.store.request(id));
  const events: Change["events"][number][] = [];
  const done: OfficeRequest[] = [];
  const left: string[] = [];
  for (const { request: id, version } of batching.requests) {
    const request = await known(id);
    if (request === undefined) continue;
    const outcome = await decided(scene, request, { verdict: "approve", version }, known);
    if (outcome.kind === "refused") {
      const step = outcome.why === "out-of-turn" ? nextStep(request)?.step : undefined;
      left.push(`- ${id}:${decisionWords.refusedDecision[outcome.why](step)}`);
      continue;
    }
    events.push(...outcome.events);
    done.push(outcome.after);
    for (const one of outcome.changed) changed.set(one.id, one);
  }
  return batchDone(scene, state, { events, done, left });
}

interface Outcome {
  readonly events: Change["events"];
  readonly done: readonly OfficeRequest[];
  readonly left: readonly string[];
}

function batchDone(scene: Scene, state: DialogueState, { events, done, left }: Outcome): Done {
  const lines = done.map((after) => {
    const next = nextStep(after)?.step;
    const last = onlyTakenIn(after.approvals) ? words.takenIn : words.final;
    // Nobody is promised whom the directory does not hold.
    const then = next === undefined ? last : next.approver === null ? words.stays(next.role) : words.onward(next.role);
    return `- ${oneLine(after, whoAsks(scene, after))}(${after.id}):${then}`;
  });
  const text = paragraphs(
    done.length === 0 ? words.gone : `${words.done(done.length)}\n\n${lines.join("\n")}`,
    left.length === 0 ? undefined : `${words.left(left.length)}\n\n${left.join("\n")}`,
  );
  const sources = distinct(
    done.flatMap(({ approvals }) => approvals.flatMap(({ source }) => source ?? []).slice(0, 1)),
  );
  return {
    reply: {
      kind: done.length === 0 ? "refuse" : "approval",
      text,
      citations: scene.office.library.standing(sources),
      requests: done,
    },
    state,
    events,
  };
}
