/**
 * Who is away when (不在岗), as the log has it.
 *
 * Takes    the office, a unit, a span of days. Returns the absences that touch the span, in no order.
 * Leaves   what is an absence to requests/absence.ts, what follows from it to whoever asks.
 */
import type { IsoDate } from "../../lib/dates.ts";
import type { Office } from "../../office.ts";
import { type Absence, absenceOf, absentTypes } from "../../requests/absence.ts";
import type { OfficeRequest, RequestType } from "../../requests/request.ts";

export interface Span {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** The absences of the unit's people that touch the span. */
export async function absencesIn(office: Office, unit: string, span: Span): Promise<readonly Absence[]> {
  const papers = Map.groupBy(await papersTouching(office, unit, span, absentTypes), ({ requester }) => requester);
  return [...papers.values()].flatMap((theirs) =>
    theirs.flatMap((paper) => {
      const absence = absenceOf(paper, theirs);
      return absence !== undefined && absence.from <= span.until && absence.until >= span.from ? [absence] : [];
    }),
  );
}

/** The unit's approved papers of these types that touch the span, and the returns (销假) that may cut them short; one person's alone. */
export async function papersTouching(
  { store }: Office,
  unit: string,
  span: Span,
  types: readonly RequestType[],
  requester?: string,
): Promise<readonly OfficeRequest[]> {
  const of = { unit, ...(requester !== undefined && { requester }) };
  const papers = await store.requests({ ...of, types, statuses: ["approved"], touching: span });
  const earliest = papers.map(({ fields }) => String(fields.start)).toSorted()[0];
  if (earliest === undefined) return [];
  const until = span.until;
  return [
    ...papers,
    ...(await store.requests({ ...of, types: ["leave-return"], touching: { from: earliest, until } })),
  ];
}
