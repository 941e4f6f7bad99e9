/**
 * The life of an office's papers once more, told as plainly as it can be: what life-model.test.ts holds the program against.
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
  fields: Record<string, string | number | boolean>;
  remark?: string | undefined;
  inPlaceOf?: string | undefined;
  replacedBy?: string;
  lastDay?: string;
  /** When. */
  filed: string;
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
/** Nobody decides these. */
export const noted = ["tally", "deputation"];
const standsOn = (paper: Paper) => (paper.fields.basis === "none" ? undefined : paper.fields.basis);
export const openStep = (paper: Paper) =>
  paper.is === "under way" && !paper.sentBack ? paper.chain.findIndex((step) => step.is === "open") : -1;

/** All of it happens, or nothing. */
export function happens(papers: Papers, all: readonly Happening[]): { readonly fate: Fate; readonly papers: Papers } {
  const after = structuredClone(papers);
  let due: string | undefined;
  for (const one of all) {
    const fate = befalls(after, one);
    if (fate === "impossible") return { fate, papers };
    // Two that are both granted, one in the other's place: the former must end with the very next event.
    if (due !== undefined && (one.requestId !== due || one.event.kind !== "amended")) return { fate: "stale", papers };
    if (fate !== "done") return { fate, papers };
    due = twiceGranted(after, one.requestId);
  }
  return due === undefined ? { fate: "done", papers: after } : { fate: "stale", papers };
}

/** The paper still alive that this one, granted, was to take the place of. */
function twiceGranted(papers: Papers, id: string): string | undefined {
  const paper = papers.get(id);
  const former = papers.get(paper?.inPlaceOf ?? "");
  if (paper?.is !== "granted" || former === undefined || former.owner !== paper.owner) return undefined;
  return alive(former) ? former.id : undefined;
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
      if (!mine || !mayBeTakenBack(paper, event.at.slice(0, 10))) return "impossible";
      Object.assign(paper, { is: "taken back", sentBack: false });
      return isHeld(papers, paper) || isBeingReplaced(papers, paper) ? "stale" : "done";
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
      if (event.end < String(paper.fields.start) || event.end > String(paper.fields.end)) return "impossible";
      paper.lastDay = event.end;
      return isBeingReplaced(papers, paper) ? "stale" : "done";
  }
}

