/**
 * Exports (导出) for whoever asks: reads the log, keeps to the asker's scope, and makes the sheet whole.
 *
 * Takes    the directory, how its people and units are called, the figures' sources, the library, the log.
 * Returns  the sheet, or why there is none with the clause. Without a reader it is for whoever holds the log itself.
 * Leaves   reading an order to order.ts, drawing to csv.ts and xlsx.ts. What an address or a message says of units and
 *          people narrows a scope and never widens it.
 */
import { exportWords as words } from "../answer/wording/exports.ts";
import { momentOf } from "../lib/dates.ts";
import type { FigureBook } from "../policy/figures.ts";
import type { Library } from "../policy/library.ts";
import type { Source } from "../policy/source.ts";
import { leavesIn } from "../requests/leaves-in.ts";
import type { OfficeRequest } from "../requests/request.ts";
import type { Staff } from "../requests/staff.ts";
import type { LogHead, RequestFilter, Store } from "../store/store.ts";
import { type Called, ledger, passes, statusOf } from "./ledger.ts";
import type { LedgerFilter, Order } from "./order.ts";
import { statement } from "./reception.ts";
import { record } from "./record.ts";
import { askedOf, covers, type Scope, scopeOf } from "./scope.ts";
import type { Sheet } from "./sheet.ts";

/** Who asks, by staff id; nobody's for whoever holds the log itself. And when. */
export interface Asked {
  readonly reader?: string;
  readonly made: string;
  /** It is to leave as a file: the register is verified first, for the file vouches with the chain's head. */
  readonly leaves?: true;
}

export type Exported =
  | Sheet
  | {
      readonly kind: "refused";
      readonly what: Order["what"];
      readonly why: "not-kept" | "not-yours";
      readonly sources: readonly Source[];
    }
  /** The register is not what its chain says: nothing of it leaves under the chain's head. */
  | { readonly kind: "broken"; readonly seq: number };

export interface Exporter {
  readonly scope: (reader: string) => Scope["kind"] | undefined;
  readonly sheet: (order: Order, asked: Asked) => Promise<Exported>;
}

export interface ExporterParts {
  readonly staff: Staff;
  /** By staff id: the post, and the name of the unit. */
  readonly called: readonly { readonly id: string; readonly post: string; readonly unit: string }[];
  readonly figures: Pick<FigureBook, "entries" | "has">;
  readonly library: Pick<Library, "standing">;
  readonly store: Pick<Store, "requests" | "head" | "verify">;
}

/** A log that moves while it is read is read again, this often: then the sheet holds more than its head tells, never less. */
const mostReadings = 5;

