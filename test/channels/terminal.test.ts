import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { chat } from "../../src/channels/terminal.ts";
import { type FakeAssistant, fakeAssistant, keyuan, noon, notice, reply, speakers } from "./fake-assistant.ts";

async function typed(lines: readonly string[], assistant: FakeAssistant = fakeAssistant(), interactive = false) {
  const output = new PassThrough();
  const shown = output.toArray();
  const input = Readable.from([Buffer.from(lines.map((line) => `${line}\n`).join(""))]);
  await chat({ input, output, interactive, colours: false, assistant, speakers, speaker: keyuan, now: () => noon });
  output.end();
  return Buffer.concat(await shown).toString();
}

describe("a talk in the terminal", () => {
  it("answers a pipe line by line, without prompts", async () => {
    expect(await typed(["你好", "", "再问"])).toBe("您说:你好\n您说:再问\n");
  });

  it("shows a person whose turn it is, and what may be typed for the buttons", async () => {
    const actions = [
      { label: "确认", action: { kind: "confirm", request: "Q-1", revision: 1 } },
      { label: "取消", action: { kind: "cancel", request: "Q-1", revision: 1 } },
    ] as const;
    const shown = await typed(["请假"], fakeAssistant({ 请假: reply("请核对", { kind: "confirm", actions }) }), true);
    expect(shown).toContain("科员 › ");
    expect(shown).toContain("可以输入：确认 / 取消");
    expect(shown).toContain("再见。");
  });

  it("speaks as another person after /as, in that person's own dialogue", async () => {
    const assistant = fakeAssistant();
    const shown = await typed(["/as kezhang", "待我审批的", "/as nobody"], assistant);
    expect(shown).toContain("现在的身份：科长");
    expect(shown).toContain("zhuren  主任");
    expect(assistant.turns).toMatchObject([{ as: "kezhang", conversation: "terminal:kezhang", now: noon }]);
  });

  it("asks the assistant for help, and leaves on /退出", async () => {
    const assistant = fakeAssistant({ 帮助: reply("可以问制度。", { kind: "help" }) });
    const shown = await typed(["/帮助", "/退出", "不会再问"], assistant);
    expect(shown).toContain("可以问制度。");
    expect(assistant.turns).toHaveLength(1);
  });

  it("names its commands when it does not know one", async () => {
    expect(await typed(["/什么"])).toContain("/帮助");
  });

  it("refuses a line that no person types", async () => {
    const assistant = fakeAssistant();
    expect(await typed(["长".repeat(20_001)], assistant)).toContain("太长");
    expect(assistant.turns).toHaveLength(0);
  });
});

describe("notices in the terminal", () => {
  const waiting = [notice("1", "keyuan", "已批准:您的事假。"), notice("2", "kezhang", "等您审批:一件。")];

  it("are shown to the speaker before anything is said, once, and to the next one when they take over", async () => {
    const assistant = fakeAssistant({}, waiting);
    const shown = await typed(["你好", "/as kezhang", "/as keyuan"], assistant);
    expect(shown.indexOf("【通知】已批准")).toBeLessThan(shown.indexOf("您说:你好"));
    expect(shown.split("【通知】")).toHaveLength(3);
    expect(shown.indexOf("【通知】等您审批")).toBeGreaterThan(shown.indexOf("现在的身份：科长"));
    expect(assistant.shown).toEqual(["1", "2"]);
  });

  it("are looked for anew where somebody comes, and not at every word", async () => {
    const assistant = fakeAssistant({}, waiting);
    await typed(["你好", "再见", "/as kezhang", "你好"], assistant);
    expect(assistant.arrivals).toEqual(["keyuan", "kezhang"]);
  });

  it("that a reply tells count as shown", async () => {
    const assistant = fakeAssistant({ 我的通知: reply("一条", { kind: "status", notices: ["9"] }) });
    await typed(["我的通知"], assistant);
    expect(assistant.shown).toEqual(["9"]);
  });
});
