/** The files of provisions: what cannot hold is named with its file and entry when the office is opened. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openProvisions } from "../../src/rules/provision-file.ts";
import { figureBook, library } from "./law.ts";

const folder = { path: "" };
beforeEach(() => {
  folder.path = mkdtempSync(join(tmpdir(), "zhice-test-"));
  mkdirSync(join(folder.path, "ziyang"));
});
afterEach(() => rmSync(folder.path, { recursive: true, force: true }));

const entry = { name: "checks", says: { text: "每天至少{mail.checks}次。", from: ["每天至少4次查看党政网公文交换"] } };

/** Opens the file with entries like the ordinary one, each with its changes. */
const opened = (...changes: readonly object[]) => {
  const entries = changes.map((change) => ({ ...entry, ...change }));
  const file = { title: "来文", row: "004 四(一)", doc: "ziyang-2020", entries };
  writeFileSync(join(folder.path, "ziyang", "mail.json"), JSON.stringify(file));
  return openProvisions(folder.path, library, figureBook);
};

describe("a file of provisions", () => {
  it("opens as the rule of its name, with the figures that its sentences and its bounds name", () => {
    const [mail] = opened({}, { name: "often", when: { times: { atLeast: "duty-rules.hours" } } });
    expect([mail?.id, mail?.unit, mail?.figures]).toEqual(["mail", "ziyang", ["mail.checks", "duty-rules.hours"]]);
  });
  it.each([
    ["two entries of one name", [{}, {}], /checks.*two entries/u],
    ["a pattern that is none", [{ said: ["("] }], /checks.*not a regular expression/u],
    [
      "a figure that no file has",
      [{ says: { ...entry.says, text: "至少{mail.check}次。" } }],
      /mail\.check\b.*figures/u,
    ],
    ["a bound that no file has", [{ when: { times: { below: "mail.often" } } }], /mail\.often.*figures/u],
    ["a bound that is written out", [{ when: { times: { below: 4 } } }], /checks.*times is compared with 4/u],
    ["a reading that no file has", [{ readings: ["mail.reading"] }], /checks.*mail\.reading/u],
    [
      "a sum that is not said",
      [{ sum: { of: ["mail.checks"], by: ["{n}天"], label: "次数", unit: "次" } }],
      /checks.*\{sum\}/u,
    ],
    [
      "a document that there is not",
      [{ says: { text: "有。", from: [{ doc: "no-such", quote: "没有" }] } }],
      /no-such/u,
    ],
  ])("with %s does not open, and says where", (_, changes, problem) =>
    expect(() => opened(...changes)).toThrow(problem),
  );
  it("whose words are gone opens, marked as moved", () => {
    const [mail] = opened({ says: { text: "每天看。", from: ["每天看一百次"] } });
    expect(mail?.entries[0]?.says.sources).toMatchObject([{ doc: "ziyang-2020", moved: true }]);
  });
});
