import { describe, expect, it } from "vitest";
import { readCommand } from "../src/command.ts";
import { UsageError } from "../src/errors.ts";

describe("the command line", () => {
  it("joins the words of a question", () => {
    expect(readCommand(["ask", "请两天", "事假"])).toEqual({
      kind: "ask",
      text: "请两天 事假",
      json: false,
      why: false,
      now: undefined,
      as: "keyuan",
      conversation: "main",
    });
  });

  it("reads who asks, when, and how to answer, in any order", () => {
    const found = readCommand(["ask", "--json", "问", "--as", "fuju", "--now", "2026-11-23T09:00:00+08:00"]);
    expect(found).toMatchObject({ text: "问", json: true, why: false, as: "fuju", now: "2026-11-23T09:00:00+08:00" });
  });

  it("takes a question that begins with a dash behind two dashes", () => {
    expect(readCommand(["ask", "--", "-1 天"])).toMatchObject({ text: "-1 天" });
  });

  it("leaves the text out where none was typed", () => {
    expect(readCommand(["ask"])).toMatchObject({ text: undefined });
    expect(readCommand(["ask", "--jsonl"])).toEqual({ kind: "ask-lines" });
  });

  it("takes a request's paper to a file by its ending, or to standard output", () => {
    expect(readCommand(["paper", "Q-1", "假条.DOCX"])).toEqual({ kind: "paper", request: "Q-1", file: "假条.DOCX" });
    expect(readCommand(["paper", "Q-1"])).toEqual({ kind: "paper", request: "Q-1", file: undefined });
  });

  it("knows the confirmed questions and the verdict from a request of the log", () => {
    expect(readCommand(["log", "questions"])).toEqual({ kind: "log-questions" });
    expect(readCommand(["log", "remind"])).toEqual({ kind: "log-remind" });
    expect(readCommand(["log", "verify"])).toEqual({ kind: "log-verify" });
    expect(readCommand(["log", "rebuild"])).toEqual({ kind: "log-rebuild" });
    expect(readCommand(["log", "Q-1"])).toMatchObject({ kind: "log", request: "Q-1" });
  });

  it("takes an export to a file by its ending, with the filters of the ledger", () => {
    expect(
      readCommand(["log", "export", "台账.XLSX", "--from", "2026-01-01", "--by", "days", "--type", "请假"]),
    ).toEqual({
      kind: "export",
      order: { what: "ledger", filter: { from: "2026-01-01", by: "days", types: ["leave"] } },
      file: "台账.XLSX",
    });
    expect(readCommand(["log", "export-record", "2026-11", "备案.csv", "--unit", "ziyang"])).toEqual({
      kind: "export",
      order: { what: "record", period: "2026-11", unit: "ziyang" },
      file: "备案.csv",
    });
    expect(readCommand(["log", "export-reception", "2026", "接待.csv"])).toMatchObject({ order: { year: "2026" } });
  });

  it.each([
    [["log", "export"]],
    [["log", "export", "a.pdf"]],
    [["log", "export", "a.csv", "b.csv"]],
    [["log", "export", "a.csv", "--from", "gestern"]],
    [["log", "export-record", "a.csv"]],
    [["log", "export-record", "2026-13", "a.csv"]],
    [["log", "export-reception", "2026", "a.csv", "--person", "keyuan"]],
    [["log", "verify", "--from", "2026-01-01"]],
  ])("does not guess what %j exports", (args) => expect(() => readCommand(args)).toThrow(UsageError));
  it("copies the log into a file, out of one, or from one address to another", () => {
    const [here, file] = [{ named: "DATABASE_URL" }, { url: "sqlite:b.sqlite", named: "FILE" }];
    expect(readCommand(["log", "backup", "b.sqlite"])).toEqual({ kind: "log-copy", from: here, to: file });
    expect(readCommand(["log", "restore", "b.sqlite"])).toEqual({ kind: "log-copy", from: file, to: here });
    expect(readCommand(["log", "copy", "--", "sqlite:a", "postgres://h/d"])).toMatchObject({
      from: { url: "sqlite:a" },
      to: { url: "postgres://h/d" },
    });
  });

  it("repeats no address of a log that it cannot read", () => {
    expect(() => readCommand(["log", "copy", "sqlite:a", "mysql://u:geheim@h"])).toThrow(/TO is neither/);
    expect(() => readCommand(["log", "copy", "sqlite:a", "mysql://u:geheim@h"])).not.toThrow(/geheim/);
  });

  it("takes documents in by their files, and out by their ids", () => {
    expect(readCommand(["ingest", "a.txt", "b.pdf", "--replace"])).toMatchObject({
      kind: "ingest",
      files: ["a.txt", "b.pdf"],
      replace: true,
    });
    expect(readCommand(["ingest", "--remove", "seal", "cars", "--dry-run"])).toEqual({
      kind: "remove",
      ids: ["seal", "cars"],
      dryRun: true,
    });
  });

  it.each([
    [[]],
    [["ak"]],
    [["constructor"]],
    [["serve", "--as", "fuju"]],
    [["log", "backup"]],
    [["log", "restore", "a", "b"]],
    [["log", "copy", "sqlite:a"]],
    [["log", "copy", "sqlite:a", "sqlite:b", "sqlite:c"]],
    [["log", "verify", "sqlite:a"]],
    [["log", "rebuild", "now"]],
    [["ask", "--nwo", "x"]],
    [["ask", "问", "--now", "yesterday"]],
    [["ingest"]],
    [["ingest", "--remove"]],
    [["ingest", "--remove", "seal", "--replace"]],
    [["ingest", "--remove", "seal", "--unit", "ziyang"]],
    [["paper"]],
    [["paper", "Q-1", "假条.pdf"]],
  ])("refuses %j", (args) => expect(() => readCommand(args)).toThrow(UsageError));
});
