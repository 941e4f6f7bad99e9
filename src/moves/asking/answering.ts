/**
 * Answering: a question goes to the rules whose cues fit, else to the clauses.
 *
 * Takes    the scene and the cues. Returns what is answered, and the state that remembers what was asked about.
 * Leaves   arithmetic to rules/, the clauses to searching.ts, words to answer/.
 */
import { compose, inParagraphs, movedSources } from "../../answer/compose.ts";
import { bullets, distinct, paragraphs } from "../../answer/layout.ts";
import type { Reply } from "../../answer/reply.ts";
import { spellDay, typeName, said as words } from "../../answer/wording/replies.ts";
import { spellValue } from "../../answer/wording/values.ts";
import { type Cue, routeType } from "../../dialogue/cues.ts";
import { countDays } from "../../dialogue/draft.ts";
import type { Move } from "../../dialogue/move.ts";
import { daysInclusive, weekday } from "../../lib/dates.ts";
import { formOf } from "../../requests/form.ts";
import type { RequestType } from "../../requests/request.ts";
import { routeFor } from "../../requests/route.ts";
import { factsOf } from "../../requests/staff.ts";
import { type Rule, unitOf, type Worked, work } from "../../rules/rule.ts";
import { type Facts, factsShape, type SlotName } from "../../rules/slots.ts";
import { documentsNamed } from "../../search/words.ts";
import { type Answered, askedAs, dayOf, figuresOn, joined, matterOf, routesOn, type Scene } from "../move.ts";
import { answerBySearch, askedBefore, laidDownAlready } from "./searching.ts";

type Work = Extract<Move, { move: "work" }>;

/** One question by its rule; a second question of the same message beside it; cases compared one after the other. */
export function answerByRules(scene: Scene, move: Work): Answered {
  if (move.cues.every(({ likely }) => likely) && askedBefore(scene)) return answerBySearch(scene);
  const { cases } = scene.message;
  if (cases.length > 1) return answerCases(scene, move, cases);
  const { cues, facts, carry, beside } = move;
  const first = answerByRule(scene, cues, facts, carry);
  const second = beside.length === 0 ? undefined : answerByRule(scene, beside, facts, carry);
  if (second === undefined || second.kind === "question" || second.kind === "abstain") return first;
  return joined(first, [first.body, second.body], [first, second]);
}

/** Each case worked out under its own name; where all have a total, which is more, and by how much, comes first. */
function answerCases(scene: Scene, { cues, facts, carry }: Work, cases: readonly Facts[]): Answered {
  const answers = cases.map((one) => answerByRule(scene, cues, { ...facts, ...one }, carry));
  const first = answers[0] ?? answerBySearch(scene);
  const unclear = answers.find(({ kind }) => kind === "question");
  if (unclear !== undefined) return unclear;
  const names = cases.map(caseName);
  const totals = answers.map(({ result }) => result?.total);
  const verdict = totals.every((total) => total !== undefined) ? words.compared(names, totals) : undefined;
  const bodies = answers.map(({ body }, at) => paragraphs(`**${names[at]}**`, body));
  return joined(first, [verdict, ...bodies], answers);
}

const caseName = ({ destination = [], ...facts }: Facts): string =>
  [
    ...destination.map(({ place }) => place),
    ...Object.entries(facts).map(
      ([slot, value]) => spellValue(slot as SlotName, value as string | number | boolean) ?? String(value),
    ),
  ].join("、");

/** The first fitting rule of the unit asked about that has an outcome; a search where none has. */
function answerByRule(scene: Scene, cues: readonly Cue[], facts: Facts, carry: boolean): Answered {
  const { office, person } = scene;
  const named = documentsNamed(scene.message.text, office.searchWords);
  const carried = scene.state.last?.kind === "rule" && carry ? scene.state.last.unit : undefined;
  const units = new Set(
    named.length > 0 ? named.map((doc) => office.library.document(doc).unit) : [carried ?? person.unit],
  );
  for (const cue of cues) {
    const type = routeType(cue.rule);
    const routed = type === undefined || !units.has(person.unit) ? undefined : answerByRoute(scene, type, facts);
    if (routed !== undefined) return routed;
    const rule = office.rules.of(cue.rule);
    const unit = rule && unitOf(rule, units);
    if (rule === undefined || unit === undefined) continue;
    if ((carry || cue.likely) && !takesUp(scene, rule)) continue;
    const worked = workedOut(scene, { ...rule, unit }, cue, facts);
    if (worked !== undefined)
      return worked.kind === "question" ? besideLaidDown(scene, { ...rule, unit }, worked) : worked;
  }
  return answerBySearch(scene);
}

/**
 * What is laid down on almost this question comes first, and what the rule would have to know stays asked after it: 发票丢了
 * 补助还能领吗 needs no destination. Where the rule rests on that very clause, it is the rule that was asked for.
 */
function besideLaidDown(scene: Scene, { figures: taken, unit }: Rule, asked: Answered): Answered {
  const laid = laidDownAlready(scene);
  const clause = laid?.state.last?.kind === "clause" ? laid.state.last.clause : undefined;
  const figures = scene.office.figures.on(unit, scene.now.date);
  const isOwn = taken.some((name) => figures.inForce(name) && figures.get(name).source.clause === clause);
  if (laid === undefined || isOwn) return asked;
  return { ...joined(laid, [laid.body, asked.body], [laid, asked]), state: asked.state };
}

/** Was anything said that the rule can use? */
const takesUp = ({ office, message: { facts, folded } }: Scene, { id, slots }: Rule): boolean =>
  slots.some((slot) => facts[slot] !== undefined) || office.rules.provision(id)?.fits(folded) === true;

