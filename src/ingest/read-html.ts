/**
 * HTML → a paper.
 *
 * Takes    a page, or what mammoth made of a Word file.
 * Returns  a paragraph for each block of the page, tables as tables, the numbers that a browser gives to list items.
 * Leaves   which words of a page are the document: menus and footers stay in, the report shows the first lines.
 */
import { parse } from "parse5";
import { stripControls } from "../lib/text.ts";
import { readTable } from "./html-table.ts";
import { attribute, type Element, elementsOf, type Node, walk } from "./html-walk.ts";
import { bodyOf, type Paper, type Piece } from "./paper.ts";

const SILENT = new Set(["script", "style", "template", "noscript", "head", "svg", "iframe", "object"]);
const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark q ruby s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

/** The encoding that a page declares for itself. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(start)?.[1];
}

/** Reads a page. */
export function readHtml(page: string): Paper {
  const { childNodes } = parse(page);
  const title = elementsOf(childNodes, "title").map((element) => textOf(element.childNodes))[0] ?? "";
  const images = elementsOf(childNodes, "img").length;
  return {
    kind: "paper",
    body: bodyOf(piecesOf(childNodes)),
    ...(title === "" ? {} : { title }),
    losses: images === 0 ? [] : [{ kind: "images", count: images }],
  };
}

function piecesOf(nodes: readonly Node[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const lists: number[] = [];
  let preformatted = 0;
  let mark = "";
  let words = "";
  const close = () => {
    for (const line of words.split("\n").map(tidy)) {
      if (line === "") continue;
      pieces.push({ kind: "text", text: mark + line });
      mark = "";
    }
    words = "";
  };
  const isTaken = (element: Element): boolean => {
    if (SILENT.has(element.tagName)) return true;
    const table = element.tagName === "table" ? readTable(element, (cell) => textOf(cell.childNodes)) : undefined;
    if (table === undefined) return false;
    close();
    pieces.push(...table);
    return true;
  };
  for (const step of walk(nodes, isTaken)) {
    if (step.kind === "text") {
      words += preformatted > 0 ? step.text : inOneLine(step.text);
      continue;
    }
    const { tagName } = step.element;
    const opens = step.kind === "open";
    if (INLINE.has(tagName)) continue;
    close();
    if (tagName === "pre") preformatted += opens ? 1 : -1;
    if ((tagName === "ol" || tagName === "ul") && opens) lists.push(firstNumber(step.element));
    else if (tagName === "ol" || tagName === "ul") lists.pop();
    const number = lists.at(-1);
    if (tagName !== "li" || number === undefined || Number.isNaN(number)) continue;
    mark = opens ? `${number}.` : "";
    if (opens) lists[lists.length - 1] = number + 1;
  }
  close();
  return pieces;
}

/** The number of a list's first item; NaN where the items have none. */
function firstNumber(list: Element): number {
  if (list.tagName === "ul") return Number.NaN;
  const start = Number.parseInt(attribute(list, "start") ?? "1", 10);
  return Number.isNaN(start) ? 1 : start;
}

/** The words of a cell or a title in one line. */
function textOf(nodes: readonly Node[]): string {
  let words = "";
  for (const step of walk(nodes, (element) => SILENT.has(element.tagName))) {
    if (step.kind === "text") words += inOneLine(step.text);
    else if (!INLINE.has(step.element.tagName)) words += " ";
  }
  return tidy(words).replaceAll(/ {2,}/gu, " ");
}

/** A line end of the page's source is a blank, and between two Chinese characters nothing. */
function inOneLine(text: string): string {
  return text.replaceAll(/(?<=\p{Script=Han})[ \t]*\r?\n\s*(?=\p{Script=Han})/gu, "").replaceAll(/[ \t\r\n]+/gu, " ");
}

function tidy(text: string): string {
  return stripControls(text).replaceAll("\u00a0", " ").trim();
}
