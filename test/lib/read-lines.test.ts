/**
 * Lists of one entry a line.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { DataError } from "../../src/errors.ts";
import { readLines } from "../../src/lib/read-lines.ts";

const folder = mkdtempSync(join(tmpdir(), "lines-"));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (text: string): string => {
  const path = join(folder, "list.txt");
  writeFileSync(path, text);
  return path;
};

describe("a list", () => {
  it("is its lines, without remarks, empty lines and margins", () =>
    expect(readLines(written("# 说明\n请假\n\n  出差  \r\n"))).toEqual(["请假", "出差"]));
  it.each(["", "# 只有说明\n"])("without a line is an error that names the file: %j", (text) =>
    expect(() => readLines(written(text))).toThrow(DataError),
  );
  it("that is not there is an error that names the file", () =>
    expect(() => readLines(join(folder, "none.txt"))).toThrow(/none\.txt/));
});