function files(papers: Papers, known: Paper | undefined, event: Extract<RequestEvent, { kind: "filed" }>): Fate {
  const { request } = event;
  const chain = request.approvals.map(stepOf);
  const isNoted = noted.includes(request.type);
  if (known !== undefined || event.by !== request.requester) return "impossible";
  if (chain.some((step) => step.is === "yes" || step.is === "no") || (isNoted && chain.length > 0)) return "impossible";
  if ([request.returned, request.remark, request.closed, request.amendedBy].some((mark) => mark !== undefined))
    return "impossible";
  const paper: Paper = {
    id: request.id,
    type: request.type,
    owner: request.requester,
    is: isNoted ? "granted" : "under way",
    sentBack: false,
    chain,
    fields: request.fields,
    inPlaceOf: request.amends,
    filed: event.at,
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
  return event.under === undefined || standsInRightly(papers, paper, event) ? "done" : "stale";
}

/**
 * Whoever stands in is there that day; whom they stand in for is away, by the newest deputation or else the newest leave or
 * trip, and it is just that one which is named. A deputy it names comes first, unless away, or with a part in the paper.
 */
function standsInRightly(papers: Papers, paper: Paper, { by, at, for: who, under }: Decided): boolean {
  const day = at.slice(0, 10);
  const gone = reasonAway(papers, who, day);
  if (gone === undefined || gone.id !== under || reasonAway(papers, by, day) !== undefined) return false;
  if (gone.type !== "deputation") return true;
  const deputy = String(gone.fields.deputy);
  if (deputy === by || deputy === paper.owner || reasonAway(papers, deputy, day) !== undefined) return true;
  return paper.chain.some((step) => step.who === deputy || step.by === deputy);
}

/** The paper by which somebody is away that day. */
export function reasonAway(papers: Papers, who: string | undefined, day: string): Paper | undefined {
  const away = [...papers.values()].filter((one) => one.owner === who && takesAway(papers, one, day));
  const named = away.filter(({ type }) => type === "deputation");
  const order = (one: Paper) => `${one.filed} ${one.id}`;
  return (named.length > 0 ? named : away).sort((one, other) => (order(one) < order(other) ? 1 : -1))[0];
}

/**
 * A granted leave or trip takes its owner away from its first day to its last, to the last that a closed trip had, or to the day
 * before they were back. Who is there for half of a planned day is there. A deputation hands over its days.
 */
function takesAway(papers: Papers, paper: Paper, day: string): boolean {
  if (paper.is !== "granted" || !["leave", "travel", "deputation"].includes(paper.type)) return false;
  const { start, end, startHalf, endHalf } = paper.fields;
  if (day < String(start) || (day === start && startHalf === "pm")) return false;
  if (endHalf === "am" ? day >= String(end) : day > String(end)) return false;
  if (paper.lastDay !== undefined && day > paper.lastDay) return false;
  const back = [...papers.values()].find(
    (one) => one.type === "leave-return" && alive(one) && standsOn(one) === paper.id,
  );
  return back === undefined || day < String(back.fields.end);
}

/** What is under way; a tally; a leave or a trip that begins on a later day and was not closed. */
export function mayBeTakenBack(paper: Paper, day: string): boolean {
  if (paper.is === "under way") return true;
  if (paper.is !== "granted") return false;
  if (noted.includes(paper.type)) return true;
  return ["leave", "travel"].includes(paper.type) && paper.lastDay === undefined && day < String(paper.fields.start);
}

/** Another is under way that is to take its place. */
const isBeingReplaced = (papers: Papers, paper: Paper) =>
  [...papers.values()].some((one) => one.owner === paper.owner && one.inPlaceOf === paper.id && one.is === "under way");

/** It is under way, and what it is to take the place of is still alive. */
function isReplacing(papers: Papers, paper: Paper): boolean {
  const former = papers.get(paper.inPlaceOf ?? "");
  return paper.is === "under way" && former !== undefined && former.owner === paper.owner && alive(former);
}

/** While a paper in force stands on it, it stays. */
const isHeld = (papers: Papers, paper: Paper) =>
  [...papers.values()].some((one) => one.owner === paper.owner && alive(one) && standsOn(one) === paper.id);

/** What follows from what; a leave may be over before it is granted, everything else is granted first. */
const fitFor: Record<string, readonly string[]> = {
  "leave-return": ["leave"],
  reimbursement: ["travel", "reception", "reception-list"],
};

/** It stands on nothing, or on a paper of its owner's in force, between which and another nothing is undecided, that no other of its type has used. */
function mayStand(papers: Papers, paper: Paper): boolean {
  const ground = standsOn(paper);
  if (ground === undefined) return true;
  const found = papers.get(String(ground));
  if (found === undefined || found.id === paper.id || found.owner !== paper.owner || !alive(found)) return false;
  if (!(fitFor[paper.type] ?? []).includes(found.type) || (found.type !== "leave" && found.is !== "granted"))
    return false;
  if (isBeingReplaced(papers, found) || isReplacing(papers, found)) return false;
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
  return ground === undefined ? seen : below(papers, String(ground), paper.owner, seen);
}

/** A paper, what it stands on, what it replaced, and so on down. */
function below(papers: Papers, id: string, owner: string, seen: readonly string[]): readonly string[] {
  if (seen.includes(id)) return seen;
  const found = papers.get(id);
  const deeper = [...seen, id];
  if (found === undefined || found.owner !== owner) return deeper;
  const replaced = found.inPlaceOf === undefined ? deeper : below(papers, found.inPlaceOf, owner, deeper);
  return grounds(papers, found, replaced);
}

/** It takes the place of nothing, or of a paper of its owner's, of its type, in force, that nothing else replaces or stands on. */
function mayReplace(papers: Papers, paper: Paper): boolean {
  if (paper.inPlaceOf === undefined) return true;
  const former = papers.get(paper.inPlaceOf);
  if (former?.replacedBy === paper.id) return true;
  if (former === undefined || former.owner !== paper.owner || former.type !== paper.type || !alive(former))
    return false;
  if (former.sentBack || former.lastDay !== undefined || isReplacing(papers, former)) return false;
  const rivals = [...papers.values()].filter((one) => one.id !== paper.id && one.owner === paper.owner);
  return !rivals.some((one) => one.inPlaceOf === former.id && one.is === "under way") && !isHeld(papers, former);
}

function stepOf(step: { approver: string | null; status: string; by?: string | undefined; for?: string | undefined }) {
  const is = ({ pending: "open", approved: "yes", rejected: "no", skipped: "passed over" } as const)[step.status];
  const read: Step = { who: step.approver, is: is ?? "open" };
  if (step.by !== undefined) read.by = step.by;
  if (step.for !== undefined) read.for = step.for;
  return read;
}
