/**
 * Answering: a question goes to the rules whose cues fit, else to the clauses.
 *
 * Takes    the scene and the cues. Returns a reply, and the state that remembers what was asked about.
 * Leaves   arithmetic to rules/, ranking to search/, words to answer/.
 */
import { compose } from "../answer/compose.ts";
import { bullets, distinct, paragraphs, sourceBlock } from "../answer/layout.ts";
import type { Reply } from "../answer/reply.ts";
import { select } from "../answer/select.ts";
import { typeName, said as words } from "../answer/wording/replies.ts";
import { spellValue } from "../answer/wording/values.ts";
import { type Cue, routeType } from "../dialogue/cues.ts";
import { countDays } from "../dialogue/draft.ts";
import type { Move } from "../dialogue/move.ts";
import { fold } from "../lib/text.ts";
import type { RequestType } from "../requests/request.ts";
import { routeFor } from "../requests/route.ts";
import { ruleOf } from "../rules/all.ts";
import { type Worked, work } from "../rules/rule.ts";
import { type Facts, factsShape, type SlotName } from "../rules/slots.ts";
import type { Scope } from "../search/rank.ts";
import { documentsNamed } from "../search/words.ts";
import { type Done, type Scene, said } from "./move.ts";

/** One question by its rule; a second question of the same message beside it; cases compared one after the other. */
export function answerByRules(scene: Scene, move: Extract<Move, { move: "work" }>): Done {
  const { cases } = scene.message;
  if (cases.length > 1) return answerCases(scene, move, cases);
  const { cues, facts, carry, beside } = move;
  const first = answerByRule(scene, cues, facts, carry);
  const second = beside.length === 0 ? undefined : answerByRule(scene, beside, facts, carry);
  if (second === undefined || second.reply.kind === "question" || second.reply.kind === "abstain") return first;
  return { ...first, reply: joined([first.reply, second.reply]) };
}

/** Each case worked out under its own name; where all have a total, which is more, and by how much, comes first. */
function answerCases(
  scene: Scene,
  { cues, facts, carry }: Extract<Move, { move: "work" }>,
  cases: readonly Facts[],
): Done {
  const done = cases.map((one) => answerByRule(scene, cues, { ...facts, ...one }, carry));
  const first = done[0];
  if (first === undefined || done.some(({ reply }) => reply.kind === "question"))
    return done.find(({ reply }) => reply.kind === "question") ?? answerBySearch(scene);
  const names = cases.map(caseName);
  const totals = done.map(({ reply }) => reply.result?.total);
  const replies = done.map(({ reply }, at) => ({
    ...reply,
    text: paragraphs(`**${names[at]}**`, reply.text.split(sourcesFrom)[0]),
  }));
  const verdict = totals.every((total) => total !== undefined) ? words.compared(names, totals) : undefined;
  const { text, citations, ...rest } = joined(replies);
  return { ...first, reply: { ...rest, text: paragraphs(verdict, text, sourceBlock(citations)), citations } };
}

const sourcesFrom = `\n\n${words.sourceHeading}`;

const caseName = (facts: Facts): string =>
  Object.entries(facts)
    .map(([slot, value]) => spellValue(slot as SlotName, value as string | number | boolean) ?? String(value))
    .join("、");

/** Several replies as one; figures stay the first's. */
const joined = (replies: readonly Reply[]): Reply => ({
  ...(replies[0] as Reply),
  text: paragraphs(...replies.map(({ text }) => text)),
  citations: distinct(replies.flatMap(({ citations }) => citations)),
});

/** The first fitting rule of the unit asked about that has an outcome; a search where none has. */
function answerByRule(scene: Scene, cues: readonly Cue[], facts: Facts, carry: boolean): Done {
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
    const rule = ruleOf(cue.rule);
    if (rule === undefined || !units.has(rule.unit)) continue;
    if (carry && !rule.slots.some((slot) => scene.message.facts[slot] !== undefined)) continue;
    const taken = Object.fromEntries(Object.entries(cue.takes).map(([slot, from]) => [slot, from && facts[from]]));
    const known = factsShape.parse({
      ...(rule.unit === person.unit ? whoAsks(scene) : {}),
      ...withDays(facts, scene, rule.id),
      ...cue.means,
      ...taken,
      asOf: facts.asOf ?? scene.now.date,
    });
    const day = known.start ?? scene.now.date;
    const figures = office.figures.on(rule.unit, day > scene.now.date ? scene.now.date : day);
    const tried = work(rule, known, figures);
    const meant = tried.kind === "missing" ? cue.lacking[tried.slot] : undefined;
    const outcome = meant === undefined ? tried : work(rule, factsShape.parse({ ...known, ...meant }), figures);
    if (outcome.kind === "missing" && !cue.asksBack) continue;
    const last = {
      kind: "rule" as const,
      rule: rule.id,
      unit: rule.unit,
      facts: factsShape.parse({ ...facts, ...cue.means, ...meant }),
      question: scene.message.text.slice(0, 120),
      ...(outcome.kind === "missing" ? { asked: outcome.slot } : {}),
    };
    const composed = compose(outcome);
    return said(
      scene,
      { kind: kindOf(outcome.kind, outcome.kind === "worked" && outcome.lines.length > 0), ...composed },
      { ...scene.state, last },
    );
  }
  return answerBySearch(scene);
}

