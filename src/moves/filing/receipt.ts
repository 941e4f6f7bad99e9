/**
 * The line of a receipt (回执) that says who is next.
 *
 * Takes    the step that waits, and who stands in for it today. Returns the sentence, or nothing where nobody is there
 *          to decide it: a receipt promises nobody whom the directory does not hold.
 */
import { inStead, type Posts } from "../../answer/card.ts";
import { said as words } from "../../answer/wording/replies.ts";
import type { ApprovalStep } from "../../requests/request.ts";

/** Who is next, where somebody is. */
export function receiptNext(step: ApprovalStep, posts: Posts): string | undefined {
  if (step.approver === null) return undefined;
  const role = step.role + inStead(step, posts);
  return step.apart === "intake" ? words.filedTakenIn(role) : words.filedNext(role);
}
