/** Papers in the console: the link on a card, the page, the file, and who does not get them. */
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { leave, printerOf } from "../../papers/made-paper.ts";
import { consoleFor } from "./console.ts";

const tally = { ...leave, id: "Q-20261123-0000EEEE", type: "tally" } as const;
const browser = () =>
  consoleFor({}, { printer: printerOf(leave, tally), requests: async () => ({ mine: [leave, tally], waiting: [] }) });
const path = `/requests/${leave.id}/paper`;

describe("a paper in the console", () => {
  it("is a link on the card of a request that has one", async () => {
    const html = await browser().page("/requests");
    expect(html).toContain(`<a href="${path}" target="_blank" rel="noopener">打印</a>`);
    expect(html).not.toContain(`/requests/${tally.id}/paper`);
  });

  it("is a page with a toolbar that is not printed, and styled from here, as the content policy wants it", async () => {
    const here = browser();
    const html = await here.page(path);
    expect(html).toContain("<h1>请假申请</h1>");
    expect(html).toContain(`<a href="${path}.docx">`);
    expect(html).toContain('<link rel="stylesheet" href="/assets/paper.css">');
    expect(html).not.toMatch(/<script|<style/u);
    const style = await here.get("/assets/paper.css");
    expect([style.headers.get("content-type"), await style.text()]).toEqual([
      "text/css; charset=utf-8",
      expect.stringMatching(/@media print \{\s+\.toolbar \{\s+display: none/u),
    ]);
  });

  it("is a Word file with a name that says what it is", async () => {
    const answer = await browser().get(`${path}.docx`);
    expect(answer.headers.get("content-type")).toContain("wordprocessingml");
    expect(decodeURIComponent(answer.headers.get("content-disposition") ?? "")).toContain(`请假申请 ${leave.id}.docx`);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await answer.arrayBuffer()) });
    expect(value).toContain("搬家");
  });

  it("is there for the approver, and for nobody whom it does not concern: it looks like an id that there is not", async () => {
    const here = browser();
    await here.post("/speaker", { as: "kezhang" });
    expect((await here.get(path)).status).toBe(200);
    await here.post("/speaker", { as: "zhuren" });
    for (const ending of ["", ".docx"]) {
      const [theirs, none] = [await here.get(path + ending), await here.get(`/requests/Q-1/paper${ending}`)];
      expect([theirs.status, none.status]).toEqual([404, 404]);
      expect(await theirs.text()).toBe(await none.text());
    }
  });

  it("is none of a request whose type has none", async () =>
    expect((await browser().get(`/requests/${tally.id}/paper`)).status).toBe(404));
});
