/**
 * A Word file → a paper, by way of mammoth's HTML.
 *
 * Takes    the bytes. Returns the paper, or why not.
 * Leaves   headers, footers and comments out, as mammoth does; pictures are counted, their text cannot be read.
 */
import mammoth from "mammoth";
import type { Loss, Paper } from "./paper.ts";
import { readHtml } from "./read-html.ts";
import { type Refused, refused } from "./refusal.ts";
import { writeNumbers } from "./word-numbers.ts";
import { openArchive } from "./zip.ts";

const MB = 1024 * 1024;
const LARGEST_UNPACKED_MB = 300;
const TEXT = "word/document.xml";

/** Reads a Word file. */
export async function readDocx(bytes: Buffer): Promise<Paper | Refused> {
  const archive = openArchive(bytes);
  const size = Math.round((archive?.unpackedSize ?? 0) / MB);
  if (size > LARGEST_UNPACKED_MB)
    return refused("unpacks-too-large", { size: String(size), limit: String(LARGEST_UNPACKED_MB) });
  const text = archive?.read(TEXT);
  if (archive === undefined || text === undefined) return refused("broken-docx");
  const numbered = writeNumbers(text, archive.read("word/numbering.xml") ?? "", archive.read("word/styles.xml") ?? "");
  const html = await htmlOf(numbered.count === 0 ? bytes : archive.with(TEXT, numbered.document));
  if (html === undefined) return refused("broken-docx");
  const paper = readHtml(html);
  const written: readonly Loss[] = numbered.count === 0 ? [] : [{ kind: "written-numbers", count: numbered.count }];
  return { ...paper, losses: [...paper.losses, ...written] };
}

/** mammoth throws plain errors of its zip and XML parsers: whichever it is, the file is broken. */
async function htmlOf(buffer: Buffer): Promise<string | undefined> {
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: "" }));
  try {
    return (await mammoth.convertToHtml({ buffer }, { convertImage })).value;
  } catch {
    return undefined;
  }
}