/** The rule's outcome in words; nothing where it lacks a slot that the question need not have told. */
function workedOut(scene: Scene, rule: Rule, cue: Cue, facts: Facts): Answered | undefined {
  const { office, person, state } = scene;
  const taken = Object.fromEntries(Object.entries(cue.takes).map(([slot, from]) => [slot, from && facts[from]]));
  const known = factsShape.parse({
    ...(rule.unit === person.unit ? { grade: person.grade, ...directoryFor(rule, scene), ...scene.logged } : {}),
    ...withDays(facts, scene, rule.id),
    ...cue.means,
    ...taken,
    matter: matterOf(scene),
    asOf: facts.asOf ?? scene.now.date,
  });
  const figures = figuresOn(scene, rule.unit, known);
  const tried = work(rule, known, figures);
  const meant = tried.kind === "missing" ? cue.lacking[tried.slot] : undefined;
  const outcome = meant === undefined ? tried : work(rule, factsShape.parse({ ...known, ...meant }), figures);
  if (outcome.kind === "missing" && !cue.asksBack) return undefined;
  const composed = compose(outcome, office.library.asItReads);
  const [said] = office.rules.provision(rule.id) === undefined ? [] : composed.citations;
  // What a provision says is the words of a clause: 没去成的呢 is looked for near it.
  if (said !== undefined) {
    const at = { doc: said.doc, clause: said.clause, rule: rule.id };
    const last = { kind: "clause" as const, question: askedAs(scene), ...at };
    const citations = inParagraphs(composed.citations, office.library);
    return { ...composed, citations, kind: kindOf(outcome), state: { ...state, last } };
  }
  const last = {
    kind: "rule" as const,
    rule: rule.id,
    unit: rule.unit,
    facts: factsShape.parse({ ...facts, ...cue.means, ...meant }),
    question: askedAs(scene),
    ...("slot" in outcome ? { asked: outcome.slot } : {}),
  };
  const { body, ...rest } = composed;
  return {
    ...rest,
    body: paragraphs(body, ofThatDay(scene, rule, known, outcome)),
    kind: kindOf(outcome),
    state: { ...state, last },
  };
}

/** A matter of the past is worked with the figures of its day, and the reply says so. */
function ofThatDay(scene: Scene, { figures: named, unit }: Rule, facts: Facts, outcome: Worked): string | undefined {
  const { office, now } = scene;
  const day = dayOf(scene, facts);
  if (day >= now.date || outcome.kind !== "worked" || outcome.lines.length === 0 || named.length === 0)
    return undefined;
  const then = figuresOn(scene, unit, facts);
  const today = office.figures.on(unit, now.date);
  const differs = named.some((name) => !today.inForce(name) || today.get(name).value !== then.get(name).value);
  return (differs ? words.figuresChanged : words.figuresOf)(spellDay(day, weekday(day)));
}

/** The people of the asker's unit, for a rule that divides work among them. */
function directoryFor(rule: Rule, { office, person }: Scene): Facts {
  if (!rule.slots.includes("directory")) return {};
  const people = office.staff.people.filter(({ unit }) => unit === person.unit);
  return { directory: people.map(({ post, grade }) => ({ post, grade })) };
}

/** Who approves, in which order, where the office's routes say so for what is known. */
function answerByRoute(scene: Scene, type: RequestType, facts: Facts): Answered | undefined {
  const { person, state } = scene;
  if (facts.destination?.some(({ region }) => region === "abroad")) return undefined;
  const own = { ...formOf(type).assumed, ...factsOf(person) };
  const routed = routeFor(
    type,
    person.unit,
    { ...(alone(facts) ? own : { grade: person.grade }), ...facts },
    routesOn(scene, facts),
  );
  if (routed.kind === "source-moved")
    return {
      kind: "abstain",
      ...movedSources(routed.sources, scene.office.library.asItReads(routed.sources)),
      state,
    };
  if (routed.kind !== "route") return undefined;
  const steps = routed.steps.map(({ role, act }) => ({ role, act }));
  const readings = routed.readings.map(({ text }) => text);
  return {
    kind: "answer",
    body: paragraphs(words.route(typeName[type], steps), bullets(words.notes, readings)),
    citations: distinct([
      ...routed.steps.map(({ source }) => source),
      ...routed.readings.flatMap(({ sources }) => sources),
    ]),
    state,
  };
}

/** The asker's own rank says nothing of people who travel with or without him. */
const alone = ({ people, grade }: Facts): boolean => (people === undefined || people === 1) && grade === undefined;

function kindOf(outcome: Worked): Reply["kind"] {
  switch (outcome.kind) {
    case "worked":
      return outcome.lines.length > 0 || outcome.table !== undefined ? "calculation" : "answer";
    case "missing":
    case "contradiction":
      return "question";
    case "not-covered":
    case "not-in-force":
    case "source-moved":
      return "abstain";
  }
}

/** Days of a span that was said: working days for leave, natural days for the rest (READINGS). */
function withDays(facts: Facts, scene: Scene, rule: string): Facts {
  const { start, days } = facts;
  const end = facts.end ?? (scene.message.fromThen ? undefined : start);
  if (days !== undefined || start === undefined || end === undefined) return facts;
  const { calendar } = scene.office.readers;
  const working = rule === "leave";
  const counted = countDays(working ? "working" : "natural", { ...facts, end }, calendar);
  if (counted === undefined || counted === 0) return { ...facts, days: undefined };
  return { ...facts, days: counted, ...(working ? { daysOff: daysInclusive(start, end) - Math.ceil(counted) } : {}) };
}
