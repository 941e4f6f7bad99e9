/**
 * The one door (唯一入口) for every channel and test: a turn in, a reply out.
 */
export type { Action, Reply, Turn } from "./answer/reply.ts";
