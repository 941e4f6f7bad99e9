/**
 * Exports in the console: a page to choose from, and the files.
 *
 * Takes    the exporter, who is looking, the clock, the console's own answers to what cannot be had.
 * Returns  the routes. Whose rows a file holds hangs on who is looking: the address narrows it and never widens it.
 */
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { exportWords } from "../../answer/wording/exports.ts";
import { typeName } from "../../answer/wording/replies.ts";
import { csvFile } from "../../exports/csv.ts";
import type { Exporter } from "../../exports/exporter.ts";
import { ledgerStates, readOrder, sheetNames } from "../../exports/order.ts";
import { momentOf } from "../../lib/dates.ts";
import type { Speaker } from "../speaker.ts";
import type { Markup } from "./layout.ts";
import { exportLabels as labels } from "./web-labels.ts";

export interface ExportParts {
  readonly exporter: Exporter;
  readonly reader: (c: Context) => Speaker;
  /** Whom the ledger may be narrowed to. */
  readonly speakers: readonly Speaker[];
  readonly now: () => string;
  readonly show: (c: Context, title: string, content: Markup) => Response | Promise<Response>;
  readonly problem: (c: Context, text: string, status: 400 | 403 | 404 | 500) => Response | Promise<Response>;
}

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;
/** A draft is in no log. */
const filedStatuses = Object.entries(ledgerStates).filter(([status]) => status !== "draft");
const fileName = /^(ledger|record|reception)\.(xlsx|csv)$/u;

export function exportRoutes({ exporter, reader, speakers, now, show, problem }: ExportParts): Hono {
  const routes = new Hono();
  routes.get("/", (c) => {
    const speaker = reader(c);
    const colleagues = speakers.filter(({ unit }) => unit === speaker.unit);
    return show(c, labels.title, page(exporter.scope(speaker.id) ?? "own", momentOf(now()).date, colleagues));
  });
  routes.get("/:file", async (c) => {
    const [, name, ending] = fileName.exec(c.req.param("file")) ?? [];
    const what = sheetNames.find((one) => one === name);
    if (what === undefined) return problem(c, labels.noSheet, 404);
    const read = readOrder(what, c.req.query());
    if (read.kind === "bad") return problem(c, labels.badFilter, 400);
    const made = now();
    const sheet = await exporter.sheet(read.order, { reader: reader(c).id, made, leaves: true });
    if (sheet.kind === "broken") return problem(c, labels.broken, 500);
    if (sheet.kind === "refused") return problem(c, labels.refused[sheet.why], 403);
    const format = ending === "csv" ? "csv" : "xlsx";
    // The writer is loaded when the first file is asked for: the console does not wait for it.
    const content =
      format === "csv" ? csvFile(sheet) : new Uint8Array(await (await import("../../exports/xlsx.ts")).xlsxFile(sheet));
    return c.body(content, 200, {
      "Content-Type": types[format],
      "Content-Disposition": attachment(`${sheet.title} ${momentOf(made).date}.${format}`, `${what}.${format}`),
    });
  });
  return routes;
}

/** RFC 6266: a name in Chinese as RFC 5987 spells it, and a plain one for who cannot read that. */
function attachment(name: string, plain: string): string {
  const spelt = encodeURIComponent(name).replace(
    /['()*]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${spelt}`;
}

function page(scope: "all" | "unit" | "section" | "own", today: string, colleagues: readonly Speaker[]): Markup {
  const mayRecord = scope !== "own";
  return html`<div class="sheet">
<h1>${labels.title}</h1>
<p>${labels.scope[scope]}</p>
<section aria-labelledby="ledger"><h2 id="ledger">${exportWords.ledger.tab}</h2>
<form method="get" action="/exports/ledger.xlsx">
<p><label>${labels.by} <select name="by"><option value="filed">${exportWords.ledger.filters.span.filed}</option><option value="days">${exportWords.ledger.filters.span.days}</option></select></label>
<label>${labels.from} <input type="date" name="from"></label> <label>${labels.to} <input type="date" name="to"></label></p>
<p><label>${exportWords.ledger.filters.type} ${choice("type", Object.entries(typeName))}</label>
<label>${exportWords.ledger.filters.status} ${choice("status", filedStatuses)}</label>
${
  mayRecord
    ? html`<label>${exportWords.ledger.filters.person} ${choice(
        "person",
        colleagues.map(({ id, post }) => [id, post] as const),
      )}</label>`
    : ""
}</p>
${buttons("ledger")}
</form></section>
${
  mayRecord
    ? html`<section aria-labelledby="record"><h2 id="record">${exportWords.record.tab}</h2>
<form method="get" action="/exports/record.xlsx">
<p><label>${labels.month} <input type="month" name="period" value="${today.slice(0, 7)}" required></label></p>
${buttons("record")}
</form></section>`
    : ""
}
${
  scope === "unit"
    ? html`<section aria-labelledby="reception"><h2 id="reception">${exportWords.reception.tab}</h2>
<form method="get" action="/exports/reception.xlsx">
<p><label>${labels.year} <input type="number" name="year" min="2000" max="2999" value="${today.slice(0, 4)}" required></label></p>
${buttons("reception")}
</form></section>`
    : ""
}
</div>`;
}

function choice(name: string, options: readonly (readonly [string, string])[]): Markup {
  return html`<select name="${name}"><option value="">${exportWords.ledger.any}</option>${options.map(([value, label]) => html`<option value="${value}">${label}</option>`)}</select>`;
}

function buttons(what: string): Markup {
  return html`<p class="actions"><button>XLSX</button> <button class="quiet" formaction="/exports/${what}.csv">CSV</button></p>`;
}
