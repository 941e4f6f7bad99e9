/**
 * Who is not there (不在岗), asked of the log: on the days named, else today and the week ahead.
 *
 * Takes    the scene. Returns a table of posts and days: never by what paper, for an illness is private.
 * Leaves   what is an absence to requests/absence.ts, of whom one may know it to staff.seesAway.
 */
import { paragraphs } from "../../answer/layout.ts";
import { checkWords } from "../../answer/wording/checks.ts";
import { readTimes } from "../../lib/chinese-time/read-times.ts";
import { addDays, type IsoDate } from "../../lib/dates.ts";
import { inOrder } from "../../requests/cover.ts";
import type { Period } from "../../requests/taken.ts";
import { absencesIn } from "../deciding/absences.ts";
import { type Done, type Scene, said } from "../move.ts";

const { away: words } = checkWords;
const daysAhead = 6;

/** 这几天我们科谁不在: of the own section; of the whole unit for the office and the leaders. */
export async function whoIsAway(scene: Scene, ahead?: number): Promise<Done> {
  const { office, person } = scene;
  const scope = office.staff.seesAway(person);
  if (scope === "own") return said(scene, { kind: "refuse", text: words.notYours, citations: [] });
  const period = periodOf(scene, ahead);
  const seen = new Set((scope === "unit" ? office.staff.people : office.staff.section(person)).map(({ id }) => id));
  const absences = (await absencesIn(office, person.unit, period)).filter(({ who }) => seen.has(who));
  const rows = inOrder(absences).map((one) => ({ ...one, post: office.staff.person(one.who)?.post ?? one.who }));
  const where = scope === "unit" ? words.unit : (person.section ?? "");
  const people = new Set(rows.map(({ who }) => who)).size;
  const text =
    people === 0
      ? paragraphs(words.none(period, where), words.foot)
      : paragraphs(
          words.head(period, where, people),
          [words.columns, "| --- | --- |", ...rows.map(words.row)].join("\n"),
          words.foot,
        );
  return said(scene, { kind: "answer", text, citations: [] });
}

/** 科长在不在: whether one who is named by post is there, today or on the days told; who is of another section is not told of. */
export async function isThere(scene: Scene): Promise<Done> {
  const { office, person } = scene;
  const named = office.readers.colleague?.(scene.message.folded);
  if (named === undefined) {
    const { reply, ...done } = await whoIsAway(scene, 0);
    return { ...done, reply: { ...reply, text: paragraphs(words.whom, reply.text) } };
  }
  const scope = office.staff.seesAway(person);
  const isSeen = scope === "unit" || office.staff.section(person).some(({ id }) => id === named.id);
  if (!isSeen) return said(scene, { kind: "refuse", text: words.notYourSection, citations: [] });
  const period = periodOf(scene, 0);
  const gone = inOrder((await absencesIn(office, person.unit, period)).filter(({ who }) => who === named.id));
  const text = gone.length === 0 ? words.there(named.post, period) : words.gone(named.post, gone);
  return said(scene, { kind: "answer", text: paragraphs(text, words.foot), citations: [] });
}

/** The days that the message names, a week or a month as a whole too. */
function periodOf({ office, message, now }: Scene, ahead = daysAhead): Period {
  const days = readTimes(message.folded, now, office.readers.calendar).filter((reading) => reading.kind === "days");
  const bounds = days.flatMap(({ start, end }): readonly IsoDate[] => [start, end]).toSorted();
  const [first, last] = [bounds[0], bounds.at(-1)];
  if (first === undefined || last === undefined) return { from: now.date, until: addDays(now.date, ahead) };
  return { from: first, until: last };
}
