/**
 * A request as people see it: the card before 确认, one line in a list, its state and chain.
 *
 * Takes    a request (a draft is one too). Returns Markdown. Every word a person typed is made plain here.
 * Leaves   which requests to moves/, buttons to the channels.
 */
import { weekday } from "../lib/dates.ts";
import type { Stead } from "../requests/deputies.ts";
import { isSettled } from "../requests/form.ts";
import { amendable, nextStep } from "../requests/life.ts";
import type { ApprovalStep, OfficeRequest, RequestFields } from "../requests/request.ts";
import { type SlotName, slotNames } from "../rules/slots.ts";
import { overOf } from "./claim-table.ts";
import { plain } from "./layout.ts";
import { typeset } from "./typeset.ts";
import { changeWords } from "./wording/changes.ts";
import { deputyWords } from "./wording/deputies.ts";
import { ownWords } from "./wording/own-requests.ts";
import { recordWords } from "./wording/record.ts";
import { said, spellDay, statusName, stepStatusName, typeName } from "./wording/replies.ts";
import { wordsOf } from "./wording/slots.ts";
import { spellMonth, spellValue } from "./wording/values.ts";

/** What a channel asks before it draws 撤回, 出差结束, or 代; below, 修改 and 变更. */
export { closable, waitingFor, withdrawable } from "../requests/life.ts";

/** How the people of a chain are called, and who stands in for its next step, where that is known. */
export interface Posts {
  readonly called: (id: string) => string;
  readonly standIn?: Stead | undefined;
}

export interface FieldRow {
  readonly slot: SlotName;
  readonly label: string;
  readonly value: string;
}

/** The fields in the order of the slots, dates in full with their weekday, so that a misreading is seen. */
export function fieldRows({ type, fields }: Pick<OfficeRequest, "type" | "fields">): readonly FieldRow[] {
  const oneHalf = fields.start === fields.end && fields.startHalf !== undefined && fields.startHalf === fields.endHalf;
  return slotNames.flatMap((slot) => {
    const value = fields[slot];
    if (value === undefined || slot === "deputy" || (unremarkable.has(slot) && !value)) return [];
    if (oneHalf && slot === "endHalf") return [];
    const alone = slot === "start" && fields.end === undefined;
    const label = alone ? said.day : oneHalf && slot === "startHalf" ? said.halfDay : wordsOf(slot, type).label;
    return [{ slot, label, value: shown(slot, value) }];
  });
}

/** The same as a table for a reply; what a person typed is made plain. `basis` is the paper it stands on, told in words. */
export function fieldTable(request: Pick<OfficeRequest, "type" | "fields">, basis?: OfficeRequest): string {
  const rows = fieldRows(request).map(({ label, value }) => {
    const told = basis !== undefined && value === basis.id ? `${value} ${oneLine(basis)}` : plain(value);
    return `| ${label} | ${told} |`;
  });
  return [said.fieldColumns, "| --- | --- |", ...rows].join("\n");
}

/** Not worth a row when they are not so. */
const unremarkable: ReadonlySet<SlotName> = new Set(["allCountyRank", "daysOff", "foreignMoney"]);

function shown(slot: SlotName, value: string | number | boolean): string {
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return spellDay(value, weekday(value));
  return spellValue(slot, value) ?? String(value);
}

/** 科长 → 分管局领导, with what stands in the way of a step; without a clause's approver, that; of what nobody decides, nothing. */
export function chainLine({ approvals, type }: Pick<OfficeRequest, "approvals" | "type">, posts?: Posts): string {
  if (isSettled(type)) return "";
  if (approvals.length === 0) return said.confirm.noChain;
  const next = approvals.find(({ status }) => status === "pending");
  const spelt = approvals.map((step) => step.role + remark(step) + (step === next ? inStead(step, posts) : ""));
  const chain = `${said.confirm.chain}:${spelt.join(" → ")}`;
  return approvals.every(({ apart }) => apart === "intake") ? `${said.confirm.intake}${chain}` : chain;
}

