/**
 * A log that cannot be read or written just now: why, in a word that wording can turn into a cure.
 *
 * Takes    what the database threw: SQLite, PostgreSQL (by SQLSTATE), a socket or the file system.
 * Returns  a LogFailure, or undefined when it is no failure of the machine but a bug of ours.
 * Leaves   the sentence a person reads to answer/wording, the refusal at start to sqlite.ts and postgres.ts.
 */
import Database from "better-sqlite3";
import { z } from "zod";
import { assertNever, UpstreamError } from "../errors.ts";

/** `uncertain`: the connection broke during a commit, and nobody could be asked whether it went through. */
export type LogTrouble = "locked" | "full" | "readonly" | "damaged" | "unreachable" | "uncertain";

export class LogFailure extends UpstreamError {
  readonly reason: LogTrouble;

  constructor(reason: LogTrouble, message: string, cause?: unknown) {
    super("log", reason !== "damaged", message, cause);
    this.name = "LogFailure";
    this.reason = reason;
  }
}

/** What the operator does about it; one line, used at start and in the log of the process. */
function cureOf(reason: LogTrouble, of: "file" | "server"): string {
  const file = of === "file";
  switch (reason) {
    case "locked":
      return file
        ? "another program holds the file; close it (a database browser, a backup, a second copy) and try again"
        : "others hold its rows for too long; look in pg_stat_activity for a session that neither commits nor ends";
    case "full":
      return "the disk is full or a quota is reached; free some space, nothing acknowledged is lost";
    case "readonly":
      return file
        ? "the file or its folder cannot be written; give this user write permission to both, or name another place"
        : "the server takes no writes from this user; grant it the tables and CREATE on the schema, or name the primary";
    case "damaged":
      return file
        ? "the file is no intact SQLite log; keep a copy of it, restore the last backup, or name another file"
        : "the tables are no intact log; keep a copy of them, restore the last backup, or name another database";
    case "unreachable":
      return "the server does not answer or has no room; start it, or look at the network and max_connections";
    case "uncertain":
      return "the server was lost during a commit; when it is back, look whether the last step is in the log";
    default:
      return assertNever(reason);
  }
}

/** The failure behind an error of the database, of the connection to it, or of the file system. */
export function failureOf(error: unknown): LogFailure | undefined {
  if (error instanceof LogFailure) return error;
  const server = serverError.safeParse(error);
  if (server.success) return failureIn(sqlStates, server.data.code, "server", error);
  const code = codeOf(error);
  return code === undefined ? undefined : failureIn(reasons, code, "file", error);
}

/** What the server said, where it is a server's answer that stands behind the error. */
export function sqlStateOf(error: unknown): string | undefined {
  const said = serverError.safeParse(error instanceof LogFailure ? error.cause : error);
  return said.data?.code;
}

/** What a client of PostgreSQL throws that is no answer of the server: there is none, or it has gone. */
export const unreachable = (cause: unknown): LogFailure =>
  new LogFailure("unreachable", `the log is unreachable: ${cureOf("unreachable", "server")}`, cause);

function failureIn(table: typeof reasons, code: string, of: "file" | "server", cause: unknown): LogFailure | undefined {
  const reason = table.find(([prefix]) => code.startsWith(prefix))?.[1];
  if (reason === undefined) return undefined;
  return new LogFailure(reason, `the log is ${reason} (${code}): ${cureOf(reason, of)}`, cause);
}

/** Reads a row; one that does not have its shape was written by someone else, or by a failing disk. */
export function intact<Result>(place: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    throw new LogFailure(
      "damaged",
      `${place} cannot be read: keep a copy of the log, and restore the last backup`,
      cause,
    );
  }
}

/** The answer of a PostgreSQL server, whichever client brings it. */
const serverError = z.object({ code: z.string().length(5), severity: z.string() });
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

/** By SQLSTATE, longest prefix first. What is tried again as a whole (a deadlock, a failed serialization) counts as locked. */
const sqlStates: typeof reasons = [
  ["40", "locked"],
  ["55P03", "locked"],
  ["57014", "locked"],
  ["53100", "full"],
  ["25006", "readonly"],
  ["42501", "readonly"],
  ["08", "unreachable"],
  ["25P0", "unreachable"],
  ["28", "unreachable"],
  ["3D000", "unreachable"],
  ["53", "unreachable"],
  ["57P", "unreachable"],
  ["23", "damaged"],
  ["3F000", "damaged"],
  ["42P01", "damaged"],
  ["42703", "damaged"],
  ["58", "damaged"],
  ["P0001", "damaged"],
  ["XX", "damaged"],
];
