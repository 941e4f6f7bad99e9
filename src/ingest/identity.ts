/**
 * What a document is called and counted as: id, kind, language.
 *
 * Takes    the file's name, the title, the text. Returns the same for the same, so that a file that comes twice is known.
 * Why      ids are Latin and a Chinese name has no spelling of its own here: its fingerprint keeps it apart.
 */
import { createHash } from "node:crypto";
import { parse } from "node:path";
import { fold } from "../lib/text.ts";
import type { PolicyDocument } from "../policy/document.ts";

const LONGEST_ID = 48;
const TRADITIONAL = 0.03;

/** The id that a file's name gives. */
export function idFor(fileName: string): string {
  const { name } = parse(fileName.normalize("NFKC"));
  const latin = slug(name);
  if (latin !== "" && !/[^\p{ASCII}]/u.test(name)) return latin;
  return `${latin === "" ? "doc" : latin}-${fingerprint(name)}`;
}

/** The first eight digits of a text's fingerprint. */
export function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .slice(0, LONGEST_ID)
    .replaceAll(/^-+|-+$/gu, "");
}

export interface GuessedKind {
  readonly kind: PolicyDocument["kind"];
  /** The word of the title that tells; undefined where none does. */
  readonly word: string | undefined;
}

const KIND_WORDS: readonly (readonly [PolicyDocument["kind"], RegExp])[] = [
  ["speech", /讲话|講話|发言|致辞/u],
  ["regulation", /办法|辦法|制度|规定|規定|细则|条例|规程|规则|章程/u],
  ["opinion", /意见|意見/u],
];

/** The kind that a title names; a draft for comment (征求意见稿) is no opinion. */
export function kindFor(title: string): GuessedKind {
  const named = title.replaceAll(/征求意[见見]稿?/gu, "");
  for (const [kind, words] of KIND_WORDS) {
    const word = words.exec(named)?.[0];
    if (word !== undefined) return { kind, word };
  }
  return { kind: "regulation", word: undefined };
}

/** Traditional where more than a few of its characters have a simplified form of their own. */
export function languageOf(text: string): PolicyDocument["language"] {
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  const traditional = han.filter((character) => fold(character) !== character).length;
  return traditional > han.length * TRADITIONAL ? "zh-Hant" : "zh-Hans";
}
