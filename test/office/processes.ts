/**
 * The program as several processes that serve one office by JSON lines, any of which may be killed at any moment.
 *
 * Takes    how many, the environment of each. Returns `send`: a turn goes to the next process with room, and comes back as its reply;
 *          or as "lost", when the process was killed before it had answered.
 * A process answers line after line; a few are on their way at once, so that it never waits for its next.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Action, Reply } from "../../src/assistant.ts";

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const onTheWay = 6;

export interface Said {
  readonly conversation: string;
  readonly as: string;
  readonly now: string;
  readonly text: string;
  readonly action?: Action;
}

export interface Processes {
  readonly send: (said: Said) => Promise<Reply | "lost">;
  /** Everybody's first line, which waits for the start: what follows measures serving. */
  readonly warm: () => Promise<void>;
  /** Kills the process whose turn it is with SIGKILL, and starts another in its place. */
  readonly kill: () => Promise<void>;
  /** How many turns each has answered. */
  readonly answered: () => readonly number[];
  readonly end: () => Promise<void>;
}

interface Serving {
  readonly child: ReturnType<typeof spawn>;
  readonly pending: Map<string, (reply: Reply | "lost") => void>;
  ready: boolean;
}

export async function startProcesses(count: number, env: Readonly<Record<string, string>>): Promise<Processes> {
  const { PATH = "", HOME = "" } = process.env;
  const serving: Serving[] = [];
  const answered = Array.from({ length: count }, () => 0);
  const waiting: (() => void)[] = [];
  let sent = 0;
  let killed = 0;
  let ending = false;

  function begin(place: number): Serving {
    const child = spawn(process.execPath, [main, "ask", "--jsonl"], { env: { PATH, HOME, ...env } });
    const one: Serving = { child, pending: new Map(), ready: false };
    // A line to a process that has just been killed is lost, as its reply is.
    child.stdin.on("error", () => {});
    let trouble = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      trouble = `${trouble}${text}`.slice(-2000);
    });
    createInterface({ input: child.stdout }).on("line", (line) => {
      const reply = JSON.parse(line) as Reply & { id: string };
      const answer = one.pending.get(reply.id);
      one.pending.delete(reply.id);
      one.ready = true;
      answered[place] = (answered[place] ?? 0) + 1;
      answer?.(reply);
      waiting.shift()?.();
    });
    child.on("close", (code) => {
      if (code !== null && !ending) console.error(`a process ended by itself: ${code} ${trouble}`);
      for (const lost of one.pending.values()) lost("lost");
      one.pending.clear();
      for (const wake of waiting.splice(0)) wake();
    });
    serving[place] = one;
    return one;
  }

  /** The process with the fewest lines on their way; one that has not yet answered anything gets a single line to begin with. */
  const room = () =>
    serving
      .filter(
        ({ child, pending, ready }) =>
          child.exitCode === null && !child.killed && pending.size < (ready ? onTheWay : 1),
      )
      .toSorted((one, other) => one.pending.size - other.pending.size)[0];

  async function send(said: Said): Promise<Reply | "lost"> {
    let free = room();
    while (free === undefined) {
      await new Promise<void>((wake) => waiting.push(wake));
      free = room();
    }
    return sendTo(free, said);
  }

  function sendTo({ child, pending }: Serving, said: Said): Promise<Reply | "lost"> {
    sent += 1;
    const id = String(sent);
    return new Promise((answer) => {
      pending.set(id, answer);
      child.stdin?.write(`${JSON.stringify({ id, ...said })}\n`);
    });
  }

  for (let place = 0; place < count; place += 1) begin(place);
  return {
    send,
    answered: () => [...answered],
    async warm() {
      const now = "2026-11-23T08:00:00+08:00";
      const said = { conversation: "before work", as: "bangongshi", now, text: "" };
      await Promise.all(serving.map((one) => sendTo(one, said)));
    },
    async kill() {
      const place = killed % count;
      killed += 1;
      const victim = serving[place];
      if (victim === undefined) return;
      victim.child.kill("SIGKILL");
      await once(victim.child, "close");
      begin(place);
      for (const wake of waiting.splice(0)) wake();
    },
    async end() {
      ending = true;
      for (const { child } of serving) child.stdin?.end();
      await Promise.all(serving.map(({ child }) => (child.exitCode === null ? once(child, "close") : undefined)));
    },
  };
}
