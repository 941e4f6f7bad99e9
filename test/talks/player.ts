/**
 * Plays written conversations through the one door, and judges what came back.
 *
 * Takes    the cases of test/talks/*.jsonl (or of another folder), and `handle` of an assistant over an empty log.
 * Returns  what fell short: the turn, what was said, the fault, and what was got instead. No shortfall is a pass.
 * Leaves   opening offices and stores to desk.ts, counting and deciding what is enough to its callers.
 *
 * Words are compared after NFKC, without white space, Markdown marks and thousands separators. A list of words means
 * any one of them.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Assistant, Reply } from "../../src/assistant.ts";

/** One word or a list of them; read as a list. */
const anyOf = z.union([z.string().transform((word) => [word]), z.array(z.string()).min(1)]);
const value = z.union([z.string(), z.number(), z.boolean()]);
const anyValue = z.union([value.transform((one) => [one]), z.array(value).min(1)]);

export const expectation = z.strictObject({
  include: z.array(anyOf).default([]),
  exclude: z.array(anyOf).default([]),
  quote: z.array(anyOf).default([]),
  kind: anyOf.optional(),
  request: z
    .strictObject({
      type: anyOf.optional(),
      status: anyOf.optional(),
      fields: z.record(z.string(), anyValue).default({}),
    })
    .optional(),
  noRequest: z.boolean().default(false),
  approvals: z.array(anyOf).default([]),
});
export type Expectation = z.output<typeof expectation>;

const talk = z.strictObject({
  id: z.string(),
  area: z.string(),
  source: z.string(),
  turns: z.array(
    z.strictObject({
      as: z.string(),
      now: z.string(),
      say: z.string(),
      conversation: z.string().optional(),
      expect: expectation.optional(),
    }),
  ),
  why: z.string(),
});
export type Talk = z.output<typeof talk>;

export interface Shortfall {
  readonly turn: number;
  readonly said: string;
  readonly fault: string;
  readonly got: string;
}

/** The cases of one area, one a line. */
export function talksOf(area: string, folder = "test/talks"): readonly Talk[] {
  const lines = readFileSync(join(folder, `${area}.jsonl`), "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => talk.parse(JSON.parse(line)));
}

/** Says every turn in order; each speaker has a conversation of their own. */
export async function play({ id, turns }: Talk, handle: Assistant["handle"]): Promise<readonly Shortfall[]> {
  const shortfalls: Shortfall[] = [];
  for (const [at, { as, now, say, conversation, expect }] of turns.entries()) {
    const turn = { id: `${id}.${at + 1}`, conversation: `${id}:${conversation ?? as}`, as, now, text: say };
    const reply = await handle(turn);
    const faults = reply.kind === "error" ? [reply.text] : expect === undefined ? [] : judge(expect, reply);
    const got = `${reply.kind}: ${reply.text.slice(0, 260)}`;
    shortfalls.push(...faults.map((fault) => ({ turn: at + 1, said: say, fault, got })));
  }
  return shortfalls;
}

/** What the reply lacks, or has and must not have. */
export function judge(expected: Expectation, reply: Reply): readonly string[] {
  const text = bare(reply.text);
  const quotes = reply.citations.map(({ quote }) => bare(quote));
  const kinds = expected.kind ?? [reply.kind];
  return [
    ...expected.include.filter((words) => !someIn(text, words)).map((words) => `lacks ${JSON.stringify(words)}`),
    ...expected.exclude.filter((words) => someIn(text, words)).map((words) => `has ${JSON.stringify(words)}`),
    ...expected.quote
      .filter((words) => !quotes.some((quote) => someIn(quote, words)))
      .map((words) => `does not cite ${JSON.stringify(words)}`),
    ...(kinds.includes(reply.kind) ? [] : [`kind ${reply.kind}, not ${kinds.join("|")}`]),
    ...(expected.request === undefined ? [] : requestFaults(expected.request, reply.request)),
    ...(expected.noRequest && (reply.request?.status ?? "draft") !== "draft" ? ["a request is filed"] : []),
    ...chainFaults(expected.approvals, reply),
  ];
}

function requestFaults(wanted: NonNullable<Expectation["request"]>, got: Reply["request"]): readonly string[] {
  const plain = (["type", "status"] as const).flatMap((key) => {
    const any = wanted[key];
    const found = got?.[key];
    return any === undefined || (found !== undefined && any.includes(found))
      ? []
      : [`request.${key} ${found}, not ${any}`];
  });
  const fields = Object.entries(wanted.fields).flatMap(([name, any]) => {
    const found = got?.fields[name];
    return any.some((one) => isFilled(one, found))
      ? []
      : [`fields.${name} ${JSON.stringify(found)}, not ${JSON.stringify(any)}`];
  });
  return [...plain, ...fields];
}

function isFilled(wanted: string | number | boolean, found: string | number | boolean | undefined): boolean {
  if (found === undefined) return false;
  if (typeof wanted === "number") return Number(found) === wanted;
  return bare(String(found)) !== "" && bare(String(found)).includes(bare(String(wanted)));
}

/** The roles in this order: in the request's chain, or in the text where there is none. */
function chainFaults(roles: Expectation["approvals"], reply: Reply): readonly string[] {
  const chain = reply.request?.approvals ?? [];
  const where = bare(chain.length > 0 ? chain.map(({ role }) => role).join("→") : reply.text);
  let from = 0;
  for (const role of roles) {
    const places = role.map((one) => where.indexOf(bare(one), from));
    const found = places.filter((place) => place >= 0);
    if (found.length === 0) return [`the chain ${where.slice(0, 80)} lacks ${JSON.stringify(role)} in its place`];
    from = Math.min(...found) + 1;
  }
  return [];
}

const someIn = (text: string, words: readonly string[]): boolean => words.some((one) => text.includes(bare(one)));

/** Comparable: full width, spaces, marks, thousands separators and a last stop make no difference. */
export const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[*_`~>#|]/g, "")
    .replace(/(?<=\d),(?=\d{3})/g, "")
    .replace(/\s+/g, "")
    .replace(/[.。]$/, "")
    .toLowerCase();
