/**
 * A day as telling sees it (当天): who decides today and since when, who is away, what is due, what was followed.
 *
 * Takes    the office and the day. Returns ways to ask, each of which reads the store once for a unit or a person.
 * Leaves   who may stand in to requests/deputies.ts, what is told to reminders.ts and telling.ts.
 * It is opened for one look and thrown away: what is written meanwhile is seen by the next look.
 */
import { addDays, type IsoDate, momentOf } from "../../lib/dates.ts";
import type { Office } from "../../office.ts";
import { absenceOf, absentTypes, covers, handingOver } from "../../requests/absence.ts";
import type { Stead } from "../../requests/deputies.ts";
import { isSettled } from "../../requests/form.ts";
import { forms } from "../../requests/forms.ts";
import { usedUp } from "../../requests/hold.ts";
import { waitingFor } from "../../requests/life.ts";
import { wasApproved } from "../../requests/news.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import type { Person } from "../../requests/staff.ts";
import { type Due, duesFrom, stands } from "../../rules/deadlines.ts";
import { absencesIn, papersTouching, type Span } from "../deciding/absences.ts";
import { deputiesToday } from "../deciding/stand-ins.ts";
import { sumsOf } from "../filing/tallied.ts";

export interface Day {
  readonly office: Office;
  readonly today: IsoDate;
  /** Who decides the next step today instead of the one whom the chart names. */
  readonly standIn: (request: OfficeRequest) => Promise<Stead | undefined>;
  /** Who decides the next step today: the one whom the chart names, or who stands in. */
  readonly decider: (request: OfficeRequest) => Promise<string | undefined>;
  /** The day since which they decide it: since it was filed or the step before it decided, or since who is away changed. */
  readonly decidesSince: (request: OfficeRequest, decider: string) => Promise<IsoDate>;
  readonly isAway: (person: Pick<Person, "id" | "unit">) => Promise<boolean>;
  /** Has what must follow this paper been filed, and is it in force? */
  readonly isFollowed: (paper: OfficeRequest) => Promise<boolean>;
  /** The deadlines in force for them whose words stand, with what their own office still owes. */
  readonly dues: (person: Person) => Promise<readonly Due[]>;
}

/** One look at that day. */
export function openDay(office: Office, today: IsoDate): Day {
  const { store, figures } = office;
  const deputies = once((unit: string) => deputiesToday(office, unit, today));
  const absent = once((unit: string) => absencesIn(office, unit, { from: today, until: today }));
  const papers = once((requester: string) => store.requests({ requester }));
  const dues = once((_key: string, person: Person) => duesOf(office, person, today));
  const notDeciding = once((_key: string, unit: string, who: string, year: string) =>
    daysNotDeciding(office, unit, who, { from: `${year}-01-01`, until: today }),
  );
  const standIn: Day["standIn"] = async (request) =>
    waitingFor(request) === undefined ? undefined : (await deputies(request.unit)).standIn(request);
  return {
    office,
    today,
    standIn,
    decider: async (request) => (await standIn(request))?.by ?? waitingFor(request),
    async decidesSince(request, decider) {
      const opened = await openedOn(office, request);
      const spansOf = (who: string) =>
        notDeciding(`${request.unit} ${who} ${opened.slice(0, 4)}`, request.unit, who, opened.slice(0, 4));
      const named = waitingFor(request) ?? decider;
      const began = named === decider ? [] : (await spansOf(named)).filter((span) => covers(span, today));
      const over = (await spansOf(decider)).filter(({ until }) => until < today);
      const changes = [...began.map(({ from }) => from), ...over.map(({ until }) => addDays(until, 1))];
      return changes.reduce((latest, day) => (day > latest ? day : latest), opened);
    },
    isAway: async ({ id, unit }) => (await absent(unit)).some(({ who }) => who === id),
    async isFollowed({ id, type, requester }) {
      const by = forms.find((form) => form.type === type)?.followedBy?.type;
      return by === undefined || usedUp(by, await papers(requester))(id);
    },
    dues: async (person) =>
      figures.on(person.unit, today).deadlines.length === 0 ? [] : dues(`${person.unit} ${person.section}`, person),
  };
}

/** The same work for the same key is done once. */
function once<Asked extends readonly unknown[], Result>(
  work: (key: string, ...asked: Asked) => Promise<Result>,
): (key: string, ...asked: Asked) => Promise<Result> {
  const done = new Map<string, Promise<Result>>();
  return (key, ...asked) => {
    const result = done.get(key) ?? work(key, ...asked);
    done.set(key, result);
    return result;
  };
}

/** The day on which the step that waits was reached. Only what was filed again after a return needs a look into the log. */
async function openedOn({ store }: Office, { id, version, filedAt, approvals }: OfficeRequest): Promise<IsoDate> {
  const decided = approvals.flatMap(({ status, at }) => (status === "approved" && at !== undefined ? [at] : []));
  if (version === decided.length + 1) return momentOf(decided.at(-1) ?? filedAt).date;
  return momentOf((await store.log(id)).at(-1)?.event.at ?? filedAt).date;
}

/** The days on which somebody did not decide: away, or handed over; of what they took back meanwhile, those until then. */
async function daysNotDeciding(office: Office, unit: string, who: string, span: Span): Promise<readonly Span[]> {
  const { store } = office;
  const types = [...absentTypes, ...handingOver];
  const papers = await papersTouching(office, unit, span, types, who);
  const spans: Span[] = papers.flatMap((paper) => absenceOf(paper, papers) ?? []);
  for (const paper of await store.requests({ unit, requester: who, types, statuses: ["withdrawn"], touching: span })) {
    const stood = isSettled(paper.type) || wasApproved(paper);
    const planned = stood ? absenceOf({ ...paper, status: "approved" }, papers) : undefined;
    const ended = planned && (await store.log(paper.id)).at(-1)?.event.at;
    if (planned === undefined || ended === undefined) continue;
    const before = addDays(momentOf(ended).date, -1);
    const until = before < planned.until ? before : planned.until;
    if (planned.from <= until) spans.push({ from: planned.from, until });
  }
  return spans;
}

async function duesOf(office: Office, person: Person, today: IsoDate): Promise<readonly Due[]> {
  const figures = office.figures.on(person.unit, today);
  const owing = figures.deadlines.some(({ owes }) => owes !== undefined);
  const { tallied } = owing ? await sumsOf({ office, person, now: { date: today, time: "" } }, {}) : {};
  return duesFrom(figures, today, tallied).filter((due) => stands(due, figures));
}
