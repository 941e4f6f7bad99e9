/**
 * The paper of a request in the console: a page to print, and a Word file.
 *
 * Takes    the printer, who is looking, and the console's own answer to what is not there.
 * Returns  the routes. An unknown id and a request that does not concern the visitor look alike.
 */
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { paperPage } from "../../papers/html.ts";
import type { Paper } from "../../papers/paper.ts";
import { paperLabels } from "./web-labels.ts";

export interface PaperParts {
  readonly paperFor: (id: string, reader: string) => Promise<Paper | undefined>;
  readonly reader: (c: Context) => string;
  readonly missing: (c: Context) => Response | Promise<Response>;
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export function paperRoutes({ paperFor, reader, missing }: PaperParts): Hono {
  const routes = new Hono();
  routes.get("/:id/paper", async (c) => {
    const id = c.req.param("id");
    const paper = await paperFor(id, reader(c));
    if (paper === undefined) return missing(c);
    const toolbar = html`<a href="/requests#${id}">${paperLabels.back}</a>
<a href="/requests/${id}/paper.docx">${paperLabels.word}</a>
<span>${paperLabels.how}</span>`;
    return c.html(paperPage(paper, { style: "/assets/paper.css", icon: "/assets/icon.svg", toolbar }));
  });
  routes.get("/:id/paper.docx", async (c) => {
    const paper = await paperFor(c.req.param("id"), reader(c));
    if (paper === undefined) return missing(c);
    // Loaded when the first file is asked for: the console does not wait for it.
    const { paperFile } = await import("../../papers/docx.ts");
    const name = encodeURIComponent(`${paper.heading} ${paper.number}.docx`);
    return c.body(new Uint8Array(await paperFile(paper)), 200, {
      "Content-Type": WORD,
      "Content-Disposition": `attachment; filename="paper.docx"; filename*=UTF-8''${name}`,
    });
  });
  return routes;
}
