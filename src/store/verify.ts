/**
 * Verification (核验): reads the whole log again and says the first place where it is not what it should be.
 *
 * Takes    a transaction, so that nothing is appended meanwhile.
 * Returns  "whole" with the head to note elsewhere, or "broken" with the first bad seq and what is wrong there.
 * Leaves   repair to people: a log that mends itself proves nothing.
 *
 * Not covered, for the chain does not hold it: notices, deliveries, conversations and confirmed questions. Nor can the log
 * prove what only the chart said on the day: whose step it was, who leads whom, and that whoever stood in was the nearest.
 *
 * It trusts no row: each hash is computed anew, each event folded by requests/life.ts and held against the other papers of
 * those concerned as they stood before it, and the projection that lists are read from must equal the fold.
 */
import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "kysely";
import { apply } from "../requests/life.ts";
import { holds, inStead, namedBy, owes, restsOnOwn } from "../requests/other-papers.ts";
import { type OfficeRequest, type RequestEvent, requestEvent } from "../requests/request.ts";
import { chainHash, genesis } from "./chain.ts";
import { type Projected, projectedFrom, projectionOf } from "./projection.ts";
import type { Verdict } from "./store.ts";
import { type EventRow, eventRow, headRow, type RequestRow, type Tables } from "./tables.ts";

type Problem = Extract<Verdict, { kind: "broken" }>["problem"];
/** A request folded so far, and the last row that touched it. */
type Folded = Projected & { readonly lastSeq: number };
/** The log as far as it was read: requests by number, and by requester. */
interface Folds {
  readonly byId: Map<string, Folded>;
  readonly byRequester: Map<string, Map<string, OfficeRequest>>;
  /** What the amendment in the last row must be followed by: the end of this request. */
  owed: string | undefined;
}

const pageSize = 1000;
const broken = (seq: number, problem: Problem): Extract<Verdict, { kind: "broken" }> => ({
  kind: "broken",
  seq,
  problem,
});

export async function verifyLog(db: Transaction<Tables>): Promise<Verdict> {
  const read = await foldLog(db);
  if (read.kind === "broken") return read;
  const seq = await projectionProblem(db, read.folds);
  return seq === undefined ? { kind: "whole", events: read.seq, head: read.hash } : broken(seq, "projection");
}

/** Every request as the log alone has it, and where that ends; or the first place where the log is not what it should be. */
export async function foldLog(db: Transaction<Tables>): Promise<
  | Extract<Verdict, { kind: "broken" }>
  | {
      readonly kind: "folded";
      readonly folds: ReadonlyMap<string, Folded>;
      readonly seq: number;
      readonly hash: string;
    }
> {
  const folds: Folds = { byId: new Map(), byRequester: new Map(), owed: undefined };
  let end = { seq: 0, hash: genesis };
  for (;;) {
    // The first page has no lower bound: a row smuggled in below 1 is found as well.
    const page = db.selectFrom("events").selectAll().orderBy("seq").limit(pageSize);
    const rows = await (end.seq === 0 ? page : page.where("seq", ">", end.seq)).execute();
    for (const raw of rows) {
      const seq = end.seq + 1;
      const row = eventRow.safeParse(raw);
      if (!row.success) return broken(seq, "unreadable");
      const problem = chainProblem(row.data, end) ?? foldProblem(row.data, folds);
      if (problem !== undefined) return broken(seq, problem);
      end = { seq, hash: row.data.hash };
    }
    if (rows.length < pageSize) break;
  }

  const head = headRow.safeParse(await db.selectFrom("chain_head").selectAll().executeTakeFirst());
  if (!head.success || head.data.seq > end.seq) return broken(end.seq + 1, "gap");
  if (head.data.seq < end.seq || head.data.hash !== end.hash) return broken(end.seq, "hash");
  if (folds.owed !== undefined) return broken(end.seq, "forbidden");
  return { kind: "folded", folds: folds.byId, ...end };
}

function chainProblem(row: EventRow, before: { readonly seq: number; readonly hash: string }): Problem | undefined {
  if (row.seq !== before.seq + 1) return "gap";
  return row.prev_hash === before.hash && row.hash === chainHash(row) ? undefined : "hash";
}

