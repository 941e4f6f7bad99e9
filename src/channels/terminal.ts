/**
 * A person at a prompt: `chat`.
 *
 * Takes    input and output (a terminal, or a pipe, which gets no prompts), the assistant and who may speak.
 * Returns  when the person leaves: /退出, Ctrl-D, Ctrl-C, or the end of the pipe.
 * Leaves   meaning to the assistant; only the three commands of its own begin with a slash.
 * Why      what was typed is kept in memory alone: it may name people and illness, and a history file is a log file.
 */
import { randomUUID } from "node:crypto";
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Asked, Assistant, Reply } from "../assistant.ts";
import { readText } from "./incoming.ts";
import { terminal as labels, tooLong } from "./labels.ts";
import { painter, terminalText } from "./markdown-terminal.ts";
import { type Speaker, speakerOf } from "./speaker.ts";
import { type Write, writerTo } from "./writer.ts";

export interface ChatParts {
  readonly input: Readable;
  readonly output: Writable;
  /** A person is there: prompts, greeting and line editing. */
  readonly interactive: boolean;
  readonly colours: boolean;
  readonly assistant: Assistant;
  readonly speakers: readonly Speaker[];
  readonly speaker: Speaker;
  readonly now: () => string;
}

/** Told at a time; the others follow after the next turn. */
const mostNotices = 5;

interface Talk extends ChatParts {
  readonly write: Write;
  readonly prompt: Interface;
}

export async function chat(parts: ChatParts): Promise<void> {
  const { input, output, interactive } = parts;
  const write = writerTo(output);
  if (interactive) await write(`${labels.greeting}\n`);
  await notify(parts.speaker, { ...parts, write }, { arriving: true });
  // Nothing is awaited between here and the first look for a line: one that came meanwhile would be lost.
  const prompt = createInterface({ input, output, terminal: interactive, historySize: 200 });
  prompt.on("SIGINT", () => prompt.close());
  try {
    await talkOn({ ...parts, prompt, write });
  } finally {
    prompt.close();
  }
  if (interactive) await write(`\n${labels.farewell}\n`);
}

async function talkOn(talk: Talk): Promise<void> {
  let speaker: Speaker | undefined = talk.speaker;
  // Typed ahead and then left: the lines are still answered, but nobody is prompted any more.
  let left = false;
  talk.prompt.once("close", () => {
    left = true;
  });
  ask(talk, speaker);
  for await (const line of talk.prompt) {
    speaker = await answer(line.trim(), speaker, talk);
    if (speaker === undefined) return;
    if (!left) ask(talk, speaker);
  }
}

function ask({ interactive, colours, prompt }: Talk, speaker: Speaker): void {
  if (!interactive) return;
  prompt.setPrompt(painter({ colours })("bold", `${speaker.post} › `));
  prompt.prompt();
}

/** Who speaks next; nobody, once the person has left or nobody reads any more. */
async function answer(line: string, speaker: Speaker, talk: Talk): Promise<Speaker | undefined> {
  if (line.startsWith("/")) return command(line, speaker, talk);
  if (line === "") return speaker;
  const text = readText(line);
  if (text.kind === "too-long") return (await talk.write(`${tooLong}\n`)) ? speaker : undefined;
  const reply = await talk.assistant.handle({
    id: randomUUID(),
    // Each speaker has a dialogue of their own: one's draft is not another's to confirm.
    conversation: `terminal:${speaker.id}`,
    as: speaker.id,
    now: talk.now(),
    text: text.text,
  });
  if (!(await talk.write(`${drawn(reply, talk)}\n`))) return undefined;
  if (reply.notices !== undefined) await talk.assistant.told(reply.notices, talk.now());
  return (await notify(speaker, talk)) ? speaker : undefined;
}

/** Shows the speaker what they are to be told; false once nobody reads any more. */
async function notify(
  speaker: Speaker,
  talk: Omit<Talk, "prompt">,
  arriving: Pick<Asked, "arriving"> = {},
): Promise<boolean> {
  const { assistant, now, write, colours, interactive } = talk;
  const notices = await assistant.tell({ to: speaker.id, now: now(), most: mostNotices, ...arriving });
  if (notices.length === 0) return true;
  const lines = notices.map(({ text }) => `${labels.notice}${terminalText(text, { colours })}`).join("\n");
  if (!(await write(interactive ? `\n${lines}\n` : `${lines}\n`))) return false;
  await assistant.told(
    notices.map(({ key }) => key),
    now(),
  );
  return true;
}

function drawn(reply: Reply, { interactive, colours }: Talk): string {
  const paint = painter({ colours });
  const buttons = reply.actions?.map((one) => one.label) ?? [];
  const hint = interactive && buttons.length > 0 ? `\n\n${paint("dim", labels.buttons(buttons))}` : "";
  const body = terminalText(reply.text, { colours }) + hint;
  return interactive ? `\n${body}\n` : body;
}

async function command(line: string, speaker: Speaker, talk: Talk): Promise<Speaker | undefined> {
  const [name = "", ...rest] = line.slice(1).split(/\s+/u);
  const say = async (text: string, next = speaker) => ((await talk.write(`${text}\n`)) ? next : undefined);
  switch (name.toLowerCase()) {
    case "退出":
    case "exit":
    case "quit":
      return undefined;
    case "帮助":
    case "help":
      await talk.write(`${labels.commands}\n`);
      return answer("帮助", speaker, talk);
    case "as": {
      const next = speakerOf(talk.speakers, rest.join(" "));
      if (next !== undefined) {
        if ((await say(labels.speaking(next.post), next)) === undefined) return undefined;
        return (await notify(next, talk, { arriving: true })) ? next : undefined;
      }
      const list = talk.speakers.map((one) => `  ${one.id}  ${one.post}`).join("\n");
      return say(`${labels.speakers}\n${list}`);
    }
    default:
      return say(`${labels.unknownCommand(`/${name}`)}\n${labels.commands}`);
  }
}
