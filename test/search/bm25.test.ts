/**
 * The index against a full scan: whatever is skipped on the way, the hits are the same, bit by bit.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Asked, bm25, bm25Of, type Hit } from "../../src/search/bm25.ts";
import { removed } from "../../src/search/scan.ts";
import { segmentsOf } from "../../src/search/segment.ts";
import type { Term } from "../../src/search/tokens.ts";

/** Few terms, the low ones common: lists of postings of every length, ties, repeats. */
const term = fc.nat(400).map((number) => Math.floor(number ** 2 / 4000) * 1_000_003);
const passage = fc.array(term, { maxLength: 40 });
const passages = fc.array(passage, { maxLength: 120 });
const question = fc.array(fc.record({ term, weight: fc.constantFrom(1, 1, 1, 0.25, 3, 0) }), { maxLength: 25 });

/** Every passage scored by itself, from the definition. */
function fullScan(all: readonly (readonly Term[])[], asked: readonly Asked[], limit: number): readonly Hit[] {
  const average = all.reduce((sum, { length }) => sum + length, 0) / all.length;
  const worths = [...new Map(asked.map(({ term, weight }) => [term, weight]))]
    .map(([term, weight]) => {
      const having = all.filter((passage) => passage.includes(term)).length;
      return { term, worth: weight * Math.log(1 + (all.length - having + 0.5) / (having + 0.5)) };
    })
    .sort((one, other) => other.worth - one.worth || one.term - other.term);
  return all
    .map((terms, passage) => {
      const damping = Math.fround(0.9 * (1 - 0.8 + (0.8 * terms.length) / average));
      const score = worths.reduce((sum, { term, worth }) => {
        const times = terms.filter((one) => one === term).length;
        const part = ((0.9 + 1) * times) / (times + damping);
        return sum + worth * (times === 1 ? Math.fround(part) : part);
      }, 0);
      return { passage, score };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.passage - other.passage)
    .slice(0, limit);
}

describe("an index", () => {
  it("finds what a full scan finds", () =>
    fc.assert(
      fc.property(passages, question, fc.integer({ min: 0, max: 20 }), (all, asked, limit) => {
        expect(bm25(all).search(asked, limit)).toEqual(fullScan(all, asked, limit));
      }),
      { numRuns: 400 },
    ));

  it("finds the same in many segments, whatever was removed from them", () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.tuple(passage, fc.boolean()), { minLength: 1, maxLength: 60 }), { maxLength: 6 }),
        question,
        fc.integer({ min: 1, max: 8 }),
        (groups, asked, limit) => {
          let next = 0;
          const parts = groups.flatMap((group) => {
            const numbers = Uint32Array.from(group, ([, alive]) => (alive ? next++ : removed));
            return Array.from(segmentsOf(group.map(([terms]) => terms)), (segment) => ({ segment, numbers }));
          });
          const alive = groups.flatMap((group) => group.flatMap(([terms, alive]) => (alive ? [terms] : [])));
          const index = bm25Of(parts);
          expect(index.size).toBe(alive.length);
          expect(index.search(asked, limit)).toEqual(fullScan(alive, asked, limit));
        },
      ),
      { numRuns: 400 },
    ));

  it("takes more passages than a segment holds, and skips most of them without losing a hit", () => {
    let state = 7;
    const draw = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    /** A few terms stand in most passages, most in few. */
    const term = (): Term => Math.floor(draw(1000) ** 3 / 2e6);
    const all = Array.from({ length: 70_000 }, () => Array.from({ length: 5 + draw(30) }, term));
    const index = bm25(all);
    for (let asked = 0; asked < 15; asked++) {
      const question = Array.from({ length: 12 }, () => ({ term: term(), weight: 1 + draw(2) }));
      expect(index.search(question, 10)).toEqual(index.search(question, 70_000).slice(0, 10));
    }
  });
});
