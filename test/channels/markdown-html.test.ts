import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownHtml } from "../../src/channels/markdown-html.ts";

const OURS =
  /^<\/?(?:p|br|strong|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|div|pre|code|h[3-6]|hr|a)(?: (?:class="wide"|scope="col"|start="\d+"|href="(?:https:\/\/|\/)[^"<>]*"|rel="noopener noreferrer"|target="_blank"))* ?\/?>$/u;

describe("a reply's Markdown as HTML", () => {
  it("draws bold words, a table and a quotation", () => {
    expect(markdownHtml("共**360元**。\n\n| 项目 | 金额 |\n| --- | --- |\n| 伙食 | 360 |\n\n> 原文")).toBe(
      '<p>共<strong>360元</strong>。</p>\n<div class="wide"><table><thead><tr><th scope="col">项目</th><th scope="col">金额</th></tr></thead>\n<tbody><tr><td>伙食</td><td>360</td></tr></tbody></table></div>\n<blockquote>\n<p>原文</p>\n</blockquote>\n',
    );
  });

  it("closes bold words beside Chinese punctuation", () => {
    expect(markdownHtml("**合计:**435元")).toBe("<p><strong>合计:</strong>435元</p>\n");
    expect(markdownHtml("按**“从严”**办")).toBe("<p>按<strong>“从严”</strong>办</p>\n");
  });

  it("leaves ranges, products and underlines as they are written", () => {
    expect(markdownHtml("2~3天,5~6天,120*3*2,a_b_c")).toBe("<p>2~3天,5~6天,120*3*2,a_b_c</p>\n");
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "文字 <b onclick=x>粗</b>",
    "<!-- x --><style>*{}</style>",
    "<@U123> <!channel>",
    "[点我](javascript:alert(1))",
    "[点我](JaVaScRiPt&#58;alert(1))",
    "[点我](//evil.example/x)",
    "[点我](/\\evil.example)",
    "[点我](data:text/html,x)",
    "[点我](http://evil.example)",
    '[点我](https://a.example/"onmouseover="x)',
    "![图](https://evil.example/pixel.png)",
    "<https://a.example><javascript:x>",
    "[x]: javascript:alert(1)\n[x]",
    "```<script>\n<script>x</script>\n```",
    "# <svg onload=x>",
    "| <i> | b |\n|---|---|\n| `<u>` | [x](vbscript:y) |",
    "- [ ] <input autofocus onfocus=x>",
  ])("makes no element or address out of %s", (text) => {
    const html = markdownHtml(text);
    for (const tag of html.match(/<[^>]*>?/gu) ?? []) expect(tag).toMatch(OURS);
    expect(html).not.toMatch(/href="(?!https:\/\/|\/(?!\/))/u);
  });

  it("holds for whatever is put together from dangerous pieces", () => {
    const piece = fc.constantFrom(
      ..."<|>|&|\"|'|[|](|)|**|*|`|```|\n|\n\n|> |- |# ||a|---|javascript:|https://a.b|//x|/x|<script|onload=|中|\\|!".split(
        "|",
      ),
      "|",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = markdownHtml(pieces.join(""));
        for (const tag of html.match(/<[^>]*>?/gu) ?? []) expect(tag).toMatch(OURS);
      }),
    );
  });

  it("links to clauses of ours and to https", () => {
    expect(markdownHtml("[一](/documents/a?clause=1#1)")).toBe('<p><a href="/documents/a?clause=1#1">一</a></p>\n');
    expect(markdownHtml("[二](https://a.example/)")).toContain('rel="noopener noreferrer"');
  });

  it("shows text that nests past all reason as it stands", () => {
    expect(markdownHtml(">".repeat(20_000))).toMatch(/^<pre>(?:&gt;)+<\/pre>$/u);
  });
});
