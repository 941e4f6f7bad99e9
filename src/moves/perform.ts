/**
 * From a move to what it does: one line a move, so that a stranger finds the room to open.
 *
 * Takes    the scene with its next state, the move, and the draft to come back to. Returns what is to be committed and said.
 * Leaves   buttons and the change of a filed request to turn.ts.
 */
import type { Reply } from "../answer/reply.ts";
import { batchWords } from "../answer/wording/batch.ts";
import { changeWords, closingWords } from "../answer/wording/changes.ts";
import { deputyWords } from "../answer/wording/deputies.ts";
import { howToWords } from "../answer/wording/how-to.ts";
import { ownWords } from "../answer/wording/own-requests.ts";
import { recordWords } from "../answer/wording/record.ts";
import { said as words } from "../answer/wording/replies.ts";
import type { ChangeMove, Move } from "../dialogue/move.ts";
import type { DialogueState, Draft } from "../dialogue/state.ts";
import { assertNever } from "../errors.ts";
import { formOf } from "../requests/form.ts";
import { answerByRules } from "./asking/answering.ts";
import { helpful } from "./asking/helpful.ts";
import { howTo } from "./asking/how-to.ts";
import { misheard } from "./asking/misheard.ts";
import { refuse } from "./asking/refusing.ts";
import { answerBySearch } from "./asking/searching.ts";
import { greeting, help } from "./asking/small-talk.ts";
import { decide } from "./deciding/approvals.ts";
import { confirmBatch } from "./deciding/batch.ts";
import { rejectWithReason } from "./deciding/deciding.ts";
import { heldDeputations, notYoursToTake, ownDeputations, whoDecidesMine } from "./deciding/deputations.ts";
import { waiting } from "./deciding/waiting-list.ts";
import { ask, askDates, confirm, nothingToReturn, resumed } from "./filing/card.ts";
import { file } from "./filing/filing.ts";
import { withSums } from "./filing/tallied.ts";
import { type Done, type Scene, said, told } from "./move.ts";
import { close, closeOne } from "./own/closing.ts";
import { printing, status, withdraw, withdrawOne } from "./own/mine.ts";
import { ofShown } from "./own/shown.ts";
import { exporting } from "./register/exporting.ts";
import { leaveRecord } from "./register/leave-record.ts";
import { leaveTakenByOthers, ownLeaveTaken } from "./register/leave-taken.ts";
import { isThere, whoIsAway } from "./register/who-is-away.ts";
import { myNotices } from "./telling/my-notices.ts";

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
      return withdraw(scene, move);
    case "withdraw-confirmed":
      return scene.state.withdrawing === undefined
        ? withdraw(scene, { type: undefined })
        : withdrawOne(scene, scene.state.withdrawing.request, scene.state.withdrawing.version);
    case "change-or-new":
      return said(scene, plainReply("question", changeWords.changeOrNew(move.type)));
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
      return move.of === "own" ? ownLeaveTaken(scene) : leaveTakenByOthers(scene, move.of);
    case "away":
      return move.of === "one" ? isThere(scene) : whoIsAway(scene, move.of === "today" ? 0 : undefined);
    case "who-decides-mine":
      return whoDecidesMine(scene);
    case "deputations":
      return move.of === "own" ? ownDeputations(scene) : heldDeputations(scene);
    case "of-shown":
      return ofShown(scene, move.asks);
    case "tell":
      return tell(scene, move.what);
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
      if (move.about !== undefined) return howTo(scene, move.about);
      return help(scene);
    case "smalltalk":
      return greeting(scene);
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

/** What is always answered with the same sentence. */
function tell(scene: Scene, what: Extract<Move, { move: "tell" }>["what"]): Done {
  switch (what) {
    case "not-yours-to-take":
      return notYoursToTake(scene);
    case "still-yours":
      return said(scene, plainReply("help", deputyWords.stillYours));
    case "errand":
      return said(scene, plainReply("help", howToWords.errand));
  }
}

const rulesOf = ({ cues, beside }: Extract<Move, { move: "work" }>): readonly string[] =>
  [...cues, ...beside].map(({ rule }) => rule);
