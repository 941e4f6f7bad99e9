/**
 * The projection (登记簿): a request as its events made it, laid out as a row that can be searched.
 *
 * Takes    a request and the place in the log where it was filed.
 * Returns  its row, and back.
 * Leaves   writing it to append.ts, holding it against the log to verify.ts.
 */
import { waitingFor } from "../requests/life.ts";
import { type OfficeRequest, officeRequest } from "../requests/request.ts";
import { intact } from "./failure.ts";
import { type RequestRow, requestRow } from "./tables.ts";

export interface Projected {
  readonly request: OfficeRequest;
  readonly filedSeq: number;
}

export function projectionOf({ request, filedSeq }: Projected): RequestRow {
  const { id, type, unit, requester, status, version } = request;
  return {
    id,
    type,
    unit,
    requester,
    status,
    waiting_for: waitingFor(request) ?? null,
    version,
    filed_at: request.filedAt,
    filed_seq: filedSeq,
    ...daysOf(request),
    body: JSON.stringify(request),
  };
}

/** The days a request is about: a single day is both ends; of a closed trip, those it had. */
export function daysOf({ fields, closed }: OfficeRequest): Pick<RequestRow, "begins" | "ends"> {
  const { start, end } = fields;
  const first = [start, end].find((day) => typeof day === "string");
  const last = [closed?.end, end, start].find((day) => typeof day === "string");
  return { begins: first === undefined ? null : String(first), ends: last === undefined ? null : String(last) };
}

/** The request in a row of the projection; throws LogFailure when the row is not one of ours. */
export function projectedFrom(row: unknown): Projected {
  const { id } = requestRow.pick({ id: true }).safeParse(row).data ?? { id: "?" };
  return intact(`the listed request ${id}`, () => {
    const { body, filed_seq } = requestRow.parse(row);
    return { request: officeRequest.parse(JSON.parse(body)), filedSeq: filed_seq };
  });
}
