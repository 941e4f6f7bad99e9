/**
 * Changing what was filed (退回修改, 变更): which request is meant, and the draft that it is opened as.
 *
 * Takes    the scene and the wish. Returns the scene with the draft open and the rest of the message, to be taken as a
 *          message beside an open draft is; or a reply: which one, or why not.
 * Leaves   filing the draft to refiling.ts, what may be amended to requests/own-steps.ts.
 */
import { oneLine } from "../../answer/card.ts";
import { paragraphs, sourceBlock } from "../../answer/layout.ts";
import { changeWords } from "../../answer/wording/changes.ts";
import { said as words } from "../../answer/wording/replies.ts";
import { claimsAgain } from "../../dialogue/claims-again.ts";
import type { ChangeMove } from "../../dialogue/move.ts";
import { type Understood, understand } from "../../dialogue/read.ts";
import { remarkIn } from "../../dialogue/remark.ts";
import type { Draft } from "../../dialogue/state.ts";
import { masked } from "../../lib/mask.ts";
import { factsFiled } from "../../requests/as-filed.ts";
import { factsOf as toldByPaper } from "../../requests/basis.ts";
import { formOf } from "../../requests/form.ts";
import { mayAmend } from "../../requests/own-steps.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import { factsOf } from "../../requests/staff.ts";
import type { SlotName } from "../../rules/slots.ts";
import { type Done, type Scene, said } from "../move.ts";
import { changeMeant, parted } from "./meant.ts";

/** The scene in which the change goes on, and what is said before its first reply. */
export interface Reopened {
  readonly scene: Scene;
  readonly lead: string;
}

/** What may be asked for besides the words: the version that a button was drawn for. */
type Wish = ChangeMove & { readonly version?: number };

/** Opens the request that is meant as a draft. */
export async function reopen(scene: Scene, wish: Wish, draftId: (begun: number) => string): Promise<Done | Reopened> {
  const { office, person, state } = scene;
  const mine = await office.store.requests({ requester: person.id });
  const found = changeMeant(scene, wish, mine);
  const [request, ...others] = found;
  if (request === undefined)
    return said(scene, { kind: "status", text: wish.adds ? changeWords.noneReturned : noneOf(mine), citations: [] });
  if (others.length > 0) return which(scene, wish, found);
  if (wish.version !== undefined && wish.version !== request.version)
    return said(scene, { kind: "refuse", text: words.stale, citations: [], request });
  const verdict = mayAmend(request, person.id, mine);
  if (request.returned === undefined && verdict.kind === "refused")
    return refused(scene, request, changeWords.refusedAmendment[verdict.why]);
  const paper = mine.find(({ id }) => id === request.fields.basis);
  const draft = claimsAgain(draftOf(scene, request, draftId(state.begun), wish, paper), scene.now, office.readers);
  const { last: _, ...rest } = state;
  const { later } = scene.message;
  const next = {
    ...rest,
    draft,
    begun: state.begun + (request.returned === undefined ? 1 : 0),
    later: later?.map(masked) ?? state.later,
  };
  const lead = paragraphs(later && words.ask.later, state.draft && words.ask.dropped(state.draft.type));
  const message = understand(tailFor(scene, request, wish), scene.now, office.readers, next);
  return { scene: { ...scene, state: next, message: within(message, draft) }, lead };
}

/** 住宿改成500 names the line of a claim that is changed: of a claim all is said to the draft. */
const tailFor = (scene: Scene, { type }: OfficeRequest, wish: Wish): string =>
  formOf(type).slots.includes("claims") && !wish.adds ? wish.said : parted(scene, wish)[0];

const noneOf = (mine: readonly OfficeRequest[]): string => (mine.length === 0 ? changeWords.none : changeWords.noSuch);

/** Which of several: the wish is kept, and taken up when it is said. */
function which(scene: Scene, { said: text, adds }: Wish, found: readonly OfficeRequest[]): Done {
  const lines = found.map((one, at) => `${at + 1}. ${oneLine(one)}(${one.id})`);
  const question = found.every(({ returned }) => returned !== undefined)
    ? changeWords.whichReturned
    : changeWords.which;
  const choosing = { move: "change" as const, said: masked(text), ...(adds && { adds }) };
  const state = { ...scene.state, listed: found.map(({ id }) => id), choosing };
  const reply = { kind: "question" as const, text: paragraphs(question, lines.join("\n")), citations: [] };
  return said(scene, { ...reply, requests: found }, state);
}

/** Why not, with the clauses that the request's chain stands on. */
export function refused(scene: Scene, request: OfficeRequest, why: string): Done {
  const citations = scene.office.library.standing(request.approvals.flatMap(({ source }) => source ?? []));
  const text = paragraphs(why, sourceBlock(citations));
  return said(scene, { kind: "refuse", text, citations, request });
}

/** More than any draft is changed. */
const revisionsApart = 1000;

/** The request as a draft: under its own id where it was sent back, under a new one where another is to take its place. */
function draftOf(
  { office, person }: Scene,
  request: OfficeRequest,
  id: string,
  { said: text, adds }: Wish,
  paper: OfficeRequest | undefined,
): Draft {
  const about = factsOf(person);
  const { type, returned, version } = request;
  // What its paper tells besides its own slots is not stored with it, and its rules are worked with it.
  const { places, calendar } = office.readers;
  const told = Object.entries(paper === undefined ? {} : toldByPaper(paper, places, calendar));
  const besides = Object.fromEntries(told.filter(([slot]) => !formOf(type).slots.includes(slot as SlotName)));
  const facts = {
    ...besides,
    ...formOf(type).assumed,
    ...factsFiled(request, about, office.readers),
    ...about,
  };
  const draft = { type, facts, revision: 0, offered: false };
  if (returned === undefined) return { ...draft, id, amends: request.id };
  // The card that it was filed by has the same id: none of its revisions is one of this draft's.
  const revision = version * revisionsApart;
  return { ...draft, revision, id: request.id, returns: version, ...(adds && { remark: remarkIn(text) || undefined }) };
}

/** What is said of the draft that has just been opened: it changes the draft, and begins nothing else. */
const within = (message: Understood, { type }: Draft): Understood => {
  const { later: _, ...one } = message;
  return { ...one, act: undefined, asks: false, tells: message.folded !== "", form: type };
};
