/**
 * A document at a glance: headings by level, clauses, tables, suspected damage. For the report of ingest and the console.
 */
import type { PolicyDocument } from "../policy/document.ts";
import { type LabelKind, readLabel } from "../policy/label.ts";
import type { Clause } from "../policy/library.ts";
import { type Damage, damageOf } from "./damage.ts";

export interface Description {
  /** How many clauses each kind of label opens, in the order in which the kinds first appear. */
  readonly labels: readonly { readonly kind: LabelKind; readonly count: number }[];
  readonly clauses: number;
  readonly tables: number;
  readonly tableRows: number;
  readonly characters: number;
  readonly damage: readonly Damage[];
}

/** Describes a document and its clauses. */
export function describeDocument(document: PolicyDocument, clauses: readonly Clause[]): Description {
  const rows = clauses.filter((clause) => clause.kind === "table-row");
  const kinds = clauses.flatMap((clause) => (clause.kind === "table-row" ? [] : (readLabel(clause.text)?.kind ?? [])));
  return {
    labels: [...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => ({ kind, count: all.length })),
    clauses: clauses.length - rows.length,
    tables: rows.filter((row) => row.address.endsWith("行1")).length,
    tableRows: rows.length,
    characters: document.body.reduce((sum, block) => sum + block.text.length, 0),
    damage: damageOf(document, clauses),
  };
}
