/**
 * Which form a message means to open, if any.
 *
 * Takes    the message. Returns the form it names; or a trip, where it tells of a place, a day and a task and asks nothing.
 */
import type { RequestType } from "../requests/request.ts";
import type { ActReader } from "./acts.ts";
import { leaveRecord } from "./cues.ts";
import type { StepContext } from "./move.ts";
import type { Understood } from "./read.ts";
import { dutyRoster } from "./roster-read.ts";

/** The form a message opens: the one it names, or a trip where it tells of a place, a day and a task and asks nothing. */
export function formMeant(message: Understood, context: StepContext): RequestType | undefined {
  if (ofTable(message, context)) return undefined;
  if (wantsForm(message, context)) return message.form;
  const { destination, start, transport, purpose, overnight } = message.facts;
  const tells =
    message.form === undefined &&
    !message.asks &&
    message.act === undefined &&
    context.cues.of(message.folded, message.facts).length === 0;
  const trip =
    destination !== undefined &&
    start !== undefined &&
    [transport, purpose, overnight].some((known) => known !== undefined);
  return tells && trip ? "travel" : undefined;
}

/** 帮我排一下国庆值班表, 10月请销假情况汇总 sound like requests, and are for a rule and for the record of leaves. */
export function ofTable({ folded, facts }: Understood, { cues, acts }: StepContext): boolean {
  const found = cues.of(folded, facts);
  const roster = acts.form(folded) === undefined && found.some(({ rule }) => rule === dutyRoster);
  return roster || found[0]?.rule === leaveRecord;
}

/**
 * A message opens a form when it asks for it to be filled in; or when it names one, asks nothing, and tells a fact
 * of the person's own plan: 县级干部出差审批 is a topic, 下周二请一天事假 a request.
 */
export function wantsForm(message: Understood, { acts }: StepContext): boolean {
  if (message.form === undefined) return false;
  if (message.form === "reimbursement" && tellsLines(message, { acts })) return true;
  if (message.leads) return !message.asks || acts.says("fill-in", message.folded) || asksLeave(message, acts);
  const { start, end, days, startHalf, guests, hosts, amount, item, reported } = message.facts;
  const plan = [start, end, startHalf, guests, hosts, amount, item, days, reported].some(
    (known) => known !== undefined,
  );
  // A date that does not exist is a plan too: the question is which day was meant.
  return (
    (!message.asks || asksLeave(message, acts)) &&
    (plan || message.problem !== undefined || message.several !== undefined)
  );
}

/** 伙食补助240、公杂费100 are lines of a claim, though questions name such things too. */
export const tellsLines = ({ facts, folded }: Understood, { acts }: Pick<StepContext, "acts">): boolean =>
  facts.claims !== undefined && !acts.says("wonders", folded);

/** 今天上午请半天病假行吧: a plan put politely, not a question about the rules. */
const asksLeave = ({ folded, facts }: Understood, acts: ActReader): boolean =>
  facts.start !== undefined && acts.says("asks-leave", folded) && !/谁|批|多少|几|要不要|证明|哪|怎么|咋/.test(folded);
