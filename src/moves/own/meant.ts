/**
 * Which of what one has filed a wish means: a change (变更, 退回修改), or that it does not happen (不去了).
 *
 * Takes    the scene, the wish, the sender's own requests. Returns those meant: named ones, else what was sent back, else
 *          what is under way or still to come.
 * Leaves   what names a request to dialogue/own-meant.ts, whether the change may be made to requests/own-steps.ts.
 */
import type { ChangeMove, StepContext } from "../../dialogue/move.ts";
import { kindSaid, namesOwn, nthSaid, ownMeant, wordsNamed } from "../../dialogue/own-meant.ts";
import { understand } from "../../dialogue/read.ts";
import { freshState } from "../../dialogue/state.ts";
import { formOf, isSettled } from "../../requests/form.ts";
import { isStoodOn } from "../../requests/hold.ts";
import { amendable, closable } from "../../requests/life.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import type { SlotName } from "../../rules/slots.ts";
import type { Scene } from "../move.ts";

type Mine = readonly OfficeRequest[];
type Place = Pick<Scene, "office" | "now" | "state">;

/** What remains to be said to the draft, and what says which request is meant. 把我去成都的出差 · 改到周五回来. */
export function parted(
  { office }: Pick<Scene, "office">,
  { said: text, named, adds }: ChangeMove,
): readonly [tail: string, head: string] {
  const tail = adds ? "" : office.readers.acts.from("changes-to", text);
  const head = adds ? "" : text.slice(0, text.length - tail.length);
  return [tail, named ?? head];
}

/** The requests that may be meant: those named, else those sent back, else what is under way or still to come. */
export function changeMeant(scene: Place, wish: ChangeMove, mine: Mine): Mine {
  const { office, now, state } = scene;
  const { adds, said: text } = wish;
  const [tail, head] = parted(scene, wish);
  const message = understand(head, now, office.readers, freshState);
  const nth = nthSaid(message);
  const counted = mine.find(({ id }) => nth !== undefined && id === state.listed[nth - 1]);
  if (counted !== undefined) return [counted];
  const open = foremost(mine.filter(amendable), mine, now.date);
  const returned = mine.filter((one) => one.status === "submitted" && one.returned !== undefined);
  const kind = kindSaid(message.folded, office.readers.acts);
  const meant = (among: Mine) => ownMeant(among, message, kind, state.listed);
  const named = namesOwn(message, kind) || wordsNamed(open, message.folded).length > 0;
  if (adds) return named ? meant(returned) : returned;
  if (office.readers.acts.says("sent-back", text)) return meant(returned);
  if (!named) return taking(scene, returned.length > 0 ? returned : open, tail);
  const there = meant(mine.filter(amendable));
  // 周一的事假, filed for the Monday after: a day that none of them begins on does not say which.
  const { start: _, ...others } = message.facts;
  const undated = () => ownMeant(mine.filter(amendable), { ...message, facts: others }, kind, state.listed);
  const all = there.length > 0 ? there : undated();
  const fit = foremost(all, mine, now.date);
  if (fit.length > 0) return fit;
  const [only] = all.length > 0 ? all : meant(mine);
  return only === undefined ? [] : [only];
}

/** Those of the kind that is told with the change (续假), else those whose form has room for what is told; else all. */
function taking({ office, now }: Place, among: Mine, tail: string): Mine {
  const { facts, folded } = understand(tail, now, office.readers, freshState);
  const kind = kindSaid(folded, office.readers.acts);
  const ofKind = among.filter(({ type }) => type === kind);
  if (ofKind.length > 0) return ofKind;
  const told = Object.entries(facts).flatMap(([slot, value]) => (value === undefined ? [] : [slot as SlotName]));
  const fit = among.filter(({ type }) => told.some((slot) => formOf(type).slots.includes(slot)));
  return fit.length > 0 ? fit : among;
}

/** Of what may be changed, that which is still to come or under way; of a request and its amendment, the amendment. */
function foremost(open: Mine, mine: Mine, today: string): Mine {
  const latest = open.filter(({ id }) => !open.some(({ amends }) => amends === id));
  return latest.filter((one) => {
    const { start = today, end = start } = one.fields;
    const ahead = one.status === "submitted" || isSettled(one.type) || String(end) >= today;
    return ahead && one.closed === undefined && !isStoodOn(one, mine);
  });
}

/** What does not happen after all: of what is in force and named by its kind, its place, its day or its words. */
export function dropMeant({ office, now, state }: Place, text: string, mine: Mine): Mine {
  const message = understand(text, now, office.readers, freshState);
  const kind = kindSaid(message.folded, office.readers.acts);
  const open = mine.filter((one) => amendable(one) && formOf(one.type).absent === true && one.closed === undefined);
  return namesOwn(message, kind) ? ownMeant(open, message, kind, state.listed) : [];
}

/** What of one's own fits what the message sounds like. The log is read only for such words. */
export async function filedOf(scene: Scene): Promise<StepContext["filed"]> {
  const { office, person, message } = scene;
  const says = (turn: "changes-filed" | "corrects-closing" | "back-from") =>
    office.readers.acts.says(turn, message.folded);
  const [changes, reopens, closes] = [says("changes-filed"), says("corrects-closing"), says("back-from")];
  if (!changes && !reopens && !closes) return () => false;
  const mine = await office.store.requests({ requester: person.id });
  const { destination } = message.facts;
  const there = () => ownMeant(mine.filter(closable), { ...message, facts: { destination } }, undefined, []);
  const fits = {
    change: changes && changeMeant(scene, { move: "change", said: message.text }, mine).some(amendable),
    reopen: reopens && mine.some(({ closed }) => closed !== undefined),
    close: closes && destination !== undefined && there().length > 0,
  };
  return (wish) => fits[wish];
}
