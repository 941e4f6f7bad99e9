/**
 * A process that files is killed (kill -9) again and again: nothing that it acknowledged is lost, nothing is there twice.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { schemaOnServer, serverUrl } from "./postgres-servers.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const child = fileURLToPath(new URL("filing-child.ts", import.meta.url));
const filings = 200;

/** Runs the child until it has acknowledged so many, then kills it; returns what it had acknowledged by then. */
function fileUntilKilled(url: string, killAfter: number): Promise<string[]> {
  return new Promise((done, failed) => {
    const running = spawn(process.execPath, [child, url, String(filings)], { stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    let complaints = "";
    running.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      if (printed.split("\n").length > killAfter) running.kill("SIGKILL");
    });
    running.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaints += text;
    });
    running.on("error", failed);
    running.on("close", (code) => {
      if (code !== null && code !== 0) failed(new Error(complaints));
      // A last line without its end was cut by the kill: it was not acknowledged.
      else done(printed.split("\n").slice(0, -1));
    });
  });
}

async function surviveKills(url: string, settled: () => Promise<unknown>): Promise<void> {
  const acknowledged: string[] = [];
  const kills = [0, 1].map(() => 1 + Math.floor((Math.random() * filings) / 2));
  for (const killAfter of [...kills, Number.POSITIVE_INFINITY]) {
    acknowledged.push(...(await fileUntilKilled(url, killAfter)));
    await settled();

    const store = await openStore(url);
    const listed = (await store.requests({})).map(({ id }) => id);
    const note = `killed after ${kills}`;
    expect(new Set(acknowledged).size, note).toBe(acknowledged.length);
    expect(listed, note).toEqual(expect.arrayContaining(acknowledged));
    expect((await store.log()).map(({ requestId }) => requestId).toSorted(), note).toEqual(listed.toSorted());
    for (const id of acknowledged) expect(await store.conversation(id), note).toMatchObject({ version: 1 });
    expect(await store.verify(), note).toMatchObject({ kind: "whole", events: listed.length });
    await store.close();
    if (killAfter === Number.POSITIVE_INFINITY) expect(listed).toHaveLength(filings);
  }
}

describe("a process that files, killed however often", () => {
  it(
    "loses no acknowledged filing and files none twice",
    () => surviveKills(`sqlite:${join(temporaryFolder(), "log.sqlite")}`, () => Promise.resolve()),
    60_000,
  );

  it.skipIf(serverUrl === undefined)(
    "loses none and files none twice on a server either",
    async () => {
      const { url, raw } = await schemaOnServer();
      // The server may still be at the last commit of a process that is gone.
      await surviveKills(url, () => raw.query("begin; lock table events in exclusive mode; commit"));
    },
    60_000,
  );
});
