/**
 * Who decides today, as the log has it: what waits for a person, in their own right or in the stead of another (代).
 *
 * Takes    the office, a person or a request, today. Returns requests, or who stands in.
 * Leaves   who may stand in for whom to requests/, the decision to requests/decision.ts.
 */
import type { IsoDate } from "../lib/dates.ts";
import type { Office } from "../office.ts";
import type { StandIn } from "../requests/decision.ts";
import type { OfficeRequest } from "../requests/request.ts";

/** Who decides the next step today instead of the one whom the chart names; nothing where that one is there to decide. */
export function standInFor(_office: Office, _request: OfficeRequest, _today: IsoDate): Promise<StandIn | undefined> {
  return Promise.resolve(undefined);
}

/** What waits for this person today, oldest first: the order in which 同意第一条 counts. */
export function waitingToday(office: Office, person: string, _today: IsoDate): Promise<readonly OfficeRequest[]> {
  return office.store.requests({ waitingFor: person });
}
