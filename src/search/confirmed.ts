/**
 * Confirmed questions (👍): what people asked and found answered, beside the past questions that data/ holds.
 *
 * Takes    the confirmed questions, oldest first, the written points, and the library.
 * Returns  points to stand beside the written ones, each with no more questions than are written for it, the newest;
 *          of a clause that nobody wrote about, a point of its own.
 * Leaves   out what no longer stands. That what is written in these very words decides is rank.ts's.
 * Why      beside, not among: a written point loses nothing by what is confirmed, so one person's clicks cannot bend it.
 */
import type { Library } from "../policy/library.ts";
import type { Point } from "./points.ts";

/** How the search found an answer: the words it stands on, and the provision's entry, if one says it. */
export interface FoundBy {
  readonly quote: string;
  readonly provision?: { readonly id: string; readonly entry: string };
}

export interface ConfirmedQuestion extends FoundBy {
  readonly question: string;
  readonly doc: string;
  readonly clause: string;
}

/** A point of confirmed questions; `beside` is the written point that they were confirmed for. */
export interface ConfirmedPoint {
  readonly point: Point;
  readonly confirmed: true;
  readonly beside?: Point;
}

/** So many are taken for a clause that has no written ones. */
const alone = 4;

/** What the confirmed questions make, oldest first, beside the written points. */
export function confirmedPoints(
  written: readonly Point[],
  library: Library,
): (confirmed: readonly ConfirmedQuestion[]) => readonly ConfirmedPoint[] {
  const byPlace = new Map(written.toReversed().map((point) => [placeOf({ ...point, ...point.source }), point]));
  return (confirmed) =>
    [...Map.groupBy(confirmed.toReversed(), placeOf)].flatMap(([place, questions]): ConfirmedPoint[] => {
      const beside = byPlace.get(place);
      const point = beside ?? pointAlone(questions[0], library);
      if (point === undefined) return [];
      const asks = questions.slice(0, beside?.asks.length ?? alone).map(({ question }) => question);
      return [{ point: { ...point, asks }, confirmed: true, ...(beside && { beside }) }];
    });
}

/** What tells points apart: the clause, and the entry of a provision or the words quoted. */
const placeOf = ({ doc, clause, quote, provision }: Omit<ConfirmedQuestion, "question">): string =>
  JSON.stringify([doc, clause, provision === undefined ? [quote] : [provision.id, provision.entry]]);

/** A point of the clause by itself; nothing where its words are gone, or the provision that said it. */
function pointAlone(one: ConfirmedQuestion | undefined, library: Library): Point | undefined {
  if (one === undefined || one.provision !== undefined) return undefined;
  const { doc, clause, quote } = one;
  const [standing] = library.standing([{ doc, clause, quote, title: "" }]);
  return standing && { source: library.quote(doc, clause, quote), also: [], list: false, asks: [] };
}
