/**
 * Asking for an export in the chat (导出台账, 导出备案表): what the sheet would hold for this person, and where to get it.
 *
 * Takes    the scene, the sheet and the month or year told. Returns a status with the address, or a refusal with its clause.
 * Leaves   whose rows it holds to exports/scope.ts, the file to the console and the command line: a chat carries none.
 */
import { paragraphs, sourceBlock } from "../answer/layout.ts";
import { exportWords } from "../answer/wording/exports.ts";
import { recordWords } from "../answer/wording/record.ts";
import type { Move } from "../dialogue/move.ts";
import { type Exported, openExporter } from "../exports/exporter.ts";
import type { Order } from "../exports/order.ts";
import { type Done, type Scene, said } from "./move.ts";

const { chat } = exportWords;

export async function exporting(scene: Scene, move: Extract<Move, { move: "export" }>): Promise<Done> {
  const { office, person, turn } = scene;
  const exporter = openExporter({ ...office, called: office.staff.people });
  const order = orderOf(scene, move);
  const found = await exporter.sheet(order, { reader: person.id, made: turn.now });
  if (found.kind === "refused") return refused(scene, found);
  const text = holds(order, whose(exporter.scope(person.id), person.section), found.rows.length);
  const nothing = order.what === "ledger" && found.rows.length === 0;
  return said(scene, { kind: "status", text: paragraphs(text, nothing ? undefined : chat.where), citations: [] });
}

function orderOf({ now }: Scene, { what, period }: Extract<Move, { move: "export" }>): Order {
  switch (what) {
    case "ledger":
      return { what, filter: { by: "filed" } };
    case "record":
      return { what, period: period ?? now.date.slice(0, 7) };
    case "reception":
      return { what, year: period ?? now.date.slice(0, 4) };
  }
}

function holds(order: Order, whose: string, count: number): string {
  switch (order.what) {
    case "ledger":
      return chat.ledger(whose, count);
    case "record":
      return chat.record(order.period, whose, count);
    case "reception":
      return chat.reception(order.year, whose);
  }
}

const whose = (scope: "all" | "unit" | "section" | "own" | undefined, section: string | undefined): string =>
  scope === "section" && section !== undefined ? section : scope === "unit" ? chat.ofUnit : chat.mine;

function refused(scene: Scene, { what, why, sources }: Extract<Exported, { kind: "refused" }>): Done {
  if (why === "not-kept") return said(scene, { kind: "abstain", text: recordWords.notKept, citations: [] });
  const text = what === "reception" ? chat.receptionNotYours : recordWords.notYours;
  return said(scene, { kind: "refuse", text: paragraphs(text, sourceBlock(sources)), citations: sources });
}
