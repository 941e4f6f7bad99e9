/**
 * A process that files is killed (kill -9) again and again: nothing that it acknowledged is lost, nothing is there twice.
 * The bench kills it a hundred times: `npm run -s bench -- faults`.
 */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Count, killAtMoments } from "./killed.ts";
import { schemaOnServer, serverUrl } from "./postgres-servers.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const moments = 4;

function expectSound(count: Count): void {
  expect(count).toMatchObject({ lost: [], doubled: [], whole: moments });
  expect(count.found).toBeGreaterThanOrEqual(count.acknowledged);
}

describe("a process that files, at whatever moment it is killed", () => {
  it("loses no acknowledged event and does nothing twice", async () => {
    expectSound(await killAtMoments(`sqlite:${join(temporaryFolder(), "log.sqlite")}`, moments));
  }, 60_000);

  it.skipIf(serverUrl === undefined)(
    "loses none and does none twice on a server either",
    async () => {
      const { url, raw } = await schemaOnServer();
      // The server may still be at the last commit of a process that is gone.
      const settled = () => raw.query("begin; lock table events in exclusive mode; commit");
      expectSound(await killAtMoments(url, moments, settled));
    },
    60_000,
  );
});
