/**
 * The ruling lines (框线) that a PDF page draws: what makes a table a table to the eye.
 *
 * Takes    the page's drawing operations.
 * Returns  horizontal and vertical lines in the coordinates of the text; thin filled boxes count, as Word draws borders.
 * Leaves   which lines make a table to pdf-grid.ts.
 */
import { getResolvedPDFJS } from "unpdf";

/** A line of one direction: where it stands on the other axis, and from where to where it runs. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

export interface Drawing {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [x: number, y: number];

const STRAIGHT = 1;
const SHORTEST = 4;
/** More lines than this are a drawing, not a table. */
const MOST = 4000;
const PLAIN: Matrix = [1, 0, 0, 1, 0, 0];
const NUMBERS_OF_STEP = [2, 2, 6, 4, 0];

/** The ruling lines of a page. */
export async function rulesOf({ fnArray, argsArray }: Drawing): Promise<Rules> {
  const { OPS } = await getResolvedPDFJS();
  const [across, down]: [Rule[], Rule[]] = [[], []];
  const kept: Matrix[] = [];
  let matrix = PLAIN;
  fnArray.forEach((operation, at) => {
    const args = argsArray[at];
    if (operation === OPS.save) kept.push(matrix);
    else if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? PLAIN;
    else if (operation === OPS.transform) matrix = within(matrix, args);
    else if (operation === OPS.paintFormXObjectBegin) {
      kept.push(matrix);
      matrix = within(matrix, Array.isArray(args) ? args[0] : undefined);
    } else if (operation === OPS.constructPath && Array.isArray(args) && args[0] !== OPS.endPath) {
      for (const [one, other] of segmentsOf(args[1])) add(onPage(matrix, one), onPage(matrix, other));
    }
  });
  return across.length + down.length > MOST ? { across: [], down: [] } : { across, down };

  function add([x1, y1]: Point, [x2, y2]: Point): void {
    const [width, height] = [Math.abs(x1 - x2), Math.abs(y1 - y2)];
    if (height <= STRAIGHT && width >= SHORTEST)
      across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
    else if (width <= STRAIGHT && height >= SHORTEST)
      down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  }
}

/** The straight pieces of a path as PDF.js writes it: a number for the step, then its coordinates. */
function* segmentsOf(written: unknown): Generator<readonly [Point, Point]> {
  const path: unknown = Array.isArray(written) ? written[0] : undefined;
  if (!(path instanceof Float32Array)) return;
  let [start, current]: [Point, Point] = [
    [0, 0],
    [0, 0],
  ];
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? 0;
    const length = NUMBERS_OF_STEP[step];
    if (length === undefined) return;
    const next: Point = length === 0 ? start : [path[at + length - 1] ?? 0, path[at + length] ?? 0];
    if (step === 0) start = next;
    else if (step === 1 || step === 4) yield [current, next];
    current = next;
    at += length + 1;
  }
}

function within(outer: Matrix, inner: unknown): Matrix {
  const numbers = Array.isArray(inner) || inner instanceof Float32Array ? Array.from(inner, Number) : [];
  const [a, b, c, d, e, f] = numbers;
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined)
    return outer;
  const [A, B, C, D, E, F] = outer;
  return [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
}

function onPage([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}
