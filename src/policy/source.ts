/**
 * A source (出处): the words of a document that a reply or a figure stands on.
 * `clause` is the canonical address; `quote` has the document's own characters.
 */
import { z } from "zod";

export interface Source {
  readonly doc: string;
  readonly title: string;
  readonly clause: string;
  readonly quote: string;
  /** The quote no longer stands in the document: nothing may rest on it until somebody has confirmed it (出处已变,待核). */
  readonly moved?: true;
}

/** A source whose words are not in the document any more. */
export const movedSource = (
  { id, title }: { readonly id: string; readonly title: string },
  clause: string,
  quote: string,
): Source => ({ doc: id, title, clause, quote, moved: true });

/** A source as data files write it: the title is the document's, so it is not written twice. */
export const cited = z.strictObject({ doc: z.string(), clause: z.string(), quote: z.string().min(2) });
export type Cited = z.infer<typeof cited>;
