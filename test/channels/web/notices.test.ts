/**
 * The panel of notices: under the talk and over the requests of whoever speaks, new ones open, earlier ones folded.
 */
import { describe, expect, it } from "vitest";
import { fakeAssistant, notice, reply } from "../fake-assistant.ts";
import { consoleFor } from "./console.ts";

const citations = [{ doc: "demo-2020", title: "某局制度", clause: "一、(二)", quote: "三天以上" }];
const notices = [
  notice("1", "keyuan", "已批准:您的<b>事假</b>。", { request: "Q-1" }),
  notice("2", "keyuan", "限期:年底前。", { citations }),
  notice("3", "kezhang", "等您审批:一件。"),
];
const opened = (replies: Parameters<typeof fakeAssistant>[0] = {}) => {
  const assistant = fakeAssistant(replies, notices);
  return { ...consoleFor({}, { assistant }), assistant };
};
const panel = (html: string): string => /<section id="notices"[\s\S]*?<\/section>/u.exec(html)?.[0] ?? "";

describe("the panel of notices", () => {
  it.each(["/", "/requests"])(
    "on %s shows the speaker's new ones, with their request and clause, and counts them as shown",
    async (path) => {
      const { page, assistant } = opened();
      const shown = panel(await page(path));
      expect(shown).toContain('<span class="badge">2</span>');
      expect(shown).toContain('href="/requests#Q-1"');
      expect(shown).toContain("/documents/demo-2020?clause=");
      expect(shown).toContain("&lt;b&gt;");
      expect(shown).not.toContain("等您审批");
      expect(assistant.shown).toEqual(["1", "2"]);
    },
  );

  it("counts nothing as shown to a browser that only fetches ahead, or asks for the head alone", async () => {
    const { app, assistant } = opened();
    const host = { host: "127.0.0.1" };
    await app.request("/", { headers: { ...host, "sec-purpose": "prefetch" } });
    await app.request("/", { method: "HEAD", headers: host });
    expect(assistant.shown).toEqual([]);
  });

  it("folds what was shown before, and is out of sight where there is nothing", async () => {
    const { page, post } = opened();
    await page("/");
    const again = panel(await page("/requests"));
    expect(again).toMatch(/<details><summary>以前通知过、现在还有效的 2 条<\/summary>/u);
    expect(again).not.toContain("badge");
    await post("/speaker", { as: "zhuren" });
    expect(panel(await page("/"))).toContain(" hidden>");
  });

  it("is another's after a switch", async () => {
    const { page, post, assistant } = opened();
    await post("/speaker", { as: "kezhang" });
    expect(panel(await page("/"))).toContain("等您审批");
    expect(assistant.shown).toEqual(["3"]);
  });

  it("is looked for anew where a page is opened, and not at every word", async () => {
    const { page, post, assistant } = opened();
    await page("/");
    await post("/turns", { text: "你好" }, { "hx-request": "true" });
    expect(assistant.arrivals).toEqual(["keyuan"]);
  });

  it("comes beside a reply to htmx, in the place of the one on the page", async () => {
    const { post } = opened();
    const html = await (await post("/turns", { text: "你好" }, { "hx-request": "true" })).text();
    expect(html).toMatch(/<section class="exchange">/u);
    expect(panel(html)).toMatch(/hx-swap-oob="true"[\s\S]*已批准/u);
  });

  it("is not needed by a reply that tells them itself", async () => {
    const { post, assistant } = opened({ 我的通知: reply("两条", { kind: "status", notices: ["1", "2"] }) });
    const html = await (await post("/turns", { text: "我的通知" }, { "hx-request": "true" })).text();
    expect(panel(html)).not.toContain("badge");
    expect(assistant.shown).toEqual(["1", "2"]);
  });
});
