/**
 * From a move to what it does: one line a move, so that a stranger finds the room to open.
 *
 * Takes    the scene with its next state, the move, and the draft to come back to. Returns what is to be committed and said.
 */

import { paragraphs, sourceBlock } from "../answer/layout.ts";
import type { Reply } from "../answer/reply.ts";
import { batchWords } from "../answer/wording/batch.ts";
import { changeWords, closingWords } from "../answer/wording/changes.ts";
import { deputyWords } from "../answer/wording/deputies.ts";
import { ownWords } from "../answer/wording/own-requests.ts";
import { recordWords } from "../answer/wording/record.ts";
import { said as words } from "../answer/wording/replies.ts";
import type { ChangeMove, Move } from "../dialogue/move.ts";
import type { DialogueState, Draft } from "../dialogue/state.ts";
import { assertNever } from "../errors.ts";
import { formOf } from "../requests/form.ts";
import { answerByRules } from "./asking/answering.ts";
import { helpful } from "./asking/helpful.ts";
import { misheard } from "./asking/misheard.ts";
import { answerBySearch } from "./asking/searching.ts";
import { decide } from "./deciding/approvals.ts";
import { confirmBatch } from "./deciding/batch.ts";
import { rejectWithReason } from "./deciding/deciding.ts";
import { waiting } from "./deciding/waiting-list.ts";
import { ask, askDates, confirm, nothingToReturn, resumed } from "./filing/card.ts";
import { file } from "./filing/filing.ts";
import { withSums } from "./filing/tallied.ts";
import { type Done, type Scene, said, told } from "./move.ts";
import { close, closeOne } from "./own/closing.ts";
import { printing, status, withdraw, withdrawOne } from "./own/mine.ts";
import { exporting } from "./register/exporting.ts";
import { leaveRecord } from "./register/leave-record.ts";
import { leaveTakenByOthers, ownLeaveTaken } from "./register/leave-taken.ts";
import { whoIsAway } from "./register/who-is-away.ts";
import { myNotices } from "./telling/my-notices.ts";
import { reminder } from "./telling/reminder.ts";

/** Performs the move; a side move ends with the open draft's question. */
export async function perform(
  scene: Scene,
  move: Exclude<Move, ChangeMove>,
  { before, resume }: { readonly before: DialogueState; readonly resume?: Draft | undefined },
): Promise<Done> {
  const done = (await misheard(scene, move, before)) ?? (await act(scene, move));
  return resume === undefined ? done : resumed(done, resume);
}

async function act(scene: Scene, move: Exclude<Move, ChangeMove>): Promise<Done> {
  switch (move.move) {
    case "refuse":
      return refuse(scene, move.why);
    case "ask":
      return ask(scene, move);
    case "ask-dates":
      return askDates(scene, move.problem);
    case "confirm":
      return confirm(await ofDraft(scene, move.draft), move);
    case "file":
      return file(await ofDraft(scene, move.draft), move.draft);
    case "nothing-to-return":
      return nothingToReturn(scene);
    case "cancelled":
      return said(scene, plainReply("cancelled", letBe(move.what)));
    case "nothing-open":
      return said(scene, plainReply("answer", words.nothingOpen[move.act]));
    case "waiting":
      return waiting(scene);
    case "status":
      return status(scene, move.type);
    case "decide":
      return decide(scene, move);
    case "reject-with-reason":
      return rejectWithReason(scene, move.words);
    case "batch-confirmed":
      return confirmBatch(scene);
    case "withdraw":
      return withdraw(scene, move.type, move.nth);
    case "withdraw-confirmed":
      return scene.state.withdrawing === undefined
        ? withdraw(scene, undefined)
        : withdrawOne(scene, scene.state.withdrawing.request, scene.state.withdrawing.version);
    case "close":
      return close(scene, move);
    case "close-confirmed": {
      const { closing } = scene.state;
      return closing === undefined
        ? close(scene, { move: "close", said: "" })
        : closeOne(scene, closing.request, closing.version, closing.end);
    }
    case "work":
      return told(scene, answerByRules(await withSums(scene, rulesOf(move), move.facts), move));
    case "leave-record":
      return leaveRecord(scene, move.period);
    case "leave-taken":
      return move.of === "own" ? ownLeaveTaken(scene) : leaveTakenByOthers(scene);
    case "away":
      return whoIsAway(scene);
    case "no-target":
      return said(
        scene,
        plainReply("abstain", formOf(move.type).handsOver ? deputyWords.noStep : recordWords.noTarget),
      );
    case "search":
      return told(scene, answerBySearch(scene));
    case "notices":
      return myNotices(scene);
    case "print":
      return printing(scene, move.type);
    case "export":
      return exporting(scene, move);
    case "help":
      return said(scene, plainReply("help", paragraphs(shortGuide(scene.office.guide), await reminder(scene))));
    case "smalltalk":
      return said(scene, plainReply("smalltalk", await greeting(scene)));
    case "helpful":
      return helpful(scene);
    case "unclear":
      return said(scene, plainReply("question", words.unclear));
    case "off-topic":
      return said(scene, plainReply("abstain", words.offTopic));
    default:
      return assertNever(move);
  }
}

/** The scene with what the log adds to the draft's facts. */
const ofDraft = (scene: Scene, { type, facts, amends }: Draft): Promise<Scene> =>
  withSums(scene, formOf(type).rules, facts, amends);

/** What is said where nothing comes of what was begun. */
function letBe(what: Extract<Move, { move: "cancelled" }>["what"]): string {
  if (what === "withdrawal") return ownWords.keptFiled;
  if (what === "closing") return closingWords.kept;
  if (what === "batch") return batchWords.dropped;
  return what === "change" ? changeWords.dropped : words.cancelled(what);
}

const plainReply = (kind: Reply["kind"], text: string): Reply => ({ kind, text, citations: [] });

/** Secrets are refused without a search: nothing of them is kept or repeated. Evasion is answered with the clause against it. */
function refuse(scene: Scene, why: "secret" | "attack" | "evade"): Done {
  switch (why) {
    case "attack":
      return said(scene, plainReply("refuse", words.refuse.attack));
    case "secret":
      return refuseSecret(scene);
    case "evade": {
      const found = answerBySearch(scene);
      return told(scene, { ...found, kind: "refuse", body: paragraphs(words.refuse.evade, found.body) });
    }
  }
}

/** A text with a classification marking: not searched, not kept, not shown again. */
export function refuseSecret(scene: Scene): Done {
  const figures = scene.office.figures.on(scene.person.unit, scene.now.date);
  const citations = scene.office.library.standing([figures.source("secrets.not-here")]);
  const text = paragraphs(words.refuse.secret, sourceBlock(citations));
  return said(scene, { kind: "refuse", text, citations, unkept: true });
}

/** Who says 你好 is reminded of what is due; who takes leave is not held up. */
async function greeting(scene: Scene): Promise<string> {
  const { says } = scene.office.readers.acts;
  const { folded } = scene.message;
  if (says("thanks", folded)) return words.smalltalk.thanks;
  if (says("bye", folded)) return words.smalltalk.bye;
  return paragraphs(words.smalltalk.hello, await reminder(scene));
}

const rulesOf = ({ cues, beside }: Extract<Move, { move: "work" }>): readonly string[] =>
  [...cues, ...beside].map(({ rule }) => rule);

/** The guide up to its first section. */
const shortGuide = (guide: string): string =>
  guide
    .replace(/^# .*\n+/, "")
    .split(/^## /m)[0]
    ?.trim() ?? guide;
