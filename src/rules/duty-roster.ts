/**
 * The duty roster of the days off (值班表): one leader, one head of a section and one of the staff for each day, in turns.
 *
 * Takes    the days, the people by role (or the office's directory), and who stood last or stands first; or a roster to check.
 * Returns  a row a day, with everybody's count: of one role nobody has more than one day above another, and nobody two days
 *          running where there are two. Or the slot it lacks: nobody is invented.
 * Leaves   reading names and days to dialogue/, an existing roster to roster-check.ts.
 */
import type { IsoDate } from "../lib/dates.ts";
import type { Figures } from "../policy/figures.ts";
import { answer, note, reading, warning } from "./finding.ts";
import { checkRoster } from "./roster-check.ts";
import { aDay, columns, inTwoRoles, type People, peopleOf, roles } from "./roster-roles.ts";
import type { Finding, Outcome, Rule } from "./rule.ts";
import type { Facts } from "./slots.ts";

export const dutyRoster: Rule = {
  id: "duty-roster",
  unit: "ziyang",
  slots: [
    "dutyDays",
    "holiday",
    "holidayYear",
    "holidayDays",
    "workdays",
    "leaders",
    "heads",
    "others",
    "unplaced",
    "lastOnDuty",
    "firstOnDuty",
    "roster",
    "checks",
    "directory",
  ],
  figures: [...aDay, "duty.hours", "duty.phone.hours"],

  compute(facts, figures) {
    const { dutyDays: days, holiday, holidayYear: year, roster, checks } = facts;
    if (roster !== undefined) return checkRoster(roster, facts, figures);
    if (checks) return { kind: "missing", slot: "roster" };
    if (days === undefined) {
      if (holiday === undefined || year === undefined) return { kind: "missing", slot: "dutyDays" };
      const unknown = answer("duty.days-unknown", { holiday, year }, figures.source("duty.filed"));
      return { kind: "contradiction", slot: "dutyDays", findings: [unknown] };
    }
    const people = peopleOf(facts);
    if (people.fromDirectory && facts.unplaced !== undefined) return { kind: "missing", slot: "leaders" };
    const lacking = roles.find(({ slot, figure }) => people.of[slot].length < figures.get(figure).value);
    if (lacking !== undefined) return { kind: "missing", slot: lacking.slot };
    const twice = inTwoRoles(people);
    if (twice !== undefined) {
      const finding = answer("duty.in-two-roles", { name: twice.name }, figures.get("duty.leaders.a-day").source);
      return { kind: "contradiction", slot: twice.slot, findings: [finding] };
    }
    return filled(days, people, facts, figures);
  },
};

/** The roster with all that must be said beside it. */
function filled(days: readonly IsoDate[], people: People, facts: Facts, figures: Figures): Outcome {
  const turns = roles.map(({ slot, figure }) =>
    turnsOf(people.of[slot], days.length, figures.get(figure).value, facts),
  );
  const { holiday = "", holidayDays: told = days.length, workdays = 0 } = facts;
  const values = { list: days.join(","), days: days.length, holiday };
  return {
    kind: "worked",
    findings: [
      answer("duty.roster", values, ...aDay.map((name) => figures.get(name).source)),
      ...alone(days, people, figures),
      ...(told === days.length ? [] : [warning("duty.days-told", { ...values, told }, figures.source("duty.filed"))]),
      note("duty.counts", countsOf(turns), figures.source("duty.turns")),
      ...strangers(people, facts, figures),
      ...(facts.unplaced === undefined
        ? []
        : [warning("duty.unplaced", { names: facts.unplaced.join("、") }, figures.source("duty.turns"))]),
      ...(people.fromDirectory ? [reading("note", "duty.directory", figures, "duty.directory")] : []),
      ...(people.leftOut.length === 0
        ? []
        : [note("duty.left-out", { posts: people.leftOut.join("、") }, figures.source("duty.turns"))]),
      ...(workdays > 0 ? [reading("note", "duty.workdays", figures, "duty.workdays", { workdays })] : []),
      ...duties(figures),
    ],
    lines: [],
    table: { columns, rows: days.map((day, at) => [day, ...turns.map((turn) => turn[at]?.join("、") ?? "")]) },
  };
}

/** Who stands on each of so many days: round and round, from whoever is next. */
function turnsOf(
  group: readonly string[],
  days: number,
  each: number,
  { firstOnDuty = [], lastOnDuty = [] }: Facts,
): readonly (readonly string[])[] {
  const first = group.findIndex((name) => isOneOf(name, firstOnDuty));
  const last = group.findLastIndex((name) => isOneOf(name, lastOnDuty));
  const from = first >= 0 ? first : last + 1;
  return Array.from({ length: days }, (_, day) =>
    Array.from({ length: each }, (__, seat) => group[(from + day * each + seat) % group.length] ?? ""),
  );
}

/** 李局 is 李局长. */
const isOneOf = (name: string, said: readonly string[]): boolean =>
  said.some((one) => name.startsWith(one) || one.startsWith(name));

/** How many days each stands, role by role. */
function countsOf(turns: readonly (readonly (readonly string[])[])[]): Finding["values"] {
  return Object.fromEntries(
    roles.map(({ slot }, at) => {
      const names = turns[at]?.flat() ?? [];
      const each = [...new Set(names)].map((name) => `${name}:${names.filter((one) => one === name).length}`);
      return [slot, each.join(",")];
    }),
  );
}

/** A role with no more people than a day needs: the same stand every day. */
function alone(days: readonly IsoDate[], { of }: People, figures: Figures): readonly Finding[] {
  const few = roles.filter(({ slot, figure }) => of[slot].length <= figures.get(figure).value);
  if (days.length < 2 || few.length === 0) return [];
  const values = {
    roles: few.map(({ slot, label }) => `${label}只有${of[slot].join("、")}`).join(","),
    days: days.length,
  };
  return [warning("duty.alone", values, figures.source("duty.turns"))];
}

/** Who was said to be last or first, and is nobody of the roster. */
function strangers({ of }: People, { firstOnDuty = [], lastOnDuty = [] }: Facts, figures: Figures): readonly Finding[] {
  const all = roles.flatMap(({ slot }) => of[slot]);
  const unknown = [...firstOnDuty, ...lastOnDuty].filter((said) => !all.some((name) => isOneOf(name, [said])));
  return unknown.length === 0
    ? []
    : [warning("duty.unknown-turn", { names: unknown.join("、") }, figures.source("duty.turns"))];
}

/** What whoever is on duty, and whoever draws up the roster, has to do. */
function duties(figures: Figures): readonly Finding[] {
  const hours = figures.get("duty.hours");
  const phone = figures.get("duty.phone.hours");
  return [
    note("duty.filed", {}, figures.source("duty.filed")),
    note("duty.round-the-clock", { hours: hours.value }, hours.source),
    note("duty.at-the-office", {}, figures.source("duty.at-the-office")),
    note("duty.phone", { hours: phone.value }, phone.source),
  ];
}
