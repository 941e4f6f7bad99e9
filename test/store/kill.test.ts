/**
 * A process that files is killed (kill -9) again and again: nothing that it acknowledged is lost, nothing is there twice.
 * The bench kills it a hundred times: `npm run -s bench -- faults`.
 */
import { join } from "node:path";
import { expect, it } from "vitest";
import { killAtMoments } from "./killed.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const moments = 4;

it("loses no acknowledged event and does nothing twice, at whatever moment it is killed", async () => {
  const count = await killAtMoments(join(temporaryFolder(), "log.sqlite"), moments);
  expect(count).toMatchObject({ lost: [], doubled: [], whole: moments });
  expect(count.found).toBeGreaterThanOrEqual(count.acknowledged);
}, 60_000);
