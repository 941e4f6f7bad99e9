/**
 * What no longer stands (出处已变): every place of the data folder that cites words its document does not hold any more.
 *
 * Takes    the data folder and its law as it is opened, perhaps over a document that is about to be replaced.
 * Returns  the places, each with the rule, form or question that must not answer until somebody has confirmed its source.
 * Leaves   saying so in a conversation to rules/rule.ts and requests/route.ts, which see the same marks.
 */
import { join } from "node:path";
import type { Law } from "./law.ts";
import { sourcesOf } from "./papers/template.ts";
import type { FigureEntry } from "./policy/figures.ts";
import type { Source } from "./policy/source.ts";
import { movedPoints } from "./search/points.ts";

export interface Moved {
  /** Where it is cited: a figure, a provision, a route, a line of past questions. */
  readonly where: string;
  readonly doc: string;
  readonly clause: string;
  readonly quote: string;
}

/** The rules that take a figure, or others of the same file where it is a source or a reading. */
function usedBy({ unit, file, name }: FigureEntry, { figures, rules }: Law): string {
  const ofFile = new Set(
    figures.entries.filter((one) => one.unit === unit && one.file === file).map((one) => one.name),
  );
  const own = rules.all.filter((rule) => rule.unit === unit);
  const exact = own.filter((rule) => rule.figures.includes(name));
  const near = exact.length > 0 ? exact : own.filter((rule) => rule.figures.some((figure) => ofFile.has(figure)));
  return near.length === 0 ? "" : ` (${near.map(({ id }) => id).join(", ")})`;
}

/** Every citation that no longer stands. */
export function movedIn(data: string, law: Law): readonly Moved[] {
  const { figures, rules, routes, papers, library } = law;
  const cited: (readonly [where: string, sources: readonly Source[]])[] = [
    ...figures.entries.map(
      (entry) => [`figures/${entry.unit} ${entry.name}${usedBy(entry, law)}`, entry.sources] as const,
    ),
    ...rules.provisions.flatMap(({ id, unit, entries }) =>
      entries.map(
        ({ name, says, steps, warnings, notes }) =>
          [
            `provisions/${unit}/${id} ${name}`,
            [says, ...steps, ...warnings, ...notes].flatMap(({ sources }) => sources),
          ] as const,
      ),
    ),
    ...routes.entries.map(({ unit, type, sources }) => [`routes/${unit} ${type}`, sources] as const),
    ...papers.all.map((template) => [`papers/${template.unit} ${template.type}`, sourcesOf(template)] as const),
  ];
  return [
    ...cited.flatMap(([where, sources]) =>
      sources.filter(({ moved }) => moved).map(({ doc, clause, quote }) => ({ where, doc, clause, quote })),
    ),
    ...movedPoints(join(data, "questions"), library).map(({ path, place, doc, quote }) => ({
      where: `${path} ${place}`,
      doc,
      clause: "",
      quote,
    })),
  ];
}
