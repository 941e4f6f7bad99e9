/**
 * The law in sentences: worked cases of every rule, each named by what the documents lay down, asked as people ask.
 *
 * A line of test/laws/<rule>.jsonl: the sentence of the law, who asks what, and what the reply must hold and cite.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { book } from "./rules/law.ts";
import { monday, openDesk } from "./talks/desk.ts";
import { expectation, judge } from "./talks/player.ts";

const lawCase = z.strictObject({
  law: z.string().min(4),
  as: z.string(),
  /** One message, or several in one conversation: the last reply is judged. */
  ask: z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)]),
  now: z.string().default(monday),
  expect: expectation,
});

const files = readdirSync("test/laws").filter((file) => file.endsWith(".jsonl"));
const casesOf = (file: string) =>
  readFileSync(`test/laws/${file}`, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => lawCase.parse(JSON.parse(line)));

describe.each(files)("%s", (file) => {
  it("is of a rule that there is", () => expect(book.of(basename(file, ".jsonl"))?.id).toBe(basename(file, ".jsonl")));
  it.each(casesOf(file))("$law", async ({ as, ask, now, expect: expected }) => {
    const { say } = await openDesk();
    const replies = [];
    for (const text of ask) replies.push(await say(as, text, { now }));
    const reply = replies.at(-1);
    expect(reply === undefined ? ["nothing was asked"] : judge(expected, reply), reply?.text).toEqual([]);
  });
});
