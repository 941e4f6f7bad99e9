/**
 * A roster that somebody drew up (值班表), held against the clause: one of each role on every day, and turns.
 *
 * Takes    the rows as read, and the days that must be covered where a holiday or a span was named.
 * Returns  whether it complies; else each day with whom it lacks, the days left out, who stands twice on one day.
 * Leaves   reading the rows to dialogue/. How often somebody may stand is not in the clause: that is a note, never a fault.
 */
import { addDays, daysInclusive, type IsoDate } from "../lib/dates.ts";
import type { Figures } from "../policy/figures.ts";
import { answer, breach, note, reading, warning } from "./finding.ts";
import { aDay, columns, type Role, roles } from "./roster-roles.ts";
import type { Finding, Outcome } from "./rule.ts";
import type { Facts, RosterRow } from "./slots.ts";

/** Checks a roster against the clause. */
export function checkRoster(
  read: readonly RosterRow[],
  { dutyDays: covers, holiday, holidayYear: year }: Facts,
  figures: Figures,
): Outcome {
  const inOrder = read.some(({ unsaid }) => unsaid.length > 0);
  const rows = read.map((row) => placed(row, figures)).toSorted((one, other) => (one.day < other.day ? -1 : 1));
  const days = [...new Set(rows.map(({ day }) => day))];
  const law = aDay.map((name) => figures.get(name).source);
  const faults = [
    ...leftOut(days, covers, figures),
    ...rows.filter(({ day }, at) => rows[at - 1]?.day !== day).flatMap((row) => lacking(row, figures)),
    ...twice(rows, figures),
  ];
  const values = { list: days.join(","), days: days.length, faults: faults.length };
  const opening =
    faults.length === 0 ? answer("duty.complies", values, ...law) : breach(answer("duty.faulty", values, ...law));
  return {
    kind: "worked",
    findings: [
      opening,
      ...faults,
      ...tooMany(rows, figures),
      ...unequal(rows, figures),
      ...gaps(days, covers, figures),
      ...unplaced(rows, figures),
      ...(covers === undefined && holiday !== undefined && year !== undefined
        ? [note("duty.days-unchecked", { holiday, year }, figures.source("duty.filed"))]
        : []),
      ...(inOrder ? [note("duty.in-order", {}, ...law)] : []),
      note("duty.filed", {}, figures.source("duty.filed")),
    ],
    lines: [],
    table: { columns, rows: rows.map((row) => [row.day, ...roles.map(({ slot }) => row[slot].join("、"))]) },
  };
}

/** 张三、李四、王五 without a word of what they are: whom the day still lacks, as the clause names the three. */
function placed(row: RosterRow, figures: Figures): RosterRow {
  const left = [...row.unsaid];
  const filled = roles.map(({ slot, figure }) => {
    const free = Math.max(0, figures.get(figure).value - row[slot].length);
    return [...row[slot], ...left.splice(0, free)];
  });
  const [leaders = [], heads = [], others = []] = filled;
  return { day: row.day, leaders, heads, others, unsaid: left };
}

const fault = (code: string, values: Finding["values"], ...sources: Finding["sources"]): Finding =>
  breach(warning(code, values, ...sources));

/** Days that were to be covered and have no row. */
function leftOut(days: readonly IsoDate[], covers: readonly IsoDate[] | undefined, figures: Figures) {
  const missing = (covers ?? []).filter((day) => !days.includes(day));
  const { source } = figures.get("duty.leaders.a-day");
  return missing.length === 0 ? [] : [fault("duty.day-left-out", { list: missing.join(",") }, source)];
}

/** Roles that nobody holds on a day. */
function lacking(row: RosterRow, figures: Figures): readonly Finding[] {
  const missing = roles.filter(({ slot, figure }) => row[slot].length < figures.get(figure).value);
  if (missing.length === 0) return [];
  const values = { day: row.day, roles: missing.map(({ label }) => label).join("、") };
  return [fault("duty.lacking", values, ...missing.map(({ figure }) => figures.get(figure).source))];
}

/** A day with two rows, and a person with two places on one day. */
function twice(rows: readonly RosterRow[], figures: Figures): readonly Finding[] {
  const { source } = figures.get("duty.leaders.a-day");
  return rows.flatMap((row, at) => {
    const names = roles.flatMap(({ slot }) => row[slot]);
    const doubled = [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
    return [
      ...(rows[at - 1]?.day === row.day ? [fault("duty.day-twice", { day: row.day }, source)] : []),
      ...doubled.map((name) => fault("duty.person-twice", { day: row.day, name }, source)),
    ];
  });
}

/** More of a role than the clause names breaks nothing that it says, and is shown. */
function tooMany(rows: readonly RosterRow[], figures: Figures): readonly Finding[] {
  return rows.flatMap((row) =>
    roles
      .filter(({ slot, figure }) => row[slot].length > figures.get(figure).value)
      .map(({ slot, label, figure }) => {
        const { value, source } = figures.get(figure);
        return note("duty.too-many", { day: row.day, role: label, names: row[slot].length, each: value }, source);
      }),
  );
}

/** Who stands more than one day above the least of the same role. */
function unequal(rows: readonly RosterRow[], figures: Figures): readonly Finding[] {
  const found = roles.flatMap(({ slot, label }) => {
    const counts = countsOf(rows, slot);
    const least = Math.min(...counts.values());
    return [...counts]
      .filter(([, count]) => count - least > 1)
      .map(([name, count]) => `${label}${name}:${count}:${least}`);
  });
  return found.length === 0 ? [] : [reading("note", "duty.unequal", figures, "duty.fair", { found: found.join(",") })];
}

function countsOf(rows: readonly RosterRow[], slot: Role): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of rows.flatMap((row) => row[slot])) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Days between two rows that have none, where nobody said which days are off. */
function gaps(days: readonly IsoDate[], covers: readonly IsoDate[] | undefined, figures: Figures): readonly Finding[] {
  const [first, last] = [days[0], days.at(-1)];
  if (covers !== undefined || first === undefined || last === undefined) return [];
  const span = Array.from({ length: daysInclusive(first, last) }, (_, at) => addDays(first, at));
  const between = span.filter((day) => !days.includes(day));
  if (between.length === 0 || span.length > longest) return [];
  return [note("duty.gap", { list: between.join(",") }, figures.get("duty.leaders.a-day").source)];
}

/** A roster over more days than a holiday has is one of weekends or single days, and has no gaps. */
const longest = 16;

/** Names that stand in a row without a role, beside others that have one. */
function unplaced(rows: readonly RosterRow[], figures: Figures): readonly Finding[] {
  const names = [...new Set(rows.flatMap(({ unsaid }) => unsaid))];
  if (names.length === 0) return [];
  return [warning("duty.unplaced", { names: names.join("、") }, figures.get("duty.leaders.a-day").source)];
}
