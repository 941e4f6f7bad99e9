/** The office's documents after a change in which no quote stands any more, and the figures as they are read over them. */
import { openFigures } from "../../src/policy/figures.ts";
import type { Library } from "../../src/policy/library.ts";
import { movedSource } from "../../src/policy/source.ts";
import { library } from "./law.ts";

export const nothingStands: Library = {
  ...library,
  cite: (doc, clause, quote) => movedSource(library.document(doc), clause, quote),
  locate: () => undefined,
};
export const goneFigures = openFigures("data/figures", nothingStands);
