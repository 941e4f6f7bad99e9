/**
 * Which form a message means to open, if any.
 *
 * Takes    the message. Returns the form it names; or a trip, where it tells of a place, a day and a task and asks nothing.
 */
import type { RequestType } from "../requests/request.ts";
import type { StepContext } from "./move.ts";
import type { Understood } from "./read.ts";

/** The form a message opens: the one it names, or a trip where it tells of a place, a day and a task and asks nothing. */
export function formMeant(message: Understood, context: StepContext): RequestType | undefined {
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

/** A message opens a form when it names one and states rather than asks, or asks for it to be filled in. */
export function wantsForm(message: Understood, { acts }: StepContext): boolean {
  return (
    message.form !== undefined &&
    (message.leads ? !message.asks || acts.says("fill-in", message.folded) : !message.asks)
  );
}
