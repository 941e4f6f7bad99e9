/**
 * A process that files is killed (kill -9) again and again: nothing that it acknowledged is lost, nothing is there twice.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { openSqlite } from "../../src/store/sqlite.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const child = fileURLToPath(new URL("filing-child.ts", import.meta.url));
const filings = 200;

/** Runs the child until it has acknowledged so many, then kills it; returns what it had acknowledged by then. */
function fileUntilKilled(path: string, killAfter: number): Promise<string[]> {
  return new Promise((done, failed) => {
    const running = spawn(process.execPath, [child, path, String(filings)], { stdio: ["ignore", "pipe", "pipe"] });
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

it("loses no acknowledged filing and files none twice, however often it is killed", async () => {
  const path = join(temporaryFolder(), "log.sqlite");
  const acknowledged: string[] = [];
  const kills = [0, 1].map(() => 1 + Math.floor((Math.random() * filings) / 2));
  for (const killAfter of [...kills, Number.POSITIVE_INFINITY]) {
    acknowledged.push(...(await fileUntilKilled(path, killAfter)));

    const store = await openSqlite(path);
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
}, 60_000);
