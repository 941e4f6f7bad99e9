/**
 * A kept index: what a fresh one would find, without making again what did not change.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { bm25 } from "../../src/search/bm25.ts";
import { type Indexed, openIndex } from "../../src/search/kept-index.ts";
import type { Term } from "../../src/search/tokens.ts";

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), "zhice-index-"));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

const document = (id: string, passages: readonly (readonly Term[])[]): Indexed => ({
  id,
  fingerprint: JSON.stringify(passages),
  size: passages.length,
  passages: () => passages,
});
const untouchable = ({ id, fingerprint, size }: Indexed): Indexed => ({
  id,
  fingerprint,
  size,
  passages: () => {
    throw new Error(`${id} is made again`);
  },
});
const library = [
  document("leave", [
    [1, 2, 3],
    [2, 2, 4],
  ]),
  document("empty", []),
  document("travel", [[5, 6, 1]]),
  document("seals", [[7, 8], [9], [1, 9]]),
];
const every = Array.from({ length: 12 }, (_, term) => ({ term, weight: 1 }));
const hits = (documents: readonly Indexed[]) =>
  bm25(documents.flatMap(({ passages }) => [...passages()])).search(every, 9);

describe("a kept index", () => {
  it("builds nothing again that did not change", () => {
    const kept = folder();
    expect(openIndex(kept, library)).toMatchObject({ reused: 0, built: 3, troubles: [] });
    const again = openIndex(kept, library.map(untouchable));
    expect(again).toMatchObject({ reused: 3, built: 0, troubles: [], size: 6 });
    expect(again.search(every, 9)).toEqual(hits(library));
  });
  it("builds only what is new or changed, and drops what is gone", () => {
    const kept = folder();
    openIndex(kept, library);
    const [leave, , travel, seals] = library as [Indexed, Indexed, Indexed, Indexed];
    const now = [untouchable(seals), document("cars", [[3, 3, 3]]), untouchable(leave), document("travel", [[5, 5]])];
    const index = openIndex(kept, now);
    expect(index).toMatchObject({ reused: 2, built: 2 });
    expect(index.search(every, 9)).toEqual(
      hits([seals, document("cars", [[3, 3, 3]]), leave, document("travel", [[5, 5]])]),
    );
    expect(index.of([untouchable(leave)])).toMatchObject({ reused: 1, built: 0, size: 2 });
    expect(index.of([leave, travel])).toMatchObject({ reused: 1, built: 1 });
  });
  it("needs no folder", () => expect(openIndex(undefined, library).search(every, 9)).toEqual(hits(library)));
  it("numbers passages in the order of the documents, not of the files", () => {
    const kept = folder();
    openIndex(kept, library);
    const turned = library.toReversed();
    expect(openIndex(kept, turned.map(untouchable)).search(every, 9)).toEqual(hits(turned));
  });
  it("makes again what was indexed under another id or of another text", () => {
    const kept = folder();
    openIndex(kept, [document("one", [[1]])]);
    expect(openIndex(kept, [{ ...document("two", [[1]]) }])).toMatchObject({ built: 1 });
    expect(openIndex(kept, [{ ...document("two", [[2]]), fingerprint: "other" }])).toMatchObject({ built: 1 });
  });
  it("refuses a document that is there twice, and one that has other passages than it says", () => {
    const one = document("one", [[1]]);
    expect(() => openIndex(undefined, [one, one])).toThrow("twice");
    expect(() => openIndex(undefined, [{ ...one, size: 2 }])).toThrow("has not the 2 passages");
    expect(() => openIndex(undefined, [{ ...one, size: 65_536 }])).toThrow("65535");
  });

  it("finds after any changes what a fresh one finds", () => {
    const terms = fc.array(fc.array(fc.nat(30), { maxLength: 8 }), { maxLength: 6 });
    const change = fc.oneof(
      { weight: 6, arbitrary: fc.record({ kind: fc.constant("put" as const), id: fc.nat(12), terms }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove" as const), id: fc.nat(12) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant("reopen" as const) }) },
    );
    const asked = fc.uniqueArray(fc.nat(30), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 20 }),
        asked,
        fc.integer({ min: 1, max: 9 }),
        (changes, terms, limit) => {
          const kept = folder();
          const documents = new Map<string, Indexed>();
          let index = openIndex(kept, []);
          for (const one of changes) {
            if (one.kind === "put") documents.set(String(one.id), document(String(one.id), one.terms));
            if (one.kind === "remove") documents.delete(String(one.id));
            const all = [...documents.values()];
            index = one.kind === "reopen" ? openIndex(kept, all.map(untouchable)) : index.of(all);
            const question = terms.map((term) => ({ term, weight: 1 }));
            const fresh = bm25(all.flatMap(({ passages }) => [...passages()]));
            expect(index.search(question, limit)).toEqual(fresh.search(question, limit));
            expect(index.troubles).toEqual([]);
          }
          rmSync(kept, { recursive: true });
        },
      ),
      { numRuns: 60 },
    );
  });
  it("takes more passages than a segment holds, and goes on where it left off", () => {
    const kept = folder();
    const large = Array.from({ length: 3 }, (_, which) =>
      document(
        `large-${which}`,
        Array.from({ length: 30_000 }, (_, at) => [at % 50, (at * 7) % 977, which]),
      ),
    );
    openIndex(kept, large);
    expect(readdirSync(kept)).toHaveLength(2);
    const [one, two, three] = large.map(untouchable) as [Indexed, Indexed, Indexed];
    const question = [3, 500, 976].map((term) => ({ term, weight: 1 }));
    const fresh = bm25(large.flatMap(({ passages }) => [...passages()]));
    expect(openIndex(kept, [one, two, three]).search(question, 20)).toEqual(fresh.search(question, 20));
    // What is left of two fits into one, and half of the first is gone.
    expect(openIndex(kept, [three, one])).toMatchObject({ reused: 2, size: 60_000 });
    expect(readdirSync(kept)).toHaveLength(1);
  });
  it("keeps few files, however many documents come one by one", () => {
    const kept = folder();
    const documents: Indexed[] = [];
    let index = openIndex(kept, documents);
    for (let at = 0; at < 200; at++) {
      documents.push(document(`d${at}`, [[at % 17, at % 5], [at]]));
      index = index.of(documents);
    }
    expect(index).toMatchObject({ reused: 199, built: 1, size: 400 });
    expect(readdirSync(kept).length).toBeLessThanOrEqual(8);
    expect(index.search(every, 9)).toEqual(hits(documents));
  });
});

describe("the folder of an index", () => {
  const only = (kept: string): string => join(kept, readdirSync(kept)[0] ?? "");

  it("may lose its files at any time", () => {
    const kept = folder();
    const index = openIndex(kept, library);
    rmSync(kept, { recursive: true });
    expect(index.search(every, 9)).toEqual(hits(library));
    expect(index.of(library)).toMatchObject({ reused: 3, troubles: [] });
    expect(openIndex(kept, library.map(untouchable))).toMatchObject({ reused: 3 });
  });
  it("is not trusted where a byte of a file is another one: it is made again, and said", () => {
    const whole = folder();
    openIndex(whole, library);
    const bytes = readFileSync(only(whole));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, flip, cut) => {
        const kept = folder();
        openIndex(kept, library);
        const broken = Buffer.from(cut ? bytes.subarray(0, at) : bytes);
        if (!cut) broken[at] = (broken[at] ?? 0) ^ flip;
        writeFileSync(only(kept), broken);
        const index = openIndex(kept, library);
        expect(index).toMatchObject({ reused: 0, built: 3 });
        expect(index.troubles).toHaveLength(1);
        expect(index.search(every, 9)).toEqual(hits(library));
        expect(openIndex(kept, library.map(untouchable)).troubles).toEqual([]);
        rmSync(kept, { recursive: true });
      }),
    );
  });
  it("is not trusted where a file is of another version", () => {
    const kept = folder();
    openIndex(kept, library);
    const bytes = readFileSync(only(kept));
    bytes.writeUInt32LE(99, 4);
    writeFileSync(only(kept), bytes);
    expect(openIndex(kept, library).troubles.join()).toContain("of version 99");
  });
  it("drops what it cannot use, and what a killed process left", () => {
    const kept = folder();
    openIndex(kept, [document("old", [[1]])]);
    writeFileSync(join(kept, ".aa.segment.999999999.x.tmp"), "half");
    writeFileSync(join(kept, "notes.txt"), "not ours");
    openIndex(kept, library);
    expect(readdirSync(kept)).toHaveLength(2);
    expect(readdirSync(kept)).toContain("notes.txt");
  });
  it("stops nobody where it cannot be written: the index is in memory, and the trouble is told", () => {
    const file = join(folder(), "a-file");
    writeFileSync(file, "");
    const index = openIndex(file, library);
    expect(index.search(every, 9)).toEqual(hits(library));
    expect(index.troubles.join()).toMatch(/ENOTDIR/u);
  });
  it("serves two that open it with different documents", () => {
    const kept = folder();
    const few = library.slice(0, 1);
    const one = openIndex(kept, library);
    const other = openIndex(kept, few);
    expect(one.search(every, 9)).toEqual(hits(library));
    expect(other.search(every, 9)).toEqual(hits(few));
    expect(one.of(library)).toMatchObject({ reused: 3, built: 0 });
    expect(openIndex(kept, library.map(untouchable))).toMatchObject({ reused: 3 });
  });
});
