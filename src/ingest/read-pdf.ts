/**
 * A PDF → a paper.
 *
 * Takes    the bytes. Returns the paper, or why not: locked, broken, or pictures of pages without text.
 * Leaves   lines to pdf-lines.ts, paragraphs and tables to pdf-pieces.ts.
 */
import { extractTextItems, getDocumentProxy } from "unpdf";
import { bodyOf, type Loss, type Paper } from "./paper.ts";
import { linesOf } from "./pdf-lines.ts";
import { piecesOf } from "./pdf-pieces.ts";
import { type Refused, refused } from "./refusal.ts";

const QUIET = 0;
/** Fewer characters a page than this are a stamp on a picture. */
const FEWEST = 10;

/** Reads a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<Paper | Refused> {
  const pages = await pagesOf(bytes);
  if ("kind" in pages) return pages;
  const characters = pages.flat().reduce((sum, item) => sum + item.str.trim().length, 0);
  if (characters < FEWEST * pages.length) return refused("scanned", { pages: String(pages.length) });
  const { pieces, pageNumbers, runningLines, tables } = piecesOf(pages.map(linesOf));
  const losses: readonly Loss[] = [
    { kind: "page-numbers", count: pageNumbers },
    { kind: "running-lines", count: runningLines },
    { kind: "placed-tables", count: tables },
    { kind: "silent-pages", count: pages.filter((items) => items.every((item) => item.str.trim() === "")).length },
  ];
  return { kind: "paper", body: bodyOf(pieces), losses: losses.filter((loss) => loss.count > 0) };
}

async function pagesOf(bytes: Uint8Array) {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: QUIET });
    try {
      return (await extractTextItems(pdf)).items;
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (cause) {
    // PDF.js has a name for a password that is missing; every other failure is a file it cannot read.
    return refused(cause instanceof Error && cause.name === "PasswordException" ? "locked" : "broken-pdf");
  }
}
