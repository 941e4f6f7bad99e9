/**
 * The only file that wires: argv → command, environment → config → parts → channels.
 *
 * Takes    the command line, the environment, standard input and output, the machine's clock.
 * Returns  an exit code: 2 where the operator or the data must be mended (each problem with its cure), 1 for other trouble.
 *
 * A channel is loaded by the command that needs it: one question in a terminal does not wait for a web server's code.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { openAssistant, remarksFor, steadSaid, waitingToday, why } from "./assistant.ts";
import { ask, readAll } from "./channels/ask.ts";
import { serveLines } from "./channels/json-lines.ts";
import { terminal as labels, movedPlace } from "./channels/labels.ts";
import { defaultSpeaker, type Speaker, speakerOf } from "./channels/speaker.ts";
import { openClockwork, wouldRemind } from "./clockwork.ts";
import { type Command, readCommand, usage } from "./command.ts";
import { readConfig } from "./config.ts";
import { ConfigError, DataError, UpstreamError, UsageError } from "./errors.ts";
import { openExporter } from "./exports/exporter.ts";
import { openLaw } from "./law.ts";
import { momentOf } from "./lib/dates.ts";
import { movedIn } from "./moved.ts";
import { type Office, openOffice } from "./office.ts";
import { openPrinter } from "./papers/printer.ts";
import { openCitation } from "./policy/citation.ts";
import type { Library } from "./policy/library.ts";
import type { IndexHome } from "./search/indexes.ts";
import { copyBetween, openStore } from "./store/open.ts";

const { stdin, stdout } = process;
const colours = stdout.isTTY && stdout.hasColors();

/** The machine's clock, as Shanghai writes it; domain and channels get it from here. */
const now = () => new Date(Date.now() + 8 * 3_600_000).toISOString().replace("Z", "+08:00");

const report = (code: string, cause: unknown) => console.error(code, cause);

async function run(command: Command): Promise<number> {
  const config = readConfig(process.env, ".env");
  if (!existsSync(join(config.dataDir, "documents"))) {
    const cure = `there is no folder ${join(config.dataDir, "documents")}: name the folder that holds documents/`;
    throw new ConfigError([{ variable: "DATA_DIR", cure }]);
  }
  if (command.kind === "ingest" || command.kind === "remove") {
    const about = {
      dryRun: command.dryRun,
      documentsDir: join(config.dataDir, "documents"),
      today: momentOf(now()).date,
      write: (line: string) => console.log(line),
      moved: (library: Library) => movedIn(config.dataDir, openLaw(config.dataDir, library)),
    };
    if (command.kind === "remove") return (await import("./ingest/remove.ts")).remove(command.ids, about);
    const { ingest } = await import("./ingest/ingest.ts");
    return ingest(command.files, { ...command.said, replace: command.replace, ...about });
  }
  if (command.kind === "log-copy") {
    const { printCopied } = await import("./channels/log-lines.ts");
    const { from, to } = command;
    return printCopied(
      await copyBetween({ url: config.databaseUrl, ...from }, { url: config.databaseUrl, ...to }),
      stdout,
    );
  }
  const store = await openStore(command.kind === "check" ? "sqlite::memory:" : config.databaseUrl);
  try {
    const office = openOffice(config.dataDir, config.staffFile, store, indexesBeside(config.databaseUrl));
    const speakers = speakersOf(office);
    const parts = { assistant: openAssistant(office, report), speakers, now };
    switch (command.kind) {
      case "serve": {
        const { consoleApp } = await import("./channels/web/app.ts");
        const { openServer } = await import("./channels/web/server.ts");
        const speaker = speakerNamed(defaultSpeaker, speakers);
        const { library, guide } = office;
        const app = consoleApp({
          ...parts,
          speaker,
          library,
          opened: (citation) => openCitation(library, citation),
          guide,
          requests: requestsOf(office),
          printer: openPrinter({ ...office, templates: office.papers, called: speakers }),
          exporter: openExporter({ ...office, called: speakers }),
          report: (cause) => report("console", cause),
        });
        const server = await openServer({ app, host: config.host, port: config.port });
        if (config.slack !== undefined) console.error(labels.slackNotBuilt);
        console.log(labels.consoleAt(server.url));
        office.search.open();
        const clockwork = openClockwork({ office, now, report: (cause) => report("clockwork", cause) });
        await toldToEnd();
        await clockwork.stop();
        await server.close();
        return 0;
      }
      case "chat": {
        const { chat } = await import("./channels/terminal.ts");
        const speaker = speakerNamed(command.as, speakers);
        await chat({
          ...parts,
          speaker,
          input: stdin,
          output: stdout,
          interactive: stdin.isTTY && stdout.isTTY,
          colours,
        });
        return 0;
      }
      case "ask": {
        if (command.text === undefined && stdin.isTTY) console.error(labels.typeQuestion);
        const text = command.text ?? (await readAll(stdin));
        const { id: as } = speakerNamed(command.as, speakers);
        if (command.why) {
          const { printWhy } = await import("./channels/why-lines.ts");
          const search = office.search.knowing(await store.confirmed());
          return await printWhy(why({ ...office, search }, { text, as, now: command.now ?? now() }), stdout);
        }
        const question = { text, as, conversation: command.conversation, now: command.now ?? now() };
        return await ask(question, { ...parts, output: stdout, json: command.json, colours });
      }
      case "ask-lines":
        await serveLines({ ...parts, input: stdin, output: stdout });
        return 0;
      case "log": {
        const { printLog, printVerdict } = await import("./channels/log-lines.ts");
        if (command.verify) return await printVerdict(await store.verify(), stdout);
        return await printLog(await store.log(command.request), stdout);
      }
      case "log-questions": {
        const { printQuestions } = await import("./channels/log-lines.ts");
        return await printQuestions(await store.confirmed(), stdout);
      }
      case "log-remind": {
        const { printLog } = await import("./channels/log-lines.ts");
        return await printLog(await wouldRemind(office, now()), stdout);
      }
      case "export": {
        const { writeExport } = await import("./channels/export-out.ts");
        const exporter = openExporter({ ...office, called: speakers });
        const { order, file } = command;
        const { person } = order.what === "ledger" ? order.filter : {};
        if (person !== undefined) speakerNamed(person, speakers);
        const units = new Set(office.staff.people.map(({ unit }) => unit));
        const unit = order.what === "ledger" ? order.filter.unit : order.unit;
        if (unit !== undefined && !units.has(unit))
          throw new UsageError(`there is no unit ${unit}: use one of ${[...units].join(", ")}`);
        return await writeExport(await exporter.sheet(order, { made: now() }), { file, output: stdout });
      }
      case "paper": {
        const { printPaper } = await import("./channels/paper-out.ts");
        const printer = openPrinter({ ...office, templates: office.papers, called: speakers });
        return await printPaper(await printer.paper(command.request), { ...command, output: stdout });
      }
      case "check":
        return checked(config.dataDir, office);
    }
  } finally {
    await store.close();
  }
}

