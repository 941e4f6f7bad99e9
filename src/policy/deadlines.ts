/**
 * Deadlines (限期): what a document orders to be done every week, month, quarter or year.
 *
 * Takes    the rows of `deadlines` in a file of data/figures/<unit>. A month, a day and a number owed are names of figures.
 * Returns  their shape; figures.ts holds each quote against its clause and each name against the unit's figures.
 * Leaves   which of them comes next to rules/deadlines.ts.
 *
 * Where the document writes no day, the row has none: nothing here makes up the end of a month.
 */
import { z } from "zod";
import { cited, type Source } from "./source.ts";

export const cycles = ["week", "month", "two-months", "quarter", "year"] as const;
export type Cycle = (typeof cycles)[number];

const dayOfMonth = z.number().int().min(1).max(31);

export const deadlineRow = z.strictObject({
  from: z.iso.date(),
  until: z.iso.date().optional(),
  every: z.enum(cycles),
  /** Figures of the month and of the day before which it is due, where they are written. */
  month: z.string().optional(),
  day: z.string().optional(),
  /** The days that a reading makes of a loose word (中旬), both included. */
  between: z.tuple([dayOfMonth, dayOfMonth]).optional(),
  /** A loose word of the document that stands for no day: 月初. */
  loosely: z.string().optional(),
  /** The figure of how many are owed in each cycle, where the log can tell how many there are. */
  owes: z.string().optional(),
  who: z.string().min(2),
  what: z.string().min(2),
  readings: z.array(z.string()).default([]),
  source: cited,
});
export type DeadlineRow = z.output<typeof deadlineRow>;

export type Deadline = Omit<DeadlineRow, "from" | "until" | "source"> & {
  readonly name: string;
  readonly source: Source;
};

/** Names of the figures that a row rests on. */
export const namedBy = ({ month, day, owes }: Pick<DeadlineRow, "month" | "day" | "owes">): readonly string[] =>
  [month, day, owes].filter((name) => name !== undefined);
