/**
 * The HTTP server: the console at one address of this machine, and whatever else listens on the same port.
 *
 * Takes    the console, an address, and listeners for paths of their own (Slack's events check their own signatures).
 * Returns  the address that is listened on, and `close`, which lets answers under way finish first.
 * Throws   ConfigError when the port cannot be had.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { ConfigError } from "../../errors.ts";

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export interface ServerParts {
  readonly app: Hono;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Path → who answers it instead of the console. */
  readonly others?: Readonly<Record<string, Listener>>;
}

export interface Server {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const patienceMs = 5_000;

export async function openServer({ app, host, port, others = {} }: ServerParts): Promise<Server> {
  const console = getRequestListener(app.fetch);
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    const listener = Object.hasOwn(others, path) ? others[path] : undefined;
    if (listener !== undefined) listener(request, response);
    else void console(request, response);
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => reject(refused(cause, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const shown = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${shown}:${typeof address === "object" && address !== null ? address.port : port}`,
    close: () =>
      new Promise((resolve) => {
        const impatience = setTimeout(() => server.closeAllConnections(), patienceMs);
        server.close(() => {
          clearTimeout(impatience);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function refused(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (cause.code) {
    case "EADDRINUSE":
      return new ConfigError([
        { variable: "PORT", cure: `${port} is taken: stop the program that uses it, or set PORT to another number` },
      ]);
    case "EACCES":
      return new ConfigError([{ variable: "PORT", cure: `${port} may not be opened: set PORT to 1024 or more` }]);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new ConfigError([{ variable: "HOST", cure: `${host} is no address of this machine: use 127.0.0.1` }]);
    default:
      return cause;
  }
}
