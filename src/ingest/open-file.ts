/**
 * A file as bytes, if it can be a document at all.
 *
 * Takes    a path. Returns its bytes and ending, or why not.
 * Why      size, kind and ending are looked at before a byte is read: a file of 200 MB or an endless device costs nothing.
 */
import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { type Refused, refused } from "./refusal.ts";

const LARGEST_MB = 50;
const MB = 1024 * 1024;

const ENDINGS = {
  ".txt": "txt",
  ".md": "md",
  ".markdown": "md",
  ".html": "html",
  ".htm": "html",
  ".docx": "docx",
  ".pdf": "pdf",
} as const;
export type Ending = (typeof ENDINGS)[keyof typeof ENDINGS];

export interface OpenFile {
  readonly kind: "file";
  readonly name: string;
  readonly ending: Ending;
  readonly bytes: Buffer;
}

/** Opens one file. */
export async function openFile(path: string): Promise<OpenFile | Refused> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return refused("folder");
    if (!found.isFile()) return refused("not-a-file");
    if (found.size === 0) return refused("empty");
    if (found.size > LARGEST_MB * MB) {
      return refused("too-large", { size: String(Math.round(found.size / MB)), limit: String(LARGEST_MB) });
    }
    const extension = extname(path).toLowerCase();
    if (extension === ".doc" || extension === ".wps") return refused("old-word");
    if (!isEnding(extension)) return refused("unknown-ending", { ending: extension });
    return sorted({ kind: "file", name: basename(path), ending: ENDINGS[extension], bytes: await readFile(path) });
  } catch (cause) {
    return refused(codeOf(cause) === "ENOENT" ? "missing" : "unreadable", { reason: codeOf(cause) });
  }
}

function isEnding(extension: string): extension is keyof typeof ENDINGS {
  return Object.hasOwn(ENDINGS, extension);
}

/** Does the file hold what its ending says? */
function sorted(file: OpenFile): OpenFile | Refused {
  const holds = contentOf(file.bytes);
  switch (file.ending) {
    case "docx":
      if (holds === "ole") return refused(file.bytes.includes(utf16("EncryptedPackage")) ? "locked" : "old-word");
      return holds === "zip" ? file : refused("broken-docx");
    case "pdf":
      return holds === "pdf" ? file : refused("broken-pdf");
    default:
      return holds === undefined ? file : refused("other-content", { holds });
  }
}

type Content = "pdf" | "zip" | "ole" | "rtf" | "image";

function contentOf(bytes: Buffer): Content | undefined {
  const start = bytes.subarray(0, 1024).toString("latin1");
  if (/^\s*%PDF-/u.test(start)) return "pdf";
  if (start.startsWith("PK\u0003\u0004")) return "zip";
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) return "ole";
  if (start.startsWith("{\\rtf")) return "rtf";
  if (/^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8)/u.test(start)) return "image";
  return undefined;
}

const utf16 = (text: string) => Buffer.from(text, "utf16le");

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
}
