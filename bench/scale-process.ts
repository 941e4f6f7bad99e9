/**
 * One process of the suite "scale": `node bench/scale-process.ts build|ask PASSAGES FOLDER`.
 *
 * Takes    what to do, how many passages, the folder of the index. Returns its figures as JSON on standard output.
 * Why      an index is measured in a process that has done nothing else. Who asks fails when a passage is made again.
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { fold } from "../src/lib/text.ts";
import { type Indexed, openIndex } from "../src/search/kept-index.ts";
import { terms } from "../src/search/tokens.ts";
import { synthetic } from "./synthetic.ts";

/** As many hits as the search asks its indexes for. */
const limit = 300;
const perDocument = 50;
/** Asked before the watch runs: a serving process has compiled what it does all day. */
const warming = 30;

export const builtSchema = z.object({
  seconds: z.number(),
  termSeconds: z.number(),
  megabytes: z.number(),
  savedMegabytes: z.number(),
});
export const askedSchema = z.object({
  startSeconds: z.number(),
  firstMs: z.number(),
  ms: z.array(z.number()),
  megabytes: z.number(),
  moreSeconds: z.number(),
});

type Built = z.infer<typeof builtSchema>;
type Asked = z.infer<typeof askedSchema>;

function build(size: number, folder: string): Built {
  const { passage } = synthetic();
  const began = performance.now();
  let termMs = 0;
  openIndex(
    folder,
    documents(size, function* (numbers) {
      for (const number of numbers) {
        const before = performance.now();
        const made = terms(fold(passage(number)));
        termMs += performance.now() - before;
        yield made;
      }
    }),
  );
  return {
    seconds: (performance.now() - began) / 1000,
    termSeconds: termMs / 1000,
    megabytes: process.resourceUsage().maxRSS / 1000,
    savedMegabytes: readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1e6,
  };
}

function ask(size: number, folder: string): Asked {
  const { question } = synthetic();
  const all = documents(size, () => {
    throw new Error("what is saved was built again");
  });
  const began = performance.now();
  const index = openIndex(folder, all);
  const startSeconds = (performance.now() - began) / 1000;
  const took = (number: number): number => {
    const asked = [...new Set(terms(fold(question(number, size))))].map((term) => ({ term, weight: 1 }));
    const before = performance.now();
    const found = index.search(asked, limit);
    const ms = performance.now() - before;
    if (found.length === 0) throw new Error(`nothing was found for: ${question(number, size)}`);
    return ms;
  };
  const firstMs = took(0);
  for (let number = 1; number < warming; number++) took(number);
  const ms = Array.from({ length: size < 1_000_000 ? 300 : 150 }, (_, at) => took(warming + at));
  const megabytes = process.memoryUsage().rss / 1e6;
  const came = performance.now();
  const more = index.of([
    ...all,
    { id: "more", fingerprint: "as asked", size: 1, passages: () => [terms(question(0, size))] },
  ]);
  const moreSeconds = (performance.now() - came) / 1000;
  if (more.built !== 1) throw new Error(`for one document more, ${more.built} were built`);
  return { startSeconds, firstMs, ms, megabytes, moreSeconds };
}

function documents(size: number, passages: (numbers: Iterable<number>) => ReturnType<Indexed["passages"]>): Indexed[] {
  return Array.from({ length: size / perDocument }, (_, at) => {
    const numbers = Array.from({ length: perDocument }, (_, passage) => at * perDocument + passage);
    return { id: `synthetic-${at}`, fingerprint: "as drawn", size: perDocument, passages: () => passages(numbers) };
  });
}

if (import.meta.main) {
  const [work, size = "", folder = ""] = process.argv.slice(2);
  console.log(JSON.stringify(work === "build" ? build(Number(size), folder) : ask(Number(size), folder)));
}
