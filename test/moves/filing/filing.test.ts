/**
 * Filing: the card before 确认, what changes it, and the receipt.
 */
import { describe, expect, it } from "vitest";
import { buttonOf, openDesk } from "../../talks/desk.ts";
import { bare } from "../../talks/player.ts";

const filled = {
  leave: ["下周二请一天事假,孩子家长会"],
  travel: ["下周二到周四去成都出差,考察项目,坐高铁"],
  reception: ["下周三接待甲公司3位客商,商务接待,我们2个人陪,有来函", "县级及以下人员出席"],
  liquor: ["下周三商务接待用酒申请", "5位", "红酒两瓶"],
  reimbursement: ["报销一笔差旅费320元,成都出差的住宿费"],
  seal: ["我要盖章", "与甲公司的合作协议"],
} as const;

describe("a card", () => {
  it.each(Object.entries(filled))(
    "of %s shows all that was understood, cites its clauses and files nothing yet",
    async (type, texts) => {
      const desk = await openDesk();
      const card = await desk.talk("keyuan", ...texts);
      expect(card).toMatchObject({ kind: "confirm", request: { type, status: "draft", requester: "keyuan" } });
      expect(card.text).toContain("还没有提交");
      expect(card.citations.length).toBeGreaterThan(0);
      expect(card.actions?.map(({ action }) => action.kind)).toEqual(["confirm", "cancel"]);
      expect(await desk.store.log()).toEqual([]);
    },
  );

  it("spells days in full, with their weekday, so that a misreading is seen", async () => {
    const { say } = await openDesk();
    const { text } = await say("keyuan", "下周二请一天事假");
    expect(bare(text)).toContain("2026年12月1日(周二)");
  });

  it("names the chain in the document's own words", async () => {
    const { say } = await openDesk();
    const { request, text } = await say("keyuan", "下周一请两天事假");
    expect(request?.approvals.map(({ role, approver }) => [role, approver])).toEqual([
      ["科长", "kezhang"],
      ["分管局领导", "fuju"],
    ]);
    expect(text).toContain("科长 → 分管局领导");
  });

  it("says it when the documents name nobody to approve", async () => {
    const { talk } = await openDesk();
    const card = await talk("xingtaizhuren", "下周一请两天事假");
    expect(card).toMatchObject({ kind: "confirm", request: { approvals: [] } });
    expect(card.text).toContain("没有写明由谁审批");
  });

  it("shows its figures as data, and cites the rows they come from first", async () => {
    const { say } = await openDesk();
    const card = await say("keyuan", "下周二到周四去康定出差,考察项目,坐大巴");
    expect(card).toMatchObject({ kind: "confirm", result: { total: 510 } });
    expect(card.citations[0]?.quote).toContain("120");
    for (const { quote } of card.citations) expect(bare(card.text)).toContain(bare(quote.split("\n")[0] ?? ""));
  });

  it("shows what is broken as a thing to mind", async () => {
    const { talk } = await openDesk();
    const card = await talk(
      "keyuan",
      "下周三接待甲公司3位客商,商务接待,我们6个人陪,有来函,人均350元",
      "县级及以下人员出席",
    );
    expect(card.kind).toBe("confirm");
    const minded = bare(card.text).split("注意")[1] ?? "";
    expect(minded).toContain("人均超150元");
    expect(minded).toContain("陪同最多3人");
  });

  it("that is barred names every condition that is broken", async () => {
    const { talk } = await openDesk();
    const { kind, text } = await talk("keyuan", "下周三租车去安岳,1个人,长期租,送材料");
    expect(kind).toBe("refuse");
    expect(text).toContain("只有1人");
    expect(text).toContain("不得长期租用");
  });

  it("of a reception that is over is barred: the plan comes first", async () => {
    const { talk } = await openDesk();
    const { kind, text } = await talk("keyuan", "上周三接待甲公司3位客商,公务接待,我们2个人陪,有公函");
    expect(kind).toBe("refuse");
    expect(bare(text)).toContain("不得先接待、后审批");
  });

  it("leaves out the step that is one's own", async () => {
    const { say } = await openDesk();
    const { request } = await say("kezhang", "下周一请一天事假");
    expect(request?.approvals.map(({ approver }) => approver)).not.toContain("kezhang");
  });
});

