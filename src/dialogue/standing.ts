/**
 * Which paper a draft stands on (依据): the only one there is, or the one that the message names.
 *
 * Takes    the form, the facts known before and taken now, the message, the papers that may be stood on, the list last shown.
 * Returns  the facts with what the paper tells; the papers among which the person must say which; or that there is none.
 * Leaves   which papers may be stood on to requests/basis.ts, the question and the list to moves/filing/card.ts.
 * What was told goes before what the paper tells: the guests who came, not those who were planned for.
 */
import { type Basis, toldBy } from "../requests/basis.ts";
import type { Form } from "../requests/form-row.ts";
import type { OfficeRequest } from "../requests/request.ts";
import { type Facts, noBasis, type SlotName } from "../rules/slots.ts";
import type { StepContext } from "./move.ts";
import type { Understood } from "./read.ts";
import type { Draft } from "./state.ts";

export type Standing =
  | { readonly kind: "stands"; readonly facts: Facts }
  | { readonly kind: "which"; readonly facts: Facts; readonly among: readonly OfficeRequest[] }
  /** There is nothing to return from. */
  | { readonly kind: "nothing" };

/** What a message that names a paper says of it, and not of the form. */
const naming: readonly SlotName[] = ["start", "end", "days", "destination", "purpose", "guestsFrom", "leaveType"];

/** The message as it goes into the form: the answer to which paper is meant says nothing else of these. */
export function besidesNaming({ asked, type }: Draft, message: Understood): Understood {
  if (asked !== "basis") return message;
  const kept = Object.entries(message.facts).filter(
    ([slot]) => !naming.includes(slot as SlotName) || (type === "leave-return" && slot === "end"),
  );
  return { ...message, facts: Object.fromEntries(kept) };
}

/** Puts the draft on its paper. */
export function stand(
  form: Form,
  draft: Draft,
  given: Facts,
  message: Understood,
  listed: readonly string[],
  context: StepContext,
): Standing {
  if (form.standsOn === undefined) return { kind: "stands", facts: given };
  const open = form.standsOn(given).length === 0 ? [] : context.bases(form, given);
  const before = draft.facts.claim === given.claim ? draft.facts.basis : undefined;
  const known = open.find(({ request }) => request.id === before);
  const meant = meantAmong(open, draft, message, listed);
  const changes =
    meant?.length === 1 && meant[0]?.request.id !== before && context.acts.says("correct", message.folded);
  if (known !== undefined && !changes) return standsOn(known, form, given, false);
  const facts = withoutPaper(form, draft, given, message);
  if (form.standsOn(facts).length === 0) return { kind: "stands", facts };
  const none: Standing =
    form.type === "leave-return"
      ? { kind: "nothing" }
      : { kind: "stands", facts: { ...facts, ...planless(form, facts), basis: noBasis } };
  if (open.length === 0 || (draft.asked === "basis" && neither.test(message.folded))) return none;
  if (before === noBasis && !changes) return none;
  const among = meant === undefined || meant.length === 0 ? open : meant;
  const [only, ...others] = among;
  // A single paper is taken unless the message names another place, or it was asked for and not named.
  const taken = others.length === 0 && (meant === undefined ? draft.asked !== "basis" : meant.length > 0);
  return only !== undefined && taken
    ? standsOn(only, form, facts, before !== undefined)
    : { kind: "which", facts: { ...facts, basis: undefined }, among: among.map(({ request }) => request) };
}

/** The facts without the paper that the draft stood on: what that told goes with it, unless the message says it anew. */
function withoutPaper(form: Form, { facts: before }: Draft, given: Facts, { facts: said }: Understood): Facts {
  const { basis: _, ...facts } = given;
  if (before.basis === undefined || before.basis === noBasis) return facts;
  const told = toldBy(form.standsOn?.(before) ?? []);
  const kept = Object.entries(facts).filter(([slot]) => {
    const own = slot as SlotName;
    return !told.has(slot) || (form.slots.includes(own) && said[own] !== undefined);
  });
  return { ...form.assumed, ...Object.fromEntries(kept) };
}

/** A list of guests from an office is what its name says, of an official reception; who came from a firm is asked about. */
function planless({ byName = {} }: Form, { category, guestsFrom }: Facts): Facts {
  const official = guestsFrom !== undefined && !/公司|集团|企业|商会|协会|厂|老板|客商|投资/u.test(guestsFrom);
  return category === undefined && official ? byName : {};
}

