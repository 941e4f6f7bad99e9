/**
 * The folder of documents: what is there, and a new file in it, whole or not at all.
 *
 * Takes    the folder. Writes a temporary file beside the target, brings it to the disk and renames it.
 * Why      a process may be killed at any line: a reader of the folder finds the former version or the new one. The former
 *          version goes to superseded/ first, which policy/library.ts does not read, so that old citations stay readable.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { UpstreamError } from "../errors.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { openLibrary } from "../policy/library.ts";
import { fingerprint } from "./identity.ts";

const SUPERSEDED = "superseded";

/** The documents of a folder, which may not be there yet. */
export function documentsIn(directory: string): PolicyDocument[] {
  const any = existsSync(directory) && readdirSync(directory).some((name) => name.endsWith(".md"));
  return any ? [...openLibrary(directory).documents] : [];
}

/** Where a document's file stands. */
export function pathOf(directory: string, id: string): string {
  return join(directory, `${id}.md`);
}

/** Writes a document; a former version of it is kept. Returns where that went. */
export async function keep(
  directory: string,
  id: string,
  text: string,
  former?: PolicyDocument,
): Promise<string | undefined> {
  try {
    const kept = former === undefined ? undefined : await supersede(directory, former);
    await writeWhole(directory, `${id}.md`, text);
    return kept;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UpstreamError("disk", true, `the document ${id} was not written: ${reason}`, cause);
  }
}

/** The former version under its date, or its fingerprint where it has none or the date is taken by another text. */
async function supersede(directory: string, former: PolicyDocument): Promise<string> {
  const text = await readFile(pathOf(directory, former.id), "utf8");
  const folder = join(directory, SUPERSEDED);
  const names = [former.issued, fingerprint(text)].flatMap((mark) =>
    mark === null ? [] : [`${former.id}@${mark}.md`],
  );
  const free = names.find(
    (name) => !existsSync(join(folder, name)) || readFileSync(join(folder, name), "utf8") === text,
  );
  const name = free ?? names.at(-1) ?? "";
  await writeWhole(folder, name, text);
  return join(SUPERSEDED, name);
}

async function writeWhole(directory: string, name: string, text: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const temporary = join(directory, `.${name}.${process.pid}.tmp`);
  try {
    const file = await open(temporary, "w");
    try {
      await file.writeFile(text, "utf8");
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(directory, name));
    await syncFolder(directory);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** The new name itself must reach the disk too; Windows has no handle on a folder and needs none. */
async function syncFolder(directory: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(directory, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