/** Folds the row's event into its request, or says why that cannot be. */
function foldProblem(row: EventRow, folds: Folds): Problem | undefined {
  const event = eventIn(row.body);
  if (event === undefined) return "unreadable";
  // kind, actor and at stand outside the hash: they are copies of what the body says.
  if (event.kind !== row.kind || event.by !== row.actor || event.at !== row.at) return "hash";
  const before = folds.byId.get(row.request_id);
  const request = applied(before?.request, event);
  if (request?.id !== row.request_id || request.version !== row.version) return "unreadable";
  if (folds.owed !== undefined && (event.kind !== "amended" || request.id !== folds.owed)) return "forbidden";
  const judged = judgedFrom(event, request, folds);
  if (typeof judged === "string") return judged;
  folds.owed = judged.owed;
  folds.byId.set(request.id, { request, filedSeq: before?.filedSeq ?? row.seq, lastSeq: row.seq });
  const theirs = folds.byRequester.get(request.requester) ?? new Map<string, OfficeRequest>();
  folds.byRequester.set(request.requester, theirs.set(request.id, request));
  return undefined;
}

/** Nothing for an event that never could have been decided; which rule it breaks is plain from the row itself. */
function applied(before: OfficeRequest | undefined, event: RequestEvent): OfficeRequest | undefined {
  try {
    return apply(before, event);
  } catch {
    return undefined;
  }
}

/** What append.ts asks before it writes, asked again of the log alone. */
function judge(
  event: RequestEvent,
  request: OfficeRequest,
  { byId, byRequester }: Folds,
): "forbidden" | { readonly owed: string | undefined } {
  const papersOf = (person: string) => [...(byRequester.get(person)?.values() ?? [])];
  const own = restsOnOwn(event, request) ? papersOf(request.requester) : [];
  const others = own.filter(({ id }) => id !== request.id);
  const stead = inStead(event);
  const under = stead && byId.get(stead.under)?.request;
  const named = under && namedBy(under);
  const people = new Set([...(stead?.people ?? []), ...(named === undefined ? [] : [named])]);
  return holds(event, request, others, [...people].flatMap(papersOf)) ? { owed: owes(request, others) } : "forbidden";
}

/** A day that is none (its fields are whatever was typed) is found where the other papers are asked about it. */
function judgedFrom(...asked: Parameters<typeof judge>): ReturnType<typeof judge> | "unreadable" {
  try {
    return judge(...asked);
  } catch (error) {
    if (error instanceof RangeError) return "unreadable";
    throw error;
  }
}

function eventIn(body: string): RequestEvent | undefined {
  try {
    return requestEvent.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

/** The first seq whose request is listed otherwise than the log has it; 0 for a listed request that was never filed. */
async function projectionProblem(
  db: Transaction<Tables>,
  folds: ReadonlyMap<string, Folded>,
): Promise<number | undefined> {
  const bad: number[] = [];
  const listed = new Set<string>();
  for (let last: number | undefined; ; ) {
    const page = db.selectFrom("requests").selectAll().orderBy("filed_seq").limit(pageSize);
    const rows = await (last === undefined ? page : page.where("filed_seq", ">", last)).execute();
    for (const row of rows) {
      listed.add(row.id);
      const fold = folds.get(row.id);
      if (fold === undefined) bad.push(0);
      else if (!sameAs(row, fold)) bad.push(fold.lastSeq);
    }
    last = rows.at(-1)?.filed_seq;
    if (rows.length < pageSize) break;
  }
  for (const [id, fold] of folds) if (!listed.has(id)) bad.push(fold.lastSeq);
  return bad.length === 0 ? undefined : Math.min(...bad);
}

function sameAs(row: RequestRow, fold: Folded): boolean {
  try {
    const columnsAgree = isDeepStrictEqual({ ...row, body: "" }, { ...projectionOf(fold), body: "" });
    return columnsAgree && isDeepStrictEqual(projectedFrom(row).request, fold.request);
  } catch {
    return false;
  }
}
