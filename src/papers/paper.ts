/**
 * The paper (打印件) of a request, as a value that can be drawn on any page.
 *
 * Takes    the request as the log has it, the template of its type, who asked for it, and the posts of who decided.
 * Returns  heading, rows, signatures and notes. What was not filed is a blank to write in; a step that was decided shows
 *          who, when and why, one that was not an empty line to sign. Its standing is on top, so that nothing passes for approved.
 * Leaves   drawing to html.ts and docx.ts, who may see it to printer.ts.
 */
import { decidedFor, fieldRows, standing as wordFor } from "../answer/card.ts";
import { paperWords as words } from "../answer/wording/papers.ts";
import { wordsOf } from "../answer/wording/slots.ts";
import { momentOf } from "../lib/dates.ts";
import type { Source } from "../policy/source.ts";
import type { ApprovalStep, OfficeRequest } from "../requests/request.ts";
import type { Facts, SlotName } from "../rules/slots.ts";
import { claimTable, type PaperTable } from "./claim-table.ts";
import { type Blank, sourcesOf, type Template } from "./template.ts";

/** A label and what was filed under it; null is a blank to write in. */
export interface PaperField {
  readonly label: string;
  readonly value: string | null;
}

/** A box to sign in. */
export interface Signature {
  readonly label: string;
  /** What the log says was decided: 同意, the reason of a rejection. */
  readonly decided: string | undefined;
  /** The line to sign on, with the day where the log has it; none where nobody is to sign any more. */
  readonly signing: string | undefined;
}

export interface Paper {
  readonly heading: string;
  readonly number: string;
  readonly status: OfficeRequest["status"];
  readonly standing: string;
  /** Over the table: unit, day, number. */
  readonly head: readonly [unit: string, filedOn: string, number: string];
  /** One or two fields a line. */
  readonly rows: readonly (readonly PaperField[])[];
  readonly table: PaperTable | undefined;
  readonly attachments: readonly string[];
  /** One or two boxes a line. */
  readonly signatures: readonly (readonly Signature[])[];
  readonly notes: readonly string[];
}

export interface Filled {
  readonly request: OfficeRequest;
  readonly template: Template;
  /** The unit's name. */
  readonly unit: string;
  /** What is known of the requester without their request: it decides which blanks apply. */
  readonly requester: { readonly post: string; readonly facts: Facts };
  /** The post of who decided a step, by staff id. */
  readonly postOf: (id: string) => string;
  /** Of the sources a chain was filed with, those that still stand. */
  readonly standing: (sources: readonly Source[]) => readonly Source[];
}

export function paperOf({ request, template, unit, requester, postOf, standing }: Filled): Paper {
  const { status, fields, approvals } = request;
  const facts: Readonly<Partial<Record<SlotName, unknown>>> = { ...requester.facts, ...fields };
  const applies = ({ when }: Pick<Blank, "when">) =>
    Object.entries(when).every(([slot, wanted]) => facts[slot as SlotName] === wanted);
  const blanks = template.blanks.filter(applies);
  const attachments = template.attachments.filter(applies);
  const toSign = (where: "before" | "after") =>
    blanks.flatMap((blank) => (blank.fill === "sign" && blank.at === where ? [emptyBox(blank.label)] : []));
  const toWrite = blanks.flatMap(({ fill, label }) => (fill === "write" ? [[{ label, value: null }]] : []));
  const filedWith = approvals.flatMap(({ source }) => source ?? []);
  const present = standing(filedWith);
  const gone = filedWith.filter((source) => !present.includes(source));
  const sources: readonly Source[] = [template.source, ...present, ...blanks.map(({ source }) => source)];
  return {
    heading: template.heading,
    number: request.id,
    status,
    standing: standingOf(request),
    head: [words.unit(unit), words.filedOn(dayOf(request.filedAt)), words.number(request.id)],
    rows: [...opening(request, requester.post), ...fieldLines(request, template), ...toWrite],
    table: template.lines ? claimTable(fields) : undefined,
    attachments: attachments.flatMap(({ items }) => items),
    signatures: [
      ...inPairs(toSign("before")),
      ...(approvals.length === 0 ? [[emptyBox(words.nobodyNamed)]] : []),
      ...approvals.map((step) => [box(step, status, postOf)]),
      ...inPairs(toSign("after")),
    ],
    notes: [
      ...(sourcesOf(template).some(({ moved }) => moved) ? [words.notes.moved] : []),
      words.notes.sources(
        spell([...sources, ...attachments.map(({ source }) => source)].filter(({ moved }) => !moved)),
      ),
      ...(gone.length === 0 ? [] : [words.notes.former(gone.map(inFull).join("；"))]),
      ...(template.words === "ours" ? [words.notes.headingOurs] : []),
      words.notes.fromLog,
    ],
  };
}

