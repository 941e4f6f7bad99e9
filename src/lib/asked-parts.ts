/**
 * The parts of a message that each ask something: 开销哪个说了算,票据啥时候交 asks two things.
 *
 * Takes    a message, as typed or folded. Returns its asking parts in order, folded; fewer than two where it asks one thing.
 * Why      each part is answered for itself, among what the whole message is about.
 */
import { fold } from "./text.ts";

const marks = /\?|吗|[不没]$|行不|可不可以|能不能|要不要|谁|多少|什么|啥|哪|几|好多|好久|怎么|怎样|咋|呢/;
const leastPart = 3;

/** The parts that ask. */
export function askedParts(message: string): readonly string[] {
  const parts = fold(message).match(/[^,。;?!\n]+\??/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part.length >= leastPart && marks.test(part));
}
