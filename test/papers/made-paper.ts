/**
 * Papers for tests: any request, on the office's own templates and directory.
 *
 * Takes    what differs from a submitted leave of two days. Returns the paper, as the printer draws it for its requester.
 */
import type { Paper } from "../../src/papers/paper.ts";
import { openPrinter } from "../../src/papers/printer.ts";
import { openTemplates } from "../../src/papers/template.ts";
import type { OfficeRequest } from "../../src/requests/request.ts";
import { library, staff } from "../rules/law.ts";

export const templates = openTemplates("data/papers", library);
const called = staff.people.map(({ id, post }) => ({ id, post: post.replace(/\(.*/u, ""), unit: "资阳市投资促进局" }));

export const leave: OfficeRequest = {
  id: "Q-20261123-0000ABCD",
  type: "leave",
  unit: "ziyang",
  requester: "keyuan",
  status: "submitted",
  fields: { leaveType: "事假", start: "2026-11-30", end: "2026-12-01", days: 2, reason: "搬家" },
  approvals: [
    { role: "科长", approver: "kezhang", status: "approved", by: "kezhang", at: "2026-11-23T23:30:00Z" },
    { role: "分管局领导", approver: "fuju", status: "pending" },
  ],
  filedAt: "2026-11-23T09:00:00+08:00",
  version: 2,
};

/** The printer of an office whose log holds these requests. */
export const printerOf = (...requests: readonly OfficeRequest[]) =>
  openPrinter({
    templates,
    staff,
    library,
    called,
    waitsFor: async (_, reader) => reader === "deputy",
    store: { request: async (id) => requests.find((one) => one.id === id) },
  });

export async function paper(change: Partial<OfficeRequest> = {}): Promise<Paper> {
  const request = { ...leave, ...change };
  const made = await printerOf(request).paperFor(request.id, request.requester);
  if (made === undefined) throw new Error(`no paper for ${request.type}`);
  return made;
}

/** What stands in the rows, "label value" a field; a blank has its label alone. */
export const rowsOf = ({ rows }: Paper) => rows.flat().map(({ label, value }) => [label, value ?? ""].join(" ").trim());
