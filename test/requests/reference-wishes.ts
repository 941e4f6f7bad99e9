/**
 * What a person may do with a paper, told once more in plain words beside reference-life.ts: "may", or why not.
 *
 * Takes    papers of the reference, and who wants what. Returns the word of the refusal; shares no code with src/requests.
 */
import { mayBeTakenBack, openStep, type Paper, type Papers, type Step } from "./reference-life.ts";

export interface Verdict {
  readonly by: string;
  readonly verdict: "approve" | "reject" | "return";
  readonly reason: string | undefined;
  /** The version that was seen. */
  readonly seen: number | undefined;
  /** In whose stead, where somebody stands in. */
  readonly inSteadOf: string | undefined;
}

/** Whose paper it is comes first, then whether it is any of their business, then how it stands, then what they said. */
export function mayDecide(paper: Paper, { by, verdict, reason, seen, inSteadOf }: Verdict): string {
  if (by === paper.owner) return "own-request";
  const step = paper.chain[openStep(paper)];
  const standsIn = step !== undefined && step.who === inSteadOf && inSteadOf !== undefined && inSteadOf !== paper.owner;
  const theirs = paper.chain.filter((one) => one.who === by || one.by === by);
  if (theirs.length === 0 && !standsIn) return "not-the-approver";
  if (paper.is === "taken back" || paper.is === "replaced") return "withdrawn";
  if (paper.is === "granted" || paper.is === "refused") return "already-decided";
  if (paper.sentBack) return "returned";
  if (step === undefined || (step.who !== by && !standsIn))
    return theirs.some(({ is }) => is === "open") ? "out-of-turn" : "already-decided";
  if (seen !== undefined && seen !== paper.events) return "stale";
  return verdict !== "approve" && (reason ?? "").trim() === "" ? "reason-needed" : "may";
}

const isHeld = (papers: Papers, paper: Paper) =>
  [...papers.values()].some(
    (one) =>
      one.owner === paper.owner && one.fields.basis === paper.id && (one.is === "under way" || one.is === "granted"),
  );

const isChanging = (papers: Papers, paper: Paper) =>
  [...papers.values()].some((one) => one.owner === paper.owner && one.inPlaceOf === paper.id && one.is === "under way");

export function mayWithdraw(papers: Papers, paper: Paper, by: string, day: string): string {
  if (by !== paper.owner) return "not-the-requester";
  if (paper.is === "taken back" || paper.is === "replaced") return "withdrawn";
  if (!mayBeTakenBack(paper, day))
    return paper.is === "granted" && ["leave", "travel"].includes(paper.type) ? "begun" : "already-decided";
  if (isHeld(papers, paper)) return "stood-on";
  return isChanging(papers, paper) ? "amendment-open" : "may";
}

export function mayReplace(papers: Papers, paper: Paper, by: string): string {
  if (by !== paper.owner) return "not-the-requester";
  if (paper.is !== "under way" && paper.is !== "granted") return "ended";
  if (paper.sentBack) return "returned";
  if (paper.lastDay !== undefined) return "closed";
  if (isHeld(papers, paper)) return "stood-on";
  const alive = (one: Paper | undefined) => one?.is === "under way" || one?.is === "granted";
  const waits = paper.is === "under way" && alive(papers.get(paper.inPlaceOf ?? ""));
  return isChanging(papers, paper) || waits ? "amendment-open" : "may";
}

export function mayClose(papers: Papers, paper: Paper, by: string, end: string, today: string): string {
  if (by !== paper.owner) return "not-the-requester";
  if (paper.lastDay !== undefined) return "closed-already";
  if (paper.type !== "travel" || paper.is !== "granted") return "not-closable";
  if (isChanging(papers, paper)) return "amendment-open";
  if (end < String(paper.fields.start)) return "before-start";
  if (end > today) return "not-yet";
  return end > String(paper.fields.end) ? "after-plan" : "may";
}

export function mayFileAgain(
  papers: Papers,
  paper: Paper,
  by: string,
  changed: boolean,
  remark: string | undefined,
): string {
  if (by !== paper.owner) return "not-the-requester";
  if (!paper.sentBack) return "not-returned";
  const former = papers.get(paper.inPlaceOf ?? "");
  if (former !== undefined && (former.is === "under way" || former.is === "granted") && isHeld(papers, former))
    return "former-stood-on";
  return changed || remark !== undefined ? "may" : "nothing-changed";
}

/** The chain it is filed again with: what was approved counts on where nothing was changed, and somebody is left to decide. */
export function chainAgain(paper: Paper, chain: readonly Step[], changed: boolean): readonly Step[] {
  if (changed) return chain;
  const kept = chain.map((step, place) => {
    const before = paper.chain[place];
    return before?.is === "yes" && before.who === step.who ? before : step;
  });
  return kept.some(({ is }) => is === "open") ? kept : chain;
}
