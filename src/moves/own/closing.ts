/**
 * Closing a trip (出差结束): which trip is over, its last day, and the event once that is confirmed.
 *
 * Takes    the scene. Returns replies; closing returns the event. Only the sender's own trips are ever read or named.
 * Leaves   whether it may be closed to requests/own-steps.ts, what a claim is told by it to requests/basis.ts.
 */
import { oneLine } from "../../answer/card.ts";
import { paragraphs, sourceBlock } from "../../answer/layout.ts";
import { closingWords as words } from "../../answer/wording/changes.ts";
import { said as common, spellDay } from "../../answer/wording/replies.ts";
import { lastDayTold } from "../../dialogue/last-day.ts";
import type { CloseMove } from "../../dialogue/move.ts";
import { namesOwn, nthSaid, ownMeant } from "../../dialogue/own-meant.ts";
import { understand } from "../../dialogue/read.ts";
import { freshState } from "../../dialogue/state.ts";
import { daysInclusive, type IsoDate, weekday } from "../../lib/dates.ts";
import { masked } from "../../lib/mask.ts";
import { formOf } from "../../requests/form.ts";
import { apply, closable } from "../../requests/life.ts";
import { close as closeTrip } from "../../requests/own-steps.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import { type Done, figuresOn, type Scene, said } from "../move.ts";
import { refused } from "./changing.ts";

const spelt = (day: IsoDate): string => spellDay(day, weekday(day));

/** Asks before a trip is closed; where several could be meant, asks which. */
export async function close(scene: Scene, { said: text, named, corrects }: CloseMove): Promise<Done> {
  const { office, person, now, state } = scene;
  const mine = await office.store.requests({ requester: person.id });
  const trips = mine.filter(({ type }) => formOf(type).closes === true);
  const [closedLast] = corrects ? trips.filter(({ closed }) => closed !== undefined).toSorted(lastClosed) : [];
  if (closedLast?.closed !== undefined)
    return refused(scene, closedLast, words.closedWrong(oneLine(closedLast), spelt(closedLast.closed.end)));
  const message = understand(named ?? text, now, office.readers, freshState);
  const nth = nthSaid(message);
  const counted = trips.filter(({ id }) => nth !== undefined && id === state.listed[nth - 1]);
  // A day that is told is its last one: it does not say which trip.
  const where = { ...message, facts: { destination: message.facts.destination } };
  const meant = counted.length > 0 ? counted : ownMeant(trips, where, undefined, state.listed);
  const open = meant.filter((one) => closable(one) && String(one.fields.start) <= now.date);
  const [trip, ...others] = open;
  if (trip === undefined) {
    const [known] = counted.length > 0 || namesOwn(where, undefined) ? meant : [];
    if (known === undefined) return said(scene, { kind: "status", text: words.none, citations: [] });
    return whyNot(scene, known, mine);
  }
  if (others.length > 0) {
    const lines = open.map((one, at) => `${at + 1}. ${oneLine(one)}(${one.id})`);
    const choosing = { move: "close" as const, said: masked(text) };
    return said(
      scene,
      { kind: "question", text: paragraphs(words.which, lines.join("\n")), citations: [], requests: open },
      { ...state, listed: open.map(({ id }) => id), choosing },
    );
  }
  const told = lastDayTold(text, now, String(trip.fields.start), office.readers);
  return offered(scene, trip, mine, told ?? least(String(trip.fields.end), now.date));
}

const least = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? one : other);

const lastClosed = (one: OfficeRequest, other: OfficeRequest): number =>
  Date.parse(other.closed?.at ?? "") - Date.parse(one.closed?.at ?? "");

/** Why this trip cannot be closed now. */
function whyNot(scene: Scene, trip: OfficeRequest, mine: readonly OfficeRequest[]): Done {
  const { person, turn, now } = scene;
  const outcome = closeTrip(trip, { by: person.id, at: turn.now, end: now.date }, mine);
  return refused(scene, trip, words.refused[outcome.kind === "refused" ? outcome.why : "not-yet"]);
}

/** The card: the trip, its last day, what that changes. */
function offered(scene: Scene, trip: OfficeRequest, mine: readonly OfficeRequest[], end: IsoDate): Done {
  const { person, turn, state } = scene;
  const outcome = closeTrip(trip, { by: person.id, at: turn.now, end }, mine);
  if (outcome.kind === "refused") {
    const done = refused(scene, trip, words.refused[outcome.why]);
    return { ...done, reply: { ...done.reply, kind: outcome.why === "before-start" ? "question" : "refuse" } };
  }
  const { id, version, fields } = trip;
  const planned = String(fields.end);
  const early = end < planned ? words.early(spelt(planned), daysInclusive(String(fields.start), end)) : undefined;
  return said(
    scene,
    {
      kind: "confirm",
      text: paragraphs(words.ask(`${oneLine(trip)}(${id})`, spelt(end)), early),
      citations: [],
      request: trip,
      actions: [
        { label: words.confirm, action: { kind: "close", request: id, version, end } },
        { label: words.keep, action: { kind: "cancel", request: id, revision: version } },
      ],
    },
    { ...state, closing: { request: id, version, end } },
  );
}

/** Closes one trip of the sender's own; without its last day, asks for that first. */
export async function closeOne(scene: Scene, id: string, version: number, end?: IsoDate): Promise<Done> {
  const { office, person, turn, state, now } = scene;
  const { closing: _, ...rest } = state;
  const trip = await office.store.request(id);
  // Whose it is comes first: an id alone shows nobody anything.
  if (trip?.requester !== person.id) return said(scene, { kind: "status", text: words.none, citations: [] }, rest);
  if (trip.version !== version)
    return said(scene, { kind: "refuse", text: common.stale, citations: [], request: trip }, rest);
  const mine = await office.store.requests({ requester: person.id });
  if (end === undefined)
    return offered({ ...scene, state: rest }, trip, mine, least(String(trip.fields.end), now.date));
  const outcome = closeTrip(trip, { by: person.id, at: turn.now, end }, mine);
  if (outcome.kind === "refused") return { ...refused(scene, trip, words.refused[outcome.why]), state: rest };
  const { text, citations } = afterIt(scene, trip);
  return {
    reply: {
      kind: "filed",
      text: paragraphs(words.done(`${oneLine(trip)}(${id})`, spelt(end)), text, sourceBlock(citations)),
      citations,
      request: apply(trip, outcome.event),
    },
    state: rest,
    events: [{ requestId: id, expected: trip.version, event: outcome.event }],
  };
}

/** What the unit's documents want filed after it; nothing where they say nothing of it. */
function afterIt(scene: Scene, { type }: OfficeRequest): Pick<Done["reply"], "text" | "citations"> {
  const { office, person } = scene;
  const name = formOf(type).followedBy?.source;
  if (name === undefined || !office.figures.has(person.unit, name)) return { text: "", citations: [] };
  const source = figuresOn(scene, person.unit, {}).source(name);
  const citations = office.library.standing([source]);
  return citations.length === 0 ? { text: "", citations } : { text: words.claim(source.quote), citations };
}
