/**
 * Who decides today, as the log has it: what waits for a person, in their own right or in the stead of another (代).
 *
 * Takes    the office, a person or a request, today. Returns requests, or who stands in.
 * Leaves   who may stand in for whom to requests/deputies.ts, the decision to requests/decision.ts.
 * The papers of the day are read once; of requests only those that wait for somebody whom this person may stand in for.
 */
import { inStead, type Posts } from "../../answer/card.ts";
import { type IsoDate, inUtc } from "../../lib/dates.ts";
import type { Office } from "../../office.ts";
import { absentTypes, handingOver } from "../../requests/absence.ts";
import { type Deputies, deputiesOn, type Stead } from "../../requests/deputies.ts";
import { nextStep, waitingFor } from "../../requests/life.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import type { Scene } from "../move.ts";
import { papersTouching } from "./absences.ts";

/** Who stands in for whom in a unit today. */
export async function deputiesToday(office: Office, unit: string, today: IsoDate): Promise<Deputies> {
  const span = { from: today, until: today };
  return deputiesOn(await papersTouching(office, unit, span, [...absentTypes, ...handingOver]), today, office.staff);
}

/** Who decides the next step today instead of the one whom the chart names; nothing where that one is there to decide. */
export async function standInFor(office: Office, request: OfficeRequest, today: IsoDate): Promise<Stead | undefined> {
  // What waits for nobody needs no look at who is away.
  if (waitingFor(request) === undefined) return undefined;
  return (await deputiesToday(office, request.unit, today)).standIn(request);
}

/** What waits for this person today, oldest first: the order in which 同意第一条 counts. */
export async function waitingToday(office: Office, person: string, today: IsoDate): Promise<readonly OfficeRequest[]> {
  const { store, staff } = office;
  const own = await store.requests({ waitingFor: person });
  const unit = staff.person(person)?.unit;
  if (unit === undefined) return own;
  const deputies = await deputiesToday(office, unit, today);
  const others = await Promise.all(deputies.mayReplace(person).map((one) => store.requests({ waitingFor: one })));
  const lent = others.flat().filter((request) => deputies.standIn(request)?.by === person);
  if (lent.length === 0) return own;
  const filing = ({ filedAt, id }: OfficeRequest): string => `${inUtc(filedAt)} ${id}`;
  return [...own, ...lent].toSorted((one, other) => (filing(one) < filing(other) ? -1 : 1));
}

/** (由办公室主任代…): who stands in today for the next step of a request; empty where nobody does. */
export async function steadSaid(office: Office, request: OfficeRequest, today: IsoDate): Promise<string> {
  const step = nextStep(request)?.step;
  const standIn = await standInFor(office, request, today);
  return step === undefined ? "" : inStead(step, { called: office.staff.called, standIn });
}

/** How a card calls the people of a request, and who stands in for its next step today; of a draft, as if it were filed. */
export async function postsOf({ office, now }: Scene, request: OfficeRequest): Promise<Posts> {
  const filed: OfficeRequest = request.status === "draft" ? { ...request, status: "submitted" } : request;
  return { called: office.staff.called, standIn: await standInFor(office, filed, now.date) };
}
