/**
 * What is done every day, month or quarter, added up over a period (一年几次): a rate of the document, times the periods asked about.
 *
 * Takes    the rates of a provision's entry, and the period: days or months that were said, or a whole year by its words.
 * Returns  a line a rate, and their sum where there are several; nothing where no sum is asked for or the period is no whole multiple.
 * Why      the documents say 每季度一次; who plans a year asks how often that is.
 */
import type { Figures } from "../policy/figures.ts";
import type { Line } from "./rule.ts";
import type { Facts } from "./slots.ts";

export const spans = ["day", "week", "month", "two-months", "quarter", "year"] as const;
export type Span = (typeof spans)[number];

export interface Rate {
  readonly label: string;
  readonly figure: string;
  readonly per: Span;
  readonly unit: string;
  /** Another figure of each time: thirty minutes of every lesson. */
  readonly each?: string | undefined;
}

const monthsOf: Readonly<Partial<Record<Span, number>>> = { month: 1, "two-months": 2, quarter: 3, year: 12 };
const daysOf: Readonly<Partial<Record<Span, number>>> = { day: 1, week: 7 };
const MONTHS_A_YEAR = 12;

const wholeYear = /全年|[一整每]年|年度|一年下来|今年|本年/;
const sumAsked =
  /一共|总共|合计|共[要计有]|加起来|下来|[几多少](?:次|回|遍|人次|分钟|小时|人|场|份)|好多(?:次|回|人次)|几(?:个)?(?:次|回)/;

/** The lines that answer a question for the sum over a period. */
export function overTime(rates: readonly Rate[], facts: Facts, figures: Figures): readonly Line[] {
  const matter = facts.matter ?? "";
  if (!sumAsked.test(matter)) return [];
  const lines = rates.flatMap((rate): readonly Line[] => {
    const periods = periodsOf(rate.per, facts, matter);
    return periods === undefined ? [] : [lineOf(rate, periods, figures)];
  });
  const [first] = lines;
  const alike = lines.every(({ unit }) => unit === first?.unit);
  if (first === undefined || lines.length < 2 || !alike) return lines;
  const count = lines.reduce((sum, line) => sum + (line.count ?? 0), 0);
  return [...lines, { ...first, label: "合计", count, formula: lines.map((line) => line.count).join(" + ") }];
}

function lineOf({ label, figure, unit, each }: Rate, periods: number, figures: Figures): Line {
  const { value, source } = figures.get(figure);
  const times = each === undefined ? undefined : figures.get(each);
  const formula = [value, periods, ...(times === undefined ? [] : [times.value])].join(" × ");
  return { label, count: value * periods * (times?.value ?? 1), unit, formula, source: times?.source ?? source };
}

/** How many times the rate's span goes into the period that was asked about; undefined where it does not, or none was said. */
function periodsOf(per: Span, { days, months }: Facts, matter: string): number | undefined {
  const inDays = daysOf[per];
  const inMonths = monthsOf[per];
  const saidMonths = months ?? (wholeYear.test(matter) ? MONTHS_A_YEAR : undefined);
  const periods =
    inDays !== undefined && days !== undefined
      ? days / inDays
      : inMonths !== undefined && saidMonths !== undefined
        ? saidMonths / inMonths
        : undefined;
  return periods !== undefined && Number.isInteger(periods) && periods > 0 ? periods : undefined;
}
