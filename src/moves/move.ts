/**
 * What every move (动作) is given, and what it gives back.
 *
 * A move does what the dialogue decided: it may read the log, work a rule or search; it never writes. What it wants
 * written it returns as events, and assistant.ts commits them with the conversation's state in one go.
 */
import type { Composed } from "../answer/compose.ts";
import { distinct, paragraphs, sourceBlock } from "../answer/layout.ts";
import type { Reply, Turn } from "../answer/reply.ts";
import type { Understood } from "../dialogue/read.ts";
import type { DialogueState } from "../dialogue/state.ts";
import type { Moment } from "../lib/dates.ts";
import { masked } from "../lib/mask.ts";
import { fold } from "../lib/text.ts";
import type { Office } from "../office.ts";
import type { Figures } from "../policy/figures.ts";
import type { Routes } from "../requests/route.ts";
import type { Person } from "../requests/staff.ts";
import type { Facts } from "../rules/slots.ts";
import type { FoundBy } from "../search/confirmed.ts";
import type { Candidate } from "../search/rank.ts";
import type { Change, StoredQuestion } from "../store/store.ts";

export interface Scene {
  readonly office: Office;
  readonly turn: Turn;
  readonly now: Moment;
  readonly person: Person;
  readonly message: Understood;
  readonly state: DialogueState;
  /** What the log adds to the facts of the asker's own office, where a rule takes it. */
  readonly logged?: Facts;
}

export interface Done {
  readonly reply: Reply;
  readonly state: DialogueState;
  readonly events: Change["events"];
  /** A question that is to be kept as a past question. */
  readonly confirmed?: StoredQuestion;
}

/** A reply that changes nothing in the log. */
export const said = (scene: Scene, reply: Reply, state: DialogueState = scene.state): Done => ({
  reply,
  state,
  events: [],
});

/** What a question comes to, before its sources are laid out under it; the state remembers what it was about. */
export interface Answered extends Composed {
  readonly kind: Reply["kind"];
  readonly state: DialogueState;
}

/** Several answers as one over the sources of all; kind, figures and what is remembered are the first's. */
export const joined = (
  first: Answered,
  bodies: readonly (string | undefined)[],
  all: readonly Answered[],
): Answered => ({
  ...first,
  body: paragraphs(...bodies),
  citations: distinct(all.flatMap(({ citations }) => citations)),
});

/** The answer as a reply: what it says, then its sources. */
export const told = (scene: Scene, { body, state, ...rest }: Answered): Done =>
  said(scene, { ...rest, text: paragraphs(body, sourceBlock(rest.citations)) }, state);

/** What is asked about, in the asker's own words, as a provision takes it: the message, or a part of it. */
export const matterOf = ({ message, office }: Scene, part?: string): string =>
  office.searchWords.standard(part === undefined ? message.folded : fold(part)).slice(0, 200) || " ";

/** A question as it is remembered for 那病假呢, and kept where it is confirmed: without numbers that identify someone. */
export const askedAs = ({ message }: Scene): string => masked(message.text).slice(0, 120);

/** By what a candidate was found: its point, or the words of the clause. */
export const foundBy = ({ point, clause }: Candidate): FoundBy => ({
  quote: point?.source.quote ?? clause.text,
  ...(point?.provision && { provision: point.provision }),
});

/** The routes and the figures in force on the day that a matter begins; today's, where no day was said. */
export const routesOn = (scene: Scene, facts: Facts): Routes => scene.office.routes.on(dayOf(scene, facts));
export const figuresOn = (scene: Scene, unit: string, facts: Facts): Figures =>
  scene.office.figures.on(unit, dayOf(scene, facts));

/** The day that decides which law holds: the matter's, or the one that was asked for. */
export const dayOf = ({ now }: Scene, { start, inForceOn }: Facts): string => start ?? inForceOn ?? now.date;
