/**
 * 我的通知: what the sender is to be told, at once and also what would wait for tomorrow; then what they were told before.
 *
 * Takes    the scene. Returns the list; its reply names the notices, so that the channel can say they have been shown.
 * Leaves   which they are to telling.ts, their sentences to shown.ts.
 */
import { distinct, numbered, paragraphs, sourceBlock } from "../../answer/layout.ts";
import { noticeWords as words } from "../../answer/wording/notices.ts";
import { type Done, type Scene, said } from "../move.ts";
import { tell, toldBefore, untold } from "./telling.ts";

const most = 20;
const mostBefore = 10;

/** The sender's own notices. */
export async function myNotices(scene: Scene): Promise<Done> {
  const { office, person, turn } = scene;
  const asked = { to: person.id, now: turn.now };
  const before = await toldBefore(office, { ...asked, most: mostBefore });
  const fresh = await tell(office, { ...asked, most, all: true });
  const citations = distinct([...fresh, ...before].flatMap((one) => one.citations));
  const text = paragraphs(
    fresh.length === 0 ? words.none : words.head(fresh.length),
    numbered(fresh.map((one) => one.text)),
    before.length === 0 ? undefined : words.earlier,
    before.map((one) => `- ${one.text}`).join("\n"),
    sourceBlock(citations),
  );
  return said(scene, { kind: "status", text, citations, notices: fresh.map(({ key }) => key) });
}

/** One line of how many notices the sender has not been told yet; nothing where there are none. */
export async function unread({ office, person, turn }: Scene): Promise<string | undefined> {
  const count = await untold(office, person.id, turn.now);
  return count === 0 ? undefined : words.unread(count);
}
