/**
 * Absence (不在岗): the days on which an approved paper takes its requester away from the post.
 *
 * Takes    a paper, and the other papers of the same person. Returns its whole days away, or nothing where there are none.
 * Leaves   which papers are read to moves/, who stands in meanwhile to deputies.ts.
 * A half day is no absence: who is there for the other half can decide. Who came back early is away no longer: a 销假
 * names the first day back, a closed trip its last day.
 */
import { addDays, type IsoDate } from "../lib/dates.ts";
import { formOf } from "./form.ts";
import { forms } from "./forms.ts";
import { inForce } from "./hold.ts";
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
  const { start, end, startHalf, endHalf } = paper.fields;
  const { absent, handsOver } = formOf(paper.type);
  if ((absent ?? handsOver) !== true || paper.status !== "approved") return undefined;
  if (typeof start !== "string" || typeof end !== "string") return undefined;
  const from = startHalf === "pm" ? addDays(start, 1) : start;
  const planned = endHalf === "am" ? addDays(end, -1) : end;
  const until = [backFrom(paper, theirs), paper.closed?.end, planned].find((day) => day !== undefined) ?? planned;
  const { id, type, requester: who } = paper;
  return from <= until ? { who, paper: id, type, from, until } : undefined;
}

/** The last day away where somebody has returned from the leave already (销假 names the first day back). */
function backFrom({ id }: OfficeRequest, theirs: readonly OfficeRequest[]): IsoDate | undefined {
  const back = theirs.find((one) => one.type === "leave-return" && inForce(one) && one.fields.basis === id)?.fields.end;
  return typeof back === "string" ? addDays(back, -1) : undefined;
}

export const covers = ({ from, until }: Pick<Absence, "from" | "until">, day: IsoDate): boolean =>
  from <= day && day <= until;
