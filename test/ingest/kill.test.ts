/**
 * A process that brings files in is killed (kill -9) again and again: each document is the old one or the new one, whole.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { openLibrary } from "../../src/policy/library.ts";
import { openDesk } from "./made-files.ts";

const child = fileURLToPath(new URL("ingest-child.ts", import.meta.url));
const ids = Array.from({ length: 12 }, (_, at) => `rules-${at}`);
const clauses = 100;
const text = (id: string, version: number) =>
  `${id}办法\n${Array.from({ length: clauses }, (_, at) => `第${at + 1}条 第${version}版${id}第${at}项按时办理。`).join("\n")}\n`;

/** Runs the child until it has said so many lines, then kills it. */
function ingestUntilKilled(documentsDir: string, files: readonly string[], killAfter: number): Promise<void> {
  return new Promise((done, failed) => {
    const running = spawn(process.execPath, [child, documentsDir, ...files], { stdio: ["ignore", "pipe", "inherit"] });
    let lines = 0;
    running.stdout.setEncoding("utf8").on("data", (said: string) => {
      lines += said.split("\n").length - 1;
      if (lines > killAfter) running.kill("SIGKILL");
    });
    running.on("error", failed);
    running.on("close", (code) => (code === null || code === 0 ? done() : failed(new Error(`exit code ${code}`))));
  });
}

it("leaves every document old or new and whole, and nothing of its own, however often it is killed", async () => {
  const desk = openDesk();
  const { documentsDir } = desk;
  try {
    const kills = [0, 1, 2].map(() => Math.floor(Math.random() * ids.length * 9));
    const rounds = [Number.POSITIVE_INFINITY, ...kills, Number.POSITIVE_INFINITY];
    for (const [version, killAfter] of rounds.entries()) {
      const files = ids.map((id) => desk.put(`${version}/${id}.txt`, text(id, version)));
      await ingestUntilKilled(documentsDir, files, killAfter);
      const { documents, former } = openLibrary(documentsDir);
      const note = `killed after ${kills}`;
      expect(documents.map(({ id }) => id).toSorted(), note).toEqual(ids.toSorted());
      for (const { id, body } of [...documents, ...former]) {
        const versions = new Set(body.slice(1).map((block) => /第(\d)版/u.exec(block.text)?.[1]));
        expect([id, body.length, versions.size], note).toEqual([id, clauses + 1, 1]);
      }
    }
    const folders = [documentsDir, join(documentsDir, "superseded")].filter((folder) => existsSync(folder));
    expect(folders.flatMap((folder) => readdirSync(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    const last = openLibrary(documentsDir).documents.map(({ body }) => body[1]?.text);
    expect(last.filter((line) => line?.includes(`第${rounds.length - 1}版`))).toHaveLength(ids.length);
  } finally {
    desk.close();
  }
}, 60_000);
