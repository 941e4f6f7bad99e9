/**
 * The one door (唯一入口) for every channel and test: a turn in, a reply out.
 *
 * Takes    a turn. Reads the conversation, understands, steps, performs the move, and commits state and events together.
 * Returns  the reply, only after what it says is durable. Trouble is a reply of kind "error" that says what to do.
 * Leaves   drawing to the channels. When another process changed the conversation or a request first, the turn is taken again.
 */
import { createHash } from "node:crypto";
import { longestText, type Reply, type Turn } from "./answer/reply.ts";
import { typeset } from "./answer/typeset.ts";
import { said as words } from "./answer/wording/replies.ts";
import { colleaguesOf } from "./dialogue/colleague.ts";
import { understand } from "./dialogue/read.ts";
import { dialogueState, freshState } from "./dialogue/state.ts";
import { DataError } from "./errors.ts";
import { momentOf } from "./lib/dates.ts";
import { stripControls } from "./lib/text.ts";
import { type Explained, explained } from "./moves/asking/explained.ts";
import { offering } from "./moves/asking/helpful.ts";
import type { Scene } from "./moves/move.ts";
import { openTelling, type Telling } from "./moves/telling/notice-door.ts";
import { noticesOf } from "./moves/telling/notices.ts";
import { take } from "./moves/turn.ts";
import type { Office } from "./office.ts";
import { learning } from "./search/learning.ts";
import { LogFailure } from "./store/failure.ts";
import { readOnce } from "./store/read-once.ts";

export type { Action, Reply, Turn } from "./answer/reply.ts";

export type { Explained, ExplainedCandidate } from "./moves/asking/explained.ts";
export { steadSaid, waitingToday } from "./moves/deciding/stand-ins.ts";
export { remarksFor } from "./moves/filing/remarks.ts";
export type { Telling } from "./moves/telling/notice-door.ts";
export type { Told } from "./moves/telling/shown.ts";
export type { Asked, AskedBy } from "./moves/telling/telling.ts";
export type { OfficeRequest } from "./requests/request.ts";

export interface Assistant extends Telling {
  /** Answers one turn; whatever it changed is durable before the reply is returned. Never rejects: trouble is a reply of kind "error". */
  readonly handle: (turn: Turn) => Promise<Reply>;
}

/** What went wrong, for whoever keeps the process's log: a code the person was given, and the cause. No message text. */
export type Report = (code: string, cause: unknown) => void;

/** Why a question would be answered as it is: the ranking taken apart, for whoever maintains the data. Throws where nobody has the id. */
export function why(office: Office, { as, now, text }: Pick<Turn, "as" | "now" | "text">): Explained {
  const person = office.staff.person(as);
  if (person === undefined) throw new DataError("the staff directory", as, "nobody has this id");
  return explained(office, person, text, momentOf(now));
}

/** The assistant of one office. */
export function openAssistant(opened: Office, report: Report): Assistant {
  const learned = learning(opened.search, opened.store.confirmed);
  return {
    ...openTelling(opened, report),
    async handle(turn) {
      try {
        const office = { ...opened, search: await learned.search() };
        const reply = await answered(office, turn, learned.renew);
        return { ...reply, text: typeset(reply.text) };
      } catch (cause) {
        if (cause instanceof LogFailure) {
          report(cause.reason, cause);
          return trouble(words.logTrouble[cause.reason]);
        }
        const code = createHash("sha256")
          .update(`${turn.id} ${turn.now} ${String(cause)}`)
          .digest("hex")
          .slice(0, 8);
        report(code, cause);
        return trouble(words.broken(code));
      }
    },
  };
}

const trouble = (text: string): Reply => ({ kind: "error", text: typeset(text), citations: [] });

/** How often a turn is taken anew before its sender is asked to look first: several messages of one person may cross. */
const attempts = 5;

async function answered(opened: Office, turn: Turn, renew: () => void): Promise<Reply> {
  const person = opened.staff.person(turn.as);
  if (person === undefined) return trouble(words.unknownPerson);
  const shared = { ...opened, readers: { ...opened.readers, colleague: colleaguesOf(person, opened.staff) } };
  if (turn.text.length > longestText) return { kind: "question", text: words.tooLong(longestText), citations: [] };
  const now = momentOf(turn.now);
  if (turn.action === undefined && stripControls(turn.text).trim() === "")
    return { kind: "question", text: words.empty, citations: [] };

  // A draft belongs to one person: two people in one conversation never share it.
  const conversation = `${turn.conversation} ${turn.as}`;
  const numbering = (begun: number): string => draftId(now.date, conversation, begun);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const office = { ...shared, store: readOnce(shared.store) };
    const stored = await office.store.conversation(conversation);
    const state = stored === undefined ? freshState : dialogueState.parse(stored.state);
    const message = understand(turn.text, now, office.readers, state);
    const scene: Scene = { office, turn, now, person, message, state };
    const done = offering(await take(scene, numbering), scene);
    // A state that could not be read back would close the conversation for good: it is never written.
    const next = dialogueState.parse(done.state);
    const committed =
      done.state === state && done.events.length === 0 && done.confirmed === undefined
        ? "done"
        : await office.store.commit({
            conversation: { id: conversation, state: next, expected: stored?.version ?? 0 },
            events: done.events,
            notices: await noticesOf(office, done.events, turn.now),
            ...(done.confirmed && { confirmed: done.confirmed }),
          });
    if (committed === "done" && done.confirmed !== undefined) renew();
    if (committed === "done") return done.reply;
  }
  return { kind: "refuse", text: words.stale, citations: [] };
}

/** The same draft of the same conversation has the same id on every machine: the log can refuse its second filing. */
function draftId(date: string, conversation: string, begun: number): string {
  const hash = createHash("sha256").update(`${conversation} ${begun}`).digest("hex");
  return `Q-${date.replaceAll("-", "")}-${hash.slice(0, 8).toUpperCase()}`;
}
