/**
 * What an office's documents lay down (法): figures, rules, routes and papers, all read over one library.
 *
 * Takes    the data folder and the library, perhaps with a document that is about to be replaced.
 * Returns  the parts, each with its sources marked where their words have moved.
 * Throws   DataError naming file and place, so that a start with broken data ends with a clear line.
 */
import { join } from "node:path";
import { openTemplates, type Templates } from "./papers/template.ts";
import { type FigureBook, openFigures } from "./policy/figures.ts";
import type { Library } from "./policy/library.ts";
import { openRoutes, type RouteBook } from "./requests/route.ts";
import { type RuleBook, ruleBook } from "./rules/all.ts";
import { openProvisions } from "./rules/provision-file.ts";

export interface Law {
  readonly library: Library;
  readonly figures: FigureBook;
  readonly rules: RuleBook;
  readonly routes: RouteBook;
  /** What the paper of each type of request looks like. */
  readonly papers: Templates;
}

/** Reads all that rests on the library. */
export function openLaw(data: string, library: Library): Law {
  const figures = openFigures(join(data, "figures"), library);
  return {
    library,
    figures,
    rules: ruleBook(openProvisions(join(data, "provisions"), library, figures)),
    routes: openRoutes(join(data, "routes"), library, figures),
    papers: openTemplates(join(data, "papers"), library),
  };
}
