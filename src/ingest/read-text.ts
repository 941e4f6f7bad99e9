/**
 * Plain text and Markdown → a paper.
 *
 * Takes    the decoded text. Returns a paragraph a line; pipe tables and columns parted by tabs are kept as tables.
 * Leaves   our own form (front matter) as it stands: its body is not touched.
 */
import { parse as parseYaml } from "yaml";
import { stripControls } from "../lib/text.ts";
import { bodyOf, type Paper, type Piece, type Row, tableOf } from "./paper.ts";

const FRONT = /^---\n(?<head>[\s\S]*?)\n---\n(?<body>[\s\S]*)$/u;
/** What makes front matter ours, and not that of a blog. */
const OURS = ["id", "title", "unit", "kind"];

/** Reads a text file. */
export function readText(text: string): Paper {
  return { kind: "paper", body: bodyOf(piecesOf(linesOf(text))), losses: [] };
}

/** Reads a Markdown file: ours, or anybody's. */
export function readMarkdown(text: string): Paper {
  const lines = linesOf(text).join("\n").trimStart();
  const parts = FRONT.exec(lines)?.groups;
  const front = parts === undefined ? undefined : fields(parts.head ?? "");
  if (parts === undefined || front === undefined) {
    return { kind: "paper", body: bodyOf(piecesOf(lines.split("\n").map(plain))), losses: [] };
  }
  const body = (parts.body ?? "").trim();
  if (OURS.every((name) => Object.hasOwn(front, name))) return { kind: "paper", body, front, losses: [] };
  return {
    kind: "paper",
    body: bodyOf(piecesOf(body.split("\n").map(plain))),
    ...(typeof front.title === "string" ? { title: front.title } : {}),
    losses: [{ kind: "foreign-front", count: 1 }],
  };
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|[\r\n\f\v\u0085\u2028\u2029]/u).map((line) => stripControls(line).trimEnd());
}

function fields(head: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = parseYaml(head);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}

/** A line without its Markdown: heading marks, quote marks, and bold around whole words (20**年 is a masked figure). */
function plain(line: string): string {
  return line
    .trim()
    .replace(/^(?:#{1,6}|>+|[*+-])\s+/u, "")
    .replaceAll(/(?<![\d*])\*\*(?=[^\s*])([^*]*[^\s*])\*\*(?![*\d])/gu, "$1");
}

function piecesOf(lines: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < lines.length; ) {
    const piped = run(lines, at, cellsOfPipes);
    const tabbed = piped.length > 1 ? [] : run(lines, at, cellsOfTabs);
    const rows = piped.length > 1 ? piped : tabbed;
    if (rows.length > 1) pieces.push(...tableOf(rows.filter((row) => !isRule(row))));
    else pieces.push({ kind: "text", text: (lines[at] ?? "").replaceAll("\t", " ") });
    at += rows.length > 1 ? rows.length : 1;
  }
  return pieces;
}

/** The rows from a line on that have the same number of cells. */
function run(lines: readonly string[], from: number, cellsOf: (line: string) => Row | undefined): readonly Row[] {
  const rows: Row[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const row = cellsOf(lines[at] ?? "");
    if (row === undefined || row.length !== (rows[0] ?? row).length) break;
    rows.push(row);
  }
  return rows;
}

function cellsOfPipes(line: string): Row | undefined {
  const inner = /^\s*\|(.*)\|\s*$/u.exec(line)?.[1];
  return inner?.split("|").map((cell) => cell.trim());
}

/** Three columns or more: two are more often a label and its text, or a title and its page. */
function cellsOfTabs(line: string): Row | undefined {
  const cells = line.split("\t").map((cell) => cell.trim());
  return cells.length > 2 ? cells : undefined;
}

function isRule(row: Row): boolean {
  return row.every((cell) => /^:?-+:?$/u.test(cell));
}
