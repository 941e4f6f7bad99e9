/**
 * Files for the tests of ingest, made on the spot: Word by the docx package, PDF by hand.
 *
 * Why by hand: a page of placed words needs a font without a file, and a table that says which character each code is.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Document, type FileChild, type INumberingOptions, Packer } from "docx";
import { type IngestOptions, ingest } from "../../src/ingest/ingest.ts";

/** A folder for one test: files in, documents out. */
export function openDesk() {
  const folder = mkdtempSync(join(tmpdir(), "zhice-ingest-"));
  const documentsDir = join(folder, "documents");
  const put = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  return {
    folder,
    documentsDir,
    put,
    /** Runs ingest; all lines in one text. */
    run: async (files: string | readonly string[], options: Partial<IngestOptions> = {}) => {
      const lines: string[] = [];
      const all = { documentsDir, today: "2026-11-22", write: (line: string) => lines.push(line), ...options };
      const code = await ingest(typeof files === "string" ? [files] : files, all);
      return { code, said: lines.join("\n"), lines };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type Desk = ReturnType<typeof openDesk>;

/** A Word file. */
export function word(children: readonly FileChild[], numbering?: INumberingOptions): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children }], ...(numbering ? { numbering } : {}) }));
}

/** Words at a place on a page: points from the left and from the bottom. */
export type Placed = readonly [x: number, y: number, words: string];

/** A line drawn from one place to another. */
export type Drawn = readonly [x1: number, y1: number, x2: number, y2: number];

export const TEXT_SIZE = 12;

/** A PDF of pages of words, and of lines drawn on each page; `locked` asks for a password that nobody has. */
export function pdf(
  pages: readonly (readonly Placed[])[],
  locked = false,
  drawn: readonly (readonly Drawn[])[] = [],
): Buffer {
  const characters = [...new Set(pages.flat().flatMap(([, , words]) => [...words]))];
  const code = (character: string) => (characters.indexOf(character) + 1).toString(16).padStart(4, "0");
  const shown = ([x, y, words]: Placed) =>
    `BT /F1 ${TEXT_SIZE} Tf 1 0 0 1 ${x} ${y} Tm <${[...words].map(code).join("")}> Tj ET`;
  const pageAt = (index: number) => 7 + index * 2;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${pageAt(at)} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 >>",
    "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
    stream(toUnicode(characters.map((character) => [code(character), character.charCodeAt(0)]))),
    ...pages.flatMap((words, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageAt(at) + 1} 0 R >>`,
      stream([...words.map(shown), ...(drawn[at] ?? []).map(line)].join("\n")),
    ]),
  ];
  const key = "0".repeat(64);
  const lock = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`;
  return assembled(objects, locked ? lock : "");
}

const line = ([x1, y1, x2, y2]: Drawn): string => `${x1} ${y1} m ${x2} ${y2} l S`;

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function toUnicode(codes: readonly (readonly [string, number])[]): string {
  const pairs = codes.map(([code, unicode]) => `<${code}> <${unicode.toString(16).padStart(4, "0")}>`);
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${pairs.length} beginbfchar
${pairs.join("\n")}
endbfchar endcmap end end`;
}

function assembled(objects: readonly string[], lock: string): Buffer {
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, "0");
  });
  const table = offsets.map((offset) => `${offset} 00000 n \n`).join("");
  const end = `trailer << /Size ${objects.length + 1} /Root 1 0 R ${lock} >>\nstartxref\n${text.length}\n%%EOF`;
  return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${end}`, "latin1");
}
