/**
 * The folder of an index: the segments in it, and what must be in it now.
 *
 * Takes    the folder, which may be missing, damaged, full, read-only, or another process's too.
 * Returns  what could be read. Whatever could not is a trouble in words: a derived folder stops nobody from answering.
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { nameOf, readSegment, type Stored, writeSegment } from "./segment-file.ts";

/** Every segment of the folder that is whole; the others are named in `troubles`. */
export function storedIn(folder: string, troubles: string[]): readonly Stored[] {
  return namesIn(folder, troubles)
    .filter((name) => name.endsWith(".segment"))
    .flatMap((name) => {
      const read = attempt(`${name} was not read`, troubles, () => readSegment(folder, name));
      if (read?.kind === "read") return [read.stored];
      if (read === undefined) return [];
      troubles.push(`${name} was not taken: ${read.reason}`);
      // Its name says what should be in it: what is made again must not take it for that.
      attempt(`${name} was not removed`, troubles, () => rmSync(join(folder, name), { force: true }));
      return [];
    });
}

/** Writes the segments that are not there yet and removes all others: the folder may be deleted, but it must not grow. */
export function keepOnly(folder: string, segments: readonly Stored[], troubles: string[]): void {
  const there = new Set(namesIn(folder, troubles));
  const wanted = new Map(segments.map((stored) => [nameOf(stored.documents), stored]));
  for (const [name, stored] of wanted) {
    if (!there.has(name)) attempt(`${name} was not written`, troubles, () => writeSegment(folder, stored));
  }
  const useless = [...there].filter((name) => (name.endsWith(".segment") ? !wanted.has(name) : abandoned(name)));
  for (const name of useless) {
    attempt(`${name} was not removed`, troubles, () => rmSync(join(folder, name), { force: true }));
  }
}

function namesIn(folder: string, troubles: string[]): readonly string[] {
  return attempt(`${folder} was not read`, troubles, () => readdirSync(folder)) ?? [];
}

/** A temporary file whose process was killed. */
function abandoned(name: string): boolean {
  const pid = /^\..+\.segment\.(\d+)\.[\w-]+\.tmp$/u.exec(name)?.[1];
  if (pid === undefined) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return codeOf(error) === "ESRCH";
  }
}

/** What the disk gives; nothing where there is nothing, or another process was faster. */
function attempt<T>(failure: string, troubles: string[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    if (codeOf(error) !== "ENOENT") troubles.push(`${failure}: ${(error as Error).message}`);
    return undefined;
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined);
