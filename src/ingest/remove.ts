/**
 * Documents out (文件移出): what rests on a document is told first, then it leaves; its text stays for old citations.
 *
 * Takes    ids, the folder, the day, and a place for lines of report. Returns the exit code: 2 where an id was refused.
 * Leaves   figures, routes, papers and past questions that quote it as they are: they wait for somebody to confirm them.
 */
import type { IngestOptions } from "./ingest.ts";
import { sweep, takeOut } from "./keep.ts";
import type { Removal } from "./outcome.ts";
import { refused } from "./refusal.ts";
import { removalReport } from "./report.ts";
import { openShelf, type Shelf } from "./shelf.ts";

export type RemoveOptions = Pick<IngestOptions, "documentsDir" | "dryRun" | "today" | "write" | "moved">;

/** Removes documents. */
export async function remove(ids: readonly string[], options: RemoveOptions): Promise<number> {
  const { documentsDir, dryRun = false, write } = options;
  if (!dryRun) await sweep(documentsDir);
  const shelf = openShelf(documentsDir);
  let allDone = true;
  for (const id of new Set(ids)) {
    const outcome = await bringOut(id, shelf, options);
    for (const line of removalReport(outcome, dryRun)) write(line);
    allDone &&= outcome.kind === "removed";
  }
  return allDone ? 0 : 2;
}

async function bringOut(id: string, shelf: Shelf, options: RemoveOptions): Promise<Removal> {
  const former = shelf.documents.get(id);
  if (former === undefined) return refused("unknown-id", { id, known: [...shelf.documents.keys()].join("、") });
  // An office without a single document cannot start.
  if (shelf.documents.size === 1) return refused("last-document", { id, title: former.title });
  const leaving = { former, mark: { on: options.today, by: null } };
  const moved = options.moved?.(shelf.without(leaving)).filter(({ doc }) => doc === id) ?? [];
  const superseded = options.dryRun === true ? undefined : await takeOut(options.documentsDir, leaving);
  shelf.takeOut(leaving);
  return { kind: "removed", document: former, superseded, moved };
}
