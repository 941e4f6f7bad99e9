/**
 * The disk fills up while the program files: it says so, goes on when there is space, and nothing acknowledged is lost.
 * The bench fills it a hundred times: `npm run -s bench -- faults`.
 */
import { expect, it } from "vitest";
import { fillAtMoments } from "./full-disk.ts";

const moments = 3;

it("says that the disk is full, loses nothing that it acknowledged, and goes on when there is space", async ({
  skip,
}) => {
  const count = await fillAtMoments(moments);
  if (count === undefined) return skip("no small disk can be mounted here");
  expect(count).toMatchObject({ lost: [], doubled: [], whole: moments });
  expect(count.saidFull).toBeGreaterThanOrEqual(moments);
  expect(count.found).toBeGreaterThanOrEqual(count.acknowledged);
}, 60_000);
