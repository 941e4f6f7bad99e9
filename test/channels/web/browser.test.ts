/**
 * The console in Chromium: a talk, a button, a citation; with the keyboard, on a narrow screen, and without JavaScript.
 *
 * Why      only a browser shows whether htmx, the content policy and our script agree. Without one, the pages are still
 *          held by app.test.ts; what is left out is said in one line.
 */
import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openServer, type Server } from "../../../src/channels/web/server.ts";
import { imprint } from "../../../src/lib/imprint.ts";
import { writeNumeral } from "../../../src/lib/write-numeral.ts";
import { openCitation } from "../../../src/policy/citation.ts";
import { readDocument } from "../../../src/policy/document.ts";
import { libraryOf } from "../../../src/policy/library.ts";
import { reply } from "../fake-assistant.ts";
import { consoleFor, library } from "./console.ts";

const executablePath = "/usr/bin/chromium";
const present = existsSync(executablePath);
if (!present) console.warn(`left out: the console in a browser, for there is no ${executablePath}`);

const citations = [{ doc: "demo-2020", title: "某局制度", clause: "一、(二)", quote: "三天以上" }];
const confirm = [{ label: "确认提交", action: { kind: "confirm", request: "Q-1", revision: 1 } }] as const;
const replies = {
  请假: reply("请核对<b>请假</b>。", { kind: "confirm", citations, actions: confirm }),
  confirm: reply("已提交,编号 **Q-1**。", { kind: "filed" }),
};

/** A document that was removed, of a hundred articles. */
const long = readDocument(
  `---
id: long
title: 旧办法
unit: demo
issuer: null
number: null
issued: null
effective: null
kind: regulation
language: zh-Hans
from: 测试
superseded:
  on: 2026-05-01
  by: null
---

${Array.from({ length: 99 }, (_, at) => `第${writeNumeral(at + 1)}条 旧标准${at + 1}元。`).join("\n\n")}
`,
  "long@1.md",
);

describe.skipIf(!present)("the console in a browser", () => {
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    const shelf = libraryOf(library.documents, [long]);
    const { app } = consoleFor(replies, { opened: (citation) => openCitation(shelf, citation) });
    server = await openServer({ app, host: "127.0.0.1", port: 0 });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function visit(options: BrowserContextOptions = {}): Promise<{ page: Page; trouble: string[] }> {
    const page = await browser.newPage(options);
    page.setDefaultTimeout(10_000);
    const trouble: string[] = [];
    page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
    page.on("pageerror", (error) => trouble.push(error.message));
    await page.goto(server.url);
    return { page, trouble };
  }

  it("talks, takes a button, and opens the cited clause beside the talk", async () => {
    const { page, trouble } = await visit({ viewport: { width: 1280, height: 800 } });
    // The box has the focus from the start, but only once the browser has drawn the page.
    await page.locator("#text:focus").waitFor();
    await page.keyboard.type("请假");
    await page.keyboard.press("Enter");
    const source = page.getByRole("link", { name: "一、(二)" });
    await source.click();
    const cited = page.locator("#reader .cited");
    await cited.waitFor();
    expect(await cited.textContent()).toContain("病假。三天以上");
    await page.keyboard.press("Escape");
    expect(await page.locator("#reader").isVisible()).toBe(false);
    expect(await page.evaluate("document.activeElement.textContent")).toBe("一、(二)");

    await page.getByRole("button", { name: "确认提交" }).click();
    await page.getByText("已提交,编号").waitFor();
    expect(await page.getByRole("button", { name: "确认提交" }).isVisible()).toBe(false);
    expect(await page.locator(".exchange").count()).toBe(2);
    expect(await page.getByRole("textbox").inputValue()).toBe("");
    expect(trouble).toEqual([]);
    await page.close();
  });

  it("keeps the mark of a former version in sight over the cited clause, however far down that stands", async () => {
    const { page } = await visit({ viewport: { width: 1000, height: 600 } });
    for (const width of [1000, 390]) {
      await page.setViewportSize({ width, height: 600 });
      await page.goto("about:blank");
      const clause = encodeURIComponent("第九十条");
      await page.goto(`${server.url}/documents/long?clause=${clause}&words=${imprint("旧标准90元")}#${clause}`);
      await page.locator(".cited").waitFor();
      const seen = await page.evaluate(`["strong", ".cited"].map((name) => {
        const element = document.querySelector(name === "strong" ? ".former strong" : name);
        const { x, y, width, height } = element.getBoundingClientRect();
        return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      })`);
      expect([width, seen]).toEqual([width, [true, true]]);
    }
    await page.close();
  });

  it("sends a suggestion, and is no wider than a narrow screen", async () => {
    const { page, trouble } = await visit({ viewport: { width: 390, height: 800 } });
    await page.getByRole("button", { name: "我要请假" }).click();
    await page.getByText("您说:我要请假").waitFor();
    for (const path of ["/", "/requests", "/documents/demo-2020", "/guide"]) {
      await page.goto(server.url + path);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    }
    expect(trouble).toEqual([]);
    await page.close();
  });

  it("says so when the program is gone, and keeps what was typed", async () => {
    const { page } = await visit();
    await page.route("**/turns", (route) => route.abort());
    await page.getByRole("textbox").fill("请假");
    await page.keyboard.press("Enter");
    await page.getByText("没有连上知策").waitFor();
    expect(await page.getByRole("textbox").inputValue()).toBe("请假");
    await page.close();
  });

  it("works without JavaScript", async () => {
    const { page } = await visit({ javaScriptEnabled: false });
    await page.getByRole("textbox").fill("请假");
    await page.getByRole("button", { name: "发送" }).click();
    await page.getByRole("button", { name: "确认提交" }).click();
    await page.getByText("已提交,编号").waitFor();
    await page.getByRole("link", { name: "一、(二)" }).click();
    expect(await page.locator(".cited").textContent()).toContain("病假。三天以上");
    await page.close();
  });
});
