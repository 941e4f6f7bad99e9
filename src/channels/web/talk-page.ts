/**
 * The page of the dialogue: what was said, the box to type in, and beside it the place where a cited clause opens.
 *
 * Takes    the exchanges so far, and the panel of notices. Returns the page's content.
 * Why      a plain form is there without JavaScript; htmx adds the new exchange instead of loading the page anew. The
 *          notices stand under the last reply, where whoever talks is looking.
 */
import { html } from "hono/html";
import { longestText } from "../incoming.ts";
import { exchangeView } from "./exchange-view.ts";
import type { Markup } from "./layout.ts";
import type { Exchange } from "./talks.ts";
import { suggestions } from "./web-labels.ts";

export function talkPage(exchanges: readonly Exchange[], notices: Markup): Markup {
  return html`<div class="desk">
<div class="talk-column">
<h1 class="unseen">对话</h1>
<div id="talk" role="log" aria-live="polite" aria-label="对话内容">${
    exchanges.length === 0 ? welcome() : exchanges.map(exchangeView)
  }</div>
${notices}
<form id="composer" class="composer" method="post" action="/turns" hx-post="/turns" hx-target="#talk" hx-swap="beforeend" hx-disable="find button">
<label for="text" class="unseen">输入问题或申请</label>
<textarea id="text" name="text" rows="2" maxlength="${longestText}" placeholder="问制度、算标准、报申请……" autocomplete="off" autofocus></textarea>
<input type="hidden" name="back" value="talk">
<button class="main">发送</button>
<p class="hint"><span class="keys">回车发送，Shift + 回车换行</span> <span id="state" role="status"></span></p>
</form>
<form class="anew" method="post" action="/talk/new"><button class="link">开始新对话</button></form>
</div>
<aside id="reader" aria-label="条款原文" aria-live="polite"></aside>
</div>`;
}

function welcome(): Markup {
  return html`<section class="welcome">
<p class="lead">问本单位的制度，得到原文和条款号；算补助、假期和接待标准，附依据和算式；请假、出差、接待等申请，一步步填好再提交。</p>
<ul>${suggestions.map(
    (text) => html`<li><form method="post" action="/turns" hx-post="/turns" hx-target="#talk" hx-swap="innerHTML"><input
 type="hidden" name="back" value="talk"><button name="text" value="${text}">${text}</button></form></li>`,
  )}</ul>
</section>`;
}
