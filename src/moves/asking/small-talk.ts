/**
 * What is said without being asked about a rule: a greeting, thanks, and help.
 *
 * Takes    the scene. Returns the reply; 你好 and 帮助 tell in passing what is due.
 */
import { paragraphs } from "../../answer/layout.ts";
import { said as words } from "../../answer/wording/replies.ts";
import { type Done, type Scene, said } from "../move.ts";
import { unread } from "../telling/my-notices.ts";
import { reminder } from "../telling/reminder.ts";

/** Who says 你好 is told how much they have not been told, and reminded of what is due; who takes leave is not held up. */
export async function greeting(scene: Scene): Promise<Done> {
  const { says } = scene.office.readers.acts;
  const { folded } = scene.message;
  const answer = (text: string): Done => said(scene, { kind: "smalltalk", text, citations: [] });
  if (says("thanks", folded)) return answer(words.smalltalk.thanks);
  if (says("bye", folded)) return answer(words.smalltalk.bye);
  return answer(paragraphs(words.smalltalk.hello, await unread(scene), await reminder(scene)));
}

/** The guide's first part, and what is due. */
export async function help(scene: Scene): Promise<Done> {
  const text = paragraphs(shortGuide(scene.office.guide), await reminder(scene));
  return said(scene, { kind: "help", text, citations: [] });
}

/** The guide up to its first section. */
const shortGuide = (guide: string): string =>
  guide
    .replace(/^# .*\n+/, "")
    .split(/^## /m)[0]
    ?.trim() ?? guide;
