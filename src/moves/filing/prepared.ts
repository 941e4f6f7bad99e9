/**
 * What a draft comes to before it is filed: its chain, its figures, what to mind, what bars it, the request it would be.
 *
 * Takes    the scene and the draft. Returns values; nothing is said or written here.
 * Leaves   the card and the question to card.ts, the event to filing.ts.
 */
import { claimRows } from "../../answer/claim-table.ts";
import { distinct } from "../../answer/layout.ts";
import { deputyWords } from "../../answer/wording/deputies.ts";
import { said as words } from "../../answer/wording/replies.ts";
import type { Draft } from "../../dialogue/state.ts";
import { DataError } from "../../errors.ts";
import { addDays } from "../../lib/dates.ts";
import { masked } from "../../lib/mask.ts";
import type { Source } from "../../policy/source.ts";
import { fieldsOf, formOf, isSettled } from "../../requests/form.ts";
import {
  type ApprovalStep,
  type OfficeRequest,
  type RequestFields,
  type RequestType,
  requestTypes,
} from "../../requests/request.ts";
import { routeFor } from "../../requests/route.ts";
import { approvalsFor } from "../../requests/staff.ts";
import { answer, breach } from "../../rules/finding.ts";
import { type Finding, type Line, unitOf, type Worked, work } from "../../rules/rule.ts";
import type { Facts, Grade } from "../../rules/slots.ts";
import { figuresOn, type Scene } from "../move.ts";

export interface Prepared {
  readonly approvals: readonly ApprovalStep[];
  readonly findings: readonly Finding[];
  readonly lines: readonly Line[];
  readonly totalFen: number | undefined;
  readonly readings: readonly string[];
  /** What the card stands on: its figures, its chain, the sentences it shows. */
  readonly sources: readonly Source[];
  /** What is broken, with findings that keep this from being filed as it stands; empty when nothing does. */
  readonly bars: readonly Finding[];
}

/** The outcomes of the form's rules for what the draft holds so far. */
export function workOut(scene: Scene, { type, facts }: Draft): readonly Worked[] {
  const { unit } = scene.person;
  const figures = figuresOn(scene, unit, facts);
  return formOf(type).rules.flatMap((id) => {
    const rule = scene.office.rules.of(id);
    return rule === undefined || unitOf(rule, new Set([unit])) === undefined
      ? []
      : [work(rule, { ...facts, ...workdaysApart(scene, facts), ...scene.logged, asOf: scene.now.date }, figures)];
  });
}

/** How many days at work lie between the day one was due back and the day one was. */
function workdaysApart({ office }: Scene, { dueBack, end }: Facts): Facts {
  if (dueBack === undefined || end === undefined) return {};
  const [from, until] = dueBack < end ? [dueBack, end] : [end, dueBack];
  const { days, unknownYears } = office.readers.calendar.workdays(from, addDays(until, -1));
  return unknownYears.length > 0 ? {} : { workdaysApart: from === until ? 0 : days };
}

const findingsOf = (outcomes: readonly Worked[]): readonly Finding[] =>
  outcomes.flatMap((outcome) => ("findings" in outcome ? outcome.findings : []));

/** Words that the draft rests on no longer stand: they are told, and not cited. */
const sourceMoved = (sources: readonly Source[]): Finding =>
  breach(answer("sources.moved", { told: words.sourceMoved(sources) }));

/** Figures that cannot be worked for the card, and why: what is left out is told. */
const unsaid = (outcomes: readonly Worked[]): readonly string[] =>
  outcomes.flatMap((outcome) => {
    if (outcome.kind === "source-moved") return [words.sourceMoved(outcome.sources)];
    return outcome.kind === "not-in-force" ? [words.notInForce(outcome.day)] : [];
  });

/** What is broken, with the findings that keep the draft from being filed as it stands; empty when none does. */
export function barsOf(outcomes: readonly Worked[], draft: Draft): readonly Finding[] {
  const { barredBy, barredOnce } = formOf(draft.type);
  const findings = findingsOf(outcomes);
  // What cannot be shown to hold today lets nothing pass that it might forbid.
  const moved = outcomes.flatMap((outcome) => (outcome.kind === "source-moved" ? [sourceMoved(outcome.sources)] : []));
  if (barredBy.length > 0 && moved.length > 0) return moved;
  const undecided = barredOnce !== undefined && draft.facts[barredOnce] === undefined;
  if (undecided || !findings.some(({ code }) => barredBy.includes(code))) return [];
  return findings.filter(({ code, breach }) => breach || barredBy.includes(code));
}

