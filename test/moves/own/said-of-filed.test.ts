/**
 * What is said of filed requests in passing: it changes or takes back the one that is meant, and opens no new form.
 */
import { describe, expect, it } from "vitest";
import type { OfficeRequest } from "../../../src/assistant.ts";
import { type Desk, monday, openDesk } from "../../talks/desk.ts";

const trip = ["下周二到周四去成都出差,考察项目,坐高铁", "确认"] as const;
const errand = ["12月10号请一天事假,办证", "确认"] as const;
const move = ["下周一请一天事假,搬家", "确认"] as const;

async function desk(...filed: readonly (readonly string[])[]): Promise<Desk> {
  const opened = await openDesk();
  for (const texts of filed) await opened.talk("keyuan", ...texts);
  return opened;
}

/** Whoever is next sends every request under way back, as the log would have it. */
async function sendBack({ store }: Desk): Promise<readonly OfficeRequest[]> {
  const open = await store.requests({ requester: "keyuan", statuses: ["submitted"] });
  for (const one of open) {
    const step = one.approvals.findIndex(({ status }) => status === "pending");
    const by = one.approvals[step]?.approver ?? "";
    const event = { kind: "returned" as const, by, at: monday, step, reason: "写清楚" };
    await store.commit({ events: [{ requestId: one.id, expected: one.version, event }] });
  }
  return open;
}

describe("a change said in passing", () => {
  it.each([
    ["成都那趟多住一天,周五再回", { start: "2026-12-01", end: "2026-12-04" }],
    ["我去成都那个要晚两天回", { start: "2026-12-01", end: "2026-12-05" }],
    ["成都那趟周六才回", { start: "2026-12-01", end: "2026-12-05" }],
    ["出差改成坐飞机", { transport: "飞机" }],
    ["成都的出差再加两个人", { people: 3 }],
    ["出差要延长一天", { end: "2026-12-04" }],
    ["计划有变,改去绵阳", { destination: "绵阳" }],
    ["行程推迟一天", { start: "2026-12-02", end: "2026-12-04" }],
  ])("%s: of the one trip there is", async (text, fields) => {
    const { say } = await desk(trip, errand);
    const { request } = await say("keyuan", text);
    expect(request).toMatchObject({ type: "travel", status: "draft", fields });
    expect(request?.amends).toBeDefined();
  });

  it.each([
    ["假期改成两天", { days: 2 }],
    ["续假两天", { days: 3 }],
    ["12月10号的假改成年休假", { leaveType: "年休假" }],
    ["办证那个假往后推一天", { start: "2026-12-11" }],
  ])("%s: of the one leave there is", async (text, fields) => {
    const { say } = await desk(trip, errand);
    const { request } = await say("keyuan", text);
    expect(request).toMatchObject({ type: "leave", status: "draft", fields });
    expect(request?.amends).toBeDefined();
  });

  it.each(["改到周五", "那就改成两天", "改一下,改到12月18日"])("%s asks which, where several fit", async (text) => {
    const { say } = await desk(trip, errand);
    expect(await say("keyuan", text)).toMatchObject({ kind: "question", requests: [{}, {}] });
  });

  it.each(["改到周五", "改一下,事由是去看牙", "事由改成看牙"])(
    "%s begins no form where nothing is filed",
    async (text) => {
      const { say } = await desk();
      expect((await say("keyuan", text)).request).toBeUndefined();
    },
  );

  it("of a claim changes the line that is named", async () => {
    const { say } = await desk(["报销去成都出差的高铁票236、住宿费300", "确认"]);
    const { request } = await say("keyuan", "住宿改成500");
    expect(request?.fields).toMatchObject({ amount: 736 });
  });

  it.each(["出差能改成坐飞机吗", "改成坐飞机可以吗", "改成几天"])("%s is a question", async (text) => {
    const { say } = await desk(trip);
    expect((await say("keyuan", text)).request).toBeUndefined();
  });

  it.each(["出差推迟的话要重新审批", "如果出差延长一天"])("%s is only supposed, and amends nothing", async (text) => {
    const { say } = await desk(trip, errand);
    expect((await say("keyuan", text)).request?.amends).toBeUndefined();
  });

  it.each(["算了,还是按原来的,不改了", "不改了", "还是按原计划走"])("%s drops the change", async (text) => {
    const { say } = await desk(trip);
    await say("keyuan", "出差改成坐飞机");
    const { kind, text: told } = await say("keyuan", text);
    expect(kind).toBe("cancelled");
    expect(told).toContain("原来的申请保持原样");
  });

  it("is not mixed with another wish, which is asked about", async () => {
    const { say } = await desk(errand);
    await say("keyuan", "续假一天");
    const { kind, text } = await say("keyuan", "12月25日请一天事假,带父亲体检");
    expect(kind).toBe("question");
    expect(text).toContain("要另办一件");
    expect((await say("keyuan", "确认")).request?.fields).toMatchObject({ start: "2026-12-10", reason: "办证" });
  });
});

