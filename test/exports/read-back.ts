/**
 * Exports read back: CSV as RFC 4180 has it, XLSX from its parts. Small readers of our own, which know nothing of the writers.
 */
import { openArchive } from "../../src/ingest/zip.ts";

/** The fields of every line; a field that was quoted is marked, since a bare one is a number, a date, or nothing. */
export function csvLines(text: string): readonly (readonly { readonly text: string; readonly quoted: boolean }[])[] {
  const lines: { text: string; quoted: boolean }[][] = [];
  let line: { text: string; quoted: boolean }[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/uy;
  field.lastIndex = 1; // behind the byte order mark
  while (field.lastIndex < text.length) {
    const [, quoted, bare, end] = field.exec(text) ?? [];
    if (end === undefined) throw new Error("no field of RFC 4180 here");
    line.push({ text: quoted?.replaceAll('""', '"') ?? bare ?? "", quoted: quoted !== undefined });
    if (end === ",") continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
const unescaped = (xml: string): string => xml.replace(/&(lt|gt|quot|apos|amp);/gu, (_, name) => named[name] ?? "");
/** `_x0041_` is how a string in a workbook spells A. */
const decoded = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/giu, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

export interface Workbook {
  /** Cell by address, tab by tab: a string, or a number with its format. */
  readonly tabs: readonly ReadonlyMap<
    string,
    string | { readonly value: number; readonly format: string | undefined }
  >[];
  readonly xml: string;
}

export function workbookOf(bytes: Buffer): Workbook {
  const archive = openArchive(bytes);
  const part = (name: string): string => archive?.read(`xl/${name}`) ?? "";
  const strings = [...part("sharedStrings.xml").matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/gu)].map(([, text]) =>
    decoded(unescaped(text ?? "")),
  );
  const styles = part("styles.xml");
  const formats = new Map(
    [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/gu)].map(([, id, code]) => [id, code]),
  );
  const [, cellStyles = ""] = /<cellXfs[^>]*>([\s\S]*)<\/cellXfs>/u.exec(styles) ?? [];
  const formatOf = [...cellStyles.matchAll(/<xf([^>]*)>/gu)].map(([, attributes = ""]) =>
    formats.get(/numFmtId="(\d+)"/u.exec(attributes)?.[1] ?? ""),
  );
  const sheets = [part("worksheets/sheet1.xml"), part("worksheets/sheet2.xml")];
  const tabs = sheets.map(
    (sheet) =>
      new Map(
        [...sheet.matchAll(/<c r="([A-Z]+\d+)"(?: s="(\d+)")?(?: t="(s)")?><v>([^<]*)<\/v><\/c>/gu)].map(
          ([, address = "", style, type, value]) => [
            address,
            type === "s" ? (strings[Number(value)] ?? "") : { value: Number(value), format: formatOf[Number(style)] },
          ],
        ),
      ),
  );
  return { tabs, xml: sheets.join("") };
}