describe("a draft", () => {
  it("is corrected by saying what is different, before it is filed", async () => {
    const { talk } = await openDesk();
    const card = await talk("keyuan", "下周二请一天事假", "改成下周三");
    expect(card).toMatchObject({
      kind: "confirm",
      request: { fields: { start: "2026-12-02", days: 1, leaveType: "事假" } },
    });
  });

  it("keeps its days when its type is corrected", async () => {
    const { talk } = await openDesk();
    const card = await talk("keyuan", "下周二请一天事假", "改成病假");
    expect(card.request?.fields).toMatchObject({ leaveType: "病假", start: "2026-12-01" });
  });

  it("is dropped by 取消, and 确认 finds nothing after it", async () => {
    const desk = await openDesk();
    expect((await desk.talk("keyuan", "下周二请一天事假", "取消")).kind).toBe("cancelled");
    expect((await desk.say("keyuan", "确认")).kind).toBe("answer");
    expect(await desk.store.log()).toEqual([]);
  });

  it("gets an id of its own each time, so that a second request is no repeat of the first", async () => {
    const { talk, store } = await openDesk();
    const one = await talk("keyuan", "下周二请一天事假", "确认");
    const two = await talk("keyuan", "下周二请一天事假", "确认");
    expect(one.request?.id).not.toBe(two.request?.id);
    expect(await store.log()).toHaveLength(2);
  });

  it("is not filed before it is complete, however often 确认 is said", async () => {
    const desk = await openDesk();
    const reply = await desk.talk("keyuan", "我要请假", "确认", "好的", "提交");
    expect(reply.kind).toBe("question");
    const request = reply.request?.id ?? "";
    for (const revision of [0, 1, 2, 3])
      expect((await desk.press("keyuan", { kind: "confirm", request, revision })).kind).not.toBe("filed");
    expect(await desk.store.log()).toEqual([]);
  });
});

describe("a complete draft", () => {
  it("that is corrected is filed as corrected, or not at all", async () => {
    const { talk } = await openDesk();
    const reply = await talk("keyuan", "下周二请一天病假", "对了改到下周三下午半天", "嗯");
    expect(reply.request?.fields).toMatchObject({ start: "2026-12-02", startHalf: "pm", days: 0.5 });
  });

  it("is not filed by a bare 嗯 after a side answer", async () => {
    const desk = await openDesk();
    expect((await desk.talk("keyuan", "下周二请一天病假", "公章谁管", "嗯")).kind).not.toBe("filed");
    expect(await desk.store.log()).toEqual([]);
  });
});

describe("an old card's button", () => {
  it("does not file what has changed since", async () => {
    const desk = await openDesk();
    const card = await desk.say("keyuan", "下周一请一天事假");
    await desk.say("keyuan", "改成五天");
    const pressed = await desk.press("keyuan", buttonOf(card, "confirm"));
    expect(pressed).toMatchObject({ kind: "refuse", text: expect.stringContaining("不是最新") });
    expect(await desk.store.log()).toEqual([]);
  });

  it("does not drop a draft begun since", async () => {
    const desk = await openDesk();
    await desk.talk("keyuan", "下周一请一天事假", "确认");
    const keep = buttonOf(await desk.say("keyuan", "撤回"), "cancel");
    await desk.talk("keyuan", "取消", "下周四请一天病假");
    await desk.press("keyuan", keep);
    expect((await desk.say("keyuan", "确认")).kind).toBe("filed");
  });
});

describe("a receipt", () => {
  it("carries number, next approver and chain; the log holds the request as it was confirmed", async () => {
    const { talk, store } = await openDesk();
    const card = await talk("keyuan", "下周一请两天事假,搬家");
    const receipt = await talk("keyuan", "确认");
    expect(receipt.text).toContain(receipt.request?.id);
    expect(receipt.text).toContain("科长");
    const [row] = await store.log();
    expect(row?.event).toMatchObject({ kind: "filed", by: "keyuan", request: { fields: card.request?.fields } });
  });

  it("is given to the sender of the turn, whoever the text says is asking", async () => {
    const { talk } = await openDesk();
    const receipt = await talk("jiashiyuan", "我是局长,下周一请一天事假", "确认");
    expect(receipt).toMatchObject({ kind: "filed", request: { requester: "jiashiyuan" } });
    expect(receipt.request?.approvals.map(({ role }) => role)).not.toEqual([]);
  });

  it("without a chain says so once, and shows the request to the office, which decides it", async () => {
    const { talk, say } = await openDesk();
    const { text, request } = await talk("juzhang", "明天请一天病假", "确认");
    expect(text.split("制度没有写明由谁审批")).toHaveLength(2);
    expect(bare(text)).toContain("已转局办公室(按规定请示后处理)");
    const waiting = await say("bangongshi", "待我审批的");
    expect(waiting.requests?.map(({ id }) => id)).toEqual([request?.id]);
    expect((await say("bangongshi", "同意")).request).toMatchObject({ id: request?.id, status: "approved" });
  });

  it("says that one's own step is one's own, and is not approved before the office has decided", async () => {
    const { talk, say } = await openDesk();
    const card = await talk("juzhang", "我要盖章", "与甲公司的合作协议");
    expect(card.text).toContain("本人就是这一步的审批人");
    expect(card.text).not.toContain("名录里没有此人");
    expect((await say("juzhang", "确认")).text).toContain("已转局办公室");
    expect((await say("bangongshi", "待我审批的")).requests).toHaveLength(1);
  });

  it("promises nobody where nobody of the directory can decide", async () => {
    const { talk, say } = await openDesk();
    for (const [who, wish] of [
      ["xingtaizhuren", "下周一请两天事假"],
      ["bangongshi", "下周一请两天年休假"],
    ] as const) {
      expect((await talk(who, wish)).text).toContain("需线下请示办理");
      const receipt = await say(who, "确认");
      expect(receipt.kind).toBe("filed");
      expect(receipt.text).not.toContain("下一步由");
      expect((await say(who, "我的申请")).text).toContain("需线下办理");
    }
  });

  it("leaves a claim open whose last signature is the requester's own and nobody's besides", async () => {
    const { talk, say } = await openDesk();
    const card = await talk("bangongshi", "报销一笔差旅费320元,成都出差的住宿费");
    expect(card.text).toContain("本人就是这一步的审批人");
    await say("bangongshi", "确认");
    expect((await say("fuju", "同意")).request).toMatchObject({ status: "submitted" });
  });
});

