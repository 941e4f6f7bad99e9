/**
 * Provisions, the rules that are data: every entry is reached by its own question, and says no number that its words do not hold.
 */
import { describe, expect, it } from "vitest";
import { fold } from "../src/lib/text.ts";
import type { Statement } from "../src/rules/rule.ts";
import { provisions } from "./rules/law.ts";
import { openDesk } from "./talks/desk.ts";
import { bare } from "./talks/player.ts";

const entries = provisions.flatMap(({ id, unit, entries }) =>
  entries.map((entry) => ({ id, unit, entry, name: entry.name })),
);
const statements = entries.flatMap(({ id, entry }) =>
  [entry.says, ...entry.steps, ...entry.warnings, ...entry.notes].map((one) => ({ id, name: entry.name, one })),
);

/** The sentence as it stands around the figures it names. */
const pieces = ({ text }: Statement): readonly string[] => text.split(/\{[^}]*\}/);

/** Numbers as they are written, without the numbering of lists (一是, 第三). */
const numbersIn = (text: string): readonly string[] => text.match(/\d+(?:\.\d+)?%?/g) ?? [];

describe("a provision", () => {
  it.each(entries.filter(({ entry }) => entry.asks.length > 0))(
    "$id $name is reached by its own question",
    async ({ unit, entry }) => {
      const { say } = await openDesk();
      const as = { ziyang: "keyuan", xingtai: "xingtai" }[unit] ?? "keyuan";
      const reply = await say(as, entry.asks[0] ?? "");
      for (const piece of pieces(entry.says)) expect(bare(reply.text)).toContain(bare(piece));
    },
  );
  it.each(statements)("$id $name says no number that its words do not hold: $one.text", ({ one }) => {
    const held = fold(one.sources.map(({ quote, clause, title }) => `${quote} ${clause} ${title}`).join(" "));
    for (const piece of pieces(one)) {
      for (const number of numbersIn(piece)) expect(held).toContain(number);
    }
  });
  it.each(entries)("$id $name stands on words of its document", ({ entry }) => {
    const sources = [entry.says, ...entry.steps, ...entry.warnings, ...entry.notes].flatMap(({ sources }) => sources);
    expect(sources.filter(({ moved }) => moved).map(({ quote }) => quote)).toEqual([]);
  });
});
