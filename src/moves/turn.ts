/**
 * One turn (来话): what was said, or pressed, becomes a step of the dialogue and its move.
 *
 * Takes    the scene, and how the drafts of this conversation are numbered. Returns what is to be said and committed.
 * Leaves   the step to dialogue/, what a move does to perform.ts, committing to assistant.ts.
 */
import { distinct, paragraphs } from "../answer/layout.ts";
import type { Action } from "../answer/reply.ts";
import { decisionWords } from "../answer/wording/decisions.ts";
import type { StepContext } from "../dialogue/move.ts";
import { type Understood, understand } from "../dialogue/read.ts";
import type { DialogueState } from "../dialogue/state.ts";
import { step } from "../dialogue/step.ts";
import { assertNever } from "../errors.ts";
import { masked } from "../lib/mask.ts";
import { fold, stripControls } from "../lib/text.ts";
import { formOf } from "../requests/form.ts";
import { helpful } from "./asking/helpful.ts";
import { refuseSecret } from "./asking/refusing.ts";
import { confirmBatch } from "./deciding/batch.ts";
import { decideOne } from "./deciding/deciding.ts";
import { basesOf } from "./filing/basis.ts";
import { hasTarget } from "./filing/tallied.ts";
import type { Done, Scene } from "./move.ts";
import { type Reopened, reopen } from "./own/changing.ts";
import { closeOne } from "./own/closing.ts";
import { filedOf } from "./own/meant.ts";
import { withdrawOne } from "./own/mine.ts";
import { perform } from "./perform.ts";
import { leftOpen, meantBy, stale } from "./pressed.ts";

/** What a step is given besides what is in the log, which changes from step to step. */
type Context = Omit<StepContext, "bases" | "filed">;

/** The dialogue's step and its move; or the move of a pressed button, which needs no reading. */
export async function take(scene: Scene, draftId: StepContext["draftId"]): Promise<Done> {
  const { action } = scene.turn;
  if (action === undefined) return spoken(scene, contextOf(scene, draftId));
  return pressed({ ...scene, state: leftOpen(scene.state) }, action, scene.state, contextOf(scene, draftId));
}

/** A button acts on the request that it names, or on the card it stands on; every other offer is left. */
async function pressed(scene: Scene, action: Action, before: DialogueState, context: Context): Promise<Done> {
  switch (action.kind) {
    case "approve":
      return decideOne(scene, "approve", action.request, action.version);
    case "reject":
    case "return": {
      const reason = stripControls(action.reason).trim();
      if (scene.office.readers.acts.act(fold(reason)) === "secret") return refuseSecret(scene);
      return decideOne(scene, action.kind, action.request, action.version, masked(reason));
    }
    case "approve-all":
      return confirmBatch({ ...scene, state: leftOpen(before, "batching") }, action.batch);
    case "helpful":
      return helpful(scene, action);
    case "withdraw":
      return withdrawOne(scene, action.request, action.version);
    case "close":
      return closeOne(scene, action.request, action.version, action.end);
    case "change": {
      const { request: named, version } = action;
      return changed(await reopen(scene, { move: "change", said: "", named, version }, context.draftId), context);
    }
    case "confirm":
    case "cancel": {
      const state = meantBy(before, action);
      if (state === undefined) return stale(scene, action.request);
      return spoken({ ...scene, state, message: { ...scene.message, act: action.kind, told: true } }, context);
    }
    default:
      return assertNever(action);
  }
}

/** What was said: the step that it makes, and what else its first message asked for. */
async function spoken(scene: Scene, context: Context): Promise<Done> {
  const { state, message } = scene;
  return afterwards(await carriedOut({ ...scene, state: withWishes(state, message) }, context), scene, context);
}

function contextOf({ office, person, now }: Scene, draftId: StepContext["draftId"]): Context {
  return {
    asker: person,
    acts: office.readers.acts,
    cues: office.cues,
    continues: (rule, folded) => office.rules.provision(rule)?.fits(folded) === true,
    calendar: office.readers.calendar,
    today: now.date,
    opens: (type) =>
      hasTarget(office, person.unit, type) && (formOf(type).handsOver !== true || office.staff.decides(person.id)),
    draftId,
  };
}

/** What else was asked for beside a decision waits for it; beside a form, it waits with the draft (dialogue/onward.ts). */
const withWishes = (state: DialogueState, { act, later }: Understood): DialogueState =>
  later === undefined || (act !== "approve" && act !== "reject") ? state : { ...state, later: later.map(masked) };

/** The step that the message makes, performed; a draft remembers whether its card was the last thing shown. */
async function carriedOut(scene: Scene, context: Context): Promise<Done> {
  const { state, move, resume } = step(scene.state, scene.message, {
    ...context,
    bases: await basesOf(scene),
    filed: await filedOf(scene),
  });
  if (move.move === "change") return changed(await reopen({ ...scene, state }, move, context.draftId), context);
  const done = remindedOf(scene, await perform({ ...scene, state }, move, { before: scene.state, resume }));
  const { draft } = done.state;
  return draft === undefined
    ? done
    : { ...done, state: { ...done.state, draft: { ...draft, offered: done.reply.kind === "confirm" } } };
}

/** A question was asked beside a rejection that waits for its reason: the answer ends with what is still asked. */
function remindedOf({ state: before }: Scene, done: Done): Done {
  const { rejecting } = done.state;
  if (rejecting === undefined || before.rejecting === undefined || done.reply.kind === "question") return done;
  const text = `${done.reply.text}\n\n---\n\n${decisionWords.approve.reasonStill(rejecting.verdict)}`;
  return { ...done, reply: { ...done.reply, text } };
}

/** What was filed is open as a draft again: the rest of the message is said to it. */
async function changed(opened: Done | Reopened, context: Context): Promise<Done> {
  if (!("scene" in opened)) return opened;
  const done = await carriedOut(opened.scene, context);
  return { ...done, reply: { ...done.reply, text: paragraphs(opened.lead, done.reply.text) } };
}

const afterKinds: ReadonlySet<string> = new Set(["filed", "cancelled", "approval"]);

/** When a draft is filed or dropped, or a decision made, what else its first message asked for begins, in the same reply. */
async function afterwards(done: Done, scene: Scene, context: Context): Promise<Done> {
  const { reply, state } = done;
  const [wish, ...later] = state.later;
  const ended = afterKinds.has(reply.kind) && state.draft === undefined;
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
