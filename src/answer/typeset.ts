/**
 * Chinese punctuation for our own sentences: full width between Chinese characters, as a reader expects it.
 *
 * Takes    a reply's Markdown. Returns it with , : ; ? ! ( ) set full width beside Chinese; quotes of documents stay as they are.
 * Why here: sentences are written in many tables; what the eye sees is set once, at the end.
 */

const han = "[\\u3400-\\u9fff\\uff00-\\uffef\\u3001-\\u301f\\u201c\\u201d*]";
const wide: Readonly<Record<string, string>> = {
  ",": "\uff0c",
  ":": "\uff1a",
  ";": "\uff1b",
  "?": "\uff1f",
  "!": "\uff01",
};
const after = new RegExp(`(?<=${han}|\\d)([,:;?!])(?=${han}|\\s|$|\\d)`, "gu");
const before = new RegExp(`(?<=[\\w%)])([,:;?!])(?=${han})`, "gu");
/** Not the (四) of an address. */
const round = new RegExp(`(?<=${han}|\\d)\\((?![一二三四五六七八九十]{1,3}\\))([^()\\n]*)\\)`, "gu");

/** Sets one reply. Quotes (>) and tables (|) are not touched: their signs belong to documents and formulas. */
export function typeset(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => (line.startsWith(">") || line.startsWith("|") ? line : set(line)))
    .join("\n");
}

function set(line: string): string {
  const mark = (found: string, sign: string, at: number, whole: string): string => {
    const between = /\d/.test(whole[at - 1] ?? "") && /\d/.test(whole[at + 1] ?? "");
    return between ? found : (wide[sign] ?? sign);
  };
  // Again while it helps: a bracket right behind another is seen only once that one is set.
  let rounded = line;
  for (let next = rounded.replace(round, "\uff08$1\uff09"); next !== rounded; ) {
    rounded = next;
    next = rounded.replace(round, "\uff08$1\uff09");
  }
  return rounded.replace(after, mark).replace(before, mark);
}
