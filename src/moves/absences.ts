/**
 * Who is away when (不在岗), as the log has it.
 *
 * Takes    the office, a unit, a span of days. Returns the absences that touch the span, in no order.
 * Leaves   what is an absence to requests/absence.ts, what follows from it to whoever asks.
 */
import type { IsoDate } from "../lib/dates.ts";
import type { Office } from "../office.ts";
import { type Absence, absenceOf, absentTypes } from "../requests/absence.ts";

export interface Span {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** The absences of the unit's people that touch the span. */
export async function absencesIn({ store }: Office, unit: string, span: Span): Promise<readonly Absence[]> {
  const papers = await store.requests({ unit, types: absentTypes, statuses: ["approved"], touching: span });
  if (papers.length === 0) return [];
  const earliest = papers.map(({ fields }) => String(fields.start)).toSorted()[0] ?? span.from;
  const returns = await store.requests({
    unit,
    types: ["leave-return"],
    touching: { from: earliest, until: span.until },
  });
  return papers.flatMap((paper) => {
    const absence = absenceOf(
      paper,
      returns.filter(({ requester }) => requester === paper.requester),
    );
    return absence !== undefined && absence.from <= span.until && absence.until >= span.from ? [absence] : [];
  });
}
