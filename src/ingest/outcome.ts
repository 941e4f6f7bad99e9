/**
 * What became of one file.
 */
import type { PolicyDocument } from "../policy/document.ts";
import type { Description } from "./describe.ts";
import type { Formed } from "./form.ts";
import type { Likeness } from "./likeness.ts";
import type { Loss } from "./paper.ts";
import type { Refused } from "./refusal.ts";

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
}

export type Outcome = Written | { readonly kind: "unchanged"; readonly document: PolicyDocument } | Refused;
