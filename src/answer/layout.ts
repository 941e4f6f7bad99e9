/**
 * How a reply is laid out in Markdown: the answer, a small table, notes, then the sources word for word.
 *
 * Takes    sentences, lines and sources. Returns Markdown. `plain` takes the marks out of what came from outside.
 * Leaves   which sentences to compose.ts and moves/, requests to card.ts, clauses to select.ts, drawing to the channels.
 */
import { isRealDate, weekday } from "../lib/dates.ts";
import type { Source } from "../policy/source.ts";
import type { Line, Table } from "../rules/rule.ts";
import { said, spellDay } from "./wording/replies.ts";

/** Paragraphs with a blank line between; empty ones fall out. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== "").join("\n\n");

/** A text that came from outside, so that no mark in it is drawn: Markdown, HTML, mentions and table bars are made plain. */
export function plain(text: string): string {
  return text
    .replace(/[\r\n]+/g, " ")
    .replace(/<!|<@|<#/g, "")
    .replace(/[<>]/g, (mark) => (mark === "<" ? "〈" : "〉"))
    .replace(/@(?=everyone|here|channel|all|所有人|全体)/gi, "＠")
    .replace(/[\\`*_|[\]#~]/g, "\\$&");
}

/** Sources as quotes, each clause once; a document's title stands behind its words. */
export function sourceBlock(sources: readonly Source[]): string {
  const shown = distinct(sources);
  if (shown.length === 0) return "";
  const blocks = shown.map(
    ({ title, clause, quote }) => `> ${quote.replaceAll("\n", "\n> ")}\n>\n> ——《${title}》${clause}`,
  );
  return paragraphs(said.sourceHeading, ...blocks);
}

/** The same words of the same clause count once; words within longer ones of the same clause too. */
export function distinct(sources: readonly Source[]): readonly Source[] {
  return sources.filter(
    (source, at) =>
      !sources.some(
        (other, place) =>
          other.doc === source.doc &&
          other.clause === source.clause &&
          place !== at &&
          (other.quote === source.quote ? place < at : other.quote.includes(source.quote)),
      ),
  );
}

/** Yuan without needless decimals and without thousands marks: 450, 12.5. */
export const yuan = (fen: number): string => String(fen / 100);

/** Worked lines as a table, with a total where there is more than one amount of money. */
export function lineTable(lines: readonly Line[], totalFen?: number): string {
  if (lines.length === 0) return "";
  const money = lines.some((line) => line.fen !== undefined);
  const rows = lines.map((line) => {
    const amount = line.fen === undefined ? `${line.count ?? 0}${line.unit}` : `${yuan(line.fen)}元`;
    return `| ${line.label} | ${amount} | ${line.formula} |`;
  });
  const total =
    money && totalFen !== undefined && lines.length > 1 ? [`| **${said.total}** | **${yuan(totalFen)}元** | |`] : [];
  return [money ? said.columns : said.counts, "| --- | --- | --- |", ...rows, ...total].join("\n");
}

/** Rows as a table that can be copied out; what a person typed is made plain, a date stands in full, a gap as a dash. */
export function rowTable({ columns, rows }: Table): string {
  const cell = (text: string): string =>
    isRealDate(text) ? spellDay(text, weekday(text)) : text === "" ? said.gap : plain(text);
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [row(columns), row(columns.map(() => "---")), ...rows.map((cells) => row(cells.map(cell)))].join("\n");
}

/** A short list; one item stands as a sentence. */
export const bullets = (heading: string, items: readonly string[]): string =>
  items.length === 0 ? "" : `**${heading}**\n${items.map((item) => `- ${item}`).join("\n")}`;

/** Steps in their order. */
export const numbered = (items: readonly string[]): string => items.map((item, at) => `${at + 1}. ${item}`).join("\n");
