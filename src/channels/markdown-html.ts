/**
 * A reply's Markdown as HTML that may stand in our page.
 *
 * Takes    Markdown, trusted or not. Returns HTML made of a fixed set of elements; all other text is escaped.
 * Leaves   the page around it to web/. This is the only place besides the `html` tag where text becomes HTML.
 * Why      links lead to our own pages or to https alone: a document's words must not become somebody's address.
 */
import type { Marked, RendererObject } from "marked";
import { markdownParser, unlessTooDeep } from "./markdown.ts";

/** A parser whose first headings are of this level: a reply stands below the headings of its page. */
function htmlParser(topHeading: number): Marked {
  const parser = markdownParser();
  parser.use({ renderer: renderer(topHeading) });
  return parser;
}

function renderer(topHeading: number): RendererObject {
  return {
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens);
      const target = safeTarget(href);
      if (target === undefined) return words;
      const outward = target.startsWith("https:") ? ' rel="noopener noreferrer" target="_blank"' : "";
      return `<a href="${escapeHtml(target)}"${outward}>${words}</a>`;
    },
    image: ({ text }) => escapeHtml(text),
    checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
    heading({ depth, tokens }) {
      const level = Math.min(6, depth + topHeading - 1);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
    code: ({ text }) => `<pre><code>${escapeHtml(text)}</code></pre>\n`,
    table(token) {
      const cells = (row: typeof token.header, name: "th" | "td") =>
        row.map((cell) => `<${name}>${this.parser.parseInline(cell.tokens)}</${name}>`).join("");
      const head = cells(token.header, "th").replaceAll("<th>", '<th scope="col">');
      const rows = token.rows.map((row) => `<tr>${cells(row, "td")}</tr>`).join("\n");
      return `<div class="wide"><table><thead><tr>${head}</tr></thead>\n<tbody>${rows}</tbody></table></div>\n`;
    },
  };
}

const ofReply = htmlParser(3);
const ofPage = htmlParser(1);

/** HTML for a reply; text that cannot be read as Markdown is shown as it stands. */
export const markdownHtml = (text: string): string => drawn(ofReply, text);

/** HTML for a page that is all Markdown, such as the guide. */
export const pageHtml = (text: string): string => drawn(ofPage, text);

function drawn(parser: Marked, text: string): string {
  const html = unlessTooDeep(text, () => parser.parse(text, { async: false }));
  return html ?? `<pre>${escapeHtml(text)}</pre>`;
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/gu, (character) => names[character] ?? "");
}

/** The address as a browser would read it, if it is one of ours or https. */
function safeTarget(href: string): string | undefined {
  const here = "http://zhice.invalid";
  const url = URL.parse(href, here);
  if (url?.protocol === "https:" && /^https:\/\//iu.test(href)) return url.href;
  if (url?.origin === here && /^\/(?![/\\])/u.test(href)) return url.pathname + url.search + url.hash;
  return undefined;
}