/** Whether a draft's paper may still be stood on: another draft may have been filed on it meanwhile. */
export function standsStill(form: Form, { facts }: Draft, context: StepContext): boolean {
  if (facts.basis === undefined || facts.basis === noBasis) return true;
  return context.bases(form, facts).some(({ request }) => request.id === facts.basis);
}

/** Does the message say which paper is meant? */
export const namesBasis = (
  form: Form,
  draft: Draft,
  message: Understood,
  listed: readonly string[],
  context: StepContext,
): boolean =>
  draft.asked === "basis" &&
  (neither.test(message.folded) ||
    (meantAmong(context.bases(form, draft.facts), draft, message, listed)?.length ?? 0) > 0);

const neither = /都不是|都没有|^(?:没有|没得|不是|没|莫得|都不)(?:这些|的)?[,。!吧了]*$/u;
const place =
  /^(?:选|就|是|按)?(?:第)?\s*(?<nth>[\d一二三四五六七八九十]{1,2})(?:个|条|份|项|张|次|趟)?(?:吧|的|那个)?[。!]*$/u;
const numerals = "零一二三四五六七八九十";

/** The papers that a message names: by id, by place in the list, by place, day or kind. Undefined where it names none. */
function meantAmong(
  open: readonly Basis[],
  { asked }: Draft,
  { text, folded, which, facts }: Understood,
  listed: readonly string[],
): readonly Basis[] | undefined {
  const byId = open.filter(({ request }) => text.includes(request.id));
  if (byId.length > 0) return byId;
  if (asked === "basis") {
    const said = place.exec(folded)?.groups?.nth;
    const nth = which !== "all" && which.length === 1 ? which[0] : said === undefined ? undefined : numberOf(said);
    const last = /最后|末尾/u.test(folded) ? listed.length : /最近|最新/u.test(folded) ? 1 : nth;
    const counted = last === undefined ? [] : open.filter(({ request }) => request.id === listed[last - 1]);
    if (counted.length > 0) return counted;
  }
  const there = facts.destination?.map((stop) => stop.place);
  const named: readonly ((fields: OfficeRequest["fields"]) => boolean)[] = [
    ...(there === undefined ? [] : [(fields: OfficeRequest["fields"]) => liesIn(fields, there)]),
    ...(facts.leaveType === undefined
      ? []
      : [(fields: OfficeRequest["fields"]) => fields.leaveType === facts.leaveType]),
    ...(facts.category === undefined ? [] : [(fields: OfficeRequest["fields"]) => fields.category === facts.category]),
  ];
  const fit = open.filter(({ request }) => named.every((fits) => fits(request.fields)));
  // A day beside them may be another one, such as the day of the receipt: it decides only where one fits.
  const { start } = facts;
  const dated = start === undefined ? [] : fit.filter(({ request }) => holdsDay(request.fields, start));
  if (dated.length > 0) return dated;
  return named.length === 0 ? undefined : fit;
}

const numberOf = (said: string): number => (/^\d+$/.test(said) ? Number(said) : numerals.indexOf(said));

/** A paper without any place may be about this one. */
function liesIn({ destination, guestsFrom }: OfficeRequest["fields"], there: readonly string[]): boolean {
  const told = [destination, guestsFrom].filter((words) => words !== undefined).join("、");
  return told === "" || there.some((name) => told.includes(name));
}

const holdsDay = ({ start, end }: OfficeRequest["fields"], day: string): boolean =>
  String(start) <= day && day <= String(end ?? start);

/** The facts on their paper: what it tells of the form's own slots where nothing else was told, and all that its rules need. */
function standsOn({ request, facts: told }: Basis, form: Form, facts: Facts, changed: boolean): Standing {
  const own = ([slot]: readonly [string, unknown]): boolean => form.slots.includes(slot as SlotName);
  const defaults = Object.fromEntries(Object.entries(told).filter(own));
  const hidden = Object.fromEntries(Object.entries(told).filter((one) => !own(one)));
  const spanTold = facts.start !== undefined && facts.end !== undefined;
  const said = Object.fromEntries(
    Object.entries(facts).filter(
      ([slot, value]) =>
        value !== undefined &&
        !(changed && slot in defaults) &&
        // One day of a trip names it; only a whole span says that one was away longer or shorter.
        !(form.type === "reimbursement" && !spanTold && (slot === "start" || slot === "end")),
    ),
  );
  const kept = form.type === "leave-return" ? { ...said, ...defaults } : { ...defaults, ...said };
  return { kind: "stands", facts: { ...kept, ...hidden, basis: request.id } };
}
