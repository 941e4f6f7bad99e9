/**
 * Buttons: a press is about the card that it stands on, whatever else is open in the conversation.
 */
import { describe, expect, it } from "vitest";
import type { Action, OfficeRequest } from "../../src/assistant.ts";
import { buttonOf, type Desk, openDesk } from "../talks/desk.ts";

const leaves = ["下周一请一天事假,搬家", "下周二请一天事假,看房", "下周三请一天事假,办证"];

/** Three leaves wait for the section head, who has read the summary of all of them. */
async function summarised(): Promise<Desk & { readonly ids: readonly string[] }> {
  const desk = await openDesk();
  const ids: string[] = [];
  for (const leave of leaves) ids.push((await desk.talk("keyuan", leave, "确认")).request?.id ?? "");
  return { ...desk, ids };
}

const standing = async ({ store }: Desk, ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await store.request(id))?.status));
const allWait = ["submitted", "submitted", "submitted"];
const pressOn = (request: OfficeRequest | undefined, kind: "approve" | "reject"): Action =>
  kind === "approve"
    ? { kind, request: request?.id ?? "", version: request?.version ?? 0 }
    : { kind, request: request?.id ?? "", version: request?.version ?? 0, reason: "" };

describe("a button beside a summary that waits for its second yes", () => {
  it("files one's own card by 确认, and approves nobody", async () => {
    const desk = await summarised();
    const card = await desk.say("kezhang", "下周四请一天事假,体检");
    await desk.say("kezhang", "全部同意");
    const filed = await desk.press("kezhang", buttonOf(card, "confirm"));
    expect(filed).toMatchObject({ kind: "filed", request: { requester: "kezhang" } });
    expect(await standing(desk, desk.ids)).toEqual(allWait);
  });

  it("asks for the reason of one rejection, and a nod after it approves nobody", async () => {
    const desk = await summarised();
    await desk.say("kezhang", "全部同意");
    const first = await desk.store.request(desk.ids[0] ?? "");
    expect((await desk.press("kezhang", pressOn(first, "reject"))).kind).toBe("question");
    await desk.say("kezhang", "行");
    expect(await standing(desk, desk.ids.slice(1))).toEqual(["submitted", "submitted"]);
    expect(await standing(desk, desk.ids.slice(0, 1))).not.toEqual(["approved"]);
  });

  it("approves the one it stands on, and what is said next approves no other", async () => {
    const desk = await summarised();
    await desk.say("kezhang", "全部同意");
    const first = await desk.store.request(desk.ids[0] ?? "");
    expect((await desk.press("kezhang", pressOn(first, "approve"))).kind).toBe("approval");
    await desk.say("kezhang", "好的");
    expect(await standing(desk, desk.ids)).toEqual(["approved", "submitted", "submitted"]);
  });

  it("is still its own second yes", async () => {
    const desk = await summarised();
    const summary = await desk.say("kezhang", "全部同意");
    expect((await desk.press("kezhang", buttonOf(summary, "approve-all"))).kind).toBe("approval");
    expect(await standing(desk, desk.ids)).toEqual(["approved", "approved", "approved"]);
  });
});

describe("a button beside a withdrawal that waits for its yes", () => {
  it("files the draft that it stands on, and takes nothing back", async () => {
    const desk = await openDesk();
    const filed = await desk.talk("keyuan", "下周一请一天事假,搬家", "确认");
    const card = await desk.say("keyuan", "下周二去成都出差一天,考察项目,坐高铁");
    await desk.say("keyuan", "撤回我的事假");
    const reply = await desk.press("keyuan", buttonOf(card, "confirm"));
    expect(reply).toMatchObject({ kind: "filed", request: { type: "travel" } });
    expect(await standing(desk, [filed.request?.id ?? ""])).toEqual(["submitted"]);
  });

  it("shows no prompt of a draft under it, for 确认 would be the withdrawal's", async () => {
    const desk = await openDesk();
    await desk.talk("keyuan", "下周一请一天事假,搬家", "确认");
    await desk.say("keyuan", "下周二去成都出差一天,考察项目,坐高铁");
    const asked = await desk.say("keyuan", "撤回我的事假");
    expect(asked.kind).toBe("confirm");
    expect(asked.text).not.toContain("已经填好");
  });
});

describe("a button beside 要同意第1条吗", () => {
  it("leaves that question: a yes after it approves nobody", async () => {
    const desk = await openDesk();
    const filed = await desk.talk("keyuan", "下周一请一天事假,搬家", "确认");
    const card = await desk.say("kezhang", "下周四请一天事假,体检");
    await desk.talk("kezhang", "取消", "待我审批的", "同意第一条吗");
    await desk.press("kezhang", buttonOf(card, "cancel"));
    await desk.say("kezhang", "好");
    expect(await standing(desk, [filed.request?.id ?? ""])).toEqual(["submitted"]);
  });
});
