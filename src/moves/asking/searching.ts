/**
 * Searching: the clauses that answer a question, the text of a clause that is named, or that the documents are silent.
 *
 * Takes    the scene. Returns what was found, and the state that remembers which clause it was.
 * Leaves   candidates to look-up.ts, provisions to laid-down.ts, which of the clauses answer to answer/select.ts.
 */
import { distinct } from "../../answer/layout.ts";
import { select } from "../../answer/select.ts";
import { said as words } from "../../answer/wording/replies.ts";
import { askedParts } from "../../lib/asked-parts.ts";
import type { Candidate } from "../../search/rank.ts";
import { type Answered, askedAs, foundBy, joined, matterOf, type Scene } from "../move.ts";
import { laidDown, type Question } from "./laid-down.ts";
import { type LookedUp, lookUp, named, nearest } from "./look-up.ts";

/** The clauses that answer, or the statement that the documents are silent. */
export function answerBySearch(scene: Scene): Answered {
  const addressed = clauseNamed(scene);
  if (addressed !== undefined) return addressed;
  const { message, state } = scene;
  const text = followsUp(scene) ? `${state.last?.question} ${message.text}` : message.text;
  const found = lookUp(scene, text);
  return withParts(scene, found, answerOne(scene, { text, matter: matterOf(scene) }, found));
}

function answerOne(scene: Scene, question: Question, found: LookedUp): Answered {
  const laid = laidDown(scene, question, found);
  if (laid !== undefined) return laid;
  const { at, ...selected } = select(question.text, found.candidates, scene.office.library, found.expected);
  if (at === undefined) return { ...selected, state: scene.state };
  const from = found.candidates.find(
    ({ clause, point }) => clause.doc === at.doc && clause.address === at.clause && point?.silent === undefined,
  );
  const last = { kind: "clause" as const, question: askedAs(scene), ...at, ...(from && { found: foundBy(from) }) };
  return { ...selected, state: { ...scene.state, last } };
}

/** So near to one part of a message that it was asked there; and what the whole message found weighs beside it. */
const asPart = 0.6;
const ofWhole = 0.5;

/** Two things asked of one provision get two answers, in their order: 开销哪个说了算,票据啥时候交. */
function withParts(scene: Scene, found: LookedUp, whole: Answered): Answered {
  const parts = askedParts(scene.message.text);
  const rule = whole.state.last?.rule;
  if (parts.length < 2 || rule === undefined || whole.kind === "abstain") return whole;
  const answers = parts.flatMap((text) => {
    const candidates = ofPart(scene, text, found).filter(({ point }) => point?.provision?.id === rule);
    if (candidates.length === 0) return [];
    return [answerOne(scene, { text, matter: matterOf(scene, text) }, { ...found, candidates })];
  });
  const told = answers.filter((one, at) => one.kind !== "abstain" && isNew(one, answers.slice(0, at)));
  if (told.length < 2) return whole;
  const first = told.find(({ result }) => result !== undefined) ?? whole;
  // The line that says whose words these are stands before the first alone.
  const paragraphsOf = told.map(({ body }) => body.split("\n\n"));
  const bodies = paragraphsOf.map((parts, at) =>
    (at > 0 && parts[0] === paragraphsOf[0]?.[0] ? parts.slice(1) : parts).join("\n\n"),
  );
  return {
    ...joined(first, bodies, told),
    state: whole.state,
  };
}

/** The candidates for a part of the message; what the whole of it is about comes first. */
function ofPart(scene: Scene, part: string, { candidates }: LookedUp): readonly Candidate[] {
  const near = lookUp(scene, part).candidates.filter(({ score }) => score >= asPart);
  const wholly = ({ clause, point }: Candidate): number =>
    candidates.find((one) => one.clause === clause && one.point === point)?.score ?? 0;
  return near
    .map((one) => ({ ...one, score: one.score + ofWhole * wholly(one) }))
    .toSorted((one, other) => other.score - one.score);
}

/** Does it work something out, or rest on words that the answers before it do not? */
const isNew = ({ citations, result }: Answered, before: readonly Answered[]): boolean => {
  const shown = distinct(before.flatMap((one) => one.citations));
  return result !== undefined || distinct([...shown, ...citations]).length > shown.length;
};

/** So near that the question has been asked before in almost these words. */
const asBefore = 1.35;
const asLaidDown = 1;

/** Do the past questions of a clause hold almost this one? Then the clause answers, not a rule that it only sounds like. */
export const askedBefore = (scene: Scene): boolean => nearness(scene) >= asBefore;

/** What a provision answers to almost this question as it stands: 发票丢了补助还能领吗 needs no destination. */
export function laidDownAlready(scene: Scene): Answered | undefined {
  const [top] = nearest(scene);
  if (top?.point?.provision === undefined || top.score < asLaidDown) return undefined;
  const answered = answerBySearch(scene);
  return answered.kind === "answer" ? answered : undefined;
}

/** How near the message is to what was asked of a clause before, or to its words. */
export const nearness = (scene: Scene): number => nearest(scene)[0]?.score ?? 0;

/** 那病假呢: so short that it is read with the question before it. */
export const followsUp = ({ office, message: { folded }, state }: Scene): boolean =>
  state.last !== undefined && folded.length <= 10 && office.readers.acts.says("asks-on", folded);

/** 三、(四)5 写的什么: the text of that clause, word for word, of the document named or of one's own unit. */
function clauseNamed(scene: Scene): Answered | undefined {
  const { library } = scene.office;
  const spoken = scene.message.clause;
  if (spoken === undefined) return undefined;
  const docs = named(scene);
  const own = library.documents.filter(({ unit }) => unit === scene.person.unit).map(({ id }) => id);
  for (const doc of docs.length > 0 ? docs : own) {
    const clause = library.findAddress(spoken, doc);
    if (clause === undefined) continue;
    const { title } = library.document(doc);
    const source = { doc, title, clause: clause.address, quote: library.fullText(clause) };
    const last = { kind: "clause" as const, question: askedAs(scene), doc, clause: clause.address };
    const body = words.clauseIs(title, clause.address);
    return { kind: "answer", body, citations: [source], state: { ...scene.state, last } };
  }
  return undefined;
}
