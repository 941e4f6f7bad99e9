/**
 * Who may reach the console: the browser on this machine, and pages of the console itself.
 *
 * Takes    every request before a page sees it.
 * Returns  403 to a request by another name than this machine's (DNS rebinding), from another machine, through a proxy,
 *          or, where it changes something, from another site; and the headers that every answer carries.
 * Why      the console lets its user choose who they are. Whoever can reach it could approve as the head of the bureau.
 */
import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import { guardLabels } from "./web-labels.ts";

const HEADERS: readonly (readonly [string, string])[] = [
  [
    "Content-Security-Policy",
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  ],
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
  // "no-referrer" would make browsers send "Origin: null" with our own forms.
  ["Referrer-Policy", "same-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
];

export const guard: MiddlewareHandler = async (c, next) => {
  const refusal = refusalOf(c);
  if (refusal === undefined) await next();
  else c.res = c.text(refusal, 403);
  for (const [name, value] of HEADERS) c.res.headers.set(name, value);
  if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "no-store");
};

function refusalOf(c: Context): string | undefined {
  const url = new URL(c.req.url);
  const host = c.req.header("host");
  if (!isLoopback(url.hostname) || (host !== undefined && !isLoopbackHost(host))) return guardLabels.host;
  const peer = peerOf(c.env);
  if (peer !== undefined && !isLoopback(peer.replace(/^::ffff:/iu, ""))) return guardLabels.peer;
  if (c.req.header("x-forwarded-for") !== undefined || c.req.header("forwarded") !== undefined) return guardLabels.peer;
  if (c.req.method !== "GET" && c.req.method !== "HEAD" && isForeign(c, host ?? url.host)) return guardLabels.origin;
  return undefined;
}

/** Browsers name the page that sends a form; programs without either header are no browser and carry no cookie. */
function isForeign(c: Context, host: string): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const origin = c.req.header("origin");
  return origin !== undefined && URL.parse(origin)?.host !== host;
}

function isLoopbackHost(host: string): boolean {
  const hostname = URL.parse(`http://${host}`)?.hostname;
  return hostname !== undefined && isLoopback(hostname);
}

function isLoopback(name: string): boolean {
  return name === "localhost" || name === "::1" || name === "[::1]" || /^127(?:\.\d{1,3}){3}$/u.test(name);
}

/** The other end of the connection; unknown where no socket is involved, as in `app.request`. */
function peerOf(env: Partial<HttpBindings> | undefined): string | undefined {
  return env?.incoming?.socket.remoteAddress;
}
