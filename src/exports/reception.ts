/**
 * The yearly statement of receptions for the public (接待信息公开): batches, people and sums by category.
 *
 * Takes    the receptions, their lists and their claims of each unit, and the year. Returns columns, rows and notes.
 * Leaves   the clauses it rests on to exporter.ts. What the log does not hold is said to be missing, never made up; of
 *          guests there is a category and a count, and nothing by which anybody is known.
 */
import { exportWords } from "../answer/wording/exports.ts";
import { momentOf } from "../lib/dates.ts";
import { basisOf } from "../requests/hold.ts";
import type { OfficeRequest } from "../requests/request.ts";
import { fenOf } from "../rules/rule.ts";
import type { Cell, Column, Sheet } from "./sheet.ts";

const { reception: words, notInLog } = exportWords;
const { columns: titles } = words;

/** The claim that is for a reception, as the form names it. */
const receptionClaim = "接待费";
const categories = ["公务", "商务", undefined] as const;

const columns: readonly Column[] = [
  { title: titles.unit, kind: "text", width: 22 },
  { title: titles.year, kind: "number", width: 8 },
  { title: titles.category, kind: "text", width: 14 },
  { title: titles.plans, kind: "number", width: 10 },
  { title: titles.plannedGuests, kind: "number", width: 10 },
  { title: titles.planned, kind: "money", width: 14 },
  { title: titles.lists, kind: "number", width: 10 },
  { title: titles.guests, kind: "number", width: 10 },
  { title: titles.hosts, kind: "number", width: 10 },
  { title: titles.spent, kind: "money", width: 14 },
  { title: titles.claimed, kind: "money", width: 14 },
  { title: titles.venue, kind: "text", width: 14 },
  { title: titles.budget, kind: "text", width: 14 },
  { title: titles.accounts, kind: "text", width: 14 },
];

/** The papers of one year, each with the category it belongs to. */
interface Year {
  readonly plans: readonly Paper[];
  readonly lists: readonly Paper[];
  readonly claims: readonly Paper[];
}

interface Paper {
  readonly fields: OfficeRequest["fields"];
  readonly category: string | undefined;
}

export interface UnitsPapers {
  readonly unit: string;
  /** Plans, lists and claims of any year and state. */
  readonly papers: readonly OfficeRequest[];
}

export function statement(units: readonly UnitsPapers[], year: string): Pick<Sheet, "columns" | "rows" | "notes"> {
  const inYear = units.map(({ unit, papers }) => ({ unit, papers: papers.filter(within(year, papers)) }));
  const years = inYear.map(({ unit, papers }, at) => ({ unit, year: yearOf(papers, units[at]?.papers ?? []) }));
  const all = {
    plans: years.flatMap((one) => one.year.plans),
    lists: years.flatMap((one) => one.year.lists),
    claims: years.flatMap((one) => one.year.claims),
  };
  const open = inYear.flatMap(({ papers }) => papers.filter(({ status }) => status === "submitted")).length;
  return {
    columns,
    rows: years.flatMap((one) => rowsOf(one.unit, one.year, Number(year))),
    notes: [words.counted, ...partly(all), ...(open === 0 ? [] : [words.open(open)]), words.gaps],
  };
}

/** The first paper that a claim or a list stands on, and its own where there is none. */
function rootOf(paper: OfficeRequest, papers: readonly OfficeRequest[]): OfficeRequest {
  const seen = new Set<string>();
  let root = paper;
  for (let next = basisOf(root); next !== undefined && !seen.has(next); next = basisOf(root)) {
    seen.add(next);
    root = papers.find(({ id }) => id === next) ?? root;
  }
  return root;
}

/** A reception belongs to the year of its day; a claim to the year of what it is for. */
const within = (year: string, papers: readonly OfficeRequest[]) => (paper: OfficeRequest) => {
  if (paper.type === "reimbursement" && paper.fields.claim !== receptionClaim) return false;
  const of = paper.type === "reimbursement" ? rootOf(paper, papers) : paper;
  return String(of.fields.start ?? momentOf(paper.filedAt).date).startsWith(year);
};

function yearOf(papers: readonly OfficeRequest[], all: readonly OfficeRequest[]): Year {
  const approved = (type: OfficeRequest["type"]): readonly Paper[] =>
    papers
      .filter((paper) => paper.type === type && paper.status === "approved")
      .map((paper) => {
        const category = paper.fields.category ?? rootOf(paper, all).fields.category;
        return { fields: paper.fields, category: category === undefined ? undefined : String(category) };
      });
  return { plans: approved("reception"), lists: approved("reception-list"), claims: approved("reimbursement") };
}

/** A row a category, those of unknown category only where there are some, and the sum. */
function rowsOf(unit: string, year: Year, number: number): readonly (readonly Cell[])[] {
  const ofCategory = (category: string | undefined): Year => {
    const only = (papers: readonly Paper[]) => papers.filter((paper) => paper.category === category);
    return { plans: only(year.plans), lists: only(year.lists), claims: only(year.claims) };
  };
  const isEmpty = ({ plans, lists, claims }: Year) => plans.length + lists.length + claims.length === 0;
  const shown = categories.filter((category) => category !== undefined || !isEmpty(ofCategory(category)));
  return [
    ...shown.map((category) => [unit, number, words.category(category), ...cellsOf(ofCategory(category))]),
    [unit, number, words.total, ...cellsOf(year)],
  ];
}

const cellsOf = ({ plans, lists, claims }: Year): readonly Cell[] => [
  plans.length,
  sumOf(plans, "guests"),
  sumOf(plans, "amount"),
  lists.length,
  sumOf(lists, "guests"),
  sumOf(lists, "hosts"),
  sumOf(lists, "amount"),
  sumOf(claims, "amount"),
  notInLog,
  notInLog,
  notInLog,
];

type Counted = "guests" | "hosts" | "amount";

const known = (papers: readonly Paper[], slot: Counted): readonly number[] =>
  papers.flatMap(({ fields }) => (typeof fields[slot] === "number" ? [fields[slot]] : []));

/** The sum of what was filed, in whole fen; where nothing of it was, the words for that. */
function sumOf(papers: readonly Paper[], slot: Counted): Cell {
  const values = known(papers, slot);
  if (values.length === 0 && papers.length > 0) return notInLog;
  return values.reduce((sum, value) => sum + fenOf(value), 0) / 100;
}

/** A sum over some of the batches says so. */
function partly({ plans, lists, claims }: Year): readonly string[] {
  const sums = [
    [titles.plannedGuests, plans, "guests"],
    [titles.planned, plans, "amount"],
    [titles.guests, lists, "guests"],
    [titles.hosts, lists, "hosts"],
    [titles.spent, lists, "amount"],
    [titles.claimed, claims, "amount"],
  ] as const;
  return sums.flatMap(([title, papers, slot]) => {
    const count = known(papers, slot).length;
    return count > 0 && count < papers.length ? [words.partly(title, count, papers.length)] : [];
  });
}
