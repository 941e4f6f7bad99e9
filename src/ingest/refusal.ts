/**
 * Why a file does not come in: a value, with what its sentence needs. The sentences stand in answer/wording/ingest.ts.
 */
export type RefusalCode =
  | "missing"
  | "folder"
  | "not-a-file"
  | "unreadable"
  | "empty"
  | "too-large"
  | "unknown-ending"
  | "other-content"
  | "not-text"
  | "broken-docx"
  | "broken-pdf"
  | "locked"
  | "old-word"
  | "unpacks-too-large"
  | "no-text"
  | "scanned"
  | "bad-id"
  | "one-file-only"
  | "copy"
  | "same"
  | "other-layout"
  | "other-version"
  | "changed-meanwhile"
  | "unknown-id"
  | "last-document"
  | "does-not-load";

export interface Refused {
  readonly kind: "refused";
  readonly code: RefusalCode;
  readonly values: Readonly<Record<string, string>>;
}

export function refused(code: RefusalCode, values: Readonly<Record<string, string>> = {}): Refused {
  return { kind: "refused", code, values };
}
