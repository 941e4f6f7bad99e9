/**
 * Why a question is answered as it is (缘由): the ranking taken apart, for whoever maintains the data.
 *
 * Takes    the office, who asks, and the question as a first message. Returns terms, candidates with the parts of their scores,
 *          and the bound under which nothing is near. Nothing is written and nothing decided here.
 */
import { nearEnough } from "../../answer/select.ts";
import { understand } from "../../dialogue/read.ts";
import { freshState } from "../../dialogue/state.ts";
import type { Moment } from "../../lib/dates.ts";
import type { Office } from "../../office.ts";
import type { Person } from "../../requests/staff.ts";
import type { Evidence } from "../../search/point-weights.ts";
import { documentsNamed } from "../../search/words.ts";

export interface Explained {
  readonly unit: string;
  /** The documents that the question names: then no other is searched. */
  readonly named: readonly string[];
  /** Rules that its words call: the first that has an outcome answers, and the search is not asked. */
  readonly cues: readonly string[];
  readonly terms: readonly { readonly text: string; readonly rarity: number }[];
  readonly candidates: readonly ExplainedCandidate[];
  /** A best score below this is about nothing that the documents hold. */
  readonly nearEnough: number;
}

export interface ExplainedCandidate {
  readonly doc: string;
  readonly clause: string;
  /** The provision and entry, or the past question's sentence; nothing where only the clause's own words were found. */
  readonly says: string | undefined;
  readonly silent: boolean;
  readonly score: number;
  readonly why: Evidence;
}

const shown = 10;

/** Takes the ranking of a question apart. */
export function explained(office: Office, { unit }: Person, question: string, now: Moment): Explained {
  const { search, searchWords, cues, readers } = office;
  const { folded, facts } = understand(question, now, readers, freshState);
  const named = documentsNamed(question, searchWords);
  const found = search.find(question, { unit, ...(named.length > 0 && { docs: named }) }, shown);
  return {
    unit,
    named,
    cues: [...new Set(cues.of(folded, facts).map(({ rule }) => rule))],
    terms: search.terms(question),
    candidates: found.map(({ clause, point, score, why }) => ({
      doc: clause.doc,
      clause: clause.address,
      says: point?.provision === undefined ? point?.source.quote : `${point.provision.id}/${point.provision.entry}`,
      silent: point?.silent !== undefined,
      score,
      why,
    })),
    nearEnough,
  };
}
