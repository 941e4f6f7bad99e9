/**
 * Looking up (查找): the candidates for what the scene asks, and where to look for them.
 *
 * Takes    the scene and a question. Returns candidates, best first, without those that are about other things than were asked.
 * Leaves   ranking to search/, what is said of the candidates to laid-down.ts and answer/select.ts.
 */
import { isNear } from "../../answer/select.ts";
import { bindsOthers } from "../../answer/standing.ts";
import { type Entry, isSaid, type Provision } from "../../rules/provision.ts";
import type { Candidate, Scope } from "../../search/rank.ts";
import { documentsNamed } from "../../search/words.ts";
import { matterOf, type Scene } from "../move.ts";

export interface LookedUp {
  readonly candidates: readonly Candidate[];
  /** Is this a document that the asker means: of their own unit, or named? */
  readonly expected: (doc: string) => boolean;
}

/** As near as this to the best, it is one's own law that was asked for. */
const ownLaw = 0.8;

/** What the message names, among the documents. */
export const named = ({ message, office }: Scene): readonly string[] =>
  documentsNamed(message.text, office.searchWords);

/** The candidates for a question of this scene. */
export function lookUp(scene: Scene, question: string): LookedUp {
  const { office, person } = scene;
  const docs = named(scene);
  const expected = (doc: string): boolean => office.library.document(doc).unit === person.unit || docs.includes(doc);
  const found = office.search.find(question, scopeOf(scene, docs)).filter((candidate) => !strays(candidate, scene));
  const ownFirst = withoutOthersLaw(found, scene, expected);
  return { candidates: docs.length > 1 ? comparedFirst(ownFirst, scene) : ownFirst, expected };
}

/** Where one's own documents hold something near, what binds another office is left out, however near it is. */
function withoutOthersLaw(
  found: readonly Candidate[],
  scene: Scene,
  expected: LookedUp["expected"],
): readonly Candidate[] {
  const own = found.find(({ clause }) => expected(clause.doc));
  if (own === undefined || own.score < ownLaw * (found[0]?.score ?? 0)) return found;
  const { library } = scene.office;
  return found.filter(
    (one) =>
      laidBy(one, scene)?.provision.compares === true ||
      !bindsOthers(library.document(one.clause.doc), expected(one.clause.doc)),
  );
}

/** The candidates for the message as it stands, whatever they compare. */
export const nearest = (scene: Scene): readonly Candidate[] =>
  scene.office.search.find(scene.message.text, scopeOf(scene, named(scene)));

/** Where to look: the documents named; those of the last answer, where the message points back to another unit's; else all. */
function scopeOf({ office, person, message, state }: Scene, docs: readonly string[]): Scope {
  const { unit } = person;
  if (state.last?.kind !== "clause") return { unit, ...(docs.length > 0 && { docs }) };
  const { doc, clause } = state.last;
  const pointsBack =
    office.library.document(doc).unit !== unit && office.readers.acts.says("points-back", message.folded);
  const within = docs.length > 0 ? docs : pointsBack ? [doc] : undefined;
  return { unit, ...(within && { docs: within }), near: { doc, clause } };
}

interface Laid {
  readonly provision: Provision;
  readonly entry: Entry;
}

/** The provision and the entry that a candidate is found for. */
export function laidBy({ point }: Candidate, { office }: Scene): Laid | undefined {
  const provision = point?.provision && office.rules.provision(point.provision.id);
  const entry = provision?.entries.find(({ name }) => name === point?.provision?.entry);
  return provision === undefined || entry === undefined ? undefined : { provision, entry };
}

/** What sets documents side by side is for who compares them: of one document, that document answers. */
function strays(candidate: Candidate, scene: Scene): boolean {
  const laid = laidBy(candidate, scene);
  if (laid === undefined || !laid.provision.compares || laid.entry.said.length === 0) return false;
  return !isSaid(laid.entry, matterOf(scene));
}

/** Who names two documents wants what sets them side by side, where anything does. */
function comparedFirst(candidates: readonly Candidate[], scene: Scene): readonly Candidate[] {
  const compares = (candidate: Candidate): boolean => {
    const laid = laidBy(candidate, scene);
    return laid?.provision.compares === true && laid.entry.said.length > 0 && isNear(candidate);
  };
  return candidates.toSorted((one, other) => Number(compares(other)) - Number(compares(one)));
}
