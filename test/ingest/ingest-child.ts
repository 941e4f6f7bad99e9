/**
 * The process that kill.test.ts kills: brings files in, new or in place of what is there, and says each line at once.
 *
 * Takes    the folder of documents and the files.
 */
import { writeSync } from "node:fs";
import { ingest } from "../../src/ingest/ingest.ts";

const [documentsDir = "", ...files] = process.argv.slice(2);
const write = (line: string): void => {
  writeSync(1, `${line}\n`);
};
await ingest(files, { documentsDir, replace: true, today: "2026-11-22", write });
