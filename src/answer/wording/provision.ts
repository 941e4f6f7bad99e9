/**
 * What a provision says: its sentence is data, and so is its reading of an unclear clause.
 */
import type { Sentence } from "./sentence.ts";

export const provisionWording = {
  "provision.says": (v) => `${v.text}`,
  /** Of any rule or route, where words it rests on are gone. */
  "sources.moved": (v) => `${v.told}`,
  "provision.reading": (v) => `${v.reading}`,
} satisfies Record<string, Sentence>;
