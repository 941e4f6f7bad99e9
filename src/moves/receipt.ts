/**
 * The line of a receipt (回执) that says who is next.
 *
 * Takes    the step that waits. Returns the sentence, or nothing where nobody is there to decide it.
 */
import { said as words } from "../answer/wording/replies.ts";
import type { ApprovalStep } from "../requests/request.ts";

/** Who is next, where somebody is: a receipt promises nobody whom the directory does not hold. */
export function receiptNext({ role, approver, apart }: ApprovalStep): string | undefined {
  if (approver === null) return undefined;
  return apart === "intake" ? words.filedTakenIn(role) : words.filedNext(role);
}