/** Where it stands, on top: what was sent back is under way still, what another took the place of is no more. */
function standingOf(request: OfficeRequest): string {
  const { status, returned, amendedBy } = request;
  if (returned !== undefined) return words.returned;
  if (amendedBy !== undefined) return words.amendedBy(amendedBy);
  return status === "approved" ? wordFor({ ...request, closed: undefined }) : words.standing[status];
}

/** Who asks, on which earlier request it stands, which it is in place of, and what was added when it was sent back. */
function opening(
  { fields: { basis }, amends, remark, closed }: OfficeRequest,
  post: string,
): readonly (readonly PaperField[])[] {
  const requester = { label: words.requester, value: post };
  const line = (label: string, value: string | undefined) => (value === undefined ? [] : [[{ label, value }]]);
  return [
    typeof basis === "string" ? [requester, { label: words.basis, value: basis }] : [requester],
    ...line(words.amends, amends),
    ...line(words.remark, remark),
    ...line(words.closed, closed && words.day(closed.end)),
  ];
}

/** Fields with a place of their own on the paper that is no row. */
const elsewhere: ReadonlySet<string> = new Set(["basis", "lines"]);

/** The template's rows; what was filed beside them comes after, so that nothing that was filed is missing. */
function fieldLines(request: OfficeRequest, { rows }: Template): readonly (readonly PaperField[])[] {
  const filed = fieldRows(request).filter(({ slot }) => !elsewhere.has(slot));
  const named = new Set(rows.flat());
  const field = (slot: SlotName): PaperField =>
    filed.find((one) => one.slot === slot) ?? { label: wordsOf(slot, request.type).label, value: null };
  const beside = filed.filter(({ slot }) => !named.has(slot)).map(({ label, value }) => ({ label, value }));
  return [...rows.map((row) => row.map(field)), ...inPairs(beside)];
}

const emptyBox = (label: string): Signature => ({ label, decided: undefined, signing: words.blankDay });

/** The box of one step of the chain. */
function box(step: ApprovalStep, request: OfficeRequest["status"], postOf: (id: string) => string): Signature {
  const { role, status, apart, by, at, reason } = step;
  const label = words.opinion(role);
  const who = by === undefined ? "" : words.decidedBy(decidedFor(step, postOf) ?? postOf(by));
  const day = at === undefined ? words.blankDay : dayOf(at);
  switch (status) {
    case "approved":
      return { label, decided: `${apart === "intake" ? words.takenIn : words.agreed}${who}`, signing: day };
    case "rejected":
      return { label, decided: `${words.rejected(reason ?? "")}${who}`, signing: day };
    case "skipped":
      return { label, decided: words.passedOn, signing: undefined };
    case "pending":
      return request === "submitted" || request === "draft"
        ? emptyBox(label)
        : { label, decided: words.unreached, signing: undefined };
  }
}

const dayOf = (instant: string): string => words.day(momentOf(instant).date);

const inPairs = <One>(list: readonly One[]): readonly (readonly One[])[] =>
  list.flatMap((_, index) => (index % 2 === 0 ? [list.slice(index, index + 2)] : []));

/** Where words stood that stand there no more, with the words: nobody can look them up in the document of today. */
const inFull = ({ title, clause, quote }: Source): string => `《${title}》${clause}“${quote}”`;

/** 《…》一、(十)5、一、(十)2: each clause once, under its document. */
function spell(sources: readonly Source[]): string {
  const byTitle = Map.groupBy(sources, ({ title }) => title);
  return [...byTitle]
    .map(([title, own]) => `《${title}》${[...new Set(own.map(({ clause }) => clause))].join("、")}`)
    .join("；");
}
