import { describe, expect, it } from "vitest";
import { displayWidth } from "../../src/channels/display-width.ts";
import { terminalText } from "../../src/channels/markdown-terminal.ts";

const plain = (markdown: string) => terminalText(markdown, { colours: false });

describe("the width of text on a terminal", () => {
  it.each([
    ["abc", 3],
    ["伙食补助费", 10],
    ["120元/天", 8],
    ["(含)、。", 8],
    ["\uff21\uff22\uff23", 6],
    ["e\u0301", 1],
    ["👍🏽", 2],
    ["𠮷野家", 6],
    ["…·", 2],
    ["\u200b", 0],
  ])("%s fills its columns", (text, columns) => expect(displayWidth(text)).toBe(columns));
});

describe("a reply's Markdown on a terminal", () => {
  it("aligns the columns of a table whose cells are Chinese", () => {
    const table =
      "| 项目 | 金额 | 算式 |\n| --- | --- | --- |\n| 伙食补助费 | 360 | 120 × 3 |\n| 公杂费 | 80 | 80 × 1 |";
    const lines = plain(table).split("\n");
    expect(lines).toEqual([
      "项目        金额  算式",
      "──────────  ────  ───────",
      "伙食补助费  360   120 × 3",
      "公杂费      80    80 × 1",
    ]);
  });

  it("puts a quotation behind a bar, numbers a list, and keeps line ends", () => {
    expect(plain("先说\n再说\n\n> 原文一\n> 原文二\n\n3. 甲\n4. 乙\n\n- **丙**\n  - 丁")).toBe(
      "先说\n再说\n\n│ 原文一\n│ 原文二\n\n3. 甲\n4. 乙\n\n• 丙\n  • 丁",
    );
  });

  it("uses colours only where it may", () => {
    expect(plain("**要点**")).toBe("要点");
    expect(terminalText("**要点**", { colours: true })).toBe("\u001b[1m要点\u001b[22m");
  });

  it("shows no escape sequence that a message brought along", () => {
    expect(plain("您说:\u001b[2J\u001b]0;x\u0007清屏\u0007\u009b31m")).toBe("您说:清屏31m");
  });

  it("shows HTML and addresses as the words they are", () => {
    expect(plain("<b>粗</b> [甲](javascript:x) [乙](https://a.example/)")).toBe("<b>粗</b> 甲 乙 (https://a.example/)");
  });
});
