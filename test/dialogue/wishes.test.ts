/**
 * Several requests in one message: each is taken up in turn, none is lost.
 */
import { describe, expect, it } from "vitest";
import { openActs } from "../../src/dialogue/acts.ts";
import { wishesIn } from "../../src/dialogue/wishes.ts";
import { openDesk } from "../talks/desk.ts";

const acts = openActs("data/acts.json");

describe("a message with several requests", () => {
  it.each([
    ["明天请一天事假,另外帮我把上周的车票报了", ["明天请一天事假", "另外帮我把上周的车票报了"]],
    ["我要盖章\uff0c合同2份\uff0c顺便报销打印费三百五", ["我要盖章,合同2份", "顺便报销打印费三百五"]],
    ["明天请假一天事假,后天去成都出差一天坐高铁", ["明天请假一天事假", "后天去成都出差一天坐高铁"]],
    ["请两天事假和报销车票", ["请两天事假", "报销车票"]],
    ["下周二去成都出差两天,坐高铁,顺便申请租个车", ["下周二去成都出差两天,坐高铁", "顺便申请租个车"]],
  ])("is one text for each: %s", (text, parts) => expect(wishesIn(text, acts)).toEqual(parts));
  it.each(["接待客商6个人,要用酒", "我要请假,出差的事回头再说", "周五请假谁批,出差谁批", "下周三请一天事假,租车谁批"])(
    "is one where the other is only named or asked about: %s",
    (text) => expect(wishesIn(text, acts)).toEqual([text]),
  );
  it("is never cut where a part of it must be refused", () =>
    expect(wishesIn("明天请一天事假,再帮我报销一份假发票", acts)).toHaveLength(1));

  it("begins the first, says that the other waits, and begins that when the first is filed", async () => {
    const { say, store } = await openDesk();
    const card = await say("keyuan", "明天请一天事假,另外帮我报销车票320块");
    expect(card).toMatchObject({ kind: "confirm", request: { type: "leave" } });
    expect(card.text).toContain("接着办下一件");
    const filed = await say("keyuan", "确认");
    expect(filed).toMatchObject({ kind: "filed", request: { type: "leave", status: "submitted" } });
    expect(filed.text).toMatch(/报销/u);
    expect(await store.requests({ requester: "keyuan" })).toHaveLength(1);
    expect(await say("keyuan", "确认")).toMatchObject({ kind: "filed", request: { type: "reimbursement" } });
    expect(await say("keyuan", "确认")).not.toMatchObject({ kind: "filed" });
  });
  it("loses none of four, and none where the first turns out to be a question", async () => {
    expect(wishesIn("请一天事假,再报销车票,另外帮我租车,还要申请盖章", acts)).toHaveLength(4);
    const { say } = await openDesk();
    expect((await say("keyuan", "请假要谁批,另外帮我报销车票320块")).kind).not.toBe("error");
  });
  it("keeps no private number of what waits", async () => {
    const { say, store } = await openDesk();
    await say("keyuan", "明天请一天事假,另外帮我报销13800138000打来的车票");
    expect(JSON.stringify(await store.conversation("c keyuan"))).not.toContain("13800138000");
  });
  it("goes on to the other when the first is dropped", async () => {
    const { say } = await openDesk();
    await say("keyuan", "我要请假,再帮我申请盖章");
    const dropped = await say("keyuan", "算了不请了");
    expect(dropped.kind).toBe("cancelled");
    expect(dropped.text).toMatch(/用印|盖/u);
  });
});
