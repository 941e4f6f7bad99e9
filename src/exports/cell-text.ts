/**
 * Text in a spreadsheet, made inert: the one place where what people typed is kept from becoming a formula.
 *
 * Takes    any text. Returns the text that a cell holds, and its spelling in CSV and in XLSX.
 * Leaves   rows and files to csv.ts and xlsx.ts, which let no text past this.
 *
 * A spreadsheet that opens CSV guesses: a field that begins like a formula, also after spaces or in full width, becomes
 * one, and DDE or HYPERLINK in it reaches out. An apostrophe before it makes it text. XLSX says of every cell what it is.
 */
import { stripControls } from "../lib/text.ts";

/** A cell holds 32,767 characters; one is left for the apostrophe. */
export const longestCell = 32_766;
const cut = "…";

/** = + - @ in every width, or a tab or line end, after any spaces; apostrophes before it count as text that looks escaped. */
const formulaLike = /^'*\s*[=+\-@＝＋－＠﹦﹢﹣﹫\t\r\n]/u;
const unwritable = /[\p{Noncharacter_Code_Point}\ufffd]/gu;
/** What a spreadsheet would read as the escape of another character. */
const escapeLike = /_(?=x[0-9a-f]{4}_)/giu;

/** The text as a cell holds it: no control characters, lone surrogates or noncharacters, one kind of line end, not too long. */
export function cellText(text: string): string {
  const clean = stripControls(text.replace(/\r\n?/gu, "\n")).toWellFormed().replace(unwritable, "");
  if (clean.length <= longestCell) return clean;
  return `${clean
    .slice(0, longestCell - cut.length)
    .toWellFormed()
    .replace(unwritable, "")}${cut}`;
}

/** The field in CSV: quoted always, so that no other separator than the comma divides it. */
export function csvText(text: string): string {
  const clean = cellText(text);
  const inert = formulaLike.test(clean) ? `'${clean}` : clean;
  return `"${inert.replaceAll('"', '""')}"`;
}

/**
 * The string in XLSX, whose cell is typed as one: nothing in it is a formula. `_x0041_` would be read as A, so its first
 * stroke is escaped; so is the first letter of a word that every object of the writer's table of strings knows (constructor).
 */
export function xlsxText(text: string): string {
  const clean = cellText(text).replace(escapeLike, "_x005F_");
  if (!(clean in Object.prototype)) return clean;
  return `_x${clean.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_${clean.slice(1)}`;
}
