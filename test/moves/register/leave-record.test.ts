/**
 * The monthly record of leaves: for the office that keeps it, and for heads of sections of their own.
 */
import { describe, expect, it } from "vitest";
import type { Desk } from "../../talks/desk.ts";
import { openDesk } from "../../talks/desk.ts";

const rows = (text: string) => text.split("\n").filter((line) => /^\| \d/u.test(line));

async function leavesOfNovember(): Promise<Desk> {
  const desk = await openDesk();
  const file = async (as: string, now: string, text: string) => {
    const change = { now, conversation: `${as} ${now}` };
    await desk.say(as, text, change);
    return desk.say(as, "确认", change);
  };
  await file("keyuan", "2026-11-02T09:00:00+08:00", "明天请一天病假,胃疼得厉害");
  await file("fenju", "2026-10-29T09:00:00+08:00", "10月30号到11月3号请事假,家里装修");
  await file("jiashiyuan", "2026-11-09T09:00:00+08:00", "明天请一天事假");
  await file("xingtai", "2026-11-09T09:00:00+08:00", "明天请一天事假");
  return desk;
}

describe("the record of leaves", () => {
  it("shows the office every leave of the unit with a day in the month, the earliest first", async () => {
    const { say } = await leavesOfNovember();
    const { kind, text, citations } = await say("bangongshi", "这个月的请假备案表");
    expect(kind).toBe("answer");
    expect(rows(text)).toEqual([
      expect.stringMatching(/分局 工作人员.*事假.*2026-10-30 至 2026-11-03.*审批中/u),
      expect.stringMatching(/科员.*病假.*2026-11-03/u),
      expect.stringMatching(/驾驶员.*事假.*2026-11-10/u),
    ]);
    expect(citations[0]?.quote).toContain("汇总报办公室备案");
  });

  it("shows a head of a section the own section alone", async () => {
    const { say } = await leavesOfNovember();
    expect(rows((await say("kezhang", "上个月科里谁请过假", { now: "2026-12-04T09:00:00+08:00" })).text)).toEqual([
      expect.stringContaining("科员"),
    ]);
    expect(rows((await say("fenjuzhang", "10月请销假情况汇总", { conversation: "f" })).text)).toHaveLength(1);
  });

  it("shows nobody else anything, and names the clause", async () => {
    const { say } = await leavesOfNovember();
    for (const as of ["keyuan", "fenju", "fuju", "juzhang"]) {
      const { kind, text, citations } = await say(as, "这个月谁请假了", { conversation: as });
      expect(kind, as).toBe("refuse");
      expect(text).not.toContain("病假");
      expect(citations[0]?.clause).toBe("一、(十)2");
    }
  });

  it("never tells why somebody was away", async () => {
    const { say } = await leavesOfNovember();
    const { text } = await say("bangongshi", "11月请假汇总");
    expect(text).not.toMatch(/胃疼|装修/u);
  });

  it("leaves out what was rejected or taken back", async () => {
    const desk = await leavesOfNovember();
    await desk.say("kezhang", "驳回第一条 人手不够");
    await desk.talk("jiashiyuan", "撤回我的请假", "确认撤回");
    expect(rows((await desk.say("bangongshi", "这个月的请假备案表")).text)).toHaveLength(1);
  });

  it("has the day back of a leave that was returned from, and says which was not", async () => {
    const desk = await leavesOfNovember();
    const [leave] = await desk.store.requests({ requester: "keyuan" });
    const request = {
      id: "Q-BACK",
      type: "leave-return" as const,
      unit: "ziyang",
      requester: "keyuan",
      status: "draft" as const,
      fields: { basis: leave?.id ?? "", end: "2026-11-04" },
      approvals: [],
      filedAt: "",
      version: 0,
    };
    const at = "2026-11-04T09:00:00+08:00";
    await desk.store.commit({
      events: [{ requestId: "Q-BACK", expected: 0, event: { kind: "filed", by: "keyuan", at, request } }],
    });
    const { text } = await desk.say("bangongshi", "这个月的请假备案表");
    expect(rows(text).find((row) => row.includes("科员"))).toContain("2026-11-04");
    expect(rows(text).find((row) => row.includes("驾驶员"))).toContain("未销假");
  });

  it("of a month without leaves says so, and of offices whose documents know no such record too", async () => {
    const { say } = await leavesOfNovember();
    expect((await say("bangongshi", "8月请销假备案表")).text).toContain("2026年8月没有登记过请假");
    expect((await say("xingtaizhuren", "这个月的请假备案表")).text).toContain("没有写请假备案");
  });

  it("is not what somebody means who asks whom to ask for leave", async () => {
    const { say } = await openDesk();
    expect((await say("keyuan", "请两天事假跟谁请假")).text).toContain("科长");
    expect((await say("keyuan", "请销假情况由谁汇总报备案")).text).not.toContain("看本科室的");
  });
});
