/**
 * The pictures of the README, taken from the program as it runs: `node docs/pictures.ts [FOLDER]`, by hand.
 *
 * Takes    Chromium, and `script` (util-linux) for a terminal. The log is empty and thrown away; the clock is the machine's.
 * Returns  console.png, console-narrow.png, console-approver.png and terminal.svg in the folder, docs/ unless another is named.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { begin, main, node, printedAddress, withLog } from "../bench/program.ts";
import { terminalSvg } from "./terminal-svg.ts";

const folder = process.argv[2] ?? "docs";
const wide: BrowserContextOptions = { viewport: { width: 1280, height: 860 }, colorScheme: "light" };
const narrow: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  colorScheme: "light",
  deviceScaleFactor: 2,
};
const question = "请两天事假,要经过谁批准?";
const sum = "去康定出差三天,伙食补助一共多少?";
const drink = "公务接待能不能喝酒?";
const leave = "下周一到周三请事假,搬家";
const shortLeave = "下周一请一天事假,搬家";

await withLog(async (databaseUrl) => {
  const console = begin(node, [main, "serve"], databaseUrl);
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    await pictures(browser, await printedAddress(console));
  } finally {
    await browser.close();
    await console.end();
  }
});
writeFileSync(join(folder, "terminal.svg"), terminalSvg(await terminalSession()));

async function pictures(browser: Browser, address: string): Promise<void> {
  const desk = await visit(browser, address, wide);
  await say(desk, question);
  await say(desk, sum);
  // A real click would scroll to the link first, away from the answer.
  await desk.locator(".exchange").last().locator(".sources a").first().dispatchEvent("click");
  await desk.locator("#reader .cited").first().waitFor();
  await shoot(desk, "console.png");

  const phone = await visit(browser, address, narrow);
  await say(phone, leave);
  await shoot(phone, "console-narrow.png");
  await say(phone, "确认");

  const approver = await visit(browser, address, wide);
  await approver.getByLabel("身份").selectOption("kezhang");
  await approver.waitForLoadState();
  const switchButton = approver.getByRole("button", { name: "切换" });
  if (await switchButton.isVisible()) await switchButton.click();
  await approver.goto(`${address}/requests`);
  await shoot(approver, "console-approver.png");
}

async function visit(browser: Browser, address: string, options: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(address);
  return page;
}

/** Types, sends, and waits for the reply. */
async function say(page: Page, text: string): Promise<void> {
  const before = await page.locator(".exchange").count();
  await page.locator("#text").fill(text);
  await page.keyboard.press("Enter");
  await page.locator(".exchange").nth(before).waitFor();
}

async function shoot(page: Page, name: string): Promise<void> {
  // The page scrolls by itself to what is new.
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(folder, name) });
}

/** A session in a real terminal, as it was printed: what is typed is echoed by the program's own line editor. */
async function terminalSession(): Promise<string> {
  return withLog(async (databaseUrl) => {
    const run = `${node} ${main} chat`;
    const program = begin(
      "script",
      ["-qec", `stty cols 96 rows 40; TERM=xterm-256color ${run}`, "/dev/null"],
      databaseUrl,
    );
    await program.printed(/› /u);
    for (const line of [drink, shortLeave, "确认", "/as kezhang", "同意第一条"]) {
      const before = (await program.printed(/› /u)).length;
      program.type(`${line}\r`);
      await program.printed(new RegExp(`^[\\s\\S]{${before + line.length}}[\\s\\S]*› `, "u"));
    }
    program.type("/退出\r");
    await program.left();
    return program.printed(/再见/u);
  });
}
