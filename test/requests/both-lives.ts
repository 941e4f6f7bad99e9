/**
 * An office that lives twice: in the log, by the program, and in the reference; every change goes into both, and they must agree.
 *
 * Takes    the office as it stands, and what is to happen. Holds what came of it, and the papers that it touched, against the
 *          reference; counts how often each thing came of anything.
 * Leaves   what people do to office-commands.ts.
 */
import { expect } from "vitest";
import type { ApprovalStep, OfficeRequest, RequestEvent } from "../../src/requests/request.ts";
import { LogFailure } from "../../src/store/failure.ts";
import type { Store } from "../../src/store/store.ts";
import { type Happening, happens, type Paper, type Papers, type Step } from "./reference-life.ts";

/** The office as it stands: the log, and what the reference makes of the same events. */
export interface Played {
  readonly store: Store;
  papers: Papers;
  /** How often each thing came of a command. */
  readonly tally: Map<string, number>;
}
export interface Deed {
  readonly name: string;
  readonly act: (office: Played) => Promise<void>;
}

export const pick = <One>(list: readonly One[], number: number): One | undefined =>
  list[number % Math.max(1, list.length)];
export const at = (date: string) => `${date}T09:00:00+08:00`;
export const chainOf = (approvers: readonly (string | null)[]): ApprovalStep[] =>
  approvers.map((approver, place) => ({ role: `第${place + 1}步`, approver, status: "pending" }));

/** A paper that a sensible person would mean, or any one; nothing while there is none. */
export function meant({ papers }: Played, number: number, sensible: (paper: Paper) => boolean, wild: boolean) {
  const all = [...papers.values()];
  return pick(wild ? all : all.filter(sensible), number);
}

export const kept = async ({ store }: Played, { id }: Paper): Promise<OfficeRequest> => {
  const request = await store.request(id);
  if (request === undefined) throw new Error(`${id} is not in the log`);
  return request;
};

const count = ({ tally }: Played, what: string) => void tally.set(what, (tally.get(what) ?? 0) + 1);

/** Commits it, and lets it happen to the reference: the same comes of it. */
export async function changes(office: Played, what: string, all: readonly Happening[]): Promise<string> {
  const told = happens(office.papers, all);
  const fate = await office.store.commit({ events: all }).catch((error: unknown) => {
    if (error instanceof LogFailure) throw error;
    return "impossible";
  });
  expect(fate, JSON.stringify(all)).toBe(told.fate);
  office.papers = told.papers;
  count(office, `${what}: ${fate}`);
  for (const { requestId } of all) await agrees(office, requestId);
  return fate;
}

/** The program's wish and the reference's say the same; what may be done is then done, and is never impossible. */
export async function wished(
  office: Played,
  what: string,
  outcome: { kind: "event"; event: RequestEvent } | { kind: "refused"; why: string },
  told: string,
  then: (event: RequestEvent) => readonly Happening[],
): Promise<void> {
  expect(outcome.kind === "refused" ? outcome.why : "may", what).toBe(told);
  if (outcome.kind === "refused") return count(office, `${what}: ${outcome.why}`);
  expect(await changes(office, what, then(outcome.event))).not.toBe("impossible");
}

const statuses = { submitted: "under way", approved: "granted", rejected: "refused", withdrawn: "taken back" } as const;
const marks = { pending: "open", approved: "yes", rejected: "no", skipped: "passed over" } as const;

/** The request in the log and the paper of the reference are the same. */
export async function agrees({ store, papers }: Played, id: string): Promise<void> {
  const request = await store.request(id);
  expect(request && paperOf(request)).toEqual(papers.get(id));
}

export const stepOf = ({ approver, status, by, for: inSteadOf }: ApprovalStep): Step => ({
  who: approver,
  is: marks[status],
  ...(by !== undefined && { by }),
  ...(inSteadOf !== undefined && { for: inSteadOf }),
});

function paperOf(request: OfficeRequest): Paper {
  const { id, type, requester: owner, status, approvals, fields, remark, amends, amendedBy, closed } = request;
  return {
    id,
    type,
    owner,
    is: status === "cancelled" || status === "draft" ? "replaced" : statuses[status],
    sentBack: request.returned !== undefined,
    chain: approvals.map(stepOf),
    fields,
    remark,
    inPlaceOf: amends,
    ...(amendedBy !== undefined && { replacedBy: amendedBy }),
    ...(closed !== undefined && { lastDay: closed.end }),
    filed: request.filedAt,
    events: request.version,
  };
}

export const alive = ({ is }: Paper) => is === "under way" || is === "granted";
