/**
 * What the log has to remark on a request (核对): on its card before 确认, and again for whoever decides it.
 *
 * Takes    the office and the request, draft or filed. Returns sentences: what to mind, and what is good to know.
 * Leaves   what is remarkable to requests/checks.ts, cover.ts and taken.ts. An approver reads days and posts, never another's kind of leave.
 */
import { changeLines } from "../../answer/changes.ts";
import { sentenceOf } from "../../answer/compose.ts";
import { changeWords } from "../../answer/wording/changes.ts";
import { spellSpan, checkWords as words } from "../../answer/wording/checks.ts";
import { deputyWords } from "../../answer/wording/deputies.ts";
import type { Draft } from "../../dialogue/state.ts";
import { type IsoDate, momentOf, partsOf } from "../../lib/dates.ts";
import type { Office } from "../../office.ts";
import { factsFiled } from "../../requests/as-filed.ts";
import { factsOf as toldByPaper } from "../../requests/basis.ts";
import { type Check, checksOf } from "../../requests/checks.ts";
import { type Cover, coverOf } from "../../requests/cover.ts";
import { dayOf, shared, spanOf } from "../../requests/day-span.ts";
import { formOf } from "../../requests/form.ts";
import { basisOf } from "../../requests/hold.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import { factsOf, type Person } from "../../requests/staff.ts";
import { daysWithin, takenIn } from "../../requests/taken.ts";
import { unitOf, work } from "../../rules/rule.ts";
import type { Facts } from "../../rules/slots.ts";
import { absencesIn } from "../deciding/absences.ts";
import type { Scene } from "../move.ts";
import type { Prepared } from "./prepared.ts";

export interface Remarks {
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
  /** What was found in the log, by the paper that it was found in. */
  readonly found: readonly string[];
}

/** For the requester, on the card: what its rules have said already is not said again. */
export async function ownRemarks(
  { office, person, now }: Scene,
  request: OfficeRequest,
  ready: Prepared,
): Promise<Remarks> {
  const mine = await papersOf(office, request);
  const all = checksOf(request, mine);
  const checks = all.filter((check) => !isTold(check, ready));
  const cover = await coverFor(office, person, request);
  return {
    warnings: [
      ...filedLate(request, now.date),
      ...checks.map((check) => words.found(check, "requester")),
      ...emptied(cover),
      ...unlikely(office, request),
    ],
    notes: [
      ...overlapped(office, request, mine),
      ...others(office, cover),
      ...balanceOf(office, person, request, mine),
    ],
    found: all.map(({ kind, paper }) => `${kind} ${paper.id}`),
  };
}

/** Has the log got something against the draft since its card was shown, by another conversation? */
export async function foundSince(
  scene: Scene,
  draft: Draft,
  request: OfficeRequest,
  ready: Prepared,
): Promise<boolean> {
  const { found } = await ownRemarks(scene, request, ready);
  return found.some((one) => !draft.checked?.includes(one));
}

/** For whoever decides the request: a line each. */
export async function remarksFor(office: Office, request: OfficeRequest): Promise<readonly string[]> {
  const requester = office.staff.person(request.requester);
  const checks = checksOf(request, await papersOf(office, request));
  const cover = requester === undefined ? undefined : await coverFor(office, requester, request);
  const before = request.amends === undefined ? undefined : await office.store.request(request.amends);
  const changes = before === undefined ? [] : changeLines(before, request);
  return [
    ...(changes.length === 0 ? [] : [changeWords.changedBy(changes)]),
    ...(requester === undefined ? [] : await brokenIn(office, request, requester)),
    ...checks.map((check) => words.found(check, "approver")),
    ...(cover === undefined ? [] : [...emptied(cover), ...others(office, cover)]),
  ];
}

/** What its own rules find that whoever decides must know as the requester did: a late return, a claim that stands on nothing. */
const toldOn: ReadonlySet<string> = new Set(["leave-return.late", "claim.no-trip", "claim.no-plan"]);

