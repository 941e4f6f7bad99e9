/**
 * An exchange (来话与答复) as HTML: what was asked, the reply, its sources as links, its buttons as forms.
 *
 * Takes    an exchange. Returns a fragment, for the page and for htmx alike.
 * Leaves   Markdown to markdown-html.ts; the meaning of a button to the assistant, to whom its action goes back.
 */
import { html, raw } from "hono/html";
import type { Action, Reply } from "../../assistant.ts";
import { imprint } from "../../lib/imprint.ts";
import type { Source } from "../../policy/source.ts";
import { kindLabel } from "../labels.ts";
import { markdownHtml } from "../markdown-html.ts";
import type { Markup } from "./layout.ts";
import type { Exchange } from "./talks.ts";

export function exchangeView({ asked, reply }: Exchange): Markup {
  return html`<section class="exchange">
<div class="asked"><h2 class="unseen">您</h2><p>${asked === "" ? "(空消息)" : asked}</p></div>
${replyView(reply)}
</section>`;
}

/** A reply by itself. */
export function replyView(reply: Reply): Markup {
  return html`<article class="reply" data-kind="${reply.kind}">
<h2 class="kind">${kindLabel(reply)}</h2>
<div class="words">${raw(markdownHtml(reply.text))}</div>
${sources(reply.citations)}
${buttons(reply)}
</article>`;
}

/** A problem of the console's own, in the shape of a reply. */
export function problemView(text: string): Markup {
  return replyView({ kind: "error", text, citations: [] });
}

/** Where a citation is shown: the fragment scrolls to the clause, the query marks it and tells which words were quoted. */
export function citationAddress({ doc, clause, quote }: Pick<Source, "doc" | "clause" | "quote">): string {
  const address = encodeURIComponent(clause);
  return `/documents/${encodeURIComponent(doc)}?clause=${address}&words=${imprint(quote)}#${address}`;
}

function sources(citations: Reply["citations"]): Markup | "" {
  if (citations.length === 0) return "";
  const documents = [...new Map(citations.map((one) => [one.doc, one.title]))];
  const named = documents.length > 1;
  return html`<dl class="sources">${documents.map(([doc, title]) => {
    const clauses = new Map(citations.filter((one) => one.doc === doc).map((one) => [one.clause, one]));
    return html`<div><dt>打开原文${named ? html`《${title}》` : ""}</dt><dd>${[...clauses.values()].map(sourceLink)}</dd></div>`;
  })}</dl>`;
}

/** A clause to open beside the talk. */
export function sourceLink(source: Reply["citations"][number]): Markup {
  const { clause, quote } = source;
  const address = citationAddress(source);
  return html`<a href="${address}" title="${quote}" hx-get="${address}" hx-target="#reader" hx-swap="innerHTML">${clause}</a> `;
}

function buttons({ actions }: Reply): Markup | "" {
  if (actions === undefined || actions.length === 0) return "";
  return html`<div class="actions">${actions.map(({ label, action }) => actionForm(label, action, "talk"))}</div>`;
}

/**
 * A button that sends its action back; a rejection or a return without a reason asks for it first. In the dialogue its
 * reply comes in below.
 */
export function actionForm(
  label: string,
  action: Action,
  back: "talk" | "requests",
  place: "talk" | "requests" = back,
): Markup {
  const hidden = html`<input type="hidden" name="action" value="${JSON.stringify(action)}"><input
 type="hidden" name="text" value="${label}"><input type="hidden" name="back" value="${back}">`;
  const live =
    place === "talk" ? html` hx-post="/turns" hx-target="#talk" hx-swap="beforeend" hx-disable="find button"` : "";
  if ((action.kind === "reject" || action.kind === "return") && action.reason === "") {
    return html`<details class="reason"><summary>${label}</summary><form method="post" action="/turns"${live}>${hidden}<label
>原因 <input name="reason" required maxlength="500" autocomplete="off"></label><button class="warn">确定${label}</button></form></details>`;
  }
  // What is taken back from its card is asked once more, as it is in words.
  if (action.kind === "withdraw" && place === "requests") {
    return html`<details class="reason"><summary>${label}</summary><form method="post" action="/turns">${hidden}<button
 class="warn">确认${label}</button></form></details>`;
  }
  return html`<form method="post" action="/turns"${live}>${hidden}<button class="${tone(action)}">${label}</button></form>`;
}

/** A button that says what a person might have typed; its reply is read in the dialogue. */
export const sayingForm = (text: string): Markup =>
  html`<form method="post" action="/turns"><input type="hidden" name="text" value="${text}"><input type="hidden" name="back" value="talk"><button class="quiet">${text}</button></form>`;

function tone(action: Action): string {
  if (action.kind === "confirm" || action.kind === "approve" || action.kind === "approve-all") return "main";
  if (action.kind === "helpful") return "quiet small";
  return action.kind === "reject" ? "warn" : "quiet";
}
