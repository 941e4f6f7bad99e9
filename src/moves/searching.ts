/**
 * Searching: the clauses that answer a question, the text of a clause that is named, or that the documents are silent.
 *
 * Takes    the scene. Returns what was found, and the state that remembers which clause it was.
 * Leaves   ranking to search/, which of the candidates answer to answer/select.ts.
 */
import { compose } from "../answer/compose.ts";
import { paragraphs } from "../answer/layout.ts";
import { isNear, lacks, select } from "../answer/select.ts";
import { standing } from "../answer/standing.ts";
import { said as words } from "../answer/wording/replies.ts";
import { factsOf } from "../requests/staff.ts";
import { type Entry, isSaid, type Provision } from "../rules/provision.ts";
import { work } from "../rules/rule.ts";
import type { Candidate, Scope } from "../search/rank.ts";
import { documentsNamed } from "../search/words.ts";
import { type Answered, askedAs, figuresOn, matterOf, type Scene } from "./move.ts";

/** The clauses that answer, or the statement that the documents are silent. */
export function answerBySearch(scene: Scene): Answered {
  const { office, person, message, state } = scene;
  const named = documentsNamed(message.text, office.searchWords);
  const addressed = clauseNamed(scene, named);
  if (addressed !== undefined) return addressed;
  const question = followsUp(scene) ? `${state.last?.question} ${message.text}` : message.text;
  const near = office.search.find(question, scopeOf(scene, named)).filter((candidate) => !strays(candidate, scene));
  const candidates = named.length > 1 ? comparedFirst(near, scene) : near;
  const expected = (doc: string): boolean => office.library.document(doc).unit === person.unit || named.includes(doc);
  const laidDown = answerByProvision(scene, question, candidates, expected);
  if (laidDown !== undefined) return laidDown;
  const { at, ...selected } = select(question, candidates, office.library, expected);
  if (at === undefined) return { ...selected, state };
  return { ...selected, state: { ...state, last: { kind: "clause", question: askedAs(scene), ...at } } };
}

/** What the provision says that the best candidate belongs to; nothing where it is another point, or holds not what is asked for. */
function answerByProvision(
  scene: Scene,
  question: string,
  candidates: readonly Candidate[],
  expected: (doc: string) => boolean,
): Answered | undefined {
  const { office, person, message, state } = scene;
  const [top] = candidates;
  if (top === undefined || !isNear(top)) return undefined;
  const found = candidates.find((one) => isOf(one, top) && one.score >= top.score * asNear)?.point?.provision;
  const provision = found === undefined ? laidOn(scene, top) : office.rules.provision(found.id);
  if (provision === undefined) return undefined;
  const facts = { ...factsOf(person), ...message.facts, matter: matterOf(scene), asOf: scene.now.date };
  const outcome = work(provision.from(found?.entry ?? ""), facts, figuresOn(scene, provision.unit, facts));
  if (outcome.kind === "missing") return undefined;
  const { body, ...rest } = compose(outcome, office.library.asItReads);
  const { doc, address: clause } = top.clause;
  if (outcome.kind === "worked" && lacks(question, `${body}${rest.citations.map(({ quote }) => quote).join("")}`))
    return undefined;
  // What sets documents side by side is about them all: no one of them is another unit's.
  const mark = isAmong(provision) ? words.sideBySide : standing(office.library.document(doc), expected(doc));
  const last = { kind: "clause" as const, question: askedAs(scene), doc, clause, rule: provision.id };
  const kind = outcome.kind !== "worked" ? "abstain" : outcome.lines.length > 0 ? "calculation" : "answer";
  return { ...rest, kind, body: paragraphs(mark, body), state: { ...state, last } };
}

/** What sets documents side by side is for who compares them: of one document, that document answers. */
function strays({ point }: Candidate, scene: Scene): boolean {
  const provision = point?.provision && scene.office.rules.provision(point.provision.id);
  const entry = provision?.entries.find(({ name }) => name === point?.provision?.entry);
  if (provision === undefined || entry === undefined || entry.said.length === 0) return false;
  return isAmong(provision) && !isSaid(entry, matterOf(scene));
}

/** Who names two documents wants what sets them side by side, where anything does. */
function comparedFirst(candidates: readonly Candidate[], { office }: Scene): readonly Candidate[] {
  const compares = (candidate: Candidate): boolean => {
    const provision = candidate.point?.provision && office.rules.provision(candidate.point.provision.id);
    const entry = provision?.entries.find(({ name }) => name === candidate.point?.provision?.entry);
    return provision !== undefined && isAmong(provision) && entry?.said.length !== 0 && isNear(candidate);
  };
  return candidates.toSorted((one, other) => Number(compares(other)) - Number(compares(one)));
}

const isAmong = ({ row }: Provision): boolean => row.startsWith("between documents");

/** Is the candidate a provision's, and of the clause that the best one is of? Then it says the same, and more. */
const isOf = ({ point, clause }: Candidate, top: Candidate): boolean =>
  point?.provision !== undefined && clause.doc === top.clause.doc && clause.address === top.clause.address;

/** The provision that rests on the best candidate's clause and has an entry for the words of the matter. */
function laidOn(scene: Scene, { clause }: Candidate): Provision | undefined {
  const matter = matterOf(scene);
  const rests = ({ says, steps }: Entry) =>
    [says, ...steps].some(({ sources }) =>
      sources.some(({ doc, clause: address }) => doc === clause.doc && address === clause.address),
    );
  return scene.office.rules.provisions.find(({ entries }) =>
    entries.some((entry) => entry.said.length > 0 && isSaid(entry, matter) && rests(entry)),
  );
}

/** So near to the best that a provision of the same clause says it. */
const asNear = 0.8;

/** So near that the question has been asked before in almost these words. */
const asBefore = 1.4;

/** Do the past questions of a clause hold almost this one? Then the clause answers, not a rule that it only sounds like. */
export const askedBefore = (scene: Scene): boolean => nearness(scene) >= asBefore;

/** How near the message is to what was asked of a clause before, or to its words. */
export function nearness(scene: Scene): number {
  const named = documentsNamed(scene.message.text, scene.office.searchWords);
  return scene.office.search.find(scene.message.text, scopeOf(scene, named))[0]?.score ?? 0;
}

/** Where to look: the documents named; those of the last answer, where the message points back to another unit's; else all. */
function scopeOf({ office, person, message, state }: Scene, named: readonly string[]): Scope {
  const { unit } = person;
  if (state.last?.kind !== "clause") return { unit, ...(named.length > 0 && { docs: named }) };
  const { doc, clause } = state.last;
  const pointsBack =
    office.library.document(doc).unit !== unit && office.readers.acts.says("points-back", message.folded);
  const docs = named.length > 0 ? named : pointsBack ? [doc] : undefined;
  return { unit, ...(docs && { docs }), near: { doc, clause } };
}

/** 那病假呢: so short that it is read with the question before it. */
const followsUp = ({ office, message: { folded }, state }: Scene): boolean =>
  state.last !== undefined && folded.length <= 10 && office.readers.acts.says("asks-on", folded);

/** 三、(四)5 写的什么: the text of that clause, word for word, of the document named or of one's own unit. */
function clauseNamed(scene: Scene, named: readonly string[]): Answered | undefined {
  const { library } = scene.office;
  const spoken = scene.message.clause;
  if (spoken === undefined) return undefined;
  const own = library.documents.filter(({ unit }) => unit === scene.person.unit).map(({ id }) => id);
  for (const doc of named.length > 0 ? named : own) {
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
