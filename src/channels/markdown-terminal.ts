/**
 * A reply's Markdown as text for a terminal.
 *
 * Takes    Markdown, and whether colours may be used.
 * Returns  lines: bold, aligned tables (East Asian width), quotations behind a bar, dimmed. Without colours it is plain text.
 * Why      escape sequences in the text itself are dropped first: a reply may repeat what somebody typed.
 */
import { styleText } from "node:util";
import type { Token, Tokens } from "marked";
import { stripControls } from "../lib/text.ts";
import { displayWidth, padTo } from "./display-width.ts";
import { markdownTokens } from "./markdown.ts";

export interface Look {
  readonly colours: boolean;
}

type Style = "bold" | "dim" | "underline" | "cyan";
type Paint = (style: Style, text: string) => string;

/** Draws with the styles of a terminal, or not at all. */
export function painter({ colours }: Look): Paint {
  return (style, text) => (colours && text !== "" ? styleText(style, text, { validateStream: false }) : text);
}

/** The text that a terminal shows for a reply; no line end at its end. */
export function terminalText(markdown: string, look: Look): string {
  const text = stripControls(markdown);
  const tokens = markdownTokens(text);
  return tokens === undefined ? text : blocks(tokens, painter(look)).join("\n").trimEnd();
}

/** One entry a line. An empty line parts blocks, not the entries of a list. */
function blocks(tokens: readonly Token[], paint: Paint): readonly string[] {
  const shown = tokens.filter((token) => token.type !== "space");
  return shown.flatMap((token, index) => [...(index > 0 ? [""] : []), ...block(token, paint)]);
}

function block(token: Token, paint: Paint): readonly string[] {
  if (isHeading(token)) return [paint("bold", inline(token.tokens, paint))];
  if (isList(token)) return token.items.flatMap((item, index) => listItem(token, item, index, paint));
  if (isTable(token)) return table(token, paint);
  if (isQuotation(token)) return blocks(token.tokens, plain).map((line) => paint("dim", `│ ${line}`.trimEnd()));
  if (token.type === "hr") return [paint("dim", "────────")];
  if (token.type === "code") return token.raw.trimEnd().split("\n");
  if ("tokens" in token && token.tokens) return inline(token.tokens, paint).split("\n");
  return token.raw.trimEnd().split("\n");
}

const plain: Paint = (_style, text) => text;

const isHeading = (token: Token): token is Tokens.Heading => token.type === "heading";
const isList = (token: Token): token is Tokens.List => token.type === "list";
const isTable = (token: Token): token is Tokens.Table => token.type === "table";
const isQuotation = (token: Token): token is Tokens.Blockquote => token.type === "blockquote";
const isLink = (token: Token): token is Tokens.Link => token.type === "link";

function listItem(list: Tokens.List, item: Tokens.ListItem, index: number, paint: Paint): readonly string[] {
  const mark = list.ordered ? `${Number(list.start || 1) + index}. ` : "• ";
  const indent = " ".repeat(displayWidth(mark));
  const lines = item.tokens.filter((token) => token.type !== "space").flatMap((token) => block(token, paint));
  return lines.map((line, at) => (at === 0 ? mark : indent) + line);
}

function table({ header, rows }: Tokens.Table, paint: Paint): readonly string[] {
  const cells = [header, ...rows].map((row) => row.map((cell) => inline(cell.tokens, plain)));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => displayWidth(row[column] ?? ""))));
  const line = (row: readonly string[]) => widths.map((width, column) => padTo(row[column] ?? "", width)).join("  ");
  const [head = [], ...body] = cells;
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [paint("bold", line(head).trimEnd()), paint("dim", rule), ...body.map((row) => line(row).trimEnd())];
}

function inline(tokens: readonly Token[], paint: Paint): string {
  return tokens.map((token) => inlineOne(token, paint)).join("");
}

function inlineOne(token: Token, paint: Paint): string {
  if (token.type === "br") return "\n";
  if (token.type === "strong") return paint("bold", inline(token.tokens ?? [], plain));
  if (token.type === "codespan") return paint("cyan", token.text);
  if (isLink(token)) {
    const words = inline(token.tokens, plain);
    return /^https:/u.test(token.href) && words !== token.href ? `${paint("underline", words)} (${token.href})` : words;
  }
  if ("tokens" in token && token.tokens) return inline(token.tokens, paint);
  return "text" in token && typeof token.text === "string" ? token.text : token.raw;
}