function remark({ approver, apart, status }: ApprovalStep): string {
  if (apart === "own") return status === "skipped" ? said.confirm.ownPassedOn : said.confirm.own;
  return approver === null ? said.confirm.nobody : "";
}

/** Who stands in for this step today, where somebody does. */
export function inStead({ approver }: ApprovalStep, posts: Posts | undefined): string {
  const { standIn, called } = posts ?? {};
  if (standIn === undefined || called === undefined || standIn.for !== approver) return "";
  return deputyWords.inStead[standIn.why](called(standIn.by), called(standIn.for));
}

/** Who decided a step in the stead of whom: 办公室主任 代 分管副局长. */
export const decidedFor = (
  { by, for: of }: Pick<ApprovalStep, "by" | "for">,
  called: Posts["called"],
): string | undefined =>
  by === undefined || of === undefined ? undefined : deputyWords.inPlaceOf(called(by), called(of));

/** Where a submitted request waits, in words that promise nobody who is not there. */
function waitsAt(step: ApprovalStep | undefined, posts: Posts | undefined): string {
  if (step === undefined) return ownWords.status.noApprover;
  if (step.approver === null) return `${ownWords.status.stopsAt(step.role)}${remark(step)}`;
  const role = step.role + inStead(step, posts);
  return step.apart === "intake" ? ownWords.status.takenIn(role) : ownWords.status.waitingOn(role);
}

/** One line: 病假 2026年7月20日(周一),1天. */
export function oneLine(request: OfficeRequest, who?: string): string {
  const { type, fields } = request;
  const name = type === "leave" && typeof fields.leaveType === "string" ? fields.leaveType : typeName[type];
  const span = typeof fields.month === "string" ? countOf(fields.month, fields) : daysSaid(fields);
  // Who decides must know what for; in one's own list it goes without saying.
  const why = who === undefined ? undefined : fields.reason;
  const kind = type === "leave" ? undefined : fields.leaveType;
  const sum = type === "reimbursement" && typeof fields.amount === "number" ? `${fields.amount}元` : undefined;
  const extra = [
    kind,
    fields.deputyPost,
    fields.destination,
    fields.category,
    fields.guestsFrom,
    fields.purpose,
    fields.item,
    sum,
    why,
  ]
    .filter((value) => typeof value === "string")
    .map((value) => plain(value));
  const over = who === undefined ? 0 : overOf(fields);
  const excess = over === 0 ? undefined : said.claims.overBy(over);
  const beside = who === undefined ? [] : besides(request);
  return [who, name, span, ...extra.slice(0, 2), excess, ...beside]
    .filter((part) => part !== undefined && part !== "")
    .join(",");
}

/** What whoever decides must know besides: that it changes another, and what was added when it was sent back. */
const besides = ({ amends, remark }: OfficeRequest): readonly string[] => [
  ...(amends === undefined ? [] : [ownWords.status.changes(amends)]),
  ...(remark === undefined ? [] : [plain(changeWords.remark(remark))]),
];

/** 2026年11月,2条: of what is counted by months. */
const countOf = (month: string, { reported, amount }: RequestFields): string =>
  [
    spellMonth(month),
    ...(reported === undefined ? [] : [shown("reported", reported)]),
    ...(amount === undefined ? [] : [shown("amount", amount)]),
  ].join(",");

/** The days of a request: 2026年7月20日(周一)至7月22日(3天). */
export function daysSaid({ start = "", end, days }: RequestFields): string {
  // A 销假 tells only the day one was back.
  if (start === "" && typeof end === "string") return spellDay(end, weekday(end));
  if (typeof start !== "string" || start === "") return "";
  const from = spellDay(start, weekday(start));
  const to = typeof end === "string" && end !== start ? `至${spellDay(end, weekday(end))}` : "";
  return `${from}${to}${typeof days === "number" ? `(${days}天)` : ""}`;
}

