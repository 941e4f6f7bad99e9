/**
 * The command line → a command, checked.
 *
 * Takes    the arguments behind `node src/main.ts`, as npm passes them.
 * Returns  the command; throws a UsageError that says what can be typed instead.
 * Leaves   doing it to wire.ts.
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { instant } from "./channels/incoming.ts";
import { defaultConversation, defaultSpeaker } from "./channels/speaker.ts";

export type Command =
  | { readonly kind: "serve" }
  | { readonly kind: "chat"; readonly as: string }
  | ({
      readonly kind: "ask";
      readonly text: string | undefined;
      readonly json: boolean;
      readonly why: boolean;
      readonly now: string | undefined;
    } & Who)
  | { readonly kind: "ask-lines" }
  | ({ readonly kind: "ingest"; readonly files: readonly string[] } & Filing)
  | { readonly kind: "remove"; readonly ids: readonly string[]; readonly dryRun: boolean }
  | { readonly kind: "log-questions" }
  | { readonly kind: "log-copy"; readonly from: LogPlace; readonly to: LogPlace }
  | { readonly kind: "log"; readonly verify: boolean; readonly request: string | undefined }
  | { readonly kind: "paper"; readonly request: string; readonly file: string | undefined }
  | { readonly kind: "check" };

/** Where a log is, and what it was called on the command line; without an address, where DATABASE_URL says. */
export interface LogPlace {
  readonly url?: string;
  readonly named: string;
}

/** What the person says of a document that it does not say itself. */
interface Filing {
  readonly said: {
    readonly id?: string;
    readonly unit?: string;
    readonly kind?: "regulation" | "opinion" | "speech";
    readonly title?: string;
  };
  readonly replace: boolean;
  readonly dryRun: boolean;
}

interface Who {
  readonly as: string;
  readonly conversation: string;
}

/** Whoever typed the command must act: exit code 2. */
export class UsageError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "UsageError";
  }
}

export const usage = `serve                       the web console, and Slack if it is configured (npm start)
chat [--as ID]              a talk in the terminal
ask [TEXT…] [--json] [--why] [--as ID] [--now ISO] [--conversation ID]
                            one question, one answer; without TEXT it is read from standard input;
                            --why takes the ranking apart instead
ask --jsonl                 a conversation service: one JSON object a line
ingest FILE… [--id ID] [--unit UNIT] [--kind regulation|opinion|speech] [--title TITLE] [--replace] [--dry-run]
                            documents in (txt, md, html, docx, pdf)
ingest --remove ID… [--dry-run]
                            documents out; their text is kept for old citations
log [REQUEST]               the log of requests, a JSON object a line
log questions               the questions that somebody found well answered (👍), for data/questions
log verify                  whether the log is whole, and if not, the first altered row
log backup FILE             the whole log into a new SQLite file, while the program runs; verified
log restore FILE            a backup back into an empty or missing DATABASE_URL; verified before and after
log copy FROM TO            the log of one address (sqlite:PATH, postgres://…) into another that is empty
paper REQUEST [FILE]        a request's paper to print: FILE.html or FILE.docx; without FILE, HTML to standard output
check                       every rule's quote held against its document`;

const options = {
  as: { type: "string", default: defaultSpeaker },
  conversation: { type: "string", default: defaultConversation },
  now: { type: "string" },
  json: { type: "boolean", default: false },
  jsonl: { type: "boolean", default: false },
  why: { type: "boolean", default: false },
  id: { type: "string" },
  unit: { type: "string" },
  kind: { type: "string" },
  title: { type: "string" },
  replace: { type: "boolean", default: false },
  remove: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
} as const;

/** Which options each command has. */
const ALLOWED = {
  serve: [],
  chat: ["as"],
  ask: ["as", "conversation", "now", "json", "jsonl", "why"],
  ingest: ["id", "unit", "kind", "title", "replace", "remove", "dry-run"],
  log: [],
  paper: [],
  check: [],
} as const satisfies Record<string, readonly (keyof typeof options)[]>;
type Name = keyof typeof ALLOWED;

