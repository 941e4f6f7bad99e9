/**
 * The one door (唯一入口) for every channel and test: a turn in, a reply out.
 *
 * Takes    a turn. Reads the conversation, understands, steps, performs the move, and commits state and events together.
 * Returns  the reply, only after what it says is durable. Trouble is a reply of kind "error" that says what to do.
 * Leaves   drawing to the channels. When another process changed the conversation first, the turn is taken again, once.
 */
import { createHash } from "node:crypto";
import { distinct, paragraphs } from "./answer/layout.ts";
import { longestText, type Reply, type Turn } from "./answer/reply.ts";
import { typeset } from "./answer/typeset.ts";
import { said as words } from "./answer/wording/replies.ts";
import { colleaguesOf } from "./dialogue/colleague.ts";
import type { StepContext } from "./dialogue/move.ts";
import { understand } from "./dialogue/read.ts";
import { type DialogueState, dialogueState, freshState } from "./dialogue/state.ts";
import { step } from "./dialogue/step.ts";
import { DataError } from "./errors.ts";
import { momentOf } from "./lib/dates.ts";
import { masked } from "./lib/mask.ts";
import { fold, stripControls } from "./lib/text.ts";
import { basesOf } from "./moves/basis.ts";
import { confirmBatch } from "./moves/batch.ts";
import { resumed } from "./moves/card.ts";
import { type Reopened, reopen } from "./moves/changing.ts";
import { closeOne } from "./moves/closing.ts";
import { decideOne } from "./moves/deciding.ts";
import { helpful, offering } from "./moves/helpful.ts";
import { withdrawOne } from "./moves/mine.ts";
import type { Done, Scene } from "./moves/move.ts";
import { openTelling, type Telling } from "./moves/notice-door.ts";
import { noticesOf } from "./moves/notices.ts";
import { perform, refuseSecret } from "./moves/perform.ts";
import { hasTarget } from "./moves/tallied.ts";
import type { Office } from "./office.ts";
import { formOf } from "./requests/form.ts";
import { learning } from "./search/learning.ts";
import { LogFailure } from "./store/failure.ts";

export type { Action, Reply, Turn } from "./answer/reply.ts";

import { type Explained, explained } from "./moves/explained.ts";

export type { Explained, ExplainedCandidate } from "./moves/explained.ts";
export type { Telling } from "./moves/notice-door.ts";
export { remarksFor } from "./moves/remarks.ts";
export { waitingToday } from "./moves/stand-ins.ts";
export type { Asked, AskedBy, Told } from "./moves/telling.ts";
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

