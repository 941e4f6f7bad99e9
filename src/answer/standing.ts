/**
 * What a document is to the asker (效力): another unit's, an opinion, a speech are said to be so before they are quoted.
 *
 * Takes    the document, and whether the asker expects it (it is of the own unit, or was named).
 * Returns  the line that stands before the answer; nothing for a regulation of one's own.
 */
import type { PolicyDocument } from "../policy/document.ts";
import { said } from "./wording/replies.ts";

/** The line before an answer that does not bind the asker as a regulation does. */
export function standing({ title, issuer, issued, kind }: PolicyDocument, expected: boolean): string | undefined {
  const name = said.documentName(title, issuer, issued?.slice(0, 4));
  if (!expected) return said.otherUnit(name, kind);
  return kind === "regulation" ? undefined : said.notRegulation[kind](name);
}

/** Is it a regulation of another office? Then only the pointer is given: on the asker's own office the documents are silent. */
export const bindsOthers = ({ kind }: PolicyDocument, expected: boolean): boolean => !expected && kind === "regulation";
