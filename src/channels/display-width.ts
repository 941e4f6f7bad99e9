/**
 * How many columns of a terminal a text fills: East Asian wide characters fill two, combining ones none.
 *
 * Takes    text without escape sequences. Returns a count, or the text padded to one.
 * Why      ambiguous characters (… · “ ①) count as one: so do today's terminals unless told otherwise.
 */
const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** First and last code points of wide ranges, ascending (Unicode 16, East_Asian_Width W and F). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x3fffd],
];

export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

/** The text with spaces behind it up to that many columns. */
export function padTo(text: string, columns: number, width = displayWidth(text)): string {
  return text + " ".repeat(Math.max(0, columns - width));
}

function graphemeWidth(grapheme: string): number {
  if (/^[\p{Mark}\p{Control}\p{Format}]+$/u.test(grapheme)) return 0;
  if (/\p{Emoji_Presentation}|\ufe0f/u.test(grapheme)) return 2;
  const point = grapheme.codePointAt(0) ?? 0;
  return WIDE.some(([first, last]) => point >= first && point <= last) ? 2 : 1;
}
