/**
 * A small Assistant for the tests of channels: it remembers the turns it was given and answers from a list.
 *
 * Takes    replies by what is said; everything else is repeated. Returns the port, and the turns it saw.
 */
import type { Assistant, Reply, Told, Turn } from "../../src/assistant.ts";
import type { Speaker } from "../../src/channels/speaker.ts";

export const speakers: readonly Speaker[] = [
  { id: "keyuan", post: "科员", unit: "甲局" },
  { id: "kezhang", post: "科长", unit: "甲局" },
  { id: "zhuren", post: "主任", unit: "乙办" },
];
export const keyuan: Speaker = { id: "keyuan", post: "科员", unit: "甲局" };
export const noon = "2026-11-23T12:00:00.000+08:00";

export function reply(text: string, more: Partial<Reply> = {}): Reply {
  return { kind: "answer", text, citations: [], ...more };
}

export interface FakeAssistant extends Assistant {
  readonly turns: readonly Turn[];
  /** The keys of notices that were said to have been shown. */
  readonly shown: readonly string[];
  /** Who was said to have just come. */
  readonly arrivals: readonly (string | undefined)[];
}

/** `notices` wait to be told, each until it is said to have been shown. */
export function fakeAssistant(
  replies: Readonly<Record<string, Reply>> = {},
  notices: readonly Told[] = [],
): FakeAssistant {
  const turns: Turn[] = [];
  const shown: string[] = [];
  const arrivals: (string | undefined)[] = [];
  const theirs = (to: string | undefined) => notices.filter((one) => to === undefined || one.to === to);
  return {
    turns,
    shown,
    arrivals,
    tell: async ({ to, arriving }) => {
      if (arriving) arrivals.push(to);
      return theirs(to).filter(({ key }) => !shown.includes(key));
    },
    told: async (keys) => {
      shown.push(...keys);
    },
    toldBefore: async ({ to }) => theirs(to).filter(({ key }) => shown.includes(key)),
    handle: async (turn) => {
      turns.push(turn);
      return replies[turn.action?.kind ?? turn.text] ?? reply(`您说:${turn.text}`);
    },
  };
}

/** A notice for somebody. */
export const notice = (key: string, to: string, text: string, more: Partial<Told> = {}): Told => ({
  key,
  to,
  text,
  citations: [],
  ...more,
});
