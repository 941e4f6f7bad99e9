/**
 * What the paper of each type of request looks like (data/papers/<unit>.json): heading, rows, blanks, attachments.
 *
 * Takes    the folder and the library; what is said to be the document's words (a heading, an attachment) is held against
 *          its quote, and a quote that no longer stands marks its source as moved.
 * Returns  the template of a unit's type. A type without one has no paper.
 * Leaves   filling it in to paper.ts.
 */
import { z } from "zod";
import { DataError } from "../errors.ts";
import { jsonFilesIn } from "../lib/json-files.ts";
import { readJson } from "../lib/read-json.ts";
import type { Library } from "../policy/library.ts";
import { type Cited, cited, type Source } from "../policy/source.ts";
import { type RequestType, requestTypes } from "../requests/request.ts";
import { problemOf } from "../rules/condition.ts";
import { slotNames } from "../rules/slots.ts";

const when = z.partialRecord(z.enum(slotNames), z.union([z.string(), z.number(), z.boolean()])).default({});
const label = z.string().min(2);
const written = z.strictObject({
  heading: z.string().min(2),
  /** Whose words the heading is: the document's, or ours, which the paper then says. */
  words: z.enum(["document", "ours"]),
  source: cited,
  /** Slots, one or two a line, in the order of the paper. */
  rows: z.array(z.array(z.enum(slotNames)).min(1).max(2)).min(1),
  /** Has a table of what is claimed, line by line. */
  lines: z.boolean().default(false),
  /** What the clause wants written or signed by hand, beside the chain of approvals: before it, or after it. */
  blanks: z.array(
    z.discriminatedUnion("fill", [
      z.strictObject({ fill: z.literal("write"), label, when, source: cited }),
      z.strictObject({ fill: z.literal("sign"), at: z.enum(["before", "after"]), label, when, source: cited }),
    ]),
  ),
  attachments: z.array(z.strictObject({ items: z.array(label).min(1), when, source: cited })).default([]),
});
const file = z.partialRecord(z.enum(requestTypes), written);

type Written = z.output<typeof written>;
type Sourced<Part> = Part extends unknown ? Omit<Part, "source"> & { readonly source: Source } : never;
export type Blank = Sourced<Written["blanks"][number]>;
export interface Template extends Omit<Written, "source" | "blanks" | "attachments"> {
  readonly unit: string;
  readonly type: string;
  readonly source: Source;
  readonly blanks: readonly Blank[];
  readonly attachments: readonly Sourced<Written["attachments"][number]>[];
}

/** Every source a template stands on. */
export const sourcesOf = ({ source, blanks, attachments }: Template): readonly Source[] => [
  source,
  ...blanks.map((blank) => blank.source),
  ...attachments.map((attachment) => attachment.source),
];

export interface Templates {
  readonly of: (unit: string, type: RequestType) => Template | undefined;
  readonly all: readonly Template[];
}

/** Reads every unit's papers; throws DataError where a file is malformed or a word is not in its quote. */
export function openTemplates(directory: string, library: Library): Templates {
  const templates = new Map<string, Template>();
  for (const { path, name: unit } of jsonFilesIn(directory)) {
    for (const [type, row] of Object.entries(readJson(path, file)))
      templates.set(`${unit} ${type}`, templateOf(row, { path, unit, type, library }));
  }
  return { of: (unit, type) => templates.get(`${unit} ${type}`), all: [...templates.values()] };
}

interface Place {
  readonly path: string;
  readonly unit: string;
  readonly type: string;
  readonly library: Library;
}

function templateOf(row: Written, { path, unit, type, library }: Place): Template {
  const refuse = (problem: string) => new DataError(path, type, problem);
  const quote = ({ doc, clause, quote }: Cited): Source => library.cite(doc, clause, quote);
  const holding = (words: string, source: Source): void => {
    if (!source.quote.includes(words)) throw refuse(`its quote does not say ${words}: copy the words from the clause`);
  };
  const possible = (wanted: Written["blanks"][number]["when"]): void => {
    for (const slot of slotNames) {
      const problem = wanted[slot] === undefined ? undefined : problemOf(slot, wanted[slot]);
      if (problem !== undefined) throw refuse(problem);
    }
  };
  const source = quote(row.source);
  if (row.words === "document") holding(row.heading, source);
  for (const part of [...row.blanks, ...row.attachments]) possible(part.when);
  return {
    ...row,
    unit,
    type,
    source,
    blanks: row.blanks.map((blank) => ({ ...blank, source: quote(blank.source) })),
    attachments: row.attachments.map((attachment) => {
      const own = quote(attachment.source);
      for (const item of attachment.items) holding(item, own);
      return { ...attachment, source: own };
    }),
  };
}
