/**
 * What became of one file.
 */
import type { PolicyDocument } from "../policy/document.ts";
import type { Description } from "./describe.ts";
import type { Formed } from "./form.ts";
import type { Likeness } from "./likeness.ts";
import type { Loss } from "./paper.ts";
import type { Refused } from "./refusal.ts";

/** A place of data/ that quotes words which the document does not hold any more. */
export interface MovedPlace {
  readonly where: string;
  readonly doc: string;
  readonly quote: string;
}

export interface Written extends Formed {
  readonly kind: "written";
  readonly document: PolicyDocument;
  readonly former: PolicyDocument | undefined;
  readonly description: Description;
  /** Other documents that say much the same. */
  readonly likely: readonly Likeness[];
  readonly losses: readonly Loss[];
  /** Where the former version is kept. */
  readonly superseded: string | undefined;
  readonly moved: readonly MovedPlace[];
}

/** What became of a document that was to leave. */
export type Removal =
  | {
      readonly kind: "removed";
      readonly document: PolicyDocument;
      /** Where its text is kept; undefined in a dry run. */
      readonly superseded: string | undefined;
      readonly moved: readonly MovedPlace[];
    }
  | Refused;

export type Outcome = Written | { readonly kind: "unchanged"; readonly document: PolicyDocument } | Refused;
