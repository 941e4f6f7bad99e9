/**
 * Verbatim comparison: do these words stand in that text?
 *
 * Takes    text and words as anybody may have typed or copied them.
 * Returns  the place in the text, so that a caller can quote the text's own characters and never the asker's.
 * Why      copies differ in width (,and ,) and in white space, and in nothing else that we forgive.
 */

export interface Folded {
  readonly original: string;
  readonly text: string;
  /** For each folded character, where the character that it came from starts in the original. */
  readonly origin: readonly number[];
}

/** NFKC without white space, with the way back to the original. */
export function fold(original: string): Folded {
  let text = "";
  const origin: number[] = [];
  let at = 0;
  for (const character of original) {
    const folded = isHan(character) ? character : character.normalize("NFKC").replace(/\s+/gu, "");
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) origin.push(at);
    at += character.length;
  }
  return { original, text, origin };
}

/** The text's own characters for these words, or undefined when they do not stand in it. */
export function ownCharacters({ original, text, origin }: Folded, { text: sought }: Folded): string | undefined {
  const from = sought === "" ? -1 : text.indexOf(sought);
  if (from < 0) return undefined;
  const start = origin[from] ?? 0;
  const last = origin[from + sought.length - 1] ?? start;
  return original.slice(start, last + String.fromCodePoint(original.codePointAt(last) ?? 0).length);
}

function isHan(character: string): boolean {
  return character >= "\u4e00" && character <= "\u9fff";
}
