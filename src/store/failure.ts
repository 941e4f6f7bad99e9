/**
 * A log that cannot be read or written just now: why, in a word that wording can turn into a cure.
 *
 * Takes    what the database threw.
 * Returns  a LogFailure, or undefined when it is no failure of the machine but a bug of ours.
 * Leaves   the sentence a person reads to answer/wording, the refusal at start to sqlite.ts.
 */
import Database from "better-sqlite3";
import { z } from "zod";
import { assertNever, UpstreamError } from "../errors.ts";

export type LogTrouble = "locked" | "full" | "readonly" | "damaged";

export class LogFailure extends UpstreamError {
  readonly reason: LogTrouble;

  constructor(reason: LogTrouble, message: string, cause?: unknown) {
    super("log", reason !== "damaged", message, cause);
    this.name = "LogFailure";
    this.reason = reason;
  }
}

/** What the operator does about it; one line, used at start and in the log of the process. */
function cureOf(reason: LogTrouble): string {
  switch (reason) {
    case "locked":
      return "another program holds the file; close it (a database browser, a backup, a second copy) and try again";
    case "full":
      return "the disk is full or a quota is reached; free some space, nothing acknowledged is lost";
    case "readonly":
      return "the file or its folder cannot be written; give this user write permission to both, or name another place";
    case "damaged":
      return "the file is no intact SQLite log; keep a copy of it, restore the last backup, or name another file";
    default:
      return assertNever(reason);
  }
}

/** The failure behind an error of SQLite or of the file system. */
export function failureOf(error: unknown): LogFailure | undefined {
  if (error instanceof LogFailure) return error;
  const code = codeOf(error);
  const reason = code === undefined ? undefined : reasonOf(code);
  return reason === undefined
    ? undefined
    : new LogFailure(reason, `the log is ${reason} (${code}): ${cureOf(reason)}`, error);
}

/** Reads a row; one that does not have its shape was written by someone else, or by a failing disk. */
export function intact<Result>(place: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    throw new LogFailure("damaged", `${place} cannot be read: ${cureOf("damaged")}`, cause);
  }
}

const systemError = z.object({ code: z.string() });

function codeOf(error: unknown): string | undefined {
  if (error instanceof Database.SqliteError) return error.code;
  return error instanceof Error ? systemError.safeParse(error).data?.code : undefined;
}

/** Longest prefix first: a write that fails in the file system is a full disk or a quota, a read that fails is damage. */
const reasons: readonly (readonly [prefix: string, reason: LogTrouble])[] = [
  ["SQLITE_BUSY", "locked"],
  ["SQLITE_LOCKED", "locked"],
  ["SQLITE_PROTOCOL", "locked"],
  ["SQLITE_IOERR_LOCK", "locked"],
  ["SQLITE_FULL", "full"],
  ["SQLITE_IOERR_WRITE", "full"],
  ["SQLITE_IOERR_SHMSIZE", "full"],
  ["SQLITE_IOERR_TRUNCATE", "full"],
  ["ENOSPC", "full"],
  ["EDQUOT", "full"],
  ["SQLITE_READONLY", "readonly"],
  ["SQLITE_CANTOPEN", "readonly"],
  ["SQLITE_PERM", "readonly"],
  ["SQLITE_IOERR_DELETE", "readonly"],
  ["SQLITE_IOERR_SHMOPEN", "readonly"],
  ["EACCES", "readonly"],
  ["EPERM", "readonly"],
  ["EROFS", "readonly"],
  ["ENOTDIR", "readonly"],
  ["EEXIST", "readonly"],
  ["ENOENT", "readonly"],
  ["SQLITE_IOERR", "damaged"],
  ["SQLITE_CORRUPT", "damaged"],
  ["SQLITE_NOTADB", "damaged"],
  ["SQLITE_CONSTRAINT", "damaged"],
];

function reasonOf(code: string): LogTrouble | undefined {
  return reasons.find(([prefix]) => code.startsWith(prefix))?.[1];
}
