/**
 * The life of an office's papers once more, told as plainly as it can be: what life.model.test.ts holds the program against.
 *
 * Takes    papers by their id, and events or wishes. Returns what becomes of them: "done", "stale" (somebody was first),
 *          "impossible" (nobody could have decided it); of a wish, the word of its refusal.
 * Leaves   nothing to src/requests: only the shape of an event is shared, no line of code.
 */
import type { RequestEvent } from "../../src/requests/request.ts";

export interface Step {
  who: string | null;
  is: "open" | "yes" | "no" | "passed over";
  by?: string;
  for?: string;
}

export interface Paper {
  id: string;
  type: string;
  owner: string;
  is: "under way" | "granted" | "refused" | "taken back" | "replaced";
  sentBack: boolean;
  chain: Step[];
  fields: Record<string, unknown>;
  remark?: string | undefined;
  inPlaceOf?: string | undefined;
  replacedBy?: string;
  lastDay?: string;
  events: number;
}

export type Papers = Map<string, Paper>;
export type Fate = "done" | "stale" | "impossible";
export interface Happening {
  readonly requestId: string;
  readonly expected: number;
  readonly event: RequestEvent;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const alive = (paper: Paper) => paper.is === "under way" || paper.is === "granted";
const standsOn = (paper: Paper) => (paper.fields.basis === "none" ? undefined : paper.fields.basis);
export const openStep = (paper: Paper) =>
  paper.is === "under way" && !paper.sentBack ? paper.chain.findIndex((step) => step.is === "open") : -1;

/** All of it happens, or nothing. */
export function happens(papers: Papers, all: readonly Happening[]): { readonly fate: Fate; readonly papers: Papers } {
  const after = structuredClone(papers);
  for (const one of all) {
    const fate = befalls(after, one);
    if (fate !== "done") return { fate, papers };
  }
  return { fate: "done", papers: after };
}

function befalls(papers: Papers, { requestId, expected, event }: Happening): Fate {
  const paper = papers.get(requestId);
  if ((paper?.events ?? 0) !== expected) return "stale";
  if (event.kind === "filed") return files(papers, paper, event);
  if (paper === undefined) return "impossible";
  paper.events += 1;
  const mine = event.by === paper.owner;
  switch (event.kind) {
    case "approved":
    case "rejected":
    case "returned":
      return decides(papers, paper, event);
    case "resubmitted": {
      if (!mine || paper.is !== "under way" || !paper.sentBack) return "impossible";
      const kept = same(event.fields, paper.fields) ? paper.chain.filter((step) => step.is === "yes") : [];
      const chain = event.approvals.map(stepOf);
      if (chain.some((step) => (step.is === "yes" || step.is === "no") && !kept.some((one) => same(one, step))))
        return "impossible";
      Object.assign(paper, { fields: event.fields, chain, remark: event.remark, sentBack: false });
      return mayStand(papers, paper) && mayReplace(papers, paper) ? "done" : "stale";
    }
    case "withdrawn":
      if (!mine || !mayBeTakenBack(paper)) return "impossible";
      Object.assign(paper, { is: "taken back", sentBack: false });
      return isHeld(papers, paper) ? "stale" : "done";
    case "amended": {
      if (!alive(paper)) return "impossible";
      const next = papers.get(event.amendedBy);
      const isNext = next !== undefined && next.owner === paper.owner && next.inPlaceOf === paper.id && alive(next);
      const isTime = next?.is === "granted" || paper.is === "under way";
      Object.assign(paper, { is: "replaced", replacedBy: event.amendedBy, sentBack: false });
      return isNext && isTime && !isHeld(papers, paper) ? "done" : "stale";
    }
    case "closed":
      if (!mine || paper.type !== "travel" || paper.is !== "granted" || paper.lastDay !== undefined)
        return "impossible";
      if (event.end < String(paper.fields.start)) return "impossible";
      paper.lastDay = event.end;
      return "done";
  }
}

function files(papers: Papers, known: Paper | undefined, event: Extract<RequestEvent, { kind: "filed" }>): Fate {
  const { request } = event;
  const chain = request.approvals.map(stepOf);
  const noted = request.type === "tally";
  if (known !== undefined || event.by !== request.requester) return "impossible";
  if (chain.some((step) => step.is === "yes" || step.is === "no") || (noted && chain.length > 0)) return "impossible";
  if ([request.returned, request.remark, request.closed, request.amendedBy].some((mark) => mark !== undefined))
    return "impossible";
  const paper: Paper = {
    id: request.id,
    type: request.type,
    owner: request.requester,
    is: noted ? "granted" : "under way",
    sentBack: false,
    chain,
    fields: request.fields,
    inPlaceOf: request.amends,
    events: 1,
  };
  papers.set(paper.id, paper);
  return mayStand(papers, paper) && mayReplace(papers, paper) ? "done" : "stale";
}

type Decided = Extract<RequestEvent, { kind: "approved" | "rejected" | "returned" }>;

/** One step after the other; never one's own, nor in the requester's stead; in another's stead while a paper takes them away. */
function decides(papers: Papers, paper: Paper, event: Decided): Fate {
  const index = openStep(paper);
  const step = paper.chain[index];
  if (step === undefined || event.step !== index || event.by === paper.owner || event.for === paper.owner)
    return "impossible";
  if ((event.for === undefined) !== (event.under === undefined) || event.for === event.by) return "impossible";
  if (step.who !== (event.for ?? event.by)) return "impossible";
  if (event.kind === "returned") paper.sentBack = true;
  else {
    Object.assign(step, { is: event.kind === "approved" ? "yes" : "no", by: event.by });
    if (event.for !== undefined) step.for = event.for;
    if (step.is === "no") paper.is = "refused";
    else if (!paper.chain.some(({ is }) => is === "open")) paper.is = "granted";
  }
  return event.under === undefined || isAway(papers, event.for, event.under, event.at.slice(0, 10)) ? "done" : "stale";
}

/**
 * A granted leave or trip takes its owner away from its first day to its last, to the last that a closed trip had, or to the day
 * before they were back. Who is there for half of a planned day is there.
 */
function isAway(papers: Papers, who: string | undefined, under: string, day: string): boolean {
  const paper = papers.get(under);
  if (paper === undefined || paper.owner !== who || paper.is !== "granted") return false;
  if (paper.type !== "leave" && paper.type !== "travel") return false;
  const { start, end, startHalf, endHalf } = paper.fields;
  if (day < String(start) || (day === start && startHalf === "pm")) return false;
  const back = [...papers.values()].find((one) => one.type === "leave-return" && alive(one) && standsOn(one) === under);
  if (back !== undefined) return day < String(back.fields.end);
  if (paper.lastDay !== undefined) return day <= paper.lastDay;
  return endHalf === "am" ? day < String(end) : day <= String(end);
}

const mayBeTakenBack = (paper: Paper) => paper.is === "under way" || (paper.is === "granted" && paper.type === "tally");

/** While a paper in force stands on it, it stays. */
const isHeld = (papers: Papers, paper: Paper) =>
  [...papers.values()].some((one) => one.owner === paper.owner && alive(one) && standsOn(one) === paper.id);

/** It stands on nothing, or on a paper of its owner's in force that no other of its type has used. */
function mayStand(papers: Papers, paper: Paper): boolean {
  const ground = standsOn(paper);
  if (ground === undefined) return true;
  const found = papers.get(String(ground));
  if (found === undefined || found.id === paper.id || found.owner !== paper.owner || !alive(found)) return false;
  return ![...papers.values()].some(
    (one) =>
      one.id !== paper.id &&
      one.id !== paper.inPlaceOf &&
      one.type === paper.type &&
      one.owner === paper.owner &&
      alive(one) &&
      grounds(papers, one).some((id) => id === ground || grounds(papers, paper).includes(id)),
  );
}

/** What a paper stands on, and what that stands on, and so on down. */
function grounds(papers: Papers, paper: Paper, seen: readonly string[] = []): readonly string[] {
  const ground = standsOn(paper);
  if (ground === undefined || seen.includes(String(ground))) return seen;
  const found = papers.get(String(ground));
  const deeper = [...seen, String(ground)];
  return found === undefined || found.owner !== paper.owner ? deeper : grounds(papers, found, deeper);
}

/** It takes the place of nothing, or of a paper of its owner's, of its type, in force, that nothing else replaces or stands on. */
function mayReplace(papers: Papers, paper: Paper): boolean {
  if (paper.inPlaceOf === undefined) return true;
  const former = papers.get(paper.inPlaceOf);
  if (former?.replacedBy === paper.id) return true;
  const rivals = [...papers.values()].filter((one) => one.id !== paper.id && one.owner === paper.owner && alive(one));
  if (former === undefined || former.owner !== paper.owner || former.type !== paper.type || !alive(former))
    return false;
  return !rivals.some((one) => one.inPlaceOf === former.id) && !isHeld(papers, former);
}

function stepOf(step: { approver: string | null; status: string; by?: string | undefined; for?: string | undefined }) {
  const is = ({ pending: "open", approved: "yes", rejected: "no", skipped: "passed over" } as const)[step.status];
  const read: Step = { who: step.approver, is: is ?? "open" };
  if (step.by !== undefined) read.by = step.by;
  if (step.for !== undefined) read.for = step.for;
  return read;
}
