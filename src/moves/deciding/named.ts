/**
 * Which of what waits is named by its words (看房那条, 驾驶员的病假): by post, type, kind of leave, place, reason, day.
 *
 * Takes    the scene, the words, what waits. Returns those that all the words fit; nothing is taken for meant by being near.
 * Leaves   taking the words apart to dialogue/item-named.ts.
 */
import { typeName } from "../../answer/wording/replies.ts";
import { itemNamed } from "../../dialogue/item-named.ts";
import { understand } from "../../dialogue/read.ts";
import { freshState } from "../../dialogue/state.ts";
import { fold } from "../../lib/text.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import type { Facts } from "../../rules/slots.ts";
import type { Scene } from "../move.ts";
import { whoAsks } from "./waiting-list.ts";

/** Do the words say anything of which one is meant? */
export function says(named: string): boolean {
  const { parts, dated } = itemNamed(named);
  return parts.length > 0 || dated;
}

/** Those of what waits that the words fit. */
export function fitting(scene: Scene, named: string, open: readonly OfficeRequest[]): readonly OfficeRequest[] {
  const { facts } = understand(named, scene.now, scene.office.readers, freshState);
  const { parts, dated } = itemNamed(named);
  const onDay = ({ fields }: OfficeRequest) => !dated || (facts.start !== undefined && fields.start === facts.start);
  return open.filter((request) => onDay(request) && parts.every((part) => fits(scene, request, part, facts)));
}

function fits(scene: Scene, request: OfficeRequest, part: string, { leaveType }: Facts): boolean {
  const { type, fields } = request;
  const words = Object.values(fields).filter((one) => typeof one === "string");
  if ([whoAsks(scene, request), typeName[type], ...words].some((one) => fold(one).includes(part))) return true;
  // 出差, 报账: the type by another of its names; 年假 is no other name of 病假.
  return leaveType === undefined && scene.office.readers.acts.form(part) === type;
}
