/**
 * The program as it is started: exit codes, standard streams, signals. Everything finer is tested behind its own door.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "zhice-main-"));

function start(args: readonly string[], env: Record<string, string> = {}) {
  return spawn(process.execPath, ["src/main.ts", ...args], {
    env: { PATH: process.env.PATH, DATABASE_URL: `sqlite:${folder}/log.sqlite`, PORT: "0", ...env },
  });
}

async function run(args: readonly string[], input = "", env: Record<string, string> = {}) {
  const child = start(args, env);
  child.stdin.end(input);
  const exited = once(child, "exit");
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await exited;
  return { out, err, code };
}

describe("the program", () => {
  it("answers JSON lines and ends with its input", async () => {
    const { out, code } = await run(["ask", "--jsonl"], '{"id":1,"text":"请两天事假要谁批"}\nbroken\n');
    const lines = out.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).kind)).toEqual([expect.not.stringMatching("error"), "error"]);
    expect(code).toBe(0);
  });

  it("takes a question from standard input, and answers one JSON object", async () => {
    const { out, code } = await run(["ask", "--json", "--as", "kezhang"], "病假几天要医院证明");
    expect(JSON.parse(out)).toMatchObject({ kind: expect.any(String), text: expect.any(String) });
    expect(code).toBe(0);
  });

  it.each([
    [["nonsense"], {}, "there is no command nonsense"],
    [["ask", "问", "--as", "nobody"], {}, "nobody has the id nobody"],
    [["serve"], { PORT: "many", DATABASE_URL: "mysql:x" }, "PORT"],
    [["paper", "Q-20990101-00000000"], {}, "Q-20990101-00000000"],
    [["check"], { DATA_DIR: "/nonexistent" }, "/nonexistent"],
  ])("refuses %j with %j, names the cure, and exits with 2", async (args, env, cure) => {
    const { out, err, code } = await run(args, "", env);
    expect({ out, code }).toEqual({ out: "", code: 2 });
    expect(err).toContain(cure);
  });

  it("prints what staff found well answered, without their names", async () => {
    const env = { DATABASE_URL: `sqlite:${folder}/helpful.sqlite` };
    const talk = [`{"id":1,"text":"公章平时归谁保管"}`, `{"id":2,"text":"👍"}`, `{"id":3,"text":"👍"}`].join("\n");
    await run(["ask", "--jsonl"], `${talk}\n`, env);
    const { out, code } = await run(["log", "questions"], "", env);
    expect(Object.keys(JSON.parse(out))).toEqual(["date", "doc", "clause", "quote", "question"]);
    expect(JSON.parse(out)).toMatchObject({ doc: "ziyang-2020", question: "公章平时归谁保管" });
    expect(code).toBe(0);
  });

  it("verifies and backs up whatever becomes of data and directory, and makes no log where none is", async () => {
    const broken = { DATA_DIR: `${folder}/nowhere`, STAFF_FILE: `${folder}/nobody.json` };
    const env = (name: string) => ({ DATABASE_URL: `sqlite:${folder}/${name}.sqlite`, ...broken });
    await run(["log"], "", { DATABASE_URL: `sqlite:${folder}/whole.sqlite` });
    expect(await run(["log", "verify"], "", env("whole"))).toMatchObject({ code: 0 });
    expect(await run(["log", "rebuild"], "", env("whole"))).toMatchObject({ code: 0 });
    expect(await run(["log", "backup", `${folder}/whole-backup.sqlite`], "", env("whole"))).toMatchObject({ code: 0 });
    const typo = await run(["log", "verify"], "", env("typo"));
    expect(typo).toMatchObject({ err: expect.stringContaining("no such file"), code: 2 });
    expect(existsSync(`${folder}/typo.sqlite`)).toBe(false);
  });

  it("backs the log up, brings it back where none is, and writes over nothing", async () => {
    const env = (name: string) => ({ DATABASE_URL: `sqlite:${folder}/${name}.sqlite` });
    const talk = [`{"id":1,"text":"下周二请一天事假,搬家"}`, `{"id":2,"text":"确认"}`].join("\n");
    await run(["ask", "--jsonl"], `${talk}\n`, env("office"));
    const verdict = await run(["log", "verify"], "", env("office"));
    const head = /[0-9a-f]{64}/u.exec(verdict.out)?.[0] ?? "none";
    const file = `${folder}/backup.sqlite`;
    expect(await run(["log", "backup", file], "", env("office"))).toMatchObject({
      out: expect.stringContaining(head),
      code: 0,
    });
    expect((await run(["log", "backup", file], "", env("office"))).code).toBe(1);
    expect((await run(["log", "restore", file], "", env("new"))).out).toContain(head);
    expect((await run(["log", "restore", file], "", env("new"))).code).toBe(1);
    expect((await run(["log", "verify"], "", env("new"))).out).toBe(verdict.out);
    expect(await run(["log", "restore", `${folder}/none.sqlite`], "", env("other"))).toMatchObject({
      err: expect.stringContaining("no such file"),
      code: 2,
    });
  });

  it("prints the paper of a request, on standard output or into a file", async () => {
    const talk = [`{"id":1,"text":"下周二请一天事假,搬家"}`, `{"id":2,"text":"确认"}`].join("\n");
    const { out } = await run(["ask", "--jsonl"], `${talk}\n`);
    const { id } = JSON.parse(out.trimEnd().split("\n").at(-1) ?? "").request;
    expect(await run(["paper", id])).toMatchObject({ out: expect.stringContaining("<h1>请假申请</h1>"), code: 0 });
    expect((await run(["paper", id, `${folder}/paper.docx`])).code).toBe(0);
    expect(readFileSync(`${folder}/paper.docx`).subarray(0, 2).toString()).toBe("PK");
    expect((await run(["paper", id, `${folder}/none/paper.docx`])).code).toBe(2);
  });

  it("writes exports into files, and tells the end of the log beside them", async () => {
    const exported = (...args: readonly string[]) => run(["log", ...args]);
    const ledger = await exported("export", `${folder}/ledger.csv`);
    expect(ledger).toMatchObject({ out: expect.stringMatching(/链头 [0-9a-f]{64}/u), code: 0 });
    expect(readFileSync(`${folder}/ledger.csv`, "utf8").startsWith('\ufeff"编号"')).toBe(true);
    expect((await exported("export-reception", "2026", `${folder}/reception.xlsx`)).code).toBe(0);
    expect(readFileSync(`${folder}/reception.xlsx`).subarray(0, 2).toString()).toBe("PK");
    expect((await exported("export-record", "2026-11", `${folder}/r.csv`, "--unit", "xingtai")).code).toBe(2);
    expect(await exported("export", `${folder}/a.csv`, "--unit", "mars")).toMatchObject({
      err: expect.stringContaining("ziyang, xingtai"),
      code: 2,
    });
  });

  it("says that its port is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const port = String(typeof address === "object" && address !== null ? address.port : 0);
    const { err, code } = await run(["serve"], "", { PORT: port });
    taken.close();
    expect({ err, code }).toEqual({ err: expect.stringContaining(`PORT ${port} is taken`), code: 2 });
  });

  it("serves the console until it is told to end", async () => {
    const child = start(["serve"]);
    const [line] = await once(child.stdout, "data");
    const url = /http:\/\/127\.0\.0\.1:\d+/u.exec(String(line))?.[0] ?? "";
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});
