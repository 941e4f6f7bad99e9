/**
 * One question, one answer: `ask` on the command line.
 *
 * Takes    the question (or standard input to read it from), who asks, when, and how the answer shall look.
 * Returns  the exit code: 0 for an answer, 1 where the reply is an error.
 * Leaves   reading the command line to command.ts.
 */
import { randomUUID } from "node:crypto";
import type { Writable } from "node:stream";
import type { Assistant } from "../assistant.ts";
import { readText } from "./incoming.ts";
import { jsonProblem, jsonReply } from "./json-reply.ts";
import { tooLong } from "./labels.ts";
import { terminalText } from "./markdown-terminal.ts";
import { writerTo } from "./writer.ts";

export interface Question {
  readonly text: string;
  readonly as: string;
  readonly conversation: string;
  readonly now: string;
}

export interface AskParts {
  readonly assistant: Assistant;
  readonly output: Writable;
  readonly json: boolean;
  readonly colours: boolean;
}

export async function ask(question: Question, { assistant, output, json, colours }: AskParts): Promise<0 | 1> {
  const write = writerTo(output);
  const text = readText(question.text);
  if (text.kind === "too-long") {
    await write(json ? `${JSON.stringify(jsonProblem(tooLong, undefined))}\n` : `${tooLong}\n`);
    return 1;
  }
  const reply = await assistant.handle({ ...question, id: randomUUID(), text: text.text });
  await write(json ? `${JSON.stringify(jsonReply(reply, undefined))}\n` : `${terminalText(reply.text, { colours })}\n`);
  if (reply.notices !== undefined) await assistant.told(reply.notices, question.now);
  return reply.kind === "error" ? 1 : 0;
}

/** All of an input as text; stops once there is clearly more than a question. */
export async function readAll(input: AsyncIterable<Uint8Array>, mostBytes = 512 * 1024): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of input) {
    parts.push(part);
    length += part.length;
    if (length > mostBytes) break;
  }
  return Buffer.concat(parts).toString("utf8");
}
