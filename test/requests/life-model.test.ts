/**
 * The life of an office's papers against a reference written apart: whatever people do in whatever order, the log says
 * what the reference says, and is whole at the end.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { openSqlite } from "../../src/store/sqlite.ts";
import { agrees, type Deed, type Played } from "./both-lives.ts";
import { deeds } from "./office-commands.ts";
import { openStep } from "./reference-life.ts";

const steps = 5000;
const lived = [
  ...["filing: done", "approve: done", "reject: done", "return: done", "approve in stead: done"],
  ...["resubmit: done", "withdraw: done", "amend: done", "close: done", "forgery: impossible"],
  ...["filing: stale", "approve: stale", "approve in stead: stale", "amend: stale", "withdraw: stood-on"],
];

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
    { numRuns: 120 },
  );
  const taken = [...tally.values()].reduce((sum, times) => sum + times, 0);
  expect(taken).toBeGreaterThanOrEqual(steps);
  // Not a step too many was refused: all that a paper can live through was lived through.
  expect([...tally.keys()]).toEqual(expect.arrayContaining(lived));
}, 60_000);
