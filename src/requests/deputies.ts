/**
 * Who stands in (代) for an approver who is away, or has handed over what is theirs to decide (委托代理).
 *
 * Takes    the approved papers of a unit that cover the day, the staff directory, a request. Returns who decides its next step
 *          instead of the one whom the chart names, and under which paper; nothing where that one is there, or nobody may.
 * Leaves   reading the papers to moves/deciding/, the decision to decision.ts. Pure: the order of the papers says nothing.
 * The deputy named comes first, else the directory's; who is away too hands on to their own deputy; where that ends, or goes
 * round in a ring, it goes up the chart. Nobody stands in by way of the requester.
 */
import { type IsoDate, inUtc } from "../lib/dates.ts";
import { absenceOf, covers, handingOver } from "./absence.ts";
import type { StandIn } from "./decision.ts";
import { nextStep } from "./life.ts";
import type { ApprovalStep, OfficeRequest } from "./request.ts";
import type { Staff } from "./staff.ts";

/** Why somebody does not decide on a day. */
export interface Away {
  readonly paper: string;
  /** Named by themselves, by a deputation. */
  readonly deputy?: string;
  /** On leave or on a trip; else they have only handed over. */
  readonly absent: boolean;
}

/** Who stands in, with why: the approver is away, has named them, or has handed over to one who may not decide this. */
export interface Stead extends StandIn {
  readonly why: "away" | "named" | "passed-on";
}

export interface Deputies {
  /** Who decides the request's next step instead of the one whom the chart names. */
  readonly standIn: (request: OfficeRequest) => Stead | undefined;
  /** Those away whom this person may stand in for, if the request allows it. */
  readonly mayReplace: (person: string) => readonly string[];
}

type Directory = Pick<Staff, "person" | "superiors">;

/** Who is away on the day, by the papers. A deputation goes before a leave, the newer before the older. */
export function awayOn(papers: readonly OfficeRequest[], day: IsoDate): ReadonlyMap<string, Away> {
  const away = new Map<string, Away>();
  for (const [who, theirs] of Map.groupBy(papers, ({ requester }) => requester)) {
    const covering = theirs
      .filter((paper) => {
        const absence = absenceOf(paper, theirs);
        return absence !== undefined && covers(absence, day);
      })
      .toSorted((one, other) => (filingOf(one) < filingOf(other) ? 1 : -1));
    const isDeputation = ({ type }: OfficeRequest): boolean => handingOver.includes(type);
    const [first] = covering.toSorted((one, other) => Number(isDeputation(other)) - Number(isDeputation(one)));
    if (first === undefined) continue;
    const deputy = isDeputation(first) ? { deputy: String(first.fields.deputy) } : {};
    away.set(who, { paper: first.id, absent: !covering.every(isDeputation), ...deputy });
  }
  return away;
}

/** When it was filed, to be compared; two of one instant by their numbers. */
const filingOf = ({ filedAt, id }: OfficeRequest): string => `${inUtc(filedAt)} ${id}`;

/** Who stands in for whom on a day. */
export function deputiesOn(papers: readonly OfficeRequest[], day: IsoDate, staff: Directory): Deputies {
  const away = awayOn(papers, day);
  return {
    standIn: (request) => {
      const { approver, ...step } = nextStep(request)?.step ?? { approver: null };
      const gone = approver === null || approver === request.requester ? undefined : away.get(approver);
      if (approver === null || gone === undefined) return undefined;
      const by = succession(approver, away, staff, request.requester).find((one) =>
        mayStandIn(one, approver, { request, step, staff }),
      );
      if (by === undefined) return undefined;
      const why = gone.absent ? "away" : by === gone.deputy ? "named" : "passed-on";
      return { by, for: approver, under: gone.paper, why };
    },
    mayReplace: (person) =>
      [...away.keys()].filter((one) => one !== person && succession(one, away, staff).includes(person)),
  };
}

/** Who is there to stand in, the nearest first: the deputy, then up the chart each superior or who stands in for them; never `passing`, nor by way of them. */
function succession(
  of: string,
  away: ReadonlyMap<string, Away>,
  staff: Directory,
  passing?: string,
): readonly string[] {
  const unit = staff.person(of)?.unit;
  const deputy = (who: string): string | undefined => {
    const met = new Set<string>();
    let next: string | undefined = who;
    while (next !== undefined && !met.has(next) && next !== passing && staff.person(next)?.unit === unit) {
      if (!away.has(next)) return next;
      met.add(next);
      next = away.get(next)?.deputy ?? staff.person(next)?.deputy;
    }
    return undefined;
  };
  return [of, ...staff.superiors(of).map(({ id }) => id)].flatMap((one) => deputy(one) ?? []);
}

interface Reached {
  readonly request: OfficeRequest;
  readonly step: Pick<ApprovalStep, "entrusted">;
  readonly staff: Directory;
}

/** May they, for this request: no second step of it unless they lead whom they stand in for, and none entrusted to others. */
function mayStandIn(who: string, approver: string, { request, step, staff }: Reached): boolean {
  const person = staff.person(who);
  if (person === undefined) return false;
  if (step.entrusted !== undefined && !step.entrusted.includes(person.grade)) return false;
  const isSuperior = staff.superiors(approver).some(({ id }) => id === who);
  return isSuperior || !request.approvals.some((one) => one.approver === who || one.by === who);
}