async function brokenIn(
  { store, rules, figures, readers }: Office,
  request: OfficeRequest,
  requester: Person,
): Promise<readonly string[]> {
  const { type, unit, filedAt } = request;
  const basis = basisOf(request);
  const paper = basis === undefined ? undefined : await store.request(basis);
  const about = factsOf(requester);
  const facts: Facts = {
    ...(paper === undefined ? {} : toldByPaper(paper, readers.places, readers.calendar)),
    ...factsFiled(request, about, readers),
    ...about,
  };
  const asOf = momentOf(filedAt).date;
  const outcomes = formOf(type).rules.flatMap((id) => {
    const rule = rules.of(id);
    return rule === undefined || unitOf(rule, new Set([unit])) === undefined
      ? []
      : [work(rule, { ...facts, asOf }, figures.on(unit, facts.start ?? asOf))];
  });
  const found = outcomes.flatMap((outcome) => ("findings" in outcome ? outcome.findings : []));
  return found.filter(({ code }) => toldOn.has(code)).map((finding) => words.asRead(sentenceOf(finding)));
}

/** The requester's papers in force. */
const papersOf = ({ store }: Office, { requester }: OfficeRequest): Promise<readonly OfficeRequest[]> =>
  store.requests({ requester, statuses: ["submitted", "approved"] });

async function coverFor(office: Office, person: Person, request: OfficeRequest): Promise<Cover> {
  const section = office.staff.section(person).map(({ id }) => id);
  const span = formOf(request.type).absent === true ? spanOf(request) : undefined;
  if (span === undefined || section.length < 2) return { away: [], nobodyLeft: [] };
  const absences = await absencesIn(office, person.unit, { from: dayOf(span.from), until: dayOf(span.until) });
  return coverOf(request, section, absences, office.readers.calendar);
}

/** An absence that has begun before it is asked for; what is changed was asked for before. */
const filedLate = ({ type, fields, amends }: OfficeRequest, today: IsoDate): readonly string[] =>
  formOf(type).absent === true && amends === undefined && String(fields.start) < today ? [words.filedLate] : [];

const emptied = ({ nobodyLeft }: Cover): readonly string[] =>
  nobodyLeft.length === 0 ? [] : [words.nobodyLeft(nobodyLeft)];

const others = ({ staff }: Office, { away }: Cover): readonly string[] =>
  away.length === 0 ? [] : [words.cover(away.map((one) => ({ ...one, post: staff.person(one.who)?.post ?? one.who })))];

/** Who decides nothing themselves is hardly meant as a deputy: that is only asked. */
function unlikely({ staff }: Office, { type, fields }: OfficeRequest): readonly string[] {
  const deputy = String(fields.deputy);
  return formOf(type).handsOver !== true || staff.decides(deputy) ? [] : [deputyWords.unlikely(staff.called(deputy))];
}

/** Another deputation over some of the same days: the newer one goes before it (requests/deputies.ts). */
function overlapped({ staff }: Office, request: OfficeRequest, mine: readonly OfficeRequest[]): readonly string[] {
  const span = formOf(request.type).handsOver === true ? spanOf(request) : undefined;
  if (span === undefined) return [];
  const before = mine.flatMap((one) => {
    const theirs = one.type === request.type && one.id !== request.amends ? spanOf(one) : undefined;
    if (theirs === undefined || one.id === request.id || shared(theirs, span) === undefined) return [];
    return [{ days: spellSpan(theirs), deputy: staff.called(String(one.fields.deputy)) }];
  });
  return before.length === 0 ? [] : [deputyWords.overlaps(before)];
}

/** A claim's own rule may have told what is above the plan, beside its sums. */
function isTold(check: Check, { findings, lines }: Prepared): boolean {
  if (check.kind !== "above-plan") return false;
  if (check.what === "days") return lines.some(({ held }) => held?.why.code === "claim.beyond-days");
  return check.what === "amount" && findings.some(({ code }) => code === "claim.over-plan");
}

/** The days of this kind of leave in each year that it touches, where there are any besides. */
function balanceOf(
  { readers }: Office,
  { grade }: Person,
  request: OfficeRequest,
  mine: readonly OfficeRequest[],
): readonly string[] {
  const span = request.type === "leave" ? spanOf(request) : undefined;
  if (span === undefined) return [];
  const years = new Set([span.from, span.until].map((half) => partsOf(dayOf(half)).year));
  const by = { calendar: readers.calendar, grade };
  const before = mine.filter(({ id }) => id !== request.id);
  return [...years].flatMap((year) => {
    const period = { from: `${year}-01-01`, until: `${year}-12-31` };
    const taken = takenIn(before, period, by, request.amends).find(
      ({ leaveType }) => leaveType === request.fields.leaveType,
    );
    return taken === undefined ? [] : [words.balance(`${year}`, taken, daysWithin(request, mine, period, by))];
  });
}