/** The asker's own rank says nothing of people who travel with or without him. */
const alone = ({ people, grade }: Facts): boolean => (people === undefined || people === 1) && grade === undefined;

/** Who approves, in which order, where the office's routes say so for what is known. */
function answerByRoute(scene: Scene, type: RequestType, facts: Facts): Done | undefined {
  const { office, person } = scene;
  if (facts.destination?.some(({ region }) => region === "abroad")) return undefined;
  const routed = routeFor(
    type,
    person.unit,
    { ...(alone(facts) ? { allCountyRank: person.countyRank } : {}), ...whoAsks(scene), ...facts },
    office.routes,
  );
  if (routed.kind !== "route") return undefined;
  const citations = distinct([
    ...routed.steps.map(({ source }) => source),
    ...routed.readings.flatMap(({ sources }) => sources),
  ]);
  const steps = routed.steps.map(({ role, act }) => ({ role, act }));
  const text = paragraphs(
    words.route(typeName[type], steps),
    bullets(
      words.notes,
      routed.readings.map(({ text }) => text),
    ),
    sourceBlock(citations),
  );
  return said(scene, { kind: "answer", text, citations });
}

function kindOf(outcome: Worked["kind"], figures: boolean): Reply["kind"] {
  switch (outcome) {
    case "worked":
      return figures ? "calculation" : "answer";
    case "missing":
    case "contradiction":
      return "question";
    case "not-covered":
    case "not-in-force":
      return "abstain";
  }
}

const whoAsks = ({ person }: Scene): Facts => ({ grade: person.grade });

/** Days of a span that was said: working days for leave, natural days for the rest (READINGS). */
function withDays(facts: Facts, scene: Scene, rule: string): Facts {
  const { start, end, days } = facts;
  if (days !== undefined || start === undefined || end === undefined) return facts;
  const { calendar } = scene.office.readers;
  const counted = countDays(rule === "leave" ? "working" : "natural", facts, calendar);
  return { ...facts, days: counted === 0 ? undefined : counted };
}

const address =
  /(?:第[一二三四五六七八九十\d]+(?:部分|章|条|款|项|节|点))+(?:第?[((]?[一二三四五六七八九十\d]+[))]?(?:条|款|项|节|点)?)*|[一二三四五六七八九十]+、?[((][一二三四五六七八九十]+[))](?:第?\d+[条.、]?(?:\d+[))])?)?/u;

/** 三、(四)5 写的什么: the text of that clause, word for word, of the document named or of one's own unit. */
function clauseNamed(scene: Scene, named: readonly string[]): Done | undefined {
  const { library } = scene.office;
  const spoken = address.exec(fold(scene.message.text))?.[0];
  // 看看第一条的详情 is about a list just shown, not about a clause.
  const aboutText = /写|规定|原文|条款|内容|怎么说|说的|讲的|[、(]/.test(fold(scene.message.text));
  if (spoken === undefined || !aboutText) return undefined;
  const docs =
    named.length > 0 ? named : library.documents.filter(({ unit }) => unit === scene.person.unit).map(({ id }) => id);
  for (const doc of docs) {
    const clause = library.findAddress(spoken, doc);
    if (clause === undefined) continue;
    const source = { doc, title: library.document(doc).title, clause: clause.address, quote: library.fullText(clause) };
    const last = { kind: "clause" as const, question: scene.message.text.slice(0, 120), doc, clause: clause.address };
    const text = paragraphs(words.clauseIs(source.title, source.clause), sourceBlock([source]));
    return said(scene, { kind: "answer", text, citations: [source] }, { ...scene.state, last });
  }
  return undefined;
}

/** The clauses that answer, or the statement that the documents are silent. */
export function answerBySearch(scene: Scene, refusing = false): Done {
  const { office, person, message, state } = scene;
  const named = documentsNamed(message.text, office.searchWords);
  const last = state.last?.kind === "clause" ? state.last : undefined;
  const before = state.last?.question;
  const pointsBack = last !== undefined && /(?:它|他们|她们|他|该|此|那个|这个)(?!们?局|单位)/.test(message.folded);
  const sticky =
    named.length === 0 && last !== undefined && office.library.document(last.doc).unit !== person.unit && pointsBack;
  const scope: Scope = {
    unit: person.unit,
    ...(named.length > 0 ? { docs: named } : sticky ? { docs: [last.doc] } : {}),
    ...(last === undefined ? {} : { near: { doc: last.doc, clause: last.clause } }),
  };
  const addressed = clauseNamed(scene, named);
  if (addressed !== undefined) return addressed;
  const followUp = before !== undefined && message.folded.length <= 10 && /呢[??]?$|^那/.test(message.folded);
  const question = followUp ? `${before} ${message.text}` : message.text;
  const candidates = office.search.find(question, scope);
  const expected = (doc: string): boolean => office.library.document(doc).unit === person.unit || named.includes(doc);
  const { kind, text, citations, at } = select(question, candidates, office.library, expected);
  const next =
    at === undefined
      ? state
      : { ...state, last: { kind: "clause" as const, question: message.text.slice(0, 120), ...at } };
  return said(scene, { kind: refusing ? "refuse" : kind, text, citations }, next);
}
