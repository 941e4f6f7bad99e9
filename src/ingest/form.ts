/**
 * A paper → a file of data/documents: front matter and body.
 *
 * Takes    the paper, the name of its file, what the operator said, and the former version where one is replaced.
 * Returns  the file's text, and what was worked out rather than said, for the report.
 * Leaves   whether it loads to policy/.
 */
import { stringify } from "yaml";
import { cameFrom } from "../answer/wording/ingest.ts";
import { CLOSING, HEAD, PREAMBLE } from "../policy/address.ts";
import { type Block, readBlocks } from "../policy/block.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { readLabel } from "../policy/label.ts";
import { type GuessedKind, kindFor, languageOf } from "./identity.ts";
import type { Paper } from "./paper.ts";
import { type Head, readHead } from "./read-head.ts";

export interface Said {
  readonly unit?: string;
  readonly kind?: PolicyDocument["kind"];
  readonly title?: string;
}

export interface Formed {
  readonly text: string;
  readonly head: Head;
  /** The kind as the title tells it; undefined where it was said or stood in the file. */
  readonly guessed: GuessedKind | undefined;
  readonly unitSaid: boolean;
}

const DEFAULT_UNIT = "general";
const LEAST_WORDS = 8;

/** The file that a paper came in: its name, and the name without ending, the title of last resort. */
export interface Origin {
  readonly name: string;
  readonly stem: string;
}

/** Gives a paper our form. */
export function form(paper: Paper, id: string, origin: Origin, said: Said, former: PolicyDocument | undefined): Formed {
  const blocks = readBlocks(paper.body);
  const paragraphs = blocks.map((block) => (block.kind === "text" ? block.text : ""));
  const head = readHead(paragraphs);
  if (paper.front !== undefined) {
    const { unit, kind, title } = said;
    // A version that was superseded and is brought in again is in force again.
    const { superseded: _, ...own } = paper.front;
    const front = { ...own, ...(unit && { unit }), ...(kind && { kind }), ...(title && { title }), id };
    return { text: fileOf(front, paper.body), head, guessed: undefined, unitSaid: true };
  }
  const title = said.title ?? pageTitle(paper.title, paragraphs) ?? head.title ?? paper.title ?? origin.stem;
  const guessed = said.kind === undefined && former === undefined ? kindFor(title) : undefined;
  const unit = said.unit ?? former?.unit;
  const front = {
    id,
    title,
    unit: unit ?? DEFAULT_UNIT,
    issuer: head.issuer ?? former?.issuer ?? null,
    number: head.number,
    issued: head.issued,
    effective: head.effective,
    kind: said.kind ?? former?.kind ?? guessed?.kind,
    language: languageOf(paper.body),
    from: cameFrom(origin.name),
    ...placesOf(paragraphs, head),
  };
  // A table needs a line above it that leads in: where the text begins with one, that is the title.
  const body = blocks[0]?.kind === "text" ? paper.body : `${title}\n\n${paper.body}`;
  return { text: fileOf(front, body), head, guessed, unitSaid: unit !== undefined };
}

/** The text of a body as it is compared: what a reader sees, and nothing of its layout. */
export function wordsOf(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join("\n");
}

function fileOf(front: Readonly<Record<string, unknown>>, body: string): string {
  return `---\n${stringify(front, { lineWidth: 0 })}---\n\n${body}\n`;
}

/** A page's own title counts where it stands in the text; the name of the site behind a dash does not. */
function pageTitle(title: string | undefined, paragraphs: readonly string[]): string | undefined {
  const [own = ""] = (title ?? "").split(/[-_|–—]/u);
  return own.trim().length >= 4 && paragraphs.includes(own.trim()) ? own.trim() : undefined;
}

/** Which paragraphs are the head, the preamble and the signature: no label tells. */
function placesOf(paragraphs: readonly string[], { length, signature }: Head): Pick<Partial<PolicyDocument>, "places"> {
  const places: [string, string | undefined][] = [];
  if (length > 0) {
    places.push([HEAD, beginning(paragraphs, 0)]);
    const next = paragraphs[length] ?? "";
    if (next !== "" && readLabel(next) === undefined) places.push([PREAMBLE, beginning(paragraphs, length)]);
  }
  for (let at = signature?.from ?? 1; signature !== undefined && at <= signature.to; at += 1) {
    const words = beginning(paragraphs, at);
    if (words === undefined) continue;
    places.push([CLOSING, words]);
    break;
  }
  const found = places.flatMap(([place, words]) => (words === undefined ? [] : [[place, words] as const]));
  return found.length === 0 ? {} : { places: Object.fromEntries(found) };
}

/** The first words of a paragraph, as many as no paragraph before it begins with. */
function beginning(paragraphs: readonly string[], at: number): string | undefined {
  const own = paragraphs[at] ?? "";
  for (let length = Math.min(LEAST_WORDS, own.length); length <= own.length; length += 1) {
    const words = own.slice(0, length).trimEnd();
    if (words.length >= 2 && !paragraphs.slice(0, at).some((line) => line.startsWith(words))) return words;
  }
  return undefined;
}
