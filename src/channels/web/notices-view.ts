/**
 * The notices (通知) of whoever speaks, under the talk and over the list of requests: the new ones open, the earlier ones folded.
 *
 * Takes    what is new and what was told before. Returns a fragment; beside a reply for htmx it takes the former one's place.
 * Leaves   which they are to the assistant. A clause opens where those of replies open.
 */
import { html, raw } from "hono/html";
import type { Told } from "../../assistant.ts";
import { markdownHtml } from "../markdown-html.ts";
import { sourceLink } from "./exchange-view.ts";
import type { Markup } from "./layout.ts";
import { noticeLabels } from "./web-labels.ts";

export interface Notices {
  readonly fresh: readonly Told[];
  readonly before: readonly Told[];
}

/** The panel; empty, and out of sight, where there is nothing to tell. `beside` a reply it replaces the one on the page. */
export function noticesView({ fresh, before }: Notices, beside?: "beside"): Markup {
  const swap = beside === undefined ? "" : raw(' hx-swap-oob="true"');
  const count = fresh.length === 0 ? "" : html` <span class="badge">${fresh.length}</span>`;
  const news = fresh.length === 0 ? "" : html`<ul>${fresh.map(line)}</ul>`;
  const earlier =
    before.length === 0
      ? ""
      : html`<details><summary>${noticeLabels.before(before.length)}</summary><ul>${before.map(line)}</ul></details>`;
  return html`<section id="notices" class="notices" aria-labelledby="notices-head"${swap}${
    fresh.length + before.length === 0 ? raw(" hidden") : ""
  }>
<h2 id="notices-head">${noticeLabels.head}${count}</h2>
${news}${earlier}
</section>`;
}

function line({ text, citations, request }: Told): Markup {
  const card = request === undefined ? "" : html` <a href="/requests#${request}">${noticeLabels.card}</a>`;
  return html`<li><span class="words">${raw(markdownHtml(text))}</span>${card}${citations.map(sourceLink)}</li>`;
}