export function openExporter({ staff, called, figures, library, store }: ExporterParts): Exporter {
  const post = new Map(called.map(({ id, post }) => [id, post]));
  const names: Called = {
    postOf: (id) => post.get(id) ?? id,
    unitOf: (unit) => called.find(({ id }) => staff.person(id)?.unit === unit)?.unit ?? unit,
  };
  const sourcesOf = (name: string, unit?: string): readonly Source[] =>
    library.standing(
      figures.entries
        .filter((one) => one.name === name && (unit === undefined || one.unit === unit))
        .flatMap(({ sources }) => sources),
    );
  const keeps = (unit: string): boolean => figures.has(unit, "leave.record");
  const units = [...new Set(staff.people.map(({ unit }) => unit))];

  /** What the scope covers, the oldest first, and where the log ended when it was read. */
  async function read(
    scope: Scope,
    filter: RequestFilter,
  ): Promise<{ head: LogHead; requests: readonly OfficeRequest[] }> {
    const own = askedOf(scope);
    const isElsewhere = own.unit !== undefined && filter.unit !== undefined && own.unit !== filter.unit;
    for (let left = mostReadings; ; left -= 1) {
      const head = await store.head();
      const found = isElsewhere ? [] : await store.requests({ ...filter, ...own });
      if (left <= 1 || (await store.head()).seq === head.seq)
        return { head, requests: found.filter((one) => covers(scope, one, staff)).toReversed() };
    }
  }

  const whose = (scope: Scope, unit?: string): string => {
    switch (scope.kind) {
      case "all":
        return unit === undefined ? words.allUnits : names.unitOf(unit);
      case "unit":
        return names.unitOf(scope.reader.unit);
      case "section":
        return words.sectionOf(names.unitOf(scope.reader.unit), scope.section);
      case "own":
        return words.own(names.postOf(scope.reader.id));
    }
  };
  const scopeLine = (scope: Scope, unit?: string): readonly [string, string] => [words.scope, whose(scope, unit)];
  const whole = (part: Omit<Sheet, "kind">): Sheet => ({ kind: "sheet", ...part });

  async function ofLedger(scope: Scope, filter: LedgerFilter, made: string): Promise<Sheet> {
    const { types, states, unit, by, from = "0000-01-01", to = "9999-12-31" } = filter;
    const { head, requests } = await read(scope, {
      ...(types && { types }),
      ...(states && { statuses: states.map(statusOf) }),
      ...(unit !== undefined && { unit }),
      ...(by === "days" && (filter.from !== undefined || filter.to !== undefined) && { touching: { from, until: to } }),
    });
    const passed = requests.filter((request) => passes(request, filter, staff));
    const part = ledger(passed, { filter, scope, staff, called: names });
    const title = words.ledger.title(whose(scope, unit));
    return whole({
      ...part,
      title,
      tab: words.ledger.tab,
      filters: [scopeLine(scope, unit), ...part.filters],
      made,
      head,
    });
  }

  async function ofRecord(
    scope: Scope,
    { period, unit }: Extract<Order, { what: "record" }>,
    made: string,
  ): Promise<Exported> {
    const refused = (why: "not-kept" | "not-yours", sources: readonly Source[]): Exported => ({
      kind: "refused",
      what: "record",
      why,
      sources,
    });
    const of = scope.kind === "all" ? unit : scope.reader.unit;
    if (of !== undefined && !keeps(of)) return refused("not-kept", []);
    const sources = sourcesOf("leave.record", of);
    if (scope.kind === "own") return refused("not-yours", sources);
    const { head, requests } = await read(scope, {
      types: ["leave", "leave-return"],
      ...(unit !== undefined && { unit }),
    });
    const kept = requests.filter((one) => keeps(one.unit));
    const ofType = (type: OfficeRequest["type"]) => kept.filter((one) => one.type === type);
    const leaves = leavesIn(period, { leaves: ofType("leave"), returns: ofType("leave-return") }, momentOf(made).date);
    const part = record(leaves, { staff, called: names });
    return whole({
      ...part,
      title: words.record.title(whose(scope, unit), period),
      tab: words.record.tab,
      filters: [scopeLine(scope, unit), [words.record.period, period]],
      notes: [...part.notes, ...sources.map(inFull)],
      made,
      head,
    });
  }

  async function ofReceptions(
    scope: Scope,
    { year, unit }: Extract<Order, { what: "reception" }>,
    made: string,
  ): Promise<Exported> {
    const disclosure = sourcesOf("reception.disclosure");
    if (scope.kind !== "all" && scope.kind !== "unit")
      return { kind: "refused", what: "reception", why: "not-yours", sources: disclosure };
    const { head, requests } = await read(scope, {
      types: ["reception", "reception-list", "reimbursement"],
      ...(unit !== undefined && { unit }),
    });
    const of = scope.kind === "unit" ? [scope.reader.unit] : unit === undefined ? units : [unit];
    const papers = of.map((one) => ({
      unit: names.unitOf(one),
      papers: requests.filter((paper) => paper.unit === one),
    }));
    const part = statement(papers, year);
    const binding = of.every((one) => sourcesOf("reception.disclosure", one).length > 0);
    const lists = of.flatMap((one) => sourcesOf("claim.list", one));
    return whole({
      ...part,
      title: words.reception.title(whose(scope, unit), year),
      tab: words.reception.tab,
      filters: [scopeLine(scope, unit), [words.reception.year, year]],
      notes: [
        ...part.notes,
        ...disclosure.map((source) => words.reception.basis[binding ? "bound" : "guided"](inFull(source))),
        ...lists.map((source) => words.reception.basis.list(inFull(source))),
      ],
      made,
      head,
    });
  }

  return {
    scope: (reader) => scopeOf(staff, reader)?.kind,
    async sheet(order, { reader, made, leaves }) {
      const scope = scopeOf(staff, reader);
      if (scope === undefined) return { kind: "refused", what: order.what, why: "not-yours", sources: [] };
      const verdict = leaves === true ? await store.verify() : undefined;
      if (verdict?.kind === "broken") return { kind: "broken", seq: verdict.seq };
      switch (order.what) {
        case "ledger":
          return ofLedger(scope, order.filter, made);
        case "record":
          return ofRecord(scope, order, made);
        case "reception":
          return ofReceptions(scope, order, made);
      }
    },
  };
}

const inFull = ({ title, clause, quote }: Source): string => words.quoted(title, clause, quote);
