/**
 * What is laid down (规定): the provision that answers, from the candidates of a search.
 *
 * Takes    the scene, the part of its message that asks, and the candidates. Returns what the provision says; nothing where
 *          no provision rests on the best candidate's clause, or it does not hold what is asked for.
 * Leaves   finding candidates to look-up.ts, which entry of the provision speaks to rules/provision.ts.
 */
import { compose, inParagraphs } from "../../answer/compose.ts";
import { paragraphs } from "../../answer/layout.ts";
import { isNear, lacks } from "../../answer/select.ts";
import { bindsOthers, standing } from "../../answer/standing.ts";
import { said as words } from "../../answer/wording/replies.ts";
import { factsOf } from "../../requests/staff.ts";
import { type Entry, isSaid, type Nearness, type Provision } from "../../rules/provision.ts";
import { work } from "../../rules/rule.ts";
import type { Candidate } from "../../search/rank.ts";
import { type Answered, askedAs, figuresOn, type Scene } from "../move.ts";
import type { LookedUp } from "./look-up.ts";

/** What is asked: a question as the search takes it, and the same in the words that the patterns of provisions know. */
export interface Question {
  readonly text: string;
  readonly matter: string;
}

/** So near to the best that a provision of the same clause says it. */
const asNear = 0.8;

/** What the provision says that the best candidate belongs to. */
export function laidDown(
  scene: Scene,
  { text, matter }: Question,
  { candidates, expected }: LookedUp,
): Answered | undefined {
  const { office, person, message, state } = scene;
  const [top] = candidates;
  if (top === undefined || !isNear(top) || isSilence(top)) return undefined;
  const laid = candidates.find((one) => isOf(one, top) && one.score >= top.score * asNear)?.point?.provision;
  const provision = laid === undefined ? resting(scene, top, matter) : office.rules.provision(laid.id);
  if (provision === undefined) return undefined;
  const facts = { ...factsOf(person), ...message.facts, matter, asOf: scene.now.date };
  const figures = figuresOn(scene, provision.unit, facts);
  const distance = nearTo(provision, candidates);
  const outcome = work(provision.from(distance), facts, figures);
  if (outcome.kind === "missing") return undefined;
  // That something is not written must be what was found, and not what the words of an entry near it call.
  if (outcome.kind === "not-covered" && top.point !== undefined && top.point.provision?.id !== provision.id)
    return undefined;
  const { body, citations: quoted, ...rest } = compose(outcome, office.library.asItReads);
  const citations = inParagraphs(quoted, office.library);
  if (outcome.kind === "worked" && lacks(text, `${body}${citations.map(({ quote }) => quote).join("")}`))
    return undefined;
  const spoke = outcome.kind === "worked" || outcome.kind === "not-covered";
  const { doc, clause, found } = placeOf(provision, spoke ? provision.speaking(distance, facts, figures) : [], top);
  // What sets documents side by side is about them all: no one of them is another unit's.
  const mark = provision.compares ? words.sideBySide : standing(office.library.document(doc), expected(doc));
  const last = { kind: "clause" as const, question: askedAs(scene), doc, clause, rule: provision.id, ...found };
  const answers =
    outcome.kind === "worked" && (provision.compares || !bindsOthers(office.library.document(doc), expected(doc)));
  const kind = !answers ? "abstain" : outcome.lines.length > 0 ? "calculation" : "answer";
  return { ...rest, citations, kind, body: paragraphs(mark, body), state: { ...state, last } };
}

/**
 * Where what was said stands: the entry that spoke may rest on another clause than the best candidate. By what it was found is
 * known where one entry spoke; of several, nobody can say which one helped.
 */
function placeOf({ id }: Provision, spoken: readonly Entry[], { clause: { doc, address } }: Candidate) {
  const [entry, ...others] = spoken;
  const source = entry?.says.sources[0];
  if (entry === undefined || source === undefined) return { doc, clause: address };
  const found = { quote: source.quote, provision: { id, entry: entry.name } };
  return { doc: source.doc, clause: source.clause, ...(others.length === 0 && { found: { found } }) };
}

/** A past question that the documents leave open, and no provision speaks of: nothing else answers it. */
const isSilence = ({ point }: Candidate): boolean => point?.silent !== undefined && point.provision === undefined;

/** How near the search found each entry of the provision. */
const nearTo =
  ({ id }: Provision, candidates: readonly Candidate[]): Nearness =>
  (entry) =>
    candidates.find(({ point }) => point?.provision?.id === id && point.provision.entry === entry)?.score ?? 0;

/** Is the candidate a provision's, and of the clause that the best one is of? Then it says the same, and more. */
const isOf = ({ point, clause }: Candidate, top: Candidate): boolean =>
  point?.provision !== undefined && clause.doc === top.clause.doc && clause.address === top.clause.address;

/** The provision that rests on the best candidate's clause and has an entry for the words of the matter. */
function resting(scene: Scene, { clause }: Candidate, matter: string): Provision | undefined {
  const rests = ({ says, steps }: Entry) =>
    [says, ...steps].some(({ sources }) =>
      sources.some(({ doc, clause: address }) => doc === clause.doc && address === clause.address),
    );
  return scene.office.rules.provisions.find(({ entries }) =>
    entries.some((entry) => entry.said.length > 0 && isSaid(entry, matter) && rests(entry)),
  );
}
