/**
 * The program as a person starts it, for suites that measure from outside.
 *
 * Takes    a command, and what it is told on standard input.
 * Returns  a process on a log of its own, what it printed, and its end. What it says on standard error is shown only
 *          when it did not print what it should: npm has opinions about every machine.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const node = process.execPath;
export const main = "src/main.ts";

export interface Program {
  readonly pid: number | undefined;
  /** All that was printed up to this; throws when the program ends without. */
  readonly printed: (wanted: RegExp) => Promise<string>;
  readonly type: (text: string) => void;
  /** Waits until it has ended by itself, its input being over; or ends it. */
  readonly left: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Runs `work` with a DATABASE_URL in a temporary folder, which is removed afterwards. */
export async function withLog<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "zhice-bench-"));
  try {
    return await work(`sqlite:${join(folder, "log.sqlite")}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts a program; of this machine's settings it gets only where programs are found. */
export function begin(command: string, args: readonly string[], databaseUrl: string, input = ""): Program {
  const { PATH, HOME } = process.env;
  const child = spawn(command, args, { env: { PATH, HOME, DATABASE_URL: databaseUrl, PORT: "0" } });
  const exited = once(child, "exit");
  let text = "";
  let trouble = "";
  let silent = false;
  child.stdout.setEncoding("utf8").on("data", (more: string) => {
    text += more;
  });
  child.stderr.setEncoding("utf8").on("data", (more: string) => {
    trouble += more;
  });
  child.stdout.once("close", () => {
    silent = true;
  });
  const more = async () => {
    const waiting = new AbortController();
    await Promise.race([once(child.stdout, "data", waiting), once(child.stdout, "close", waiting)]).finally(() =>
      waiting.abort(),
    );
  };
  child.stdin.write(input);
  const left = async () => {
    child.stdin.end();
    await exited;
  };
  return {
    pid: child.pid,
    left,
    type: (more) => void child.stdin.write(more),
    async printed(wanted) {
      while (!wanted.test(text)) {
        if (silent) throw new Error(`${[command, ...args].join(" ")} printed no ${wanted}: ${text}${trouble}`);
        await more();
      }
      return text;
    },
    async end() {
      child.kill();
      await left();
    },
  };
}

/** Where the console listens, once it says so. */
export async function printedAddress({ printed }: Program): Promise<string> {
  const address = /http:\/\/[\d.:]+(?!\d)/u;
  return address.exec(await printed(/http:\/\/[\d.:]+\D.*\n/u))?.[0] ?? "";
}
