/**
 * The page of requests: what waits for me, and what is mine, each with its fields and its chain of approvals.
 *
 * Takes    both lists as they stand, who is looking, and the reply to what was just done here.
 * Returns  the page's content. The buttons name the version that was shown: a request that moved on since is not decided.
 */
import { html } from "hono/html";
import {
  changeOf,
  closable,
  decidedFor,
  fieldRows,
  marksOf,
  standing,
  stepStanding,
  waitingFor,
  withdrawable,
} from "../../answer/card.ts";
import { changeWords, closingWords } from "../../answer/wording/changes.ts";
import { deputyWords } from "../../answer/wording/deputies.ts";
import { typeName } from "../../answer/wording/replies.ts";
import type { OfficeRequest, Reply } from "../../assistant.ts";
import { momentOf } from "../../lib/dates.ts";
import { type Speaker, speakerOf } from "../speaker.ts";
import { actionForm, citationAddress, replyView, sayingForm } from "./exchange-view.ts";
import type { Markup } from "./layout.ts";
import { exportLabels, requestsLabels } from "./web-labels.ts";

export interface RequestsView {
  readonly waiting: readonly OfficeRequest[];
  readonly mine: readonly OfficeRequest[];
  readonly remarks?: ReadonlyMap<string, readonly string[]>;
  /** Who stands in today for the next step of one of mine, by its id. */
  readonly steads?: ReadonlyMap<string, string>;
  readonly speakers: readonly Speaker[];
  /** Who is looking: what waits for them in the stead of another says so. */
  readonly viewer: string;
  /** A trip may be closed once it has begun. */
  readonly today: string;
  readonly outcome: Reply | undefined;
  readonly notices: Markup;
  /** Has this request a paper to print? */
  readonly prints: (request: OfficeRequest) => boolean;
}

export function requestsPage(view: RequestsView): Markup {
  const { waiting, mine, remarks, steads, speakers, viewer, today, outcome, notices, prints } = view;
  const shown = (one: OfficeRequest, buttons: Markup | "") =>
    card(one, { speakers, stead: steads?.get(one.id) }, html`${buttons}${prints(one) ? printing(one) : ""}`);
  return html`<div class="sheet">
${outcome === undefined ? "" : html`<div role="status" class="outcome">${replyView(outcome)}</div>`}
<h1>申请</h1>
<p class="export-link"><a href="/exports">${exportLabels.link}</a></p>
${notices}
<section aria-labelledby="waiting"><h2 id="waiting">待我审批 <span class="count">${waiting.length}</span></h2>
${waiting.length > 1 ? html`<div class="actions">${sayingForm(requestsLabels.agreeToAll)}</div>` : ""}
${waiting.length === 0 ? html`<p class="none">现在没有等您审批的申请。</p>` : waiting.map((one) => shown(one, html`${lent(one, viewer, speakers)}${noticed(remarks?.get(one.id))}${decisions(one)}`))}
</section>
<section aria-labelledby="mine"><h2 id="mine">我的申请 <span class="count">${mine.length}</span></h2>
${mine.length === 0 ? html`<p class="none">您还没有提交过申请。在对话里说“我要请假”就可以开始。</p>` : mine.map((one) => shown(one, ownSteps(one, today)))}
</section>
</div>`;
}

/** What the log has to remark, for whoever decides. */
const noticed = (remarks: readonly string[] = []): Markup =>
  html`${remarks.map((remark) => html`<p class="remark">${remark}</p>`)}`;

interface Around {
  readonly speakers: readonly Speaker[];
  readonly stead: string | undefined;
}

function card(request: OfficeRequest, { speakers, stead = "" }: Around, below: Markup): Markup {
  const next = request.approvals.findIndex(({ status }) => status === "pending");
  const requester = speakerOf(speakers, request.requester)?.post ?? request.requester;
  return html`<article class="card" id="${request.id}">
<header><h3>${typeName[request.type]}</h3><span class="status" data-status="${request.status}">${standing(request)}</span></header>
<p class="meta">${request.id} · ${requester} · ${spelt(request.filedAt)}</p>
${marksOf(request).map((mark) => html`<p class="meta">${mark}</p>`)}
<dl class="fields">${fieldRows(request).map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
<ol class="chain" aria-label="审批流程">${request.approvals.map((step, at) => chainStep(step, `${stepStanding(request, at)}${at === next ? stead : ""}`, speakers))}</ol>
${below}
</article>`;
}

function chainStep(step: OfficeRequest["approvals"][number], state: string, speakers: readonly Speaker[]): Markup {
  const { role, status, by, at, reason, source } = step;
  const called = (id: string): string => speakerOf(speakers, id)?.post ?? id;
  const who = by === undefined ? "" : html`<span>${decidedFor(step, called) ?? called(by)}</span>`;
  const when = at === undefined ? "" : html` <time datetime="${at}">${spelt(at)}</time>`;
  const why = reason === undefined ? "" : html`<q>${reason}</q>`;
  const basis = source && html`<a href="${citationAddress(source)}" title="${source.quote}">${source.clause}</a>`;
  return html`<li data-status="${status}"><strong>${role}</strong> <em>${state}</em> ${who}${when} ${why} ${basis ?? ""}</li>`;
}

function decisions({ id, version }: OfficeRequest): Markup {
  return html`<div class="actions">
${actionForm("同意", { kind: "approve", request: id, version }, "requests")}
${actionForm("驳回", { kind: "reject", request: id, version, reason: "" }, "requests")}
${actionForm("退回修改", { kind: "return", request: id, version, reason: "" }, "requests")}
</div>`;
}

/** 代分管副局长: the step is another's, whom the viewer stands in for today. */
function lent(request: OfficeRequest, viewer: string, speakers: readonly Speaker[]): Markup | "" {
  const approver = waitingFor(request) ?? viewer;
  if (approver === viewer) return "";
  return html`<p class="meta">${deputyWords.standsFor(speakerOf(speakers, approver)?.post ?? approver)}</p>`;
}

/** What its requester may do with it now. A change is made in the dialogue: its button leads there. */
function ownSteps(request: OfficeRequest, today: string): Markup | "" {
  const { id, version, fields } = request;
  const change = changeOf(request);
  const isOver = closable(request) && String(fields.start) <= today;
  const steps = [
    ...(change === undefined
      ? []
      : [actionForm(changeLabels[change], { kind: "change", request: id, version }, "talk", "requests")]),
    ...(isOver ? [actionForm(closingWords.button, { kind: "close", request: id, version }, "talk", "requests")] : []),
    ...(withdrawable(request, today)
      ? [actionForm("撤回", { kind: "withdraw", request: id, version }, "requests")]
      : []),
  ];
  return steps.length === 0 ? "" : html`<div class="actions">${steps}</div>`;
}

const changeLabels = { returned: changeWords.button, amend: changeWords.amendButton };

/** Its paper opens in a tab of its own: who prints does not leave the list. */
function printing({ id }: OfficeRequest): Markup {
  return html`<p class="paper-link"><a href="/requests/${id}/paper" target="_blank" rel="noopener">打印</a></p>`;
}

/** An instant as people in Shanghai write it. */
function spelt(instant: string): string {
  const { date, time } = momentOf(instant);
  return `${date} ${time}`;
}
