/**
 * How many of the written conversations come out as they must, by area.
 *
 * Takes    nothing. Returns a share a row; which ones fell short, and how, is what `npm test` tells.
 */
import { play } from "../test/talks/player.ts";
import { talks as cases, openDesks } from "./desk.ts";
import { type Row, rounded } from "./row.ts";

export async function talks(): Promise<Row[]> {
  const withDesk = await openDesks();
  const rows: Row[] = [];
  for (const [area, all] of Object.entries(cases)) {
    let right = 0;
    for (const talk of all) {
      const shortfalls = await withDesk(":memory:", (handle) => play(talk, handle));
      if (shortfalls.length === 0) right += 1;
    }
    rows.push({ measure: `${area}, right`, value: rounded((100 * right) / all.length, 1), unit: `% of ${all.length}` });
  }
  return rows;
}
