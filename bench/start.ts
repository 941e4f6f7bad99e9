/**
 * From the start of the process to the first answer: on the command line, as JSON lines, through npm; and the first page.
 *
 * Takes    nothing; each start has an empty log of its own.
 * Returns  seconds, the median and the best of five. The ways are started by turns, so that a busy moment hits all of
 *          them, and Node alone is one of the ways: it shows how busy the machine is.
 */
import { begin, main, node, printedAddress, withLog } from "./program.ts";
import { middle, type Row, rounded } from "./row.ts";

const rounds = 5;
const question = "请两天事假,要经过谁批准?";
/** No rule knows it: the very first search builds the indexes, a later start reads them, and this answer waits for them. */
const searched = "廉政教育谁负责?";
const line = `${JSON.stringify({ id: "1", text: question })}\n`;

const ways: Readonly<Record<string, () => Promise<number>>> = {
  "ask: first answer": () => answered(node, [main, "ask", question], /批准/u),
  "ask: first answer, by a search": () => answered(node, [main, "ask", searched], /廉政/u),
  "ask: first answer, by a search, the indexes kept": () =>
    withLog(async (databaseUrl) => {
      await timed(databaseUrl, searched);
      return timed(databaseUrl, searched);
    }),
  "ask --jsonl: first answer": () => answered(node, [main, "ask", "--jsonl"], /批准.*\n/u, line),
  "npm run -s ask: first answer": () => answered("npm", ["run", "-s", "ask", "--", question], /批准/u),
  "serve: first page": served,
  "node alone": () => answered(node, ["-e", "console.log(1)"], /1/u),
};

export async function start(): Promise<Row[]> {
  const took = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [way, run] of Object.entries(ways)) took.set(way, [...(took.get(way) ?? []), await run()]);
  }
  return [...took].flatMap(([way, seconds]) => [
    { measure: `${way}, median of ${rounds}`, value: rounded(middle(seconds), 2), unit: "s" },
    { measure: `${way}, best`, value: rounded(Math.min(...seconds), 2), unit: "s" },
  ]);
}

const answered = (command: string, args: readonly string[], wanted: RegExp, input = "") =>
  withLog((databaseUrl) => timedRun(databaseUrl, command, args, wanted, input));

const timed = (databaseUrl: string, text: string) => timedRun(databaseUrl, node, [main, "ask", text], /廉政/u, "");

async function timedRun(databaseUrl: string, command: string, args: readonly string[], wanted: RegExp, input: string) {
  const began = performance.now();
  const program = begin(command, args, databaseUrl, input);
  await program.printed(wanted);
  const seconds = (performance.now() - began) / 1000;
  await program.left();
  return seconds;
}

function served(): Promise<number> {
  return withLog(async (databaseUrl) => {
    const began = performance.now();
    const program = begin(node, [main, "serve"], databaseUrl);
    try {
      await (await fetch(await printedAddress(program))).text();
      return (performance.now() - began) / 1000;
    } finally {
      await program.end();
    }
  });
}
