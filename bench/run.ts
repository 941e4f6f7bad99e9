/**
 * The benchmarks: `npm run -s bench [-- SUITE …] [FOLDER] [--json FILE] [--misses FILE]`.
 *
 * Takes    names of suites (all, if none is named), the folder of the retrieval sets (a word with a stroke in it), a file for the rows
 *          as JSON; a file for what "language" missed, or what "understand" misread of the part that may be learnt from.
 * Returns  a table on standard output. Exit code 0 whatever was measured; 1 when a suite could not be run, 2 for a wrong word.
 * Leaves   what is enough to bars.ts, and measuring to a file a suite.
 */
import { writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { type Bar, barOf, barred, reaches } from "./bars.ts";
import { faults } from "./faults.ts";
import { fuzz } from "./fuzz.ts";
import { gold } from "./gold.ts";
import { language } from "./language.ts";
import { speed } from "./language-speed.ts";
import { memory } from "./memory.ts";
import { office } from "./office.ts";
import { retrieval } from "./retrieval.ts";
import { type Row, rounded } from "./row.ts";
import { scale } from "./scale.ts";
import { start } from "./start.ts";
import { store } from "./store.ts";
import { talks } from "./talks.ts";
import { turn } from "./turn.ts";
import { rowsOf, understand } from "./understand.ts";

interface Measured extends Row {
  readonly suite: string;
  readonly bar?: Bar;
}

const { values, positionals } = parseArgs({
  options: { json: { type: "string" }, misses: { type: "string" } },
  allowPositionals: true,
});

const folders = positionals.filter((word) => word.includes("/"));
const named = positionals.filter((word) => !word.includes("/"));
const retrievalSets = folders[0] ?? "../shared/suites/retrieval";

const suites: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  start,
  turn,
  memory,
  store,
  faults,
  office,
  scale,
  talks,
  understand: async () => {
    const understanding = await understand();
    if (values.misses !== undefined) writeFileSync(values.misses, `${understanding.misses.join("\n")}\n`);
    return rowsOf(understanding);
  },
  fuzz,
  language: async () => {
    const rows = language("bench/suites");
    const missed = rows.flatMap(({ suite, missed }) => missed.map((one) => `${suite}: ${one}`));
    if (values.misses !== undefined) writeFileSync(values.misses, `${missed.join("\n")}\n`);
    const counted = rows.map(({ suite, passed, of }) => ({ measure: suite, value: passed, unit: `of ${of}` }));
    return [...counted, ...speed()];
  },
  retrieval: async () => [...(await gold()), ...(await retrieval(retrievalSets))],
};

async function run(): Promise<number> {
  const unknown = named.filter((name) => !Object.hasOwn(suites, name));
  if (unknown.length > 0) {
    console.error(`there is no suite ${unknown.join(", ")}: there are ${Object.keys(suites).join(", ")}`);
    return 2;
  }
  const chosen = named.length > 0 ? named : Object.keys(suites);
  const machine = { node: process.version, processors: availableParallelism(), load: loadavg().map(round1) };
  console.log(
    `Node ${machine.node}, ${machine.processors} processors, load average ${machine.load.join(" ")} at start`,
  );
  console.log(printedRow(["suite", "measure", "value", "unit", "bar", "holds"]));

  const measured: Measured[] = [];
  const crashed: string[] = [];
  for (const suite of chosen) {
    try {
      const rows = (await suites[suite]?.()) ?? [];
      for (const row of rows) measured.push(show(suite, row));
      const lost = barred(suite).filter((measure) => !measured.some((one) => one.measure === measure));
      if (lost.length > 0) throw new Error(`has a bar for what it does not measure: ${lost.join("; ")}`);
    } catch (error) {
      crashed.push(suite);
      console.error(`${suite} could not be run:`, error);
    }
  }
  console.log(`load average ${loadavg().map(round1).join(" ")} at the end`);
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ ...machine, crashed, rows: measured }, null, 2)}\n`);
  }
  return crashed.length > 0 ? 1 : 0;
}

/** Prints the row as soon as it is known: some suites take a while. */
function show(suite: string, row: Row): Measured {
  const bar = barOf(suite, row.measure);
  const holds = bar === undefined ? row.holds : reaches(row.value, bar);
  const shownBar = bar === undefined ? "" : "atMost" in bar ? `≤ ${bar.atMost}` : `≥ ${bar.atLeast}`;
  const shownHolds = holds === undefined ? "" : holds ? "yes" : "NO";
  console.log(printedRow([suite, row.measure, String(row.value), row.unit, shownBar, shownHolds]));
  return { suite, ...row, ...(bar && { bar }), ...(holds !== undefined && { holds }) };
}

function printedRow([
  suite = "",
  measure = "",
  value = "",
  unit = "",
  bar = "",
  holds = "",
]: readonly string[]): string {
  return `${suite.padEnd(9)} ${measure.padEnd(44)} ${value.padStart(8)} ${unit.padEnd(11)} ${bar.padEnd(6)} ${holds}`.trimEnd();
}

function round1(value: number): number {
  return rounded(value, 1);
}

process.exitCode = await run();
