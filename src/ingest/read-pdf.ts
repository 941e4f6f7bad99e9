/**
 * A PDF → a paper.
 *
 * Takes    the bytes, and whom to tell how many pages are read.
 * Returns  the paper, or why not: locked, broken, or pictures of pages without text.
 * Leaves   lines to pdf-lines.ts, ruled tables to pdf-grid.ts, paragraphs and other tables to pdf-pieces.ts.
 */
import { getDocumentProxy } from "unpdf";
import { bodyOf, type Loss, type Paper } from "./paper.ts";
import { ruledTables } from "./pdf-grid.ts";
import { linesOf, type PdfLine, type PlacedWords } from "./pdf-lines.ts";
import { piecesOf } from "./pdf-pieces.ts";
import { rulesOf } from "./pdf-rules.ts";
import { type Refused, refused } from "./refusal.ts";

const QUIET = 0;
/** Fewer characters a page than this are a stamp on a picture. */
const FEWEST = 10;
/** So many pages are read between two lines of progress. */
const STRIDE = 50;

/** Told while a long file is read. */
export type TellPages = (done: number, of: number) => void;

/** Reads a PDF. */
export async function readPdf(bytes: Uint8Array, tell: TellPages): Promise<Paper | Refused> {
  const pages = await pagesOf(bytes, tell);
  if ("kind" in pages) return pages;
  const characters = pages.reduce((sum, page) => sum + page.characters, 0);
  if (characters < FEWEST * pages.length) return refused("scanned", { pages: String(pages.length) });
  const { pieces, pageNumbers, runningLines, tables } = piecesOf(pages.map(({ lines }) => lines));
  const losses: readonly Loss[] = [
    { kind: "page-numbers", count: pageNumbers },
    { kind: "running-lines", count: runningLines },
    { kind: "placed-tables", count: tables },
    { kind: "silent-pages", count: pages.filter((page) => page.characters === 0).length },
  ];
  return { kind: "paper", body: bodyOf(pieces), losses: losses.filter((loss) => loss.count > 0) };
}

interface PdfPage {
  readonly lines: readonly PdfLine[];
  readonly characters: number;
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

async function pagesOf(bytes: Uint8Array, tell: TellPages): Promise<readonly PdfPage[] | Refused> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: QUIET });
    try {
      const pages: PdfPage[] = [];
      while (pages.length < pdf.numPages) {
        pages.push(await pageOf(pdf, pages.length + 1));
        if (pages.length % STRIDE === 0) tell(pages.length, pdf.numPages);
      }
      return pages;
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (cause) {
    // PDF.js has a name for a password that is missing; every other failure is a file it cannot read.
    return refused(cause instanceof Error && cause.name === "PasswordException" ? "locked" : "broken-pdf");
  }
}

/** One page; its drawing is asked for only where there are words that a table could hold. */
async function pageOf(pdf: PdfDocument, number: number): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const { items: found } = await page.getTextContent();
  const items = found.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [placed(item)] : []));
  const characters = items.reduce((sum, item) => sum + item.str.trim().length, 0);
  if (characters === 0) return { lines: [], characters };
  const { tables, rest } = ruledTables(await rulesOf(await page.getOperatorList()), items);
  page.cleanup();
  const lines = [
    ...linesOf(rest),
    ...tables.map((table): PdfLine => ({ cells: [], text: "", x: 0, end: 0, y: table.y, size: 1, table })),
  ];
  return { lines: lines.toSorted((one, other) => other.y - one.y), characters };
}

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

function placed({ str, transform, width }: Item): PlacedWords {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform;
  return { str, x, y, width, fontSize: Math.hypot(c, d) };
}
