/**
 * What comes in from outside, checked the same way in every channel of ours.
 *
 * Takes    text as it was typed or sent, and shapes of fields that several channels read.
 * Returns  clean text (no terminal escapes, no control or invisible characters), or that there is too much of it.
 * Leaves   meaning to the assistant: an empty message is a message too, and gets its answer there.
 */

import { z } from "zod";
import { longestText } from "../answer/reply.ts";
import { stripControls } from "../lib/text.ts";

/** More than any message a person types; a regulation to read in goes through `ingest`. */
export { longestText };

export type Incoming = { readonly kind: "text"; readonly text: string } | { readonly kind: "too-long" };

/** A message's text, made harmless; line ends become "\n". */
export function readText(raw: string): Incoming {
  if (raw.length > longestText) return { kind: "too-long" };
  const text = stripControls(raw.toWellFormed()).replace(/\r\n?/gu, "\n");
  return { kind: "text", text: text.trim() };
}

/** An instant with its offset, with or without seconds: the clock of a turn. */
export const instant = z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })]);
