/**
 * A paper on the command line: into a file, by its ending, or as HTML to standard output.
 *
 * Takes    the paper, if the request has one, and where it goes. Returns the exit code: 2 where there is none.
 */
import { writeFile } from "node:fs/promises";
import type { Writable } from "node:stream";
import { paperFile } from "../papers/docx.ts";
import { paperPage } from "../papers/html.ts";
import type { Paper } from "../papers/paper.ts";
import { noPaper, paperWritten } from "./labels.ts";
import { writerTo } from "./writer.ts";

export interface PaperOrder {
  readonly request: string;
  readonly file: string | undefined;
  readonly output: Writable;
}

export async function printPaper(paper: Paper | undefined, { request, file, output }: PaperOrder): Promise<0 | 2> {
  if (paper === undefined) {
    console.error(noPaper(request));
    return 2;
  }
  const write = writerTo(output);
  if (file === undefined) {
    await write(String(paperPage(paper)));
    return 0;
  }
  await writeFile(file, /\.docx$/iu.test(file) ? await paperFile(paper) : String(paperPage(paper)));
  await write(`${paperWritten(file)}\n`);
  return 0;
}
