/**
 * Absence (不在岗): the days on which an approved paper takes its requester away from the post.
 *
 * Takes    a paper, and the other papers of the same person. Returns its whole days away, or nothing where there are none.
 * Leaves   its half days, and whoever came back early, to day-span.ts; who stands in meanwhile to deputies.ts.
 * A half day is no absence: who is there for the other half can decide.
 */
import { addDays, type IsoDate } from "../lib/dates.ts";
import { dayOf, spanOf } from "./day-span.ts";
import { formOf } from "./form.ts";
import { forms } from "./forms.ts";
import type { OfficeRequest, RequestType } from "./request.ts";

export interface Absence {
  readonly who: string;
  readonly paper: string;
  readonly type: RequestType;
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** The types of request that take somebody away. */
export const absentTypes: readonly RequestType[] = forms.filter(({ absent }) => absent).map(({ type }) => type);

/** The types of request that hand over what somebody decides, whether or not they are away. */
export const handingOver: readonly RequestType[] = forms.filter(({ handsOver }) => handsOver).map(({ type }) => type);

/** The whole days that the paper takes its requester away, or hands over what is theirs to decide. */
export function absenceOf(paper: OfficeRequest, theirs: readonly OfficeRequest[]): Absence | undefined {
  const { absent, handsOver } = formOf(paper.type);
  if ((absent ?? handsOver) !== true || paper.status !== "approved") return undefined;
  const span = spanOf(paper, theirs);
  if (span === undefined) return undefined;
  const from = span.from.endsWith("p") ? addDays(dayOf(span.from), 1) : dayOf(span.from);
  const until = span.until.endsWith("a") ? addDays(dayOf(span.until), -1) : dayOf(span.until);
  const { id, type, requester: who } = paper;
  return from <= until ? { who, paper: id, type, from, until } : undefined;
}

export const covers = ({ from, until }: Pick<Absence, "from" | "until">, day: IsoDate): boolean =>
  from <= day && day <= until;
