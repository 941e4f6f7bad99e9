/**
 * An open file → a paper, by its ending.
 *
 * Takes    the file. Returns the paper, or why there is none to be had.
 */
import { assertNever } from "../errors.ts";
import { decode } from "./decode.ts";
import type { OpenFile } from "./open-file.ts";
import type { Paper } from "./paper.ts";
import { readDocx } from "./read-docx.ts";
import { declaredEncoding, readHtml } from "./read-html.ts";
import { readPdf, type TellPages } from "./read-pdf.ts";
import { readMarkdown, readText } from "./read-text.ts";
import { type Refused, refused } from "./refusal.ts";

/** Reads a file that can be a document. */
export async function readPaper(file: OpenFile, tell: TellPages): Promise<Paper | Refused> {
  const paper = await paperOf(file, tell);
  if (paper.kind === "refused") return paper;
  return /\p{Letter}/u.test(paper.body) ? paper : refused("no-text");
}

async function paperOf({ ending, bytes }: OpenFile, tell: TellPages): Promise<Paper | Refused> {
  switch (ending) {
    case "docx":
      return readDocx(bytes);
    case "pdf":
      return readPdf(bytes, tell);
    case "html":
      return orNotText(decode(bytes, declaredEncoding(bytes)), readHtml);
    case "md":
      return orNotText(decode(bytes), readMarkdown);
    case "txt":
      return orNotText(decode(bytes), readText);
    default:
      return assertNever(ending);
  }
}

function orNotText(text: string | undefined, read: (text: string) => Paper): Paper | Refused {
  return text === undefined ? refused("not-text") : read(text);
}
