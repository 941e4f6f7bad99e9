/**
 * A segment with its documents as a file (索引文件), named by what is in it.
 *
 * Takes    a folder. Writes a temporary file, brings it to the disk and renames it: a killed process leaves no half of one.
 * Returns  a read segment, or why it was not taken: of another version or order of bytes, cut off, damaged. Typed arrays are
 *          viewed where they lie in what was read, not copied.
 * Why      the same documents make the same name: two processes on one folder write the same files, and neither waits.
 */
import { createHash, randomUUID } from "node:crypto";
import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { z } from "zod";
import type { Segment } from "./segment.ts";

/** A document in a segment: its key (id, fingerprint, tokenisation) and how many passages it has there, one after the other. */
export interface Held {
  readonly key: string;
  readonly size: number;
}

export interface Stored {
  readonly segment: Segment;
  readonly documents: readonly Held[];
}

/** Read as a number of this machine: in another order of bytes it is another number. */
const mark = 0x5a43_4958;
/** Raise it with every change of what a file holds. */
const version = 1;
/** Mark, version, checksum of all that follows. */
const prefix = 12;

const count = z.int().nonnegative();
const headSchema = z.object({
  passages: count.max(0xffff),
  terms: count,
  postings: count,
  documents: z.array(z.tuple([z.string(), count])),
});

/** The name of the file that holds these documents. */
export function nameOf(documents: readonly Held[]): string {
  const hash = createHash("sha256").update(`${version}\n`);
  for (const { key, size } of documents) hash.update(`${key} ${size}\n`);
  return `${hash.digest("hex").slice(0, 32)}.segment`;
}

/** Writes the segment under its name. */
export function writeSegment(folder: string, { segment, documents }: Stored): void {
  const { lengths, terms, starts, once, postings } = segment;
  const head = Buffer.from(
    JSON.stringify({
      passages: lengths.length,
      terms: terms.length,
      postings: postings.length,
      documents: documents.map(({ key, size }) => [key, size]),
    }),
  );
  const parts = [Uint32Array.of(head.length), head, lengths, terms, starts, once, postings].map(padded);
  const checksum = parts.reduce((sum, part) => crc32(part, sum), 0);
  mkdirSync(folder, { recursive: true });
  const name = nameOf(documents);
  const temporary = join(folder, `.${name}.${process.pid}.${randomUUID()}.tmp`);
  try {
    const file = openSync(temporary, "w");
    try {
      for (const part of [padded(Uint32Array.of(mark, version, checksum)), ...parts]) {
        for (let done = 0; done < part.length; ) done += writeSync(file, part, done);
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, join(folder, name));
  } finally {
    rmSync(temporary, { force: true });
  }
}

export type ReadSegment =
  | { readonly kind: "read"; readonly stored: Stored }
  | { readonly kind: "refused"; readonly reason: string };

/** Reads a file that writeSegment wrote, or says why it is none. Throws what the disk throws. */
export function readSegment(folder: string, name: string): ReadSegment {
  const bytes = readWhole(join(folder, name));
  if (bytes.byteLength < prefix + 4) return refused("cut off");
  const [found, written, checksum, headLength] = new Uint32Array(bytes, 0, 4);
  if (found !== mark) return refused("no index file of this machine");
  if (written !== version) return refused(`of version ${written}`);
  if (crc32(new Uint8Array(bytes, prefix)) !== checksum) return refused("damaged");
  const head = headOf(bytes, headLength as number);
  if (head === undefined) return refused("with another head");
  const { passages, terms, postings } = head;
  const arrays = [4 * passages, 4 * terms, 4 * (terms + 1), 2 * terms, 2 * postings].map(room);
  const length = prefix + 4 + room(headLength as number) + arrays.reduce((sum, bytes) => sum + bytes, 0);
  if (bytes.byteLength !== length) return refused("of another length than it says");

  let at = prefix + 4 + room(headLength as number);
  const next = <T>(
    view: new (bytes: ArrayBuffer, from: number, length: number) => T,
    length: number,
    width: number,
  ) => {
    const from = at;
    at += room(length * width);
    return new view(bytes, from, length);
  };
  const segment = {
    lengths: next(Uint32Array, passages, 4),
    terms: next(Uint32Array, terms, 4),
    starts: next(Uint32Array, terms + 1, 4),
    once: next(Uint16Array, terms, 2),
    postings: next(Uint16Array, postings, 2),
  };
  const documents = head.documents.map(([key, size]) => ({ key, size }));
  return isSound(segment, documents) ? { kind: "read", stored: { segment, documents } } : refused("that fits no index");
}

function headOf(bytes: ArrayBuffer, length: number): z.output<typeof headSchema> | undefined {
  if (prefix + 4 + length > bytes.byteLength) return undefined;
  try {
    return headSchema.safeParse(JSON.parse(Buffer.from(bytes, prefix + 4, length).toString("utf8"))).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A checksum proves that the file is as it was written, not that a program like this one wrote it. */
function isSound({ lengths, starts, postings }: Segment, documents: readonly Held[]): boolean {
  const passages = documents.reduce((sum, { size }) => sum + size, 0);
  const rises = starts.every((start, at) => at === 0 || start >= (starts[at - 1] as number));
  return passages === lengths.length && rises && starts.at(-1) === postings.length && (starts[0] ?? 0) === 0;
}

const refused = (reason: string): ReadSegment => ({ kind: "refused", reason });

const room = (bytes: number): number => Math.ceil(bytes / 4) * 4;

/** The bytes of an array, filled up so that the next one begins where 32 bits may. */
function padded(array: Buffer | Uint32Array | Uint16Array): Uint8Array {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  if (bytes.length % 4 === 0) return bytes;
  const filled = new Uint8Array(room(bytes.length));
  filled.set(bytes);
  return filled;
}

/** A buffer of its own, from its first byte on: what is viewed in 32 bits must not begin anywhere. */
function readWhole(path: string): ArrayBuffer {
  const file = openSync(path, "r");
  try {
    const bytes = new ArrayBuffer(fstatSync(file).size);
    const view = new Uint8Array(bytes);
    for (let done = 0; done < view.length; ) {
      const read = readSync(file, view, done, view.length - done, null);
      if (read === 0) break;
      done += read;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}
