/**
 * A document (文件): the text as issued, with what is known about it and about the damage of our copy.
 *
 * Takes    a file of data/documents: front matter in YAML, then the body, a paragraph a line.
 * Returns  the document, or a DataError that names the file, the place and the cure.
 * Leaves   clauses to split.ts.
 */
import { basename } from "node:path";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import { DataError } from "../errors.ts";
import { type Block, readBlocks } from "./block.ts";

const day = z.iso.date().nullable();

const FrontMatter = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u, "small letters, digits and hyphens only"),
  title: z.string().min(1),
  /** Whose rule it is; "general" for a speech that binds no unit of ours. */
  unit: z.string().min(1),
  issuer: z.string().nullable(),
  /** The document's own number (文号). */
  number: z.string().nullable(),
  issued: day,
  effective: day,
  kind: z.enum(["regulation", "opinion", "speech"]),
  language: z.enum(["zh-Hans", "zh-Hant"]),
  from: z.string().min(1),
  /** "sections" where the copy lost its section numbers, so that every unlabelled paragraph stands for a section. */
  unlabelled: z.enum(["text", "sections"]).default("text"),
  /** Paragraphs whose place their label does not tell: the address they belong to → their first words. */
  places: z.record(z.string(), z.string().min(2)).default({}),
  /** Only in superseded/: written there by ingest when the version leaves. */
  superseded: z
    .strictObject({ on: z.iso.date(), by: z.strictObject({ title: z.string(), issued: day }).nullable() })
    .optional(),
  notes: z.array(z.strictObject({ clause: z.string().optional(), note: z.string().min(1) })).default([]),
});

/** Since when a version is in force no more, and what took its place: null for a document that was removed. */
export type Superseded = NonNullable<z.output<typeof FrontMatter>["superseded"]>;

export type PolicyDocument = Readonly<z.output<typeof FrontMatter>> & {
  readonly file: string;
  readonly body: readonly Block[];
};

/** Reads one file's text; `file` is for the error, and its name must be the id. */
export function readDocument(text: string, file: string): PolicyDocument {
  const parts = /^---\n(?<head>[\s\S]*?)\n---\n(?<body>[\s\S]*)$/u.exec(text.replaceAll("\r\n", "\n"))?.groups;
  if (parts === undefined) {
    throw new DataError(file, "line 1", "no front matter: begin with a line ---, the fields in YAML, and a line ---");
  }
  const checked = FrontMatter.safeParse(yaml(parts.head ?? "", file));
  if (!checked.success) {
    const places = checked.error.issues.map((issue) => issue.path.join(".") || "front matter");
    const problems = checked.error.issues.map((issue, index) => `${places[index]}: ${issue.message}`);
    throw new DataError(file, places.join(", "), `correct the front matter: ${problems.join("; ")}`, checked.error);
  }
  const { id, superseded } = checked.data;
  if (superseded !== undefined && !basename(file).startsWith(`${id}@`)) {
    throw new DataError(file, "superseded", `this version is in force no more: it belongs in superseded/${id}@….md`);
  }
  if (superseded === undefined && basename(file) !== `${id}.md`) {
    throw new DataError(file, "id", `the id is ${id}: name the file ${id}.md, or correct the id`);
  }
  const body = readBlocks(parts.body ?? "");
  if (body.length === 0) throw new DataError(file, "body", "no text: put the document below the front matter");
  return { ...checked.data, file, body };
}

function yaml(head: string, file: string): unknown {
  try {
    return parseYaml(head);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DataError(file, "front matter", `not readable as YAML: ${reason}`, cause);
  }
}
