/** The approval of an amendment, which takes the place of another request in the same commit. */
import { describe, expect, it } from "vitest";
import type { OfficeRequest } from "../../../src/requests/request.ts";
import { type Desk, monday, openDesk } from "../../talks/desk.ts";

/** An approved trip of keyuan, and an amendment of it that waits for fuju. */
async function amended(): Promise<Desk & { readonly before: OfficeRequest; readonly after: OfficeRequest }> {
  const desk = await openDesk();
  await desk.talk("keyuan", "下周四去成都出差一天,谈项目,坐高铁", "确认");
  const { request: before } = await desk.talk("fuju", "待我审批的", "同意第一条");
  if (before === undefined) throw new Error("nothing was approved");
  const approvals = before.approvals.map(({ role, approver }) => ({ role, approver, status: "pending" as const }));
  const after: OfficeRequest = { ...before, id: "Q-2", status: "submitted", approvals, amends: before.id, version: 1 };
  const request: OfficeRequest = { ...after, status: "draft", version: 0 };
  const event = { kind: "filed" as const, by: "keyuan", at: monday, request };
  expect(await desk.store.commit({ events: [{ requestId: "Q-2", expected: 0, event }] })).toBe("done");
  return { ...desk, before, after };
}

describe("the last approval of an amendment", () => {
  it("cancels what it takes the place of, in the same commit", async () => {
    const desk = await amended();
    const done = await desk.talk("fuju", "待我审批的", "同意第一条");
    expect(done.text).toContain(`原来的 ${desk.before.id} 由它代替`);
    expect(await desk.store.request(desk.before.id)).toMatchObject({ status: "cancelled", amendedBy: "Q-2" });
    expect(await desk.store.request("Q-2")).toMatchObject({ status: "approved" });
    expect(await desk.store.verify()).toMatchObject({ kind: "whole" });
  });
  it("does so in a batch as well", async () => {
    const desk = await amended();
    expect((await desk.say("fuju", "全部同意")).text).toContain(`变更 ${desk.before.id}`);
    await desk.say("fuju", "确认全部同意");
    expect(await desk.store.request(desk.before.id)).toMatchObject({ status: "cancelled" });
  });
  it("lets no claim be filed on the trip before meanwhile, and says why", async () => {
    const desk = await amended();
    const later = { now: "2026-12-07T09:00:00+08:00" };
    const card = await desk.say("keyuan", "报销出差的住宿费300", later);
    expect(card.text).toContain(desk.before.id);
    expect(card.text).toContain("有一份变更还在审批");
    expect(card.request?.fields.basis).not.toBe(desk.before.id);
    await desk.press("fuju", { kind: "approve", request: "Q-2", version: 1 }, later);
    const again = await desk.say("keyuan", "取消", later).then(() => desk.say("keyuan", "报销出差的住宿费300", later));
    expect(again).toMatchObject({ request: { fields: { basis: "Q-2" } } });
  });
});
