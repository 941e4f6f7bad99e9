/** A paper on its page: the same words in HTML and in Word, and nothing that somebody typed is drawn. */
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { paperFile } from "../../src/papers/docx.ts";
import { paperPage } from "../../src/papers/html.ts";
import type { Paper } from "../../src/papers/paper.ts";
import { requestTypes } from "../../src/requests/request.ts";
import { leave, paper } from "./made-paper.ts";

const wordsOf = ({ heading, standing, head, rows, attachments, signatures, notes }: Paper): readonly string[] => [
  heading,
  standing,
  ...head,
  ...rows.flat().flatMap(({ label, value }) => [label, value ?? ""]),
  ...attachments,
  ...signatures.flat().flatMap(({ label, decided }) => [...label.split("\n"), decided ?? ""]),
  ...notes,
];
const inWord = async (made: Paper) => (await mammoth.extractRawText({ buffer: await paperFile(made) })).value;
const onPage = (made: Paper) => String(paperPage(made));
const printed = requestTypes.filter((type) => type !== "tally" && type !== "deputation");

describe("the paper of every type", () => {
  it.each(printed)("%s has its heading, rows and boxes in Word", async (type) => {
    const made = await paper({ type });
    const text = await inWord(made);
    for (const words of wordsOf(made)) expect(text).toContain(words);
    expect(text.match(/签字：/gu)).toHaveLength(made.signatures.flat().filter(({ signing }) => signing).length);
  });
  it.each(printed)("%s has them on the page", async (type) => {
    const made = await paper({ type });
    for (const words of wordsOf(made)) expect(onPage(made)).toContain(words);
  });
});

describe("the page", () => {
  it("is complete in itself: A4, no script, nothing from elsewhere", async () => {
    const page = onPage(await paper());
    expect(page).toMatch(/size: A4/u);
    expect(page).not.toMatch(/<script|<link|src=|url\(/u);
  });
  it("shows what was typed as text", async () => {
    const reason = `<script>alert(1)</script>&"'`;
    const rejected = {
      ...leave.approvals[0],
      status: "rejected",
      reason: "<b>不行</b>",
    } as (typeof leave.approvals)[0];
    const page = onPage(
      await paper({ status: "rejected", fields: { ...leave.fields, reason }, approvals: [rejected] }),
    );
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&amp;");
    expect(page).toContain("&lt;b&gt;不行&lt;/b&gt;");
    expect(page).not.toMatch(/<script|<b>/u);
  });
  it("stands as it was typed in Word", async () =>
    expect(await inWord(await paper({ fields: { ...leave.fields, reason: `<w:p>]]>&"'` } }))).toContain(`<w:p>]]>&"'`));
  it("has the sum of a claim, and four lines to write on", async () => {
    const claim = { type: "reimbursement", fields: { claim: "差旅费", item: "住宿费", amount: 640 } } as const;
    expect(await inWord(await paper(claim))).toMatch(/640\.00\s+（大写）陆佰肆拾元整/u);
  });
});
