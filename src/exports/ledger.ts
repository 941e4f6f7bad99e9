/**
 * The ledger (台账): the requests of the log, one a row, oldest first.
 *
 * Takes    the requests that the scope covers, the filter, the directory and how its people are called.
 * Returns  columns, rows, filters and notes of the sheet.
 * Leaves   whose rows and whose words to scope.ts, making the sheet whole to exporter.ts.
 */
import { fieldRows, standing } from "../answer/card.ts";
import { exportWords } from "../answer/wording/exports.ts";
import { typeName } from "../answer/wording/replies.ts";
import { momentOf } from "../lib/dates.ts";
import { formOf } from "../requests/form.ts";
import type { ApprovalStep, OfficeRequest } from "../requests/request.ts";
import type { Staff } from "../requests/staff.ts";
import { noBasis } from "../rules/slots.ts";
import { type LedgerFilter, type LedgerState, ledgerStates } from "./order.ts";
import { concerns, type Scope } from "./scope.ts";
import { type Cell, type Column, momentCell, type Sheet } from "./sheet.ts";

const words = exportWords.ledger;
const { columns: titles } = words;

export interface Called {
  readonly postOf: (id: string) => string;
  readonly unitOf: (unit: string) => string;
}

const columns: readonly Column[] = [
  { title: titles.id, kind: "text", width: 22 },
  { title: titles.type, kind: "text", width: 12 },
  { title: titles.requester, kind: "text", width: 22 },
  { title: titles.section, kind: "text", width: 18 },
  { title: titles.unit, kind: "text", width: 20 },
  { title: titles.start, kind: "date", width: 12 },
  { title: titles.end, kind: "date", width: 12 },
  { title: titles.days, kind: "number", width: 7 },
  { title: titles.matter, kind: "text", width: 44 },
  { title: titles.amount, kind: "money", width: 12 },
  { title: titles.status, kind: "text", width: 10 },
  { title: titles.chain, kind: "text", width: 44 },
  { title: titles.filed, kind: "moment", width: 18 },
  { title: titles.basis, kind: "text", width: 22 },
  { title: titles.changes, kind: "text", width: 28 },
];

/** Fields with a column of their own. */
const elsewhere: ReadonlySet<string> = new Set(["start", "end", "days", "basis"]);

/** Does the request pass what a person may filter by, besides its unit, which the store is asked for? */
export function passes(request: OfficeRequest, filter: LedgerFilter, staff: Staff): boolean {
  const { by, from = "", to = "9999-12-31", person, section, states } = filter;
  const filed = momentOf(request.filedAt).date;
  return (
    (by === "days" || (from <= filed && filed <= to)) &&
    (states === undefined || states.includes(stateOf(request))) &&
    (person === undefined || request.requester === person) &&
    (section === undefined || staff.person(request.requester)?.section === section)
  );
}

/** The status in the log of what is asked for by its state. */
export const statusOf = (state: LedgerState): OfficeRequest["status"] =>
  state === "returned" ? "submitted" : state === "replaced" ? "cancelled" : state;

/** What was sent back or replaced is asked for by that, as the row says it. */
const stateOf = ({ returned, amendedBy, status }: OfficeRequest): LedgerState =>
  returned !== undefined ? "returned" : amendedBy !== undefined ? "replaced" : status;

type Part = Pick<Sheet, "columns" | "rows" | "filters" | "notes">;

export function ledger(
  requests: readonly OfficeRequest[],
  { filter, scope, staff, called }: { filter: LedgerFilter; scope: Scope; staff: Staff; called: Called },
): Part {
  const { from, to, by, types, states, unit, person, section } = filter;
  const asked: Sheet["filters"] = [
    [words.filters.span[by], from === undefined && to === undefined ? words.any : words.spanOf(from, to)],
    [words.filters.type, types?.map((type) => typeName[type]).join("、") ?? words.any],
    [words.filters.status, states?.map((state) => ledgerStates[state]).join("、") ?? words.any],
    ...(unit === undefined ? [] : [[words.filters.unit, called.unitOf(unit)] as const]),
    ...(person === undefined ? [] : [[words.filters.person, called.postOf(person)] as const]),
    ...(section === undefined ? [] : [[words.filters.section, section] as const]),
  ];
  const rows = requests.map((request) => rowOf(request, { scope, staff, called }));
  return { columns, rows, filters: asked, notes: [words.notes[scope.kind], words.notes.days] };
}

function rowOf(
  request: OfficeRequest,
  { scope, staff, called }: { scope: Scope; staff: Staff; called: Called },
): readonly Cell[] {
  const { id, type, requester, unit, fields, status, approvals, filedAt, returned } = request;
  const { start, end, days, basis } = fields;
  return [
    id,
    typeName[type],
    called.postOf(requester),
    staff.person(requester)?.section ?? null,
    called.unitOf(unit),
    dayCell(start),
    dayCell(end),
    typeof days === "number" ? days : null,
    concerns(scope, request) ? matterOf(request) : null,
    costOf(request),
    returned === undefined ? standing(request) : words.returned,
    [
      ...approvals.map((step) => stepLine(step, status, called)),
      ...(returned === undefined ? [] : [decision(words.returnedBy, returned, called)]),
    ]
      .filter((line) => line !== "")
      .join("\n"),
    momentCell(filedAt),
    basis === undefined ? null : basis === noBasis ? words.noBasis : String(basis),
    changesOf(request),
  ];
}

const dayCell = (day: unknown): Cell => (typeof day === "string" ? day : null);

/** What a form counts towards a target is no money that is spent: it stands with the matter. */
const costOf = ({ type, fields: { amount } }: OfficeRequest): Cell =>
  typeof amount === "number" && formOf(type).targets === undefined ? amount : null;

/** All that was filed and has no column of its own, so that nothing is missing from the ledger. */
function matterOf(request: OfficeRequest): string {
  const hasCost = costOf(request) !== null;
  return fieldRows(request)
    .filter(({ slot }) => !elsewhere.has(slot) && !(hasCost && slot === "amount"))
    .map(({ label, value }) => words.field(label, value))
    .join(words.fieldGap);
}

/** 科长:同意,乙 代 甲,2026-11-23 09:00. A step that nobody reached any more is left out. */
function stepLine(step: ApprovalStep, standing: OfficeRequest["status"], called: Called): string {
  if (step.status === "pending" && standing !== "submitted") return "";
  return words.field(step.role, decision(words.step[step.status], step, called));
}

function decision(
  verdict: string,
  { by, for: inPlaceOf, at }: Pick<ApprovalStep, "by" | "for" | "at">,
  called: Called,
): string {
  if (by === undefined) return verdict;
  const who = called.postOf(by);
  return [
    verdict,
    inPlaceOf === undefined ? who : words.inStead(who, called.postOf(inPlaceOf)),
    ...(at === undefined ? [] : [momentCell(at)]),
  ].join(words.gap);
}

const changesOf = ({ amends, amendedBy, closed }: OfficeRequest): string =>
  [
    ...(amends === undefined ? [] : [words.amends(amends)]),
    ...(amendedBy === undefined ? [] : [words.amendedBy(amendedBy)]),
    ...(closed === undefined ? [] : [words.closed(closed.end)]),
  ].join("\n");
