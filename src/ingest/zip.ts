/**
 * A zip archive, as far as a Word file needs it: one entry read, one entry replaced.
 *
 * Takes    the archive's bytes. Returns an entry's text, or a new archive; undefined where the archive is damaged.
 * Why      unpacking is limited, so that a small file that claims gigabytes is refused; entries that stay are copied packed.
 */
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

/** Larger than the text of any document: no entry is unpacked further. */
const LARGEST = 64 * 1024 * 1024;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const DEFLATED = 8;

interface Entry {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly sum: number;
  readonly size: number;
  readonly packed: Buffer;
}

export interface Archive {
  readonly has: (name: string) => boolean;
  /** The text of an entry; undefined when it is not there, broken, or larger than any document. */
  readonly read: (name: string) => string | undefined;
  /** The archive with another text in one entry. */
  readonly with: (name: string, text: string) => Buffer;
  /** What all entries together claim to unpack to. */
  readonly unpackedSize: number;
}

/** Reads the directory of an archive. */
export function openArchive(bytes: Buffer): Archive | undefined {
  try {
    const entries = entriesOf(bytes);
    const find = (name: string) => entries.find((entry) => entry.name.toString("utf8") === name);
    return {
      has: (name) => find(name) !== undefined,
      read: (name) => unpacked(find(name)),
      with: (name, text) => pack(entries.map((entry) => (entry === find(name) ? packed(entry, text) : entry))),
      unpackedSize: entries.reduce((sum, entry) => sum + entry.size, 0),
    };
  } catch (cause) {
    // Every number in a damaged archive may point outside of it.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function entriesOf(bytes: Buffer): readonly Entry[] {
  let end = bytes.length - 22;
  while (bytes.readUInt32LE(end) !== END) end -= 1;
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new RangeError("no entry where the directory says one is");
    const lengths = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const [nameLength = 0, extra = 0, comment = 0] = lengths;
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const entry = {
      name: bytes.subarray(at + 46, at + 46 + nameLength),
      // Bit 3 says that the sizes follow the data; here they stand in front again.
      flags: bytes.readUInt16LE(at + 8) & ~8,
      method: bytes.readUInt16LE(at + 10),
      sum: bytes.readUInt32LE(at + 16),
      size: bytes.readUInt32LE(at + 24),
      packed: bytes.subarray(start, start + bytes.readUInt32LE(at + 20)),
    };
    at += 46 + nameLength + extra + comment;
    return entry;
  });
}

function unpacked(entry: Entry | undefined): string | undefined {
  if (entry === undefined || entry.size > LARGEST) return undefined;
  try {
    const bytes = entry.method === DEFLATED ? inflateRawSync(entry.packed, { maxOutputLength: LARGEST }) : entry.packed;
    return bytes.toString("utf8");
  } catch {
    return undefined;
  }
}

function packed(entry: Entry, text: string): Entry {
  const bytes = Buffer.from(text, "utf8");
  return {
    ...entry,
    method: DEFLATED,
    sum: crc32(bytes),
    size: bytes.length,
    packed: deflateRawSync(bytes, { level: 1 }),
  };
}

function pack(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const header = headerOf(entry);
    const local = Buffer.concat([word32(LOCAL), word16(20), header, entry.name, entry.packed]);
    const rest = Buffer.concat([word16(0), word16(0), word16(0), word32(0), word32(offset)]);
    directory.push(Buffer.concat([word32(CENTRAL), word16(20), word16(20), header, rest, entry.name]));
    files.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const counts = Buffer.concat([word16(entries.length), word16(entries.length), word32(list.length), word32(offset)]);
  return Buffer.concat([...files, list, word32(END), word16(0), word16(0), counts, word16(0)]);
}

/** The fields that an entry's own header and its line in the directory share; no date, so that the same stays the same. */
function headerOf({ flags, method, sum, size, packed, name }: Entry): Buffer {
  const numbers = [
    word16(flags),
    word16(method),
    word16(0),
    word16(0x21),
    word32(sum),
    word32(packed.length),
    word32(size),
  ];
  return Buffer.concat([...numbers, word16(name.length), word16(0)]);
}

function word16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function word32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
