/**
 * The pages of documents: the list, and one document with the cited clause marked.
 *
 * Takes    documents of the library; a version with the clause to mark, and what was not found.
 * Returns  the page's content; every paragraph stands in the document's own words, every clause has its address as id.
 * Leaves   splitting to policy/.
 */
import { html } from "hono/html";
import type { Opened } from "../../policy/citation.ts";
import type { PolicyDocument } from "../../policy/document.ts";
import type { Clause } from "../../policy/library.ts";
import type { Markup } from "./layout.ts";
import { documentKinds, formerLabels, lostLabels } from "./web-labels.ts";

type Block = PolicyDocument["body"][number];

export function documentsPage(documents: readonly PolicyDocument[]): Markup {
  const kinds = Object.keys(documentKinds);
  const ranked = documents.toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
  return html`<div class="sheet"><h1>文件</h1><ul class="documents">${ranked.map(
    (one) =>
      html`<li><a href="/documents/${one.id}" lang="${one.language}">${one.title}</a><p class="meta">${about(one)}</p></li>`,
  )}</ul></div>`;
}

/** One version of a document, for a page of its own or the panel beside the talk; one that is in force no more says so first. */
export function documentView({ document, clauses, cited, lost, present }: Opened): Markup {
  const starting = Map.groupBy(clauses, (clause) => clause.first);
  const isCited = (index: number) => !!cited && index >= cited.first && index < cited.end;
  const pieces = runs(document.body).map(({ first, blocks }) => {
    const anchors = (index: number) =>
      (starting.get(index) ?? []).map((clause) => html`<a id="${clause.address}"></a>`);
    if (blocks[0]?.kind === "text") {
      return html`<p class="${levelOf(starting.get(first)?.at(-1))}${isCited(first) ? " cited" : ""}">${anchors(first)}${blocks[0].text}</p>`;
    }
    return table(blocks, first, anchors, isCited);
  });
  return html`<article class="document" lang="${document.language}">
${former(document, present)}<header><h1>${document.title}</h1><p class="meta">${about(document)}</p>
${cited ? html`<p class="where">所引条款：<a href="#${encodeURIComponent(cited.address)}">${cited.address}</a></p>` : ""}
${lost === undefined ? "" : html`<p class="where">${lostLabels[lost]}</p>`}
${notes(document)}</header>
<div class="body">${pieces}</div>
</article>`;
}

/** The mark of a version that is in force no more, with the way to the one that is. */
function former({ id, superseded }: PolicyDocument, present: boolean): Markup | "" {
  if (superseded === undefined) return "";
  const { on, by } = superseded;
  const words = by === null ? formerLabels.removed(on) : formerLabels.replaced(on, by.title, by.issued);
  const link = present ? html` <a href="/documents/${id}">${formerLabels.present}</a>` : "";
  return html`<p class="former" role="note"><strong>${words.mark}</strong> ${words.since}${link}</p>`;
}

function about({ issuer, number, issued, kind }: PolicyDocument): string {
  return [documentKinds[kind], issuer, number, issued].filter((part) => part !== null).join(" · ");
}

function notes({ notes, from }: PolicyDocument): Markup {
  return html`<details class="notes"><summary>关于这份文本</summary><p>来源：${from}</p>
<ul>${notes.map(({ clause, note }) => html`<li>${clause === undefined ? "" : `${clause}:`}${note}</li>`)}</ul></details>`;
}

interface Run {
  readonly first: number;
  readonly blocks: readonly Block[];
}

/** A paragraph by itself, or all lines of a table. */
function runs(body: readonly Block[]): readonly Run[] {
  const found: { first: number; blocks: Block[] }[] = [];
  body.forEach((block, index) => {
    const last = found.at(-1);
    const before = last?.blocks.at(-1);
    const isBelow = block.kind !== "text" && before !== undefined && before.kind !== "text";
    if (last && isBelow && !(block.kind === "table-head" && before.kind === "table-row")) last.blocks.push(block);
    else found.push({ first: index, blocks: [block] });
  });
  return found;
}

type Anchors = (index: number) => readonly Markup[];

function table(blocks: readonly Block[], first: number, anchors: Anchors, isCited: (index: number) => boolean): Markup {
  const columns = blocks.flatMap((block) => (block.kind === "table-row" ? [block.columns] : []))[0] ?? [];
  const rows = blocks.map((block, offset) => {
    const index = first + offset;
    if (block.kind !== "table-row") return "";
    const cells = block.text.split(" | ");
    const span = columns.length - cells.length + 1;
    const last = cells.length - 1;
    return html`<tr class="${isCited(index) ? "cited" : ""}">${cells.map(
      (cell, at) =>
        html`<td colspan="${at === last && span > 1 ? span : 1}">${at === 0 ? anchors(index) : ""}${cell}</td>`,
    )}</tr>`;
  });
  return html`<div class="wide">${anchors(first)}<table><thead><tr>${columns.map(
    (name) => html`<th scope="col">${name}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Headings of the first two levels stand out; the text is the document's own, so the page makes no headings of it. */
function levelOf(clause: Clause | undefined): string {
  if (clause === undefined) return "";
  if (clause.parent === null) return "top-level";
  return clause.kind === "heading" ? "heading" : "labelled";
}
