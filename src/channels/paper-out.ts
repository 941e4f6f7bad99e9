/**
 * A paper on the command line: into a file, by its ending, or as HTML to standard output.
 *
 * Takes    the paper, if the request has one, and where it goes.
 * Returns  the exit code: 2 where there is no paper, or the file cannot be written; a line on standard error says which.
 */
import { writeFile } from "node:fs/promises";
import type { Writable } from "node:stream";
import { paperFile } from "../papers/docx.ts";
import { paperPage } from "../papers/html.ts";
import type { Paper } from "../papers/paper.ts";
import { noPaper, paperNotWritten, paperWritten } from "./labels.ts";
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
  const content = /\.docx$/iu.test(file) ? await paperFile(paper) : String(paperPage(paper));
  try {
    await writeFile(file, content);
  } catch (cause) {
    console.error(paperNotWritten(file, cause instanceof Error ? cause.message : String(cause)));
    return 2;
  }
  await write(`${paperWritten(file)}\n`);
  return 0;
}