/** What no longer stands, a line each: whoever edits data/ must confirm it. */
function checked(data: string, office: Office): number {
  const { library } = office;
  const moved = movedIn(data, office);
  for (const one of moved) console.error(movedPlace(one));
  const read = `${library.documents.length} documents, ${library.clauses.length} clauses`;
  if (moved.length === 0) console.log(`${read}: every quote stands.`);
  return moved.length === 0 ? 0 : 2;
}

function speakersOf({ staff, library }: Office): readonly Speaker[] {
  const issuer = (unit: string) =>
    library.documents.find((one) => one.unit === unit && one.kind === "regulation")?.issuer;
  return staff.people.map(({ id, unit }) => ({
    id,
    post: staff.called(id),
    unit: issuer(unit) ?? unit,
  }));
}

function speakerNamed(id: string, speakers: readonly Speaker[]): Speaker {
  const speaker = speakerOf(speakers, id);
  if (speaker !== undefined) return speaker;
  throw new UsageError(`nobody has the id ${id}: use one of ${speakers.map((one) => one.id).join(", ")}`);
}

const requestsOf = (office: Office) => async (speaker: string) => {
  const today = momentOf(now()).date;
  const waiting = await waitingToday(office, speaker, today);
  const mine = await office.store.requests({ requester: speaker });
  const remarked = waiting.map(async (one) => [one.id, await remarksFor(office, one)] as const);
  const lent = mine.map(async (one) => [one.id, await steadSaid(office, one, today)] as const);
  return {
    mine,
    waiting,
    steads: new Map(await Promise.all(lent)),
    remarks: new Map(await Promise.all(remarked)),
  };
};

/**
 * The indexes stand beside the log, in a folder of its name, where it is a file; for a server under var/, named by where
 * it is and never by who signs in. They may be deleted at any time.
 */
function indexesBeside(databaseUrl: string): IndexHome | undefined {
  const trouble = (what: string) => console.error(labels.indexTrouble(what));
  const path = databaseUrl.replace(/^sqlite:/, "");
  if (path === ":memory:") return undefined;
  if (path !== databaseUrl) return { folder: `${path}.index`, trouble };
  const { host, pathname } = new URL(databaseUrl);
  const name = createHash("sha256").update(`${host}${pathname}`).digest("hex").slice(0, 12);
  return { folder: `var/postgres-${name}.index`, trouble };
}

/** A second signal ends the process at once: nothing listens for it any more. */
function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

/** What to say on standard error, and the exit code. */
function failure(error: unknown): readonly [string, number] {
  if (error instanceof ConfigError)
    return [error.problems.map(({ variable, cure }) => `${variable} ${cure}`).join("\n"), 2];
  if (error instanceof DataError) return [error.message, 2];
  if (error instanceof UpstreamError) return [error.message, 1];
  if (error instanceof UsageError) return [`${error.message}\n\n${usage}`, 2];
  return [error instanceof Error ? (error.stack ?? error.message) : String(error), 1];
}

/** Runs the command line to its end; trouble is told on standard error and becomes the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    return await run(readCommand(argv));
  } catch (error) {
    const [text, code] = failure(error);
    console.error(text);
    return code;
  }
}
