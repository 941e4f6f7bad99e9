/**
 * What can be typed behind `log`: reading the log, verifying it, taking it elsewhere, what leaves it as a file.
 *
 * Takes    the words and options behind `log`. Returns the command; throws a UsageError that says what can be typed instead.
 * Leaves   the rest of the command line to command.ts, doing it to wire.ts.
 */
import { UsageError } from "./errors.ts";
import type { Order } from "./exports/order.ts";
import { isExport, typedOrder } from "./exports/typed-order.ts";

export type LogCommand =
  | { readonly kind: "log"; readonly request: string | undefined }
  | { readonly kind: "log-verify" }
  | { readonly kind: "log-questions" }
  | { readonly kind: "log-remind" }
  | { readonly kind: "log-rebuild" }
  | { readonly kind: "log-copy"; readonly from: LogPlace; readonly to: LogPlace }
  | { readonly kind: "export"; readonly order: Order; readonly file: string };

/** What is done with the log alone, whatever becomes of the office. */
export type OfLogItself = Extract<LogCommand, { kind: "log-verify" | "log-rebuild" | "log-copy" }>;

export const isOfLogItself = (command: { readonly kind: string }): command is OfLogItself =>
  ["log-verify", "log-rebuild", "log-copy"].includes(command.kind);

/** Where a log is, and what it was called on the command line; without an address, where DATABASE_URL says. */
export interface LogPlace {
  readonly url?: string;
  readonly named: string;
}

export const logUsage = `log [REQUEST]               the log of requests, a JSON object a line
log questions               the questions that somebody found well answered (👍), for data/questions
log remind                  whom today's reminders are for, a JSON object a line; nobody is told by it
log verify                  whether the log is whole, and if not, the first altered row
log rebuild                 the list of requests made anew from the log, where an older program has written into it
log export FILE [--from DATE --to DATE --by filed|days] [--type TYPE] [--status STATUS] [--unit UNIT] [--section SECTION] [--person ID]
                            the ledger of all requests as FILE.xlsx or FILE.csv; dates are those of filing (--by filed)
                            or of what it is about (--by days); types and states by id or in Chinese, several with commas
log export-record MONTH FILE [--unit UNIT]
                            the record of leaves of 2026-11 or of 2026
log export-reception YEAR FILE [--unit UNIT]
                            the yearly statement of receptions for the public
log backup FILE             the whole log into a new SQLite file, while the program runs; verified
log restore FILE            a backup back into an empty or missing DATABASE_URL; verified before and after
log copy FROM TO            the log of one address (sqlite:PATH, postgres://…) into another that is empty`;

const databaseAddress = /^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/su;
const here: LogPlace = { named: "DATABASE_URL" };

/** The command that the words behind `log` name; without a known one, the first is the number of a request. */
export function logCommand(words: readonly string[], values: Readonly<Record<string, unknown>>): LogCommand {
  const [what, one, other] = words;
  const wordless = (command: LogCommand): LogCommand => {
    if (words.length > 1) throw new UsageError("log takes one word here: nothing may stand behind it");
    return command;
  };
  if (isExport(what)) {
    const typed = typedOrder(what, words.slice(1), values);
    if (typed.kind === "bad") throw new UsageError(`log ${what} ${typed.problem}`);
    return typed;
  }
  if (Object.keys(values).length > 0) throw new UsageError("filters belong to log export");
  switch (what) {
    case "questions":
      return wordless({ kind: "log-questions" });
    case "remind":
      return wordless({ kind: "log-remind" });
    case "verify":
      return wordless({ kind: "log-verify" });
    case "rebuild":
      return wordless({ kind: "log-rebuild" });
    case "backup":
    case "restore": {
      if (one === undefined || other !== undefined) throw new UsageError(`log ${what} needs the name of one file`);
      const file = { url: `sqlite:${one.replace(/^sqlite:/u, "")}`, named: "FILE" };
      return { kind: "log-copy", from: what === "backup" ? here : file, to: what === "backup" ? file : here };
    }
    case "copy":
      if (words.length > 3) throw new UsageError("log copy takes FROM and TO, and nothing behind them");
      return { kind: "log-copy", from: placeOf("FROM", one), to: placeOf("TO", other) };
    default:
      return wordless({ kind: "log", request: what });
  }
}

/** The address is not repeated: it may hold a password. */
function placeOf(named: string, url: string | undefined): LogPlace {
  if (url !== undefined && databaseAddress.test(url)) return { url, named };
  throw new UsageError(`log copy needs FROM and TO, and ${named} is neither sqlite:PATH nor postgres://…`);
}
