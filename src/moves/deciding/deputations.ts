/**
 * Who decides in whose stead, asked of the log: one's own deputations, those one was named in, and today's approver.
 *
 * Takes    the scene. Returns statuses; what is past is not listed.
 * Leaves   who may stand in to requests/deputies.ts, ending a deputation to own/mine.ts: 撤回第一条 counts on the list.
 */
import { bullets, paragraphs } from "../../answer/layout.ts";
import { spellDays } from "../../answer/wording/checks.ts";
import { deputyWords as words } from "../../answer/wording/deputies.ts";
import { spellDay } from "../../answer/wording/replies.ts";
import { readTimes } from "../../lib/chinese-time/read-times.ts";
import { type IsoDate, weekday } from "../../lib/dates.ts";
import { handingOver } from "../../requests/absence.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import { type Done, type Scene, said } from "../move.ts";
import { absencesIn } from "./absences.ts";
import { deputiesToday, standInFor } from "./stand-ins.ts";

/** 谁在代我: in force and to come, the earliest first. */
export async function ownDeputations(scene: Scene): Promise<Done> {
  const { office, person, now, state } = scene;
  const papers = await deputations(scene, { requester: person.id });
  if (papers.length === 0) return said(scene, { kind: "status", text: words.none, citations: [] });
  const rows = papers.map((paper, at) => {
    const { days, isNow } = daysOf(paper, now.date);
    return `${at + 1}. ${words.row(days, office.staff.called(String(paper.fields.deputy)), isNow)}(${paper.id})`;
  });
  const text = paragraphs(words.mine, rows.join("\n"), words.mineTail);
  const listed = papers.map(({ id }) => id);
  return said(scene, { kind: "status", text, citations: [], requests: papers }, { ...state, listed });
}

/** 我在代谁: named by them, or because they are away today. */
export async function heldDeputations(scene: Scene): Promise<Done> {
  const { office, person, now } = scene;
  const papers = await deputations(scene, { unit: person.unit });
  const named = papers.filter(({ fields }) => fields.deputy === person.id);
  const namers = new Set(named.map(({ requester }) => requester));
  const others = (await deputiesToday(office, person.unit, now.date)).mayReplace(person.id);
  const rows = [
    ...named.map((paper) => {
      const { days, isNow } = daysOf(paper, now.date);
      return words.heldRow(days, office.staff.called(paper.requester), isNow);
    }),
    ...others.filter((one) => !namers.has(one)).map((one) => words.heldAway(office.staff.called(one))),
  ];
  const text = rows.length === 0 ? words.heldNone : bullets(words.held, rows);
  return said(scene, { kind: "status", text, citations: [] });
}

/** 科长不在谁批我的假: who decides that day what is the named one's to decide. */
export async function whoDecidesMine(scene: Scene): Promise<Done> {
  const { office, person, message, now, turn } = scene;
  const approver = office.readers.colleague?.(message.folded);
  if (approver === undefined) return said(scene, { kind: "question", text: words.whom, citations: [] });
  const [day] = readTimes(message.folded, now, office.readers.calendar).filter(({ kind }) => kind === "days");
  const date = day?.kind === "days" ? day.start : now.date;
  // What the sender would ask of the approver, were it filed.
  const asked: OfficeRequest = {
    id: "",
    type: "leave",
    unit: person.unit,
    requester: person.id,
    status: "submitted",
    fields: {},
    approvals: [{ role: approver.post, approver: approver.id, status: "pending" }],
    filedAt: turn.now,
    version: 0,
  };
  const standIn = await standInFor(office, asked, date);
  const absences = await absencesIn(office, person.unit, { from: date, until: date });
  const isAway = absences.some(({ who }) => who === approver.id);
  const spelt = spellDay(date, weekday(date));
  const by = standIn && office.staff.called(standIn.by);
  const text =
    by !== undefined
      ? words.decidedBy(approver.post, by, spelt, isAway)
      : isAway
        ? words.nobody(approver.post, spelt)
        : words.isThere(approver.post, spelt);
  return said(scene, { kind: "status", text: paragraphs(text, words.notWritten), citations: [] });
}

/** 下周科长不在,我代他批: only who decides may name somebody. */
export function notYoursToTake(scene: Scene): Done {
  const of = scene.office.readers.colleague?.(scene.message.folded)?.post ?? words.himself;
  return said(scene, { kind: "refuse", text: paragraphs(words.notYoursToTake(of), words.notWritten), citations: [] });
}

/** Deputations that stand and are not past. */
async function deputations(
  { office, now }: Scene,
  of: { readonly requester: string } | { readonly unit: string },
): Promise<readonly OfficeRequest[]> {
  const papers = await office.store.requests({ ...of, types: handingOver, statuses: ["approved"] });
  return papers
    .filter(({ fields }) => String(fields.end) >= now.date)
    .toSorted((one, other) => (String(one.fields.start) < String(other.fields.start) ? -1 : 1));
}

function daysOf({ fields }: OfficeRequest, today: IsoDate): { readonly days: string; readonly isNow: boolean } {
  const [start, end] = [String(fields.start), String(fields.end)];
  return { days: spellDays(start, end), isNow: start <= today && today <= end };
}
