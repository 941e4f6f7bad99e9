/**
 * What a provision says: its sentence is data, and so is its reading of an unclear clause.
 */
import type { Sentence } from "./sentence.ts";

export const provisionWording = {
  "provision.says": (v) => `${v.text}`,
  "provision.reading": (v) => `${v.reading}`,
} satisfies Record<string, Sentence>;
