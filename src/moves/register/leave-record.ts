/**
 * The monthly record of leaves (请、销假备案): who was away in a month, for the office that keeps it and for heads of sections.
 *
 * Takes    the scene and the month, or the year. Returns a table of the leaves with days in it, and whether each has been returned from.
 * Leaves   drawing the table to answer/leave-table.ts. Reasons are never shown, and nobody else sees the kinds.
 */

import { paragraphs, sourceBlock } from "../../answer/layout.ts";
import { leaveTable } from "../../answer/leave-table.ts";
import { recordWords as words } from "../../answer/wording/record.ts";
import { leavesIn } from "../../requests/leaves-in.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import { type Done, type Scene, said } from "../move.ts";

/** The leaves of the month or the year told, or of this month. */
export async function leaveRecord(scene: Scene, told: string | undefined): Promise<Done> {
  const { office, person, now } = scene;
  const figures = office.figures.on(person.unit, now.date);
  const kept = office.figures.has(person.unit, "leave.record");
  if (!kept) return said(scene, { kind: "abstain", text: words.notKept, citations: [] });
  const sources = office.library.standing([figures.source("leave.record")]);
  const scope = office.staff.oversees(person);
  if (scope === "own")
    return said(scene, {
      kind: "refuse",
      text: paragraphs(words.notYours, sourceBlock(sources)),
      citations: sources,
    });

  const period = told ?? now.date.slice(0, 7);
  const [leaves, returns] = await Promise.all([
    office.store.requests({ unit: person.unit, types: ["leave"] }),
    office.store.requests({ unit: person.unit, types: ["leave-return"] }),
  ]);
  const theirs = ({ requester }: OfficeRequest): boolean =>
    scope === "unit" || office.staff.person(requester)?.section === person.section;
  const rows = leavesIn(period, { leaves: leaves.filter(theirs), returns }, now.date).map((row) => ({
    ...row,
    who: office.staff.person(row.leave.requester)?.post ?? row.leave.requester,
  }));
  const head = words.head(period, scope === "unit" ? undefined : (person.section ?? ""), rows.length);
  const text = paragraphs(head, leaveTable(rows), rows.length === 0 ? undefined : words.foot, sourceBlock(sources));
  return said(scene, { kind: "answer", text, citations: sources });
}
