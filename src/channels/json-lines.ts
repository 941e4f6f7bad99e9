/**
 * The conversation service: JSON lines in, JSON lines out, one for one and in order.
 *
 * Takes    standard input and output, the assistant, who may speak, and the machine's clock.
 * Returns  when the input has ended and every reply is written, or when nobody reads the replies any more.
 * Leaves   all meaning to the assistant. A line that is no message is answered as an error and passed over.
 * Why      one turn at a time: a later line may confirm what an earlier one asked, and input waits while output is full.
 */
import { randomUUID } from "node:crypto";
import type { Writable } from "node:stream";
import { z } from "zod";
import { action } from "../answer/reply.ts";
import type { Assistant } from "../assistant.ts";
import { instant, readText } from "./incoming.ts";
import { jsonProblem, jsonReply, type MessageId } from "./json-reply.ts";
import { lineProblems, tooLong, unknownSpeaker, wrongShape } from "./labels.ts";
import { type Line, linesOf } from "./lines.ts";
import { defaultConversation, defaultSpeaker, type Speaker, speakerOf } from "./speaker.ts";
import { writerTo } from "./writer.ts";

export interface LinesParts {
  readonly input: AsyncIterable<Uint8Array>;
  readonly output: Writable;
  readonly assistant: Assistant;
  readonly speakers: readonly Speaker[];
  readonly now: () => string;
}

const messageId = z.union([z.string(), z.number()]);
const message = z.object({
  id: messageId.nullish(),
  conversation: z.string().min(1).max(500).nullish(),
  as: z.string().nullish(),
  now: instant.nullish(),
  text: z.string(),
  /** Not in the contract: a pressed button, for programs that draw them. */
  action: action.nullish(),
});

/** Answers line after line until the input ends. */
export async function serveLines(parts: LinesParts): Promise<void> {
  const write = writerTo(parts.output);
  for await (const line of linesOf(parts.input)) {
    const { json, shown } = await answerLine(line, parts);
    if (!(await write(`${JSON.stringify(json)}\n`))) return;
    await shown?.();
  }
}

interface Answer {
  readonly json: Record<string, unknown>;
  /** To be called once it is written. */
  readonly shown?: () => Promise<void>;
}

async function answerLine(line: Line, { assistant, speakers, now }: LinesParts): Promise<Answer> {
  if (line.kind !== "line") return { json: jsonProblem(lineProblems[line.kind], glimpsedId(line.beginning)) };
  const json = parsed(line.text);
  if (json === undefined) return { json: jsonProblem(lineProblems["not-json"], glimpsedId(line.text)) };

  const checked = message.safeParse(json);
  if (!checked.success) {
    const fields = checked.error.issues.map((issue) => issue.path.join(".") || "对象");
    return { json: jsonProblem(wrongShape([...new Set(fields)].join("、")), statedId(json)) };
  }
  const id = checked.data.id ?? undefined;
  const speaker = speakerOf(speakers, checked.data.as ?? defaultSpeaker);
  if (speaker === undefined) {
    const known = speakers.map((one) => one.id);
    return { json: jsonProblem(unknownSpeaker((checked.data.as ?? defaultSpeaker).slice(0, 50), known), id) };
  }
  const text = readText(checked.data.text);
  if (text.kind === "too-long") return { json: jsonProblem(tooLong, id) };

  const at = checked.data.now ?? now();
  const reply = await assistant.handle({
    id: String(id ?? randomUUID()),
    conversation: checked.data.conversation ?? defaultConversation,
    as: speaker.id,
    now: at,
    text: text.text,
    ...(checked.data.action && { action: checked.data.action }),
  });
  const { notices } = reply;
  const answer = jsonReply(reply, id);
  return notices === undefined ? { json: answer } : { json: answer, shown: () => assistant.told(notices, at) };
}

/** The object of a line; nothing for what is no JSON, or JSON of another kind. */
function parsed(text: string): object | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null && !Array.isArray(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function statedId(json: object): MessageId | undefined {
  const found = z.object({ id: messageId }).safeParse(json);
  return found.success ? found.data.id : undefined;
}

/** The id that a broken line plainly begins to state, so that its sender can tell which one failed. */
function glimpsedId(beginning: string): MessageId | undefined {
  const spelt = /^\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.){0,200}"|-?\d{1,15}(?=\s*[,}]))/u.exec(beginning)?.[1];
  try {
    return spelt === undefined ? undefined : messageId.parse(JSON.parse(spelt));
  } catch {
    return undefined;
  }
}
