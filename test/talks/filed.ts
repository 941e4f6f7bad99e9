/**
 * Requests as they come about: told, confirmed and, where a test wants it, approved by everybody of the chain.
 *
 * Takes    a desk, who asks, and what they say. Returns the request's id; throws where it was not filed.
 */
import { type Desk, monday } from "./desk.ts";

/** Files what one message tells, in a conversation of its own. */
export async function filed(desk: Desk, as: string, text: string, now = monday): Promise<string> {
  const change = { conversation: `${as} ${text}`, now };
  await desk.say(as, text, change);
  const { request, kind, text: reply } = await desk.say(as, "确认", change);
  if (request === undefined || kind !== "filed") throw new Error(`not filed: ${reply}`);
  return request.id;
}

/** The same, approved by all who have to. */
export async function approved(desk: Desk, as: string, text: string, now = monday): Promise<string> {
  const id = await filed(desk, as, text, now);
  for (;;) {
    const request = await desk.store.request(id);
    const approver = request?.approvals.find(({ status }) => status === "pending")?.approver ?? undefined;
    if (request?.status !== "submitted" || approver === undefined) return id;
    await desk.press(approver, { kind: "approve", request: id, version: request.version }, { now });
  }
}
