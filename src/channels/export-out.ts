/**
 * An export on the command line: into a file, by its ending.
 *
 * Takes    the sheet, or why there is none, and where it goes.
 * Returns  the exit code: 2 where there is no sheet, or the file cannot be written; a line on standard error says which.
 */
import { rename, rm, writeFile } from "node:fs/promises";
import type { Writable } from "node:stream";
import { csvFile } from "../exports/csv.ts";
import type { Exported } from "../exports/exporter.ts";
import { xlsxFile } from "../exports/xlsx.ts";
import { exportBroken, exportNotKept, exportWritten, paperNotWritten } from "./labels.ts";
import { writerTo } from "./writer.ts";

export interface ExportOrder {
  readonly file: string;
  readonly output: Writable;
}

export async function writeExport(exported: Exported, { file, output }: ExportOrder): Promise<0 | 2> {
  if (exported.kind === "refused") {
    console.error(exportNotKept);
    return 2;
  }
  if (exported.kind === "broken") {
    console.error(exportBroken(exported.seq));
    return 2;
  }
  const content = /\.csv$/iu.test(file) ? csvFile(exported) : await xlsxFile(exported);
  const beside = `${file}.part`;
  try {
    // Written beside it first: a full disk leaves the former file as it was.
    await writeFile(beside, content);
    await rename(beside, file);
  } catch (cause) {
    await rm(beside, { force: true });
    console.error(paperNotWritten(file, cause instanceof Error ? cause.message : String(cause)));
    return 2;
  }
  await writerTo(output)(`${exportWritten(file, exported.rows.length, exported.head)}\n`);
  return 0;
}
