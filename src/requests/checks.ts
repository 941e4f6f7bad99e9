/**
 * Checks on filing (核对): what the log itself says against a request, told before it is filed and again to who decides it.
 *
 * Takes    the request, draft or filed, and the other papers of its requester. Returns what was found, as values.
 * Leaves   who else is away to cover.ts, days of leave to taken.ts, reading the log to moves/, sentences to answer/wording.
 * No clause forbids what is found here: these are things to mind, and no bars.
 */
import { momentOf } from "../lib/dates.ts";
import { type Span, shared, spanOf } from "./day-span.ts";
import { formOf } from "./form.ts";
import type { PlannedSlot } from "./form-row.ts";
import { basisOf } from "./hold.ts";
import type { OfficeRequest } from "./request.ts";
import { standing } from "./taken.ts";

export type Check =
  /** On some of its days the person is away by another paper: a leave or a trip. */
  | { readonly kind: "overlap"; readonly paper: OfficeRequest; readonly days: Span }
  /** The same was filed before. */
  | { readonly kind: "duplicate"; readonly paper: OfficeRequest }
  /** It claims days that were not approved. */
  | { readonly kind: "above-plan"; readonly paper: OfficeRequest; readonly what: "days"; readonly days: Span }
  /** It tells or claims more than its plan said. */
  | {
      readonly kind: "above-plan";
      readonly paper: OfficeRequest;
      readonly what: PlannedSlot;
      readonly planned: number;
      readonly told: number;
    };

/** What the person's other papers say against the request. `instead` is the one that it is to take the place of. */
export function checksOf(
  request: OfficeRequest,
  mine: readonly OfficeRequest[],
  instead: string | undefined = request.amends,
): readonly Check[] {
  const others = standing(mine, instead)
    .filter(({ id, amends }) => id !== request.id && amends !== request.id)
    .toSorted((one, other) => orderOf(one).localeCompare(orderOf(other)));
  return others.flatMap((paper): readonly Check[] => {
    if (isSame(request, paper)) return [{ kind: "duplicate", paper }];
    const days = overlapOf(request, paper, mine);
    if (days !== undefined) return [{ kind: "overlap", paper, days }];
    return paper.id === basisOf(request) ? aboveOf(request, paper) : [];
  });
}

/** By their days, and alike in whatever order the log had them. */
const orderOf = ({ fields, id }: OfficeRequest): string => `${fields.start ?? ""} ${id}`;

/** The half days on which both papers take their requester away. */
export function overlapOf(one: OfficeRequest, other: OfficeRequest, mine: readonly OfficeRequest[]): Span | undefined {
  if (formOf(one.type).absent !== true || formOf(other.type).absent !== true) return undefined;
  const [span, another] = [spanOf(one, mine), spanOf(other, mine)];
  return span && another && shared(span, another);
}

/** Is it the same by all that tells two of its type apart? What a form asks for again and again is so only while both are new. */
function isSame(one: OfficeRequest, other: OfficeRequest): boolean {
  const { sameBy = [], recurs } = formOf(one.type);
  if (one.type !== other.type || sameBy.every((slot) => one.fields[slot] === undefined)) return false;
  if (sameBy.some((slot) => one.fields[slot] !== other.fields[slot])) return false;
  const sameDay = momentOf(one.filedAt).date === momentOf(other.filedAt).date;
  return recurs !== true || other.status === "submitted" || sameDay;
}

/** What goes beyond the paper that it stands on: days outside an approved trip, more guests, hosts or money than planned. */
function aboveOf({ fields }: OfficeRequest, paper: OfficeRequest): readonly Check[] {
  const { absent, plans = [] } = formOf(paper.type);
  const { start, end } = fields;
  const outside =
    absent === true &&
    typeof start === "string" &&
    typeof end === "string" &&
    (start < String(paper.fields.start) || end > String(paper.fields.end));
  const more = plans.flatMap((what): readonly Check[] => {
    const [planned, told] = [paper.fields[what], fields[what]];
    if (typeof planned !== "number" || typeof told !== "number" || told <= planned) return [];
    return [{ kind: "above-plan", paper, what, planned, told }];
  });
  const days = { from: `${start}a`, until: `${end}p` };
  return outside ? [{ kind: "above-plan", paper, what: "days", days }, ...more] : more;
}
