/**
 * Ruling lines and the words between them → the tables of a PDF page, with merged cells and cells of several lines.
 *
 * Takes    the rules of a page, and its pieces of text.
 * Returns  tables with the place where they stand, and the text that is in none of them.
 * Leaves   columns without lines to pdf-table.ts, head and rows to table-cells.ts.
 */
import { glue, LINE_END, linesOf, type PlacedWords } from "./pdf-lines.ts";
import type { Rule, Rules } from "./pdf-rules.ts";
import type { Cell } from "./table-cells.ts";

export interface RuledTable {
  /** The upper edge. */
  readonly y: number;
  readonly columns: number;
  readonly lines: readonly (readonly Cell[])[];
}

/** Lines nearer than this are one: the two edges of a border, or borders that meet. */
const NEAR = 3;

/** Parts a page into its tables and the rest. */
export function ruledTables(
  { across, down }: Rules,
  items: readonly PlacedWords[],
): { readonly tables: readonly RuledTable[]; readonly rest: readonly PlacedWords[] } {
  let rest = items;
  const tables: RuledTable[] = [];
  for (const grid of gridsOf(joined(across), joined(down))) {
    const inside = rest.filter((item) => cellAt(grid, item) !== undefined);
    if (inside.length === 0) continue;
    rest = rest.filter((item) => !inside.includes(item));
    tables.push({ y: grid.ys[0] ?? 0, columns: grid.xs.length - 1, lines: cellsOf(grid, inside) });
  }
  return { tables, rest };
}

interface Grid {
  /** From left to right, from top to bottom. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

/** Lines on one height that touch are one line. */
function joined(rules: readonly Rule[]): readonly Rule[] {
  const levels = clustered(rules.map(({ at }) => at));
  return [...Map.groupBy(rules, ({ at }) => nearest(levels, at))].flatMap(([at, level]) => {
    const whole: { at: number; from: number; to: number }[] = [];
    for (const { from, to } of level.toSorted((one, other) => one.from - other.from)) {
      const last = whole.at(-1);
      if (last !== undefined && from <= last.to + NEAR) last.to = Math.max(last.to, to);
      else whole.push({ at, from, to });
    }
    return whole;
  });
}

function clustered(values: readonly number[]): readonly number[] {
  const levels: number[] = [];
  for (const value of values.toSorted((one, other) => one - other))
    if (value - (levels.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) levels.push(value);
  return levels;
}

const nearest = (levels: readonly number[], value: number): number =>
  levels.findLast((level) => level <= value) ?? value;

/** Lines that cross or meet belong to one table; two columns make one, a frame alone does not. */
function gridsOf(across: readonly Rule[], down: readonly Rule[]): readonly Grid[] {
  const groups: { across: Rule[]; down: Rule[] }[] = [];
  for (const upright of down) {
    const met = across.filter((level) => meet(level, upright));
    const own = groups.filter((group) => group.across.some((level) => met.includes(level)));
    const merged = {
      across: [...new Set([...own.flatMap((group) => group.across), ...met])],
      down: [...own.flatMap((group) => group.down), upright],
    };
    groups.splice(0, groups.length, ...groups.filter((group) => !own.includes(group)), merged);
  }
  return groups
    .map((group) => ({
      ...group,
      xs: clustered(group.down.map(({ at }) => at)),
      ys: clustered(group.across.map(({ at }) => at)).toReversed(),
    }))
    .filter(({ xs, ys }) => xs.length > 2 && ys.length > 1);
}

function meet(level: Rule, upright: Rule): boolean {
  return (
    upright.at >= level.from - NEAR &&
    upright.at <= level.to + NEAR &&
    level.at >= upright.from - NEAR &&
    level.at <= upright.to + NEAR
  );
}

/** The row and column of the grid in which the middle of a word stands. */
function cellAt({ xs, ys }: Grid, item: PlacedWords): readonly [row: number, column: number] | undefined {
  const [x, y] = [item.x + item.width / 2, item.y + item.fontSize * 0.3];
  const column = xs.findLastIndex((edge) => edge <= x);
  const row = ys.findLastIndex((edge) => edge >= y);
  return column < 0 || row < 0 || column >= xs.length - 1 || row >= ys.length - 1 ? undefined : [row, column];
}

/** Cells from edge to edge: where no line parts two fields of the grid, they are one. */
function cellsOf(grid: Grid, items: readonly PlacedWords[]): readonly (readonly Cell[])[] {
  const { xs, ys, across, down } = grid;
  const middle = (edges: readonly number[], at: number) => ((edges[at] ?? 0) + (edges[at + 1] ?? 0)) / 2;
  const parts = (rules: readonly Rule[], at: number | undefined, place: number) =>
    rules.some((rule) => at !== undefined && Math.abs(rule.at - at) <= NEAR && rule.from <= place && place <= rule.to);
  const taken = ys.map(() => new Set<number>());
  return ys.slice(0, -1).map((_, row) => {
    const cells: Cell[] = [];
    for (let column = 0; column < xs.length - 1; column += 1) {
      if (taken[row]?.has(column)) continue;
      let [right, below] = [column + 1, row + 1];
      while (right < xs.length - 1 && !parts(down, xs[right], middle(ys, row))) right += 1;
      while (below < ys.length - 1 && !parts(across, ys[below], middle(xs, column))) below += 1;
      for (let at = row; at < below; at += 1)
        for (let beside = column; beside < right; beside += 1) taken[at]?.add(beside);
      const own = items.filter((item) => {
        const [inRow = -1, inColumn = -1] = cellAt(grid, item) ?? [];
        return inRow >= row && inRow < below && inColumn >= column && inColumn < right;
      });
      const text = linesOf(own).reduce((words, line) => glue(words, line.text, LINE_END), "");
      cells.push({ text, columns: right - column, rows: below - row, heading: false });
    }
    return cells;
  });
}
