/**
 * The log of an office's day, held against what its people were told and against a reference of its own.
 *
 * Takes    the log, the day, the colleagues. Returns counts of what went wrong, each of which must be none.
 * Each row is folded by the reference of test/requests, which shares no code with the program; the chain of each filing is
 * the one that the document wants of this person.
 */
import type { LogRow } from "../../src/store/store.ts";
import { happens, type Papers } from "../requests/reference-life.ts";
import type { Day } from "./people.ts";
import { chainOf } from "./staff.ts";

export interface Judgement {
  /** Acknowledged, and not in the log. */
  readonly lost: readonly string[];
  /** Meant once, and filed oftener; or filed, and meant by nobody. */
  readonly doubled: readonly string[];
  /** Out of turn, by the wrong person, or with another chain than the document wants. */
  readonly wrong: readonly string[];
  readonly events: number;
}

export function judge(log: readonly LogRow[], day: Day): Judgement {
  const meant = new Map(day.intents.map((intent) => [`${intent.who.id} ${intent.start}`, intent]));
  const times = new Map<string, number>();
  const held = new Set<string>();
  const wrong: string[] = [...day.wrongs];
  const unmeant: string[] = [];
  let papers: Papers = new Map();
  for (const { requestId, event } of log) {
    const expected = papers.get(requestId)?.events ?? 0;
    const after = happens(papers, [{ requestId, expected, event }]);
    if (after.fate !== "done") wrong.push(`${requestId}: ${event.kind} by ${event.by} is ${after.fate}`);
    papers = after.papers;
    held.add(`${requestId} ${event.kind} ${event.by}`);
    if (event.kind !== "filed") continue;
    const key = `${event.by} ${event.request.fields.start}`;
    times.set(key, (times.get(key) ?? 0) + 1);
    const intent = meant.get(key);
    if (intent === undefined) unmeant.push(key);
    const chain = event.request.approvals.map(({ approver }) => approver);
    const wanted = intent === undefined ? [] : chainOf(intent.who, intent.days);
    if (chain.join() !== wanted.join()) wrong.push(`${requestId} waits for ${chain}, not for ${wanted}`);
  }
  const filings = [...day.filed].map(([id, { who }]) => `${id} filed ${who.id}`);
  return {
    lost: [...filings, ...day.done].filter((one) => !held.has(one)),
    doubled: [...unmeant, ...[...times].filter(([, count]) => count > 1).map(([key]) => key)],
    wrong,
    events: log.length,
  };
}