/**
 * The state of a request in a word: what nobody had to decide was recorded, and what only the office took in was taken
 * in; neither was approved.
 */
export function standing({ status, type, approvals, returned, amendedBy, closed }: Standing): string {
  if (returned !== undefined) return ownWords.status.returned;
  if (amendedBy !== undefined) return ownWords.status.replaced;
  if (closed !== undefined) return ownWords.status.closed;
  if (status !== "approved") return statusName[status];
  if (isSettled(type)) return recordWords.settled;
  return onlyTakenIn(approvals) ? recordWords.takenIn : statusName.approved;
}

type Standing = Pick<OfficeRequest, "status" | "type" | "approvals" | "returned" | "amendedBy" | "closed">;

/** Did nobody decide but the office, which takes in what no clause assigns to anybody? */
export function onlyTakenIn(approvals: readonly ApprovalStep[]): boolean {
  const decided = approvals.filter(({ status }) => status === "approved");
  return decided.length > 0 && decided.every(({ apart }) => apart === "intake");
}

/** Which change its requester may ask for: of what was sent back itself (修改), of what stands by another request (变更). */
export function changeOf(request: OfficeRequest): "returned" | "amend" | undefined {
  if (request.returned !== undefined) return "returned";
  return amendable(request) && request.closed === undefined ? "amend" : undefined;
}

/** What stands beside the fields, as it was typed: why it was sent back, what was added, which request it is in place of. */
export function marksOf(request: OfficeRequest): readonly string[] {
  const { returned, remark, amends, amendedBy, closed } = request;
  const { status } = ownWords;
  const inPlace = request.status === "approved" ? status.amends : status.changes;
  return [
    ...(returned === undefined ? [] : [status.sentBack(returned.reason)]),
    ...(remark === undefined ? [] : [changeWords.remark(remark)]),
    ...(amends === undefined ? [] : [inPlace(amends)]),
    ...(amendedBy === undefined ? [] : [status.amendedBy(amendedBy)]),
    ...(closed === undefined ? [] : [status.closedOn(spellDay(closed.end, weekday(closed.end)))]),
  ].map(typeset);
}

/** The state of a step in a word: behind a rejection, or once taken back, nobody is waited for. */
export function stepStanding({ status: ofRequest, returned, approvals }: OfficeRequest, at: number): string {
  const { status = "pending", apart } = approvals[at] ?? {};
  if (returned?.step === at) return ownWords.status.returned;
  if (status === "pending" && ofRequest !== "submitted") return ownWords.status.unreached;
  return status === "approved" && apart === "intake" ? recordWords.takenIn : stepStatusName[status];
}

/** What was sent back, or replaced, says so by its mark. */
function leadOf(request: OfficeRequest): readonly string[] {
  if (request.returned !== undefined || request.amendedBy !== undefined) return [];
  return [
    request.status === "approved" ? standing({ ...request, closed: undefined }) : ownWords.status.lead[request.status],
  ];
}

/** Where a request stands, in one sentence, and its chain below. */
export function statusLines(request: OfficeRequest, posts?: Posts): string {
  const next = nextStep(request);
  const rejected = request.approvals.find((step) => step.status === "rejected");
  const isWaiting = request.status === "submitted" && request.returned === undefined;
  const parts = [
    ...leadOf(request),
    ...(isWaiting ? [waitsAt(next?.step, posts)] : []),
    ...(rejected?.reason === undefined ? [] : [ownWords.status.reason(plain(rejected.reason))]),
    ...marksOf(request).map(plain),
  ];
  const steps = request.approvals
    .map((step, at) => {
      const stood = posts && decidedFor(step, posts.called);
      return `${step.role}:${stepStanding(request, at)}${stood === undefined ? "" : `(${stood})`}`;
    })
    .join(" → ");
  return `**${oneLine(request)}**(${request.id}):${parts.join(",")}。${steps === "" ? "" : `\n  ${steps}`}`;
}
