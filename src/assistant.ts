/**
 * The one door (唯一入口) for every channel and test: a turn in, a reply out.
 */
export type { Action, Reply, Turn } from "./answer/reply.ts";
import type { Reply, Turn } from "./answer/reply.ts";

export interface Assistant {
  /** Answers one turn; whatever it changed is durable before the reply is returned. Never rejects: trouble is a reply of kind "error". */
  readonly handle: (turn: Turn) => Promise<Reply>;
}
