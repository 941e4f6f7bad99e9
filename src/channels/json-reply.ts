/**
 * A reply as the JSON object that other programs read (the contract of `ask --json` and `ask --jsonl`).
 *
 * Takes    the reply of the assistant, and the id of the message it answers, if that had one.
 * Returns  a plain object; fields are only ever added to it.
 */
import type { Reply } from "../assistant.ts";

export type MessageId = string | number;

export function jsonReply(reply: Reply, id: MessageId | undefined): Record<string, unknown> {
  const { kind, text, citations, result, request, requests, actions } = reply;
  return {
    ...(id === undefined ? {} : { id }),
    kind,
    text,
    citations,
    ...(result && { result }),
    ...(request && { request }),
    ...(requests && { requests }),
    ...(actions && { actions }),
  };
}

/** What stands in for a reply where no turn could be made of the message. */
export function jsonProblem(text: string, id: MessageId | undefined): Record<string, unknown> {
  return { ...(id === undefined ? {} : { id }), kind: "error", text };
}
