/**
 * A paper as an HTML page to print: A4, no script, complete in itself or with the console's style sheet.
 *
 * Takes    a paper; what a channel puts above it on the screen.
 * Returns  the page. Every value passes the `html` tag, which escapes it.
 */
import { readFileSync } from "node:fs";
import { html, raw } from "hono/html";
import { type Cell, columns, gridOf, type Line } from "./grid.ts";
import type { Paper } from "./paper.ts";

type Markup = ReturnType<typeof html>;

/** The style sheet of every paper. */
export const paperStyle = readFileSync(new URL("paper.css", import.meta.url), "utf8");

export interface Frame {
  /** Where style sheet and icon are, for a page that may not hold its own. */
  readonly style: string;
  readonly icon: string;
  /** Shown over the paper on a screen, and not printed. */
  readonly toolbar: Markup;
}

export function paperPage(paper: Paper, frame?: Frame): Markup {
  const { heading, status, standing, head, notes } = paper;
  const style =
    frame === undefined
      ? html`<style>${raw(paperStyle)}</style>`
      : html`<link rel="stylesheet" href="${frame.style}"><link rel="icon" href="${frame.icon}">`;
  return html`<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading} ${paper.number}</title>
${style}
</head>
<body>
${frame === undefined ? "" : html`<div class="toolbar">${frame.toolbar}</div>`}
<main class="paper">
<p class="standing" data-status="${status}">${standing}</p>
<h1>${heading}</h1>
<p class="head">${head.map((part) => html`<span>${part}</span>`)}</p>
<table><colgroup><col span="${columns}"></colgroup><tbody>
${gridOf(paper).map(row)}
</tbody></table>
<div class="notes">${notes.map((note) => html`<p>${note}</p>`)}</div>
</main>
</body>
</html>
`;
}

const row = ({ height, cells }: Line): Markup => html`<tr class="${height}">${cells.map(cell)}</tr>
`;

function cell({ kind, span, text, signing }: Cell): Markup {
  if (kind !== "box") return html`<td class="${kind}" colspan="${span}">${text}</td>`;
  const sign =
    signing === undefined
      ? ""
      : html`<div class="signing${signing.wide ? " wide" : ""}"><span>${signing.name}</span><span>${signing.day}</span></div>`;
  return html`<td class="box" colspan="${span}"><div class="inside"><div>${text}</div>${sign}</div></td>`;
}
