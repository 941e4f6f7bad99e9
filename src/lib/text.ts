/**
 * Chinese text made comparable: folding, cleaning, and comparison word for word.
 *
 * Takes    any text, trusted or not.
 * Returns  text; `fold` keeps every position (UTF-16), so a span found in folded text is a span of the original.
 * Leaves   numerals to chinese-numbers.ts, dates to chinese-time/, search terms to search/.
 * Why      one character becomes one character, so no index map is needed; what NFKC would lengthen (… ㈠ ℃) stays as it is.
 */
import traditional from "opencc-js/dict/TSCharacters";

const simplifiedOf = new Map<string, string>();
for (const entry of traditional.split("|")) {
  const [from, to] = entry.split(" ");
  if (from && to && from !== to && from.length === to.length) simplifiedOf.set(from, to);
}

const folded = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = folded.get(character);
  if (known !== undefined) return known;
  const normal = character.normalize("NFKC");
  const plain = normal.length === character.length ? normal : character;
  const lower = plain.toLowerCase();
  const sized = lower.length === character.length ? lower : plain;
  const simple = simplifiedOf.get(sized) ?? sized;
  if (character.length === 1) folded.set(character, simple);
  return simple;
}

const PLAIN = /^[\t\n -@[-~]*$/;

/** Half width, lower case, simplified; the same length as the text that came in. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  let out = "";
  for (const character of text) out += foldCharacter(character);
  return out;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const ANSI = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

/** Drops terminal escapes, control characters, direction marks and zero-width characters; keeps tab and line ends. */
export function stripControls(text: string): string {
  return text.replace(ANSI, "").replace(CONTROLS, "").replace(INVISIBLE, "");
}

/** Half width and without white space: the characters that two copies of the same words share. */
export const bare = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, "");

/** The same words: white space and full or half width set aside, every other character as it stands. */
export function sameWords(a: string, b: string): boolean {
  return bare(a) === bare(b);
}