async function answered(opened: Office, turn: Turn, renew: () => void): Promise<Reply> {
  const person = opened.staff.person(turn.as);
  if (person === undefined) return trouble(words.unknownPerson);
  const office = { ...opened, readers: { ...opened.readers, colleague: colleaguesOf(person, opened.staff) } };
  if (turn.text.length > longestText) return { kind: "question", text: words.tooLong(longestText), citations: [] };
  const now = momentOf(turn.now);
  if (turn.action === undefined && stripControls(turn.text).trim() === "")
    return { kind: "question", text: words.empty, citations: [] };

  // A draft belongs to one person: two people in one conversation never share it.
  const conversation = `${turn.conversation} ${turn.as}`;
  for (let attempt = 0; attempt < 2; attempt++) {
    const stored = await office.store.conversation(conversation);
    const state = stored === undefined ? freshState : dialogueState.parse(stored.state);
    const message = understand(turn.text, now, office.readers, state);
    const scene: Scene = { office, turn, now, person, message, state };
    const done = offering(await take(scene, conversation), scene);
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

/** What a step is given besides the papers in the log, which change from step to step. */
type Context = Omit<StepContext, "bases">;

/** The dialogue's step and its move; or the move of a pressed button, which needs no reading. */
async function take(scene: Scene, conversation: string): Promise<Done> {
  const { action } = scene.turn;
  const { person, office, state } = scene;
  switch (action?.kind) {
    case "approve":
      return decideOne(scene, "approve", action.request, action.version);
    case "reject":
    case "return": {
      const reason = stripControls(action.reason).trim();
      if (office.readers.acts.act(fold(reason)) === "secret") return refuseSecret(scene);
      return decideOne(scene, action.kind, action.request, action.version, masked(reason));
    }
    case "approve-all":
      return confirmBatch(scene, action.batch);
    case "helpful":
      return helpful(scene, action);
    case "withdraw":
      return withdrawOne(scene, action.request, action.version);
    case "close":
      return closeOne(scene, action.request, action.version, action.end);
    case "confirm":
    case "cancel":
      if (!isOpen(state, action)) return stale(scene, action.request);
      break;
    default:
  }
  const context: Context = {
    asker: person,
    acts: office.readers.acts,
    cues: office.cues,
    continues: (rule, folded) => office.rules.provision(rule)?.fits(folded) === true,
    calendar: office.readers.calendar,
    today: scene.now.date,
    opens: (type) =>
      hasTarget(office, person.unit, type) && (formOf(type).handsOver !== true || office.staff.decides(person.id)),
    draftId: (begun) => draftId(scene.now.date, conversation, begun),
  };
  if (action?.kind === "change") {
    const { request: named, version } = action;
    return changed(await reopen(scene, { move: "change", said: "", named, version }, context.draftId), context);
  }
  const act = action?.kind === "confirm" || action?.kind === "cancel" ? action.kind : undefined;
  const message = act === undefined ? scene.message : { ...scene.message, act, told: true };
  const done = await carriedOut({ ...scene, message }, context);
  return afterwards(done, scene, context);
}

/** The step that the message makes, performed; a draft remembers whether its card was the last thing shown. */
async function carriedOut(scene: Scene, context: Context): Promise<Done> {
  const { state, move, resume } = step(scene.state, scene.message, { ...context, bases: await basesOf(scene) });
  if (move.move === "change") return changed(await reopen({ ...scene, state }, move, context.draftId), context);
  const done = await perform({ ...scene, state }, move, { before: scene.state, resume });
  const { draft } = done.state;
  return draft === undefined
    ? done
    : { ...done, state: { ...done.state, draft: { ...draft, offered: done.reply.kind === "confirm" } } };
}

/** What was filed is open as a draft again: the rest of the message is said to it. */
async function changed(opened: Done | Reopened, context: Context): Promise<Done> {
  if (!("scene" in opened)) return opened;
  const done = await carriedOut(opened.scene, context);
  return { ...done, reply: { ...done.reply, text: paragraphs(opened.lead, done.reply.text) } };
}

/** When a draft is filed or dropped, what else its first message asked for begins, in the same reply. */
async function afterwards(done: Done, scene: Scene, context: Context): Promise<Done> {
  const { reply, state } = done;
  const [wish, ...later] = state.later;
  const ended = (reply.kind === "filed" || reply.kind === "cancelled") && state.draft === undefined;
  if (!ended || wish === undefined) return done;
  const then = { ...state, later };
  const message = understand(wish, scene.now, scene.office.readers, then);
  const next = await carriedOut({ ...scene, message, state: then }, context);
  const { actions, result, request } = next.reply;
  return {
    reply: {
      ...reply,
      text: `${reply.text}\n\n---\n\n${next.reply.text}`,
      citations: distinct([...reply.citations, ...next.reply.citations]),
      ...(actions && { actions }),
      ...(result && { result }),
      // What was filed is this reply's request; of what was dropped, the card that is open now.
      ...(reply.request === undefined && request !== undefined ? { request } : {}),
    },
    state: next.state,
    events: [...done.events, ...next.events],
  };
}

/** Is what the button's card showed still what is open? */
function isOpen(
  { draft, withdrawing, closing, batching }: DialogueState,
  pressed: { request: string; revision: number },
): boolean {
  return (
    (draft?.id === pressed.request && draft.revision === pressed.revision) ||
    (withdrawing?.request === pressed.request && withdrawing.version === pressed.revision) ||
    batching?.id === pressed.request ||
    (closing?.request === pressed.request && closing.version === pressed.revision)
  );
}

/** A button of a card that is no longer the case: said with what is open now, or that it was filed before. */
async function stale(scene: Scene, id: string): Promise<Done> {
  // What was sent back is filed under the id that its draft has.
  const known = scene.state.draft?.id === id ? undefined : await scene.office.store.request(id);
  // Whose it is comes first: an id alone shows nobody anything.
  const filed = known?.requester === scene.person.id ? known : undefined;
  const text = filed === undefined ? words.staleCard : words.filedAlready(filed.type, filed.id);
  const done: Done = {
    reply: {
      kind: filed === undefined ? "refuse" : "filed",
      text,
      citations: [],
      ...(filed === undefined ? {} : { request: filed }),
    },
    state: scene.state,
    events: [],
  };
  return scene.state.draft === undefined || filed !== undefined ? done : resumed(done, scene.state.draft);
}

/** The same draft of the same conversation has the same id on every machine: the log can refuse its second filing. */
function draftId(date: string, conversation: string, begun: number): string {
  const hash = createHash("sha256").update(`${conversation} ${begun}`).digest("hex");
  return `Q-${date.replaceAll("-", "")}-${hash.slice(0, 8).toUpperCase()}`;
}