/** Works out what the card of a complete draft shows. Throws DataError where the route wants a slot that its form never asks for. */
export function prepare(scene: Scene, draft: Draft): Prepared {
  const { office, person } = scene;
  const routed = routeFor(draft.type, person.unit, draft.facts, office.routes.on(scene.now.date));
  if (routed.kind === "missing") {
    const place = `${person.unit}, ${draft.type}`;
    throw new DataError("data/routes", place, `a route depends on ${routed.slot}, which the form does not ask for`);
  }
  const steps = routed.kind === "route" ? routed.steps : [];
  const readings = routed.kind === "source-moved" ? [] : routed.readings;
  const moved = routed.kind === "source-moved" ? [sourceMoved(routed.sources)] : [];
  const outcomes = workOut(scene, draft);
  const findings = findingsOf(outcomes);
  const worked = outcomes.find((outcome) => outcome.kind === "worked" && outcome.lines.length > 0);
  const limits = formOf(draft.type).handsOver === true ? limitsOf(scene, draft.facts.deputy) : [];
  const handedOver = formOf(draft.type).handsOver === true ? [deputyWords.reading, ...limits.map(limitSaid)] : [];
  const { lines, totalFen } = worked?.kind === "worked" ? worked : { lines: [], totalFen: undefined };
  return {
    approvals: isSettled(draft.type) ? [] : approvalsFor(steps, person, office.staff),
    findings,
    lines,
    totalFen,
    readings: [...readings.map(({ text }) => text), ...unsaid(outcomes), ...uncounted(scene, draft), ...handedOver],
    sources: distinct([
      ...lines.map(({ source }) => source),
      ...steps.map(({ source }) => source),
      ...readings.flatMap(({ sources }) => sources),
      ...limits.map(({ source }) => source),
      ...findings.filter(isShown).flatMap(({ sources }) => sources),
    ]),
    bars: [...moved, ...barsOf(outcomes, draft)],
  };
}

interface Limit {
  readonly type: RequestType;
  readonly grades: readonly Grade[];
  readonly source: Source;
}

/** What of the speaker's own steps the documents let be entrusted to some alone, of whom the deputy is none. */
function limitsOf({ office, person, now }: Scene, deputy: string | undefined): readonly Limit[] {
  const routes = office.routes.on(now.date);
  const grade = office.staff.person(deputy ?? "")?.grade;
  return requestTypes.flatMap((type) =>
    routes
      .of(person.unit, type)
      .flatMap(({ steps }) => steps)
      .flatMap(({ role, entrusted }) =>
        entrusted !== undefined &&
        (grade === undefined || !entrusted.grades.includes(grade)) &&
        office.staff.holder(role, person)?.id === person.id
          ? [{ type, ...entrusted }]
          : [],
      ),
  );
}

const limitSaid = ({ type, grades }: Limit): string => deputyWords.limit([type], grades);

/** The chain and the figures say what a reply would open with; the card adds what is broken and what to mind. */
const isShown = ({ level, breach }: Finding): boolean => level !== "answer" || breach === true;
/** What the card lists as a thing to mind. */
export const isWarning = ({ level, breach }: Finding): boolean => level === "warning" || breach === true;

/** A span in a year whose holidays are not known yet is counted in natural days, and says so. */
function uncounted({ office }: Scene, { facts, type }: Draft): readonly string[] {
  const { start, end } = facts;
  if (start === undefined || end === undefined || formOf(type).days !== "working") return [];
  return office.readers.calendar.workdays(start, end).unknownYears.map((year) => words.naturalDays(year));
}

/** By whatever way words came into the draft: numbers that identify somebody are not filed. */
const withoutNumbers = (fields: RequestFields): RequestFields =>
  Object.fromEntries(
    Object.entries(fields).map(([slot, value]) => [
      slot,
      typeof value === "string" && slot !== "basis" ? masked(value) : value,
    ]),
  );

/** The request that the draft would be filed as. */
export function draftRequest(
  { person, turn }: Scene,
  draft: Draft,
  approvals: readonly ApprovalStep[],
  lines: readonly Line[] = [],
): OfficeRequest {
  const rows = claimRows(lines, draft.facts.claims);
  return {
    id: draft.id,
    type: draft.type,
    unit: person.unit,
    requester: person.id,
    status: "draft",
    fields: {
      ...withoutNumbers(fieldsOf(formOf(draft.type), draft.facts)),
      ...(rows.length === 0 ? {} : { lines: JSON.stringify(rows) }),
    },
    approvals: [...approvals],
    filedAt: turn.now,
    ...(draft.amends !== undefined && { amends: draft.amends }),
    version: 0,
  };
}
