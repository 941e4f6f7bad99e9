/**
 * The files that pages load: a style sheet, that of papers, one small script, the icon, and htmx from node_modules.
 *
 * Takes    nothing: the files are read once, when the console is made.
 * Returns  their routes. Nothing is fetched from anywhere else, so the console works without a network.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import { etag } from "hono/etag";
import { paperStyle } from "../../papers/html.ts";

/** In this order: a later sheet may refine an earlier one. */
const SHEETS = ["base", "frame", "words", "talk", "requests", "notices", "documents"];

const own = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

export function assetRoutes(): Hono {
  const files: readonly (readonly [string, string, string])[] = [
    ["/console.css", "text/css", SHEETS.map((name) => own(`styles/${name}.css`)).join("\n")],
    ["/paper.css", "text/css", paperStyle],
    ["/console.js", "text/javascript", own("console.js")],
    ["/icon.svg", "image/svg+xml", own("icon.svg")],
    [
      "/htmx.js",
      "text/javascript",
      readFileSync(fileURLToPath(import.meta.resolve("htmx.org/dist/htmx.min.js")), "utf8"),
    ],
  ];
  const routes = new Hono();
  routes.use(etag());
  for (const [path, type, content] of files) {
    routes.get(path, (c) =>
      c.body(content, 200, { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "no-cache" }),
    );
  }
  return routes;
}
