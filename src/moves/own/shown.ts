/**
 * What is asked right after a list or a state (谁的, 谁批的, 退回原因是什么, 催一下): answered from the log about what was shown.
 *
 * Takes    the scene and what is asked. Returns statuses. A request is read anew, and only the sender's own, or one that
 *          is theirs to decide, is told of.
 * Leaves   where a request stands to answer/card.ts. Nothing is sent to anybody: who is to decide was told already.
 */
import { oneLine, statusLines, stepStanding } from "../../answer/card.ts";
import { numbered, paragraphs, plain } from "../../answer/layout.ts";
import { shownWords as words } from "../../answer/wording/how-to.ts";
import { spellDay } from "../../answer/wording/replies.ts";
import type { Move } from "../../dialogue/move.ts";
import { ownMeant } from "../../dialogue/own-meant.ts";
import { inUtc, momentOf, weekday } from "../../lib/dates.ts";
import { nextStep } from "../../requests/life.ts";
import { dueAt } from "../../requests/reminder-times.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import { postsOf, waitingToday } from "../deciding/stand-ins.ts";
import { type Done, type Scene, said } from "../move.ts";

const most = 5;

export async function ofShown(scene: Scene, asks: Extract<Move, { move: "of-shown" }>["asks"]): Promise<Done> {
  switch (asks) {
    case "who":
      return scene.state.listed.length > 0 ? whoDecided(scene, await ownShown(scene, () => true)) : whoFiled(scene);
    case "reason":
      return reasons(scene, await ownShown(scene, isRefused));
    case "hurry":
      return hurry(scene, await ownShown(scene, isOpen));
    case "complaint":
      return complaint(scene, await ownShown(scene, isOpen));
  }
}

type Fits = (request: OfficeRequest) => boolean;

/** Of one's own those that fit, the newest first: of those listed where any does. */
async function ownShown({ office, person, message, state }: Scene, fits: Fits): Promise<readonly OfficeRequest[]> {
  const mine = await office.store.requests({ requester: person.id });
  const named = ownMeant(mine, message, message.form, state.listed).filter(fits);
  const meant = named.length > 0 ? named : mine.filter(fits);
  const listed = meant.filter(({ id }) => state.listed.includes(id));
  return (listed.length > 0 ? listed : meant).slice(0, most);
}

const isOpen: Fits = ({ status }) => status === "submitted";
const isRefused: Fits = ({ returned, status }) => returned !== undefined || status === "rejected";

const status = (scene: Scene, text: string, request?: OfficeRequest): Done =>
  said(scene, { kind: "status", text, citations: [], ...(request && { request }) });

/** One's own: who has decided, step by step. */
function whoDecided(scene: Scene, mine: readonly OfficeRequest[]): Done {
  const { staff } = scene.office;
  const rows = mine.map((request) => {
    const steps = request.approvals.flatMap(({ role, by }, at) =>
      by === undefined ? [] : [words.decided(role, stepStanding(request, at), staff.called(by))],
    );
    const decided = steps.length === 0 ? words.undecided : steps.join(" → ");
    return `${words.by(oneLine(request), staff.called(request.requester))},${decided}`;
  });
  const [first] = mine;
  return rows.length === 0 ? status(scene, words.nothing) : status(scene, bulleted(rows), first);
}

/** What waits for the sender: who asks it. */
async function whoFiled(scene: Scene): Promise<Done> {
  const { office, person, now, state } = scene;
  const shown = state.shown.map(({ request }) => request);
  const open = (await waitingToday(office, person.id, now.date)).filter(({ id }) => shown.includes(id));
  const rows = open.map((one) => words.by(oneLine(one), office.staff.called(one.requester)));
  return status(scene, rows.length === 0 ? words.noLonger : numbered(rows));
}

/** Who sent it back or rejected it, and why: the latest of those meant. */
function reasons(scene: Scene, mine: readonly OfficeRequest[]): Done {
  const { called } = scene.office.staff;
  for (const request of mine) {
    const rejected = request.approvals.find((step) => step.status === "rejected");
    const told =
      request.returned !== undefined
        ? words.sentBack(called(request.returned.by), plain(request.returned.reason))
        : rejected && words.rejected(called(rejected.by ?? ""), plain(rejected.reason ?? ""));
    if (told !== undefined) return status(scene, paragraphs(`${told}。`, statusLines(request)), request);
  }
  return status(scene, words.noReason);
}

/** When whoever decides was told, and what follows by itself. */
async function hurry(scene: Scene, open: readonly OfficeRequest[]): Promise<Done> {
  if (open.length === 0) return status(scene, words.nothingWaiting);
  const { reminderTimes, readers, staff, store } = scene.office;
  const rows = await Promise.all(
    open.map(async (request) => {
      const line = oneLine(request);
      if (request.returned !== undefined) return words.returnedToYou(line);
      const approver = nextStep(request)?.step.approver;
      if (approver === undefined || approver === null) return words.unheld(line);
      const { standIn } = await postsOf(scene, request);
      // What made it wait there is the last that happened to it.
      const since = (await store.log(request.id)).at(-1)?.event.at ?? request.filedAt;
      const due = dueAt(reminderTimes, readers.calendar, since);
      const { date, time } = momentOf(due);
      const isTold = inUtc(due) <= inUtc(scene.turn.now);
      return words.hurry(
        line,
        staff.called(standIn?.by ?? approver),
        `${spellDay(date, weekday(date))}${time}`,
        isTold,
      );
    }),
  );
  return status(scene, paragraphs(bulleted(rows), words.hurryTail(reminderTimes.waiting.again)), open[0]);
}

/** A polite word, and where one's requests stand. */
async function complaint(scene: Scene, open: readonly OfficeRequest[]): Promise<Done> {
  if (open.length === 0) return status(scene, words.complaintNothing);
  const lines = await Promise.all(open.map(async (one) => statusLines(one, await postsOf(scene, one))));
  return status(scene, paragraphs(words.complaint, ...lines), open[0]);
}

const bulleted = (rows: readonly string[]): string => (rows.length === 1 ? (rows[0] ?? "") : numbered(rows));
