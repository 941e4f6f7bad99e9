/**
 * How the tests run: workers are used again from file to file, on a clock zone that is not the office's.
 *
 * Why      a worker of its own for every file costs more than most files take, and no test leaves anything behind in its
 *          process. In UTC a date that leans on the machine's zone comes out wrong for a third of every day.
 */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/**/*.test.ts"], testTimeout: 20_000, isolate: false, env: { TZ: "UTC" } },
});
