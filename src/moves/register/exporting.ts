/**
 * Asking for an export in the chat (导出台账, 导出备案表): what the sheet would hold for this person, and where to get it.
 *
 * Takes    the scene, the sheet and the month or year told. Returns a status with the address, or a refusal with its clause.
 * Leaves   whose rows it holds to exports/scope.ts, the file to the console and the command line: a chat carries none.
 */
import { paragraphs, sourceBlock } from "../../answer/layout.ts";
import { exportWords } from "../../answer/wording/exports.ts";
import { recordWords } from "../../answer/wording/record.ts";
import type { Move } from "../../dialogue/move.ts";
import { type Exported, openExporter } from "../../exports/exporter.ts";
import type { Order } from "../../exports/order.ts";
import { type Done, type Scene, said } from "../move.ts";

const { chat } = exportWords;

export async function exporting(scene: Scene, move: Extract<Move, { move: "export" }>): Promise<Done> {
  const { office, person, turn } = scene;
  const exporter = openExporter({ ...office, called: office.staff.people });
  const order = orderOf(scene, move);
  const found = await exporter.sheet(order, { reader: person.id, made: turn.now });
  if (found.kind === "refused") return refused(scene, found);
  const rows = found.kind === "sheet" ? found.rows : [];
  const { text, command } = offered(order, whose(exporter.scope(person.id), person.section), rows.length);
  const where = order.what === "ledger" && rows.length === 0 ? undefined : chat.where(command);
  return said(scene, { kind: "status", text: paragraphs(text, where), citations: [] });
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

/** What it holds, and the command that writes it. */
function offered(order: Order, whose: string, count: number): { readonly text: string; readonly command: string } {
  switch (order.what) {
    case "ledger":
      return { text: chat.ledger(whose, count), command: chat.command.ledger };
    case "record":
      return { text: chat.record(order.period, whose, count), command: chat.command.record(order.period) };
    case "reception":
      return { text: chat.reception(order.year, whose), command: chat.command.reception(order.year) };
  }
}

const whose = (scope: "all" | "unit" | "section" | "own" | undefined, section: string | undefined): string =>
  scope === "section" && section !== undefined ? section : scope === "unit" ? chat.ofUnit : chat.mine;

function refused(scene: Scene, { what, why, sources }: Extract<Exported, { kind: "refused" }>): Done {
  if (why === "not-kept") return said(scene, { kind: "abstain", text: recordWords.notKept, citations: [] });
  const ofUnit = sources.some(({ doc }) => scene.office.library.document(doc).unit === scene.person.unit);
  const text =
    what === "record" ? recordWords.notYours : paragraphs(chat.receptionNotYours, ofUnit ? undefined : chat.otherUnits);
  return said(scene, { kind: "refuse", text: paragraphs(text, sourceBlock(sources)), citations: sources });
}