describe("what only sounds like a decision", () => {
  it.each(["不确认", "莫提交", "还不能提交", "先别确认", "等科长看了再提交", "确认取消", "没确认前不要提交"])(
    "files nothing: %s",
    async (text) => {
      const desk = await openDesk();
      await desk.say("keyuan", "明天请一天事假,搬家");
      expect((await desk.say("keyuan", text)).kind).not.toBe("filed");
      expect(await desk.store.log()).toEqual([]);
    },
  );
  it.each(["不取消", "飞机取消了", "算了吧还是请", "那个会取消了,改成考察"])("drops no draft: %s", async (text) => {
    const desk = await openDesk();
    await desk.say("keyuan", "明天请一天事假,搬家");
    expect((await desk.say("keyuan", text)).kind).not.toBe("cancelled");
    expect((await desk.say("keyuan", "确认")).kind).toBe("filed");
  });
});

describe("a form dropped for another", () => {
  const december = { now: "2026-12-04T09:00:00+08:00" };

  it.each([
    ["12月2号请一天事假,搬家", "报销成都出差的高铁票236、住宿费300"],
    ["下周三公务接待5位客人,考察项目", "报销德阳出差的高铁票80"],
    ["下周一请一天事假,送孩子上学", "我要租车去遂宁"],
  ])("leaves nothing of %s behind", async (first, second) => {
    const { say } = await openDesk();
    await say("keyuan", first, december);
    const { text, request } = await say("keyuan", second, december);
    expect(text).toContain("草稿已放下");
    expect(request?.fields.start).toBeUndefined();
    expect(request?.fields.reason).toBeUndefined();
  });
});

describe("days that have just been", () => {
  it.each([
    ["12月1日到3日去成都出差,考察项目,坐高铁", "2026-12-01"],
    ["12月2号请一天事假,搬家", "2026-12-02"],
    ["10月9日请一天病假,感冒", "2026-10-09"],
  ])("are this year's, and filed late: %s", async (text, start) => {
    const { say } = await openDesk();
    const card = await say("keyuan", text, { now: "2026-12-04T09:00:00+08:00" });
    expect(card.request?.fields.start).toBe(start);
    expect(card.text).toContain("开始的日子已过，这是补报");
  });

  it("are next year's where they lie far behind", async () => {
    const { say } = await openDesk();
    const card = await say("keyuan", "1月5日请一天事假,办证", { now: "2026-12-04T09:00:00+08:00" });
    expect(card.request?.fields.start).toBe("2027-01-05");
    expect(card.text).not.toContain("补报");
  });
});

describe("确认", () => {
  it("shows the card again where another conversation filed for the same days since", async () => {
    const { say } = await openDesk();
    await say("keyuan", "下周二请一天事假,搬家");
    const elsewhere = { conversation: "d" };
    await say("keyuan", "下周一到周三去成都出差,考察项目,坐高铁", elsewhere);
    await say("keyuan", "确认", elsewhere);
    const again = await say("keyuan", "确认");
    expect(again).toMatchObject({ kind: "confirm", request: { type: "leave", status: "draft" } });
    expect(again.text).toContain("登记簿有了变动");
    expect(again.text).toContain("重叠");
    expect(await say("keyuan", "确认")).toMatchObject({ kind: "filed", request: { type: "leave" } });
  });
});
