/**
 * The folder of documents: what is there, a new file in it, an old one out of it; each whole or not at all.
 *
 * Takes    the folder. Writes a temporary file beside the target, brings it to the disk and renames it.
 * Why      a process may be killed at any line: a reader of the folder finds the former version or the new one. A version
 *          that leaves goes to superseded/ first, with the day and what took its place: old citations open it, marked
 *          (policy/citation.ts). What a killed process left behind is swept when the next one begins.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { stringify } from "yaml";
import { UpstreamError } from "../errors.ts";
import { type PolicyDocument, readDocument, type Superseded } from "../policy/document.ts";
import { formerOf, openLibrary, SUPERSEDED } from "../policy/library.ts";
import { fingerprint } from "./identity.ts";

/** The documents of a folder, which may not be there yet, and the versions that left it. */
export function documentsIn(directory: string): {
  readonly documents: readonly PolicyDocument[];
  readonly former: readonly PolicyDocument[];
} {
  const any = existsSync(directory) && readdirSync(directory).some((name) => name.endsWith(".md"));
  return any ? openLibrary(directory) : { documents: [], former: formerOf(directory) };
}

/** Where a document's file stands. */
export function pathOf(directory: string, id: string): string {
  return join(directory, `${id}.md`);
}

/** A version that leaves, and what its file will say of it. */
export interface Leaving {
  readonly former: PolicyDocument;
  readonly mark: Superseded;
}

/** Is the document in the folder still the one that was read from it? Another command may have written it meanwhile. */
export function standsAs(directory: string, id: string, former: PolicyDocument | undefined): boolean {
  const path = pathOf(directory, id);
  if (!existsSync(path)) return former === undefined;
  return former !== undefined && isDeepStrictEqual(readDocument(readFileSync(path, "utf8"), path), former);
}

/** Writes a document; a former version of it is kept. Returns where that went. */
export async function keep(
  directory: string,
  id: string,
  text: string,
  leaving: Leaving | undefined,
): Promise<string | undefined> {
  return onDisk(`the document ${id} was not written`, async () => {
    const kept = leaving === undefined ? undefined : await supersede(directory, leaving);
    await writeWhole(directory, `${id}.md`, text);
    return kept;
  });
}

/** Takes a document out; its text is kept. Returns where that went. */
export async function takeOut(directory: string, leaving: Leaving): Promise<string> {
  const { id } = leaving.former;
  return onDisk(`the document ${id} was not removed`, async () => {
    const kept = await supersede(directory, leaving);
    await rm(pathOf(directory, id));
    await syncFolder(directory);
    return kept;
  });
}

/** Removes the temporary files of processes that are no more. */
export async function sweep(directory: string): Promise<void> {
  await onDisk("what a killed process left was not swept", async () => {
    for (const folder of [directory, join(directory, SUPERSEDED)]) {
      for (const name of existsSync(folder) ? readdirSync(folder) : []) {
        const writer = TEMPORARY.exec(name)?.[1];
        if (writer !== undefined && !isRunning(Number(writer))) await rm(join(folder, name), { force: true });
      }
    }
  });
}

async function onDisk<Outcome>(problem: string, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UpstreamError("disk", true, `${problem}: ${reason}`, cause);
  }
}

/** The former version under its date, or its fingerprint where it has none or the date is taken by another text. */
async function supersede(directory: string, { former, mark }: Leaving): Promise<string> {
  const text = (await readFile(pathOf(directory, former.id), "utf8")).replaceAll("\r\n", "\n");
  const folder = join(directory, SUPERSEDED);
  const names = [former.issued, fingerprint(text)].flatMap((version) =>
    version === null ? [] : [`${former.id}@${version}.md`],
  );
  const free = names.find(
    (name) => !existsSync(join(folder, name)) || withoutMark(readFileSync(join(folder, name), "utf8")) === text,
  );
  const name = free ?? names.at(-1) ?? "";
  await writeWhole(
    folder,
    name,
    text.replace(HEAD_END, (end) => `\n${stringify({ superseded: mark })}${end.slice(1)}`),
  );
  return join(SUPERSEDED, name);
}

/** The first line of its kind ends the front matter. */
const HEAD_END = /\n---\n/u;

function withoutMark(text: string): string {
  return text.replace(/\nsuperseded:\n(?: {2}.*\n)+(?=---\n)/u, "\n");
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

const TEMPORARY = /^\..+\.md\.(\d+)\.tmp$/u;

/** Somebody else's process is one that runs; our own has written nothing yet. */
function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
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
