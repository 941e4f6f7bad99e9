/**
 * The file of acts: what its patterns share stands once, under a name.
 */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openActs } from "../../src/dialogue/acts.ts";
import { verdictSaid } from "../../src/dialogue/verdict.ts";
import { DataError } from "../../src/errors.ts";

const text = readFileSync("data/acts.json", "utf8");
const folder = mkdtempSync(join(tmpdir(), "zhice-acts-"));

/** The file with its parts changed, opened. */
function withParts(parts: Record<string, string>) {
  const path = join(folder, "acts.json");
  const file = JSON.parse(text) as { parts: Record<string, string> };
  writeFileSync(path, JSON.stringify({ ...file, parts: { ...file.parts, ...parts } }));
  return openActs(path);
}

describe("the parts of patterns", () => {
  it("stand in for what they name: 谁不在 is asked of any near day", () => {
    const { act } = openActs("data/acts.json");
    expect(act("明天谁不在岗")).toBe("away");
    expect(withParts({ "near-days": "(?:端午)" }).act("端午谁不在岗")).toBe("away");
    expect(withParts({ "near-days": "(?:端午)" }).act("明天谁不在岗")).toBeUndefined();
  });
  it("that do not exist are named to whoever edits the file", () => {
    expect(() => withParts({ asking: "{nobody}" })).toThrow(DataError);
    expect(() => withParts({ asking: "{nobody}" })).toThrow(/asking.*\{nobody\}/u);
  });
  it("are each named somewhere", () => {
    const { parts } = JSON.parse(text) as { parts: Record<string, string> };
    expect(Object.keys(parts).filter((name) => text.split(`{${name}}`).length < 3)).toEqual([]);
  });
});

describe("every pattern", () => {
  it("is done with a long message of its own words, over and over, in no time", () => {
    const { act, asks, asksStatus, form, leadsRequest } = openActs("data/acts.json");
    // Words of the file: a pattern that can be read in many ways stumbles over a piece of itself, repeated.
    const verdicts = readFileSync("src/dialogue/verdict.ts", "utf8");
    const pieces = [...new Set(`${text}${verdicts}`.match(/\p{Script=Han}{1,4}/gu))];
    const verdict = (message: string) => verdictSaid(message, message, true);
    const slow: string[] = [];
    for (const piece of pieces) {
      const message = piece.repeat(Math.ceil(120 / piece.length));
      const before = performance.now();
      for (const read of [act, asks, asksStatus, form, leadsRequest, verdict]) read(message);
      if (performance.now() - before > 250) slow.push(piece);
    }
    expect(pieces.length).toBeGreaterThan(300);
    expect(slow).toEqual([]);
  });
});