export function readCommand(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (name === undefined || !isName(name)) {
    throw new UsageError(name === undefined ? "no command was named" : `there is no command ${name}`);
  }
  const allowed = Object.fromEntries(ALLOWED[name].map((option) => [option, options[option]]));
  const { values, positionals } = parsed(rest, allowed);
  const text = (option: string) => String(values[option] ?? "");
  switch (name) {
    case "serve":
    case "check":
      return { kind: name };
    case "chat":
      return { kind: "chat", as: text("as") };
    case "ingest":
      if (values.remove === true) return removal(positionals, values);
      if (positionals.length === 0) throw new UsageError("ingest needs at least one file");
      return {
        kind: "ingest",
        files: positionals,
        said: saidOf(values),
        replace: values.replace === true,
        dryRun: values["dry-run"] === true,
      };
    case "log":
      return logCommand(positionals);
    case "paper": {
      const [request, file] = positionals;
      if (request === undefined) throw new UsageError("paper needs the number of a request");
      if (file !== undefined && !/\.(?:html|docx)$/iu.test(file))
        throw new UsageError(`${file} is neither a .html nor a .docx: name the file by what it is to be`);
      return { kind: "paper", request, file };
    }
    case "ask": {
      if (values.jsonl === true) return { kind: "ask-lines" };
      const now = values.now === undefined ? undefined : text("now");
      if (now !== undefined && !instant.safeParse(now).success) {
        throw new UsageError(`--now ${now} is no instant: write it as 2026-11-23T09:00:00+08:00`);
      }
      if (values.why === true && values.json === true) throw new UsageError("ask --why prints lines: leave out --json");
      const question = positionals.length === 0 ? undefined : positionals.join(" ");
      return {
        kind: "ask",
        text: question,
        json: values.json === true,
        why: values.why === true,
        now,
        as: text("as"),
        conversation: text("conversation"),
      };
    }
  }
}

const databaseAddress = /^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/su;
const here: LogPlace = { named: "DATABASE_URL" };

function logCommand([what, one, other]: readonly string[]): Command {
  switch (what) {
    case "questions":
      return { kind: "log-questions" };
    case "verify":
      return { kind: "log", verify: true, request: undefined };
    case "backup":
    case "restore": {
      if (one === undefined || other !== undefined) throw new UsageError(`log ${what} needs the name of one file`);
      const file = { url: `sqlite:${one.replace(/^sqlite:/u, "")}`, named: "FILE" };
      return { kind: "log-copy", from: what === "backup" ? here : file, to: what === "backup" ? file : here };
    }
    case "copy":
      return { kind: "log-copy", from: placeOf("FROM", one), to: placeOf("TO", other) };
    default:
      return { kind: "log", verify: false, request: what };
  }
}

/** The address is not repeated: it may hold a password. */
function placeOf(named: string, url: string | undefined): LogPlace {
  if (url !== undefined && databaseAddress.test(url)) return { url, named };
  throw new UsageError(`log copy needs FROM and TO, and ${named} is neither sqlite:PATH nor postgres://…`);
}

const said = z.object({
  id: z.string().optional(),
  unit: z.string().optional(),
  kind: z.enum(["regulation", "opinion", "speech"]).optional(),
  title: z.string().optional(),
});

function saidOf(values: Record<string, unknown>): Filing["said"] {
  const read = said.safeParse(values);
  if (!read.success) throw new UsageError("--kind is one of regulation, opinion, speech");
  return Object.fromEntries(Object.entries(read.data).filter(([, value]) => value !== undefined));
}

function removal(ids: readonly string[], values: Record<string, unknown>): Command {
  if (ids.length === 0) throw new UsageError("ingest --remove needs the id of a document");
  if (values.replace === true || Object.keys(saidOf(values)).length > 0)
    throw new UsageError("ingest --remove takes ids and --dry-run, nothing else");
  return { kind: "remove", ids, dryRun: values["dry-run"] === true };
}

function isName(name: string): name is Name {
  return Object.hasOwn(ALLOWED, name);
}

type Options = Record<string, (typeof options)[keyof typeof options]>;

function parsed(args: readonly string[], allowed: Options) {
  try {
    return parseArgs({ args: [...args], options: allowed, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), cause);
  }
}