describe("what was sent back", () => {
  it.each([
    ["改一下,事由写看病", { reason: "看病" }],
    ["改一下,事由是去医院看牙", { reason: "去医院看牙" }],
    ["改到周五", { start: "2026-12-04" }],
    ["改成两天", { days: 2 }],
    ["改到12月22日重新提交", { start: "2026-12-22" }],
  ])("%s changes it", async (text, fields) => {
    const opened = await desk(move);
    const [returned] = await sendBack(opened);
    expect((await opened.say("keyuan", text)).request).toMatchObject({ id: returned?.id, fields });
  });

  it("gives way to the one whose words are said, for a change and for a withdrawal", async () => {
    const opened = await desk(move);
    await sendBack(opened);
    await opened.talk("keyuan", "下周三请一天事假,看房", "确认");
    const changed = await opened.say("keyuan", "把看房的假改到12月4日一天");
    expect(changed.request).toMatchObject({ fields: { reason: "看房", start: "2026-12-04" } });
    await opened.say("keyuan", "取消");
    expect((await opened.say("keyuan", "撤回搬家的")).request?.fields.reason).toBe("搬家");
  });

  it("is asked about where it is two", async () => {
    const opened = await desk(move, errand);
    await sendBack(opened);
    expect((await opened.say("keyuan", "改到12月18日重新提交")).requests).toHaveLength(2);
    expect((await opened.say("keyuan", "办证的")).request?.fields).toMatchObject({
      start: "2026-12-18",
      reason: "办证",
    });
  });
});

describe("what does not happen", () => {
  it.each([
    ["出差取消了,没去", "travel"],
    ["成都的不去了", "travel"],
    ["会议取消了,不去成都了", "travel"],
    ["不休假了", "leave"],
    ["12月10号的假不请了", "leave"],
  ])("%s: asked before the %s is taken back", async (text, type) => {
    const { say } = await desk(trip, errand);
    expect(await say("keyuan", text)).toMatchObject({ kind: "confirm", request: { type, status: "submitted" } });
    expect(await say("keyuan", "确认撤回")).toMatchObject({ kind: "cancelled", request: { type } });
  });

  it("tells what to do of a trip that is over", async () => {
    const { say } = await desk(["今天到周三去成都出差,考察项目,坐高铁", "确认"]);
    await say("fuju", "同意第一条");
    const { kind, text } = await say("keyuan", "成都那趟没去成", { now: "2026-11-27T09:00:00+08:00" });
    expect(kind).toBe("refuse");
    expect(text).toContain("局办公室");
  });

  it("is said of the request that stands, not of its withdrawn amendment", async () => {
    const { say, talk } = await desk(trip);
    await say("fuju", "同意第一条");
    await talk("keyuan", "出差改成坐飞机", "确认", "撤回", "确认撤回");
    expect((await say("keyuan", "撤销成都出差")).request?.status).toBe("approved");
  });
});

describe("the return from a leave", () => {
  const filed = async (text: string, approved: boolean) => {
    const opened = await desk([text, "确认"]);
    if (approved) await opened.say("kezhang", "同意第一条");
    return opened;
  };

  it("says that the leave is not approved, and not that it was kept to", async () => {
    const { say } = await filed("今天请一天事假,搬家", false);
    const { text } = await say("keyuan", "销假,今天回来上班", { now: "2026-11-24T09:00:00+08:00" });
    expect(text).toContain("还没有批准");
    expect(text).not.toContain("按批准的");
  });

  it("counts the days at work that were missed, and none over a weekend", async () => {
    const thursday = { now: "2026-11-26T09:00:00+08:00" };
    const late = await filed("周四请一天事假,搬家", true);
    const card = await late.say("keyuan", "销假,11月30日回来上班", { now: "2026-11-30T09:00:00+08:00" });
    expect(card.text).toContain("晚了3天（其中工作日1天）");
    const early = await filed("周五请一天事假,搬家", true);
    expect((await early.say("keyuan", "我的申请", thursday)).text).toContain("已批准");
    const sunday = await early.say("keyuan", "销假,11月29日回来上班", { now: "2026-11-30T09:00:00+08:00" });
    expect(sunday.text).toContain("按时");
  });

  it("marks in the list what is not approved", async () => {
    const { say, talk } = await filed("今天请一天事假,搬家", true);
    await talk("keyuan", "周二请一天病假,感冒", "确认");
    const { text } = await say("keyuan", "我要销假", { now: "2026-11-25T09:00:00+08:00" });
    expect(text.match(/审批中/gu)).toHaveLength(1);
  });
});
