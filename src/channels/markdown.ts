/**
 * The Markdown that replies are written in: bold, lists, tables, quotations, code, links, headings; nothing more.
 *
 * Takes    a reply's text. Returns marked's tokens, or nothing for text that nests past all reason.
 * Leaves   drawing to markdown-html.ts and markdown-terminal.ts.
 * Why      CommonMark does not close ** between 。 and a Chinese character, and reads 2~3天…5~6天 as struck out; raw HTML,
 *          reference definitions and underlined headings are ways for quoted text to change the page. All are left out.
 */
import { Marked, type Token } from "marked";

const BOLD = /^\*\*(?=\S)((?:[^*\n]|\*(?!\*))+?)(?<=\S)\*\*(?!\*)/u;
const longestMarkdown = 60_000;

const none = () => undefined;

/** An instance of our own: marked's default one is shared by all that import it. */
export function markdownParser(): Marked {
  return new Marked({
    gfm: true,
    breaks: true,
    tokenizer: { html: none, tag: none, def: none, lheading: none, del: none, emStrong: none, reflink: none },
    extensions: [
      {
        name: "strong",
        level: "inline",
        start: (text) => text.indexOf("**"),
        tokenizer(text) {
          const [raw, inside] = BOLD.exec(text) ?? [];
          if (raw === undefined || inside === undefined) return undefined;
          return { type: "strong", raw, text: inside, tokens: this.lexer.inlineTokens(inside) };
        },
      },
    ],
  });
}

const parser = markdownParser();

/** The tokens of a text, block by block. */
export function markdownTokens(text: string): readonly Token[] | undefined {
  return unlessTooDeep(text, () => parser.lexer(text));
}

/** What `read` makes of the text; nothing where the text is too long or too deeply nested to be read. */
export function unlessTooDeep<Result>(text: string, read: () => Result): Result | undefined {
  if (text.length > longestMarkdown) return undefined;
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
