/**
 * The life of an office's papers against a reference written apart: whatever people do in whatever order, the log says
 * what the reference says, and is whole at the end.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { openSqlite } from "../../src/store/sqlite.ts";
import { agrees, alive, chainOf, type Deed, type Played } from "./both-lives.ts";
import { deeds } from "./office-commands.ts";
import { happens, openStep, type Paper, type Papers } from "./reference-life.ts";

const steps = 5000;
const lived = [
  ...["filing: done", "approve: done", "reject: done", "return: done", "approve in stead: done"],
  ...["resubmit: done", "withdraw: done", "amend: done", "close: done", "forgery: impossible"],
  ...["filing: stale", "approve: stale", "approve in stead: stale", "amend: stale", "withdraw: stood-on"],
];

/** What must be so whatever the rules say, of what the log has come to. */
function keepsItsWord(paper: Paper, papers: Papers): void {
  const theirs = [...papers.values()].filter(({ owner }) => owner === paper.owner);
  const former = papers.get(paper.inPlaceOf ?? "");
  // Of a paper and the one that takes its place, only one is ever granted.
  if (paper.is === "granted" && former?.owner === paper.owner) expect(former.is).not.toBe("granted");
  // A trip, with all that took its place, is claimed for once.
  const line = new Set([paper.id]);
  for (const id of line) for (const one of theirs) if (one.inPlaceOf === id) line.add(one.id);
  const claims = theirs.filter((one) => one.type === "reimbursement" && alive(one) && line.has(`${one.fields.basis}`));
  const last = claims.filter((one) => !claims.some(({ inPlaceOf }) => inPlaceOf === one.id));
  if (paper.type === "travel") expect(last.length).toBeLessThanOrEqual(1);
  // A trip that was closed ends within what was approved, and nothing longer takes its place.
  if (paper.lastDay !== undefined) {
    expect(paper.lastDay <= String(paper.fields.end)).toBe(true);
    expect(theirs.some((one) => one.inPlaceOf === paper.id && alive(one))).toBe(false);
  }
  // What is under way goes on by whoever decides next, or by its owner. What nobody here decides is handled outside: it may
  // have to stay while something stands on it.
  const isHeld = theirs.some((one) => alive(one) && one.fields.basis === paper.id);
  // Its amendment is decided or taken back first.
  const isChanging = theirs.some((one) => one.inPlaceOf === paper.id && one.is === "under way");
  const nobody = [null, undefined, paper.owner].includes(paper.chain[openStep(paper)]?.who) && !paper.sentBack;
  if (paper.is === "under way" && !(isHeld && nobody) && !isChanging) expect(endsOf(paper, papers)).not.toEqual([]);
}

/** The ways in which what is under way can go on now. */
function endsOf(paper: Paper, papers: Papers): readonly string[] {
  const who = paper.chain[openStep(paper)]?.who ?? paper.owner;
  const mark = { at: "2026-11-29T09:00:00+08:00", step: openStep(paper), reason: "不行" };
  const wishes = [
    ...(who === paper.owner ? [] : [{ kind: "rejected" as const, by: who, ...mark }]),
    { kind: "withdrawn" as const, by: paper.owner, at: mark.at },
    { kind: "resubmitted" as const, by: paper.owner, at: mark.at, fields: paper.fields, approvals: chainOf(["wu"]) },
  ];
  return wishes
    .filter((event) => happens(papers, [{ requestId: paper.id, expected: paper.events, event }]).fate === "done")
    .map(({ kind }) => kind);
}

it(`holds over ${steps} steps of a whole office, told as a simple reference tells them`, async () => {
  const tally = new Map<string, number>();
  const command = ({ name, act }: Deed): fc.AsyncCommand<Played, Played["store"]> => ({
    check: () => true,
    toString: () => name,
    run: act,
  });
  const days = fc.commands(
    deeds.map((deed) => deed.map(command)),
    { maxCommands: 150, size: "max" },
  );
  await fc.assert(
    fc.asyncProperty(days, async (commands) => {
      const store = await openSqlite(":memory:");
      const office: Played = { store, papers: new Map(), tally };
      try {
        await fc.asyncModelRun(() => ({ model: office, real: store }), commands);
        for (const id of office.papers.keys()) await agrees(office, id);
        const papers = [...office.papers.values()];
        for (const paper of papers) keepsItsWord(paper, office.papers);
        const waiting = papers.map((paper) => ({ paper, who: paper.chain[openStep(paper)]?.who ?? null }));
        for (const person of new Set(papers.map(({ owner }) => owner))) {
          const theirs = waiting.filter(({ paper, who }) => who === person && paper.owner !== person);
          const listed = (await store.requests({ waitingFor: person })).map(({ id }) => id);
          expect(listed).toEqual(theirs.map(({ paper }) => paper.id));
        }
        const events = papers.reduce((sum, paper) => sum + paper.events, 0);
        expect(await store.verify()).toMatchObject({ kind: "whole", events });
      } finally {
        await store.close();
      }
    }),
    { numRuns: 200 },
  );
  const taken = [...tally.values()].reduce((sum, times) => sum + times, 0);
  expect(taken).toBeGreaterThanOrEqual(steps);
  // Not a step too many was refused: all that a paper can live through was lived through.
  expect(lived.filter((what) => !tally.has(what))).toEqual([]);
}, 60_000);
