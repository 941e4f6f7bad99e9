/**
 * Days of leave taken (请假天数), asked of the log: one's own, or those of the people whose leaves one keeps the record of.
 *
 * Takes    the scene; the message names the year or the month, else it is this year. Returns a table by kind of leave.
 * Leaves   counting to requests/taken.ts, whose may be seen to staff.oversees. Nothing is held against a number: none is laid down.
 */
import { paragraphs, sourceBlock } from "../../answer/layout.ts";
import { takenTable } from "../../answer/leave-table.ts";
import { checkWords } from "../../answer/wording/checks.ts";
import { daysInMonth } from "../../lib/dates.ts";
import type { Source } from "../../policy/source.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import type { Person } from "../../requests/staff.ts";
import { type Period, type Taken, takenIn } from "../../requests/taken.ts";
import { type Done, type Scene, said } from "../move.ts";

const { taken: words } = checkWords;

/** 我今年请了几天假: by kind; of one kind where it is named. */
export async function ownLeaveTaken(scene: Scene): Promise<Done> {
  const { office, person, message } = scene;
  const { leaveType } = message.facts;
  const period = periodOf(scene);
  const all = takenOf(scene, person, await office.store.requests({ requester: person.id, types }), period);
  const rows = leaveType === undefined ? all : all.filter((row) => row.leaveType === leaveType);
  const days = sum(rows);
  const head = leaveType === undefined ? words.head(period, days) : words.ofKind(period, leaveType, days);
  const table = takenTable(rows.map((row) => [row]));
  const foot = days === 0 ? undefined : words.foot;
  if (!office.readers.acts.says("what-is-left", message.folded))
    return said(scene, { kind: "answer", text: paragraphs(head, table, foot), citations: [] });
  const citations = leftOpen(scene);
  const text = paragraphs(words.noLimit, head, table, foot, sourceBlock(citations));
  return said(scene, { kind: "abstain", text, citations });
}

/** 科里今年每个人请了几天假, 科员今年请了几天假: for the office and the leaders, and for the head of a section of its own people. */
export async function leaveTakenByOthers(scene: Scene, of: "overseen" | "one"): Promise<Done> {
  const { office, person, message } = scene;
  const { staff } = office;
  const isLeader = staff.decides(person.id) && staff.seesAway(person) === "unit";
  const scope = isLeader ? "unit" : staff.oversees(person);
  const named = of === "one" ? office.readers.colleague?.(message.folded) : undefined;
  const overseen =
    scope === "section" ? staff.section(person) : staff.people.filter(({ unit }) => unit === person.unit);
  const people = named === undefined ? overseen : overseen.filter(({ id }) => id === named.id);
  if (scope === "own" || people.length === 0)
    return said(scene, { kind: "refuse", text: words.notYours, citations: [] });
  const period = periodOf(scene);
  const papers = Map.groupBy(await office.store.requests({ unit: person.unit, types }), ({ requester }) => requester);
  const { leaveType } = message.facts;
  const rows = people.flatMap((one) =>
    takenOf(scene, one, papers.get(one.id) ?? [], period)
      .filter((row) => leaveType === undefined || row.leaveType === leaveType)
      .map((row) => [row, one.post] as const),
  );
  const days = sum(rows.map(([row]) => row));
  const text = paragraphs(words.headOf(period, days), takenTable(rows), days === 0 ? undefined : words.foot);
  return said(scene, { kind: "answer", text, citations: [] });
}

/** The clause that leaves the number of days to others, where the unit's documents have one. */
function leftOpen({ office, person, now }: Scene): readonly Source[] {
  const name = "leave.statutory";
  const isKept = office.figures.has(person.unit, name);
  return isKept ? office.library.standing([office.figures.on(person.unit, now.date).source(name)]) : [];
}

const types: readonly OfficeRequest["type"][] = ["leave", "leave-return"];

const takenOf = (
  { office }: Scene,
  { grade }: Person,
  papers: readonly OfficeRequest[],
  period: Period,
): readonly Taken[] => takenIn(papers, period, { calendar: office.readers.calendar, grade });

const sum = (rows: readonly Taken[]): number =>
  rows.reduce((days, { approved, pending }) => days + approved + pending, 0);

/** The month or the year that the message names, else this year. */
function periodOf({ message, now }: Scene): Period {
  const { month, year = now.date.slice(0, 4) } = message.facts;
  if (month === undefined) return { from: `${year}-01-01`, until: `${year}-12-31` };
  const [ofYear = 0, nth = 0] = month.split("-").map(Number);
  return { from: `${month}-01`, until: `${month}-${daysInMonth(ofYear, nth)}` };
}
