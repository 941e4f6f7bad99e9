/**
 * Notices: whoever is waited for, whoever asked and whoever keeps the record is told once, in working hours, unasked.
 */
import { describe, expect, it } from "vitest";
import type { Told } from "../../../src/assistant.ts";
import { openAssistant } from "../../../src/assistant.ts";
import { remindersOn } from "../../../src/moves/telling/reminders.ts";
import type { Store } from "../../../src/store/store.ts";
import { buttonOf, type Desk, monday, office, openDesk } from "../../talks/desk.ts";
import { bare } from "../../talks/player.ts";

const at = (time: string, date = "2026-11-23") => `${date}T${time}:00+08:00`;
const ten = at("10:00");

/** The desk, and its other door. */
async function opened() {
  const desk = await openDesk();
  const telling = openAssistant({ ...office, store: desk.store }, () => undefined);
  /** What somebody is told at that time, and that they have seen it. */
  const seen = async (to: string | undefined, now = ten): Promise<readonly Told[]> => {
    const notices = await telling.tell({ to, now, most: 20 });
    await telling.told(
      notices.map(({ key }) => key),
      now,
    );
    return notices;
  };
  return {
    ...desk,
    ...telling,
    seen,
    texts: async (to: string, now = ten) => (await seen(to, now)).map((one) => bare(one.text)),
  };
}

const keptIn = async (store: Store) =>
  JSON.stringify(
    await store.takeNotices({ now: at("23:59", "2099-12-31"), until: at("23:59", "2099-12-31"), most: 500 }),
  );
const sick = "下周一请两天病假,腰椎间盘突出要做理疗";
const file = async ({ talk }: Pick<Desk, "talk">, text = "下周一请两天事假,家里装修") =>
  (await talk("keyuan", text, "确认")).request?.id ?? "";

describe("who is told", () => {
  it("is the next approver, of what waits and what to say", async () => {
    const desk = await opened();
    const id = await file(desk);
    const [text, ...more] = await desk.texts("kezhang");
    expect(text).toContain(`等您审批:投资促进一科科员的事假,2026年11月30日`);
    expect(text).toContain(id.toLowerCase());
    expect(text).toContain("待我审批的");
    expect(more).toEqual([]);
    expect(await desk.texts("fuju")).toEqual([]);
  });

  it("is the requester of each step, and then the next in the chain", async () => {
    const desk = await opened();
    await file(desk);
    await desk.talk("kezhang", "待我审批的", "同意第一条");
    expect(await desk.texts("keyuan")).toEqual([
      expect.stringMatching(/^科长已同意:您的事假.*接下来由分管局领导审批/u),
    ]);
    expect(await desk.texts("fuju")).toEqual([expect.stringContaining("等您审批")]);
    await desk.talk("fuju", "待我审批的", "同意第一条");
    expect(await desk.texts("keyuan")).toEqual([expect.stringMatching(/^已批准:您的事假.*假期结束后说“销假”/u)]);
  });

  it("is whoever stands in for the next approver, and not the one who is away", async () => {
    const desk = await opened();
    await desk.talk("kezhang", "今天请一天事假,看牙", "确认");
    await desk.talk("fuju", "同意第一条");
    const id = await file(desk);
    expect(await desk.texts("kezhang")).toEqual([expect.stringContaining("已批准")]);
    const [text] = (await desk.texts("fuju")).filter((one) => one.includes(id.toLowerCase()));
    expect(text).toContain("等您审批");
    expect(text).toContain("代");
    // Back at the desk the next day, the section head is told of what still waits.
    const later = at("10:00", "2026-11-25");
    await desk.store.commit({ events: [], notices: await remindersOn({ ...office, store: desk.store }, "2026-11-25") });
    expect((await desk.texts("kezhang", later)).filter((one) => one.includes(id.toLowerCase()))).toHaveLength(1);
  });

  it("is the office of a leave that goes on record, and by its type and days alone", async () => {
    const desk = await opened();
    const id = await file(desk, sick);
    await desk.talk("kezhang", "待我审批的", "同意第一条");
    expect(await desk.texts("bangongshi")).toEqual([]);
    await desk.talk("fuju", "待我审批的", "同意第一条");
    expect(await desk.texts("bangongshi")).toEqual([
      `备案:投资促进一科科员的请假(${id.toLowerCase()}),2026年11月30日(周一)至2026年12月1日(周二)(2天),已批准。说“请假备案表”可以看本月的`,
    ]);
  });

  it("learns the reason where it is their own request, and nobody else does", async () => {
    const desk = await opened();
    await file(desk);
    await desk.talk("kezhang", "待我审批的", "驳回第一条,原因:那两天有接待");
    const [text = ""] = await desk.texts("keyuan");
    expect(text).toMatch(/^被科长驳回了:您的事假.*原因:那两天有接待。说“我的申请”/u);
    expect(await keptIn(desk.store)).not.toContain("接待");
    for (const { id } of office.staff.people) expect((await desk.texts(id)).join("")).not.toContain("接待");
  });

  it("learns who did it in whose stead", async () => {
    const desk = await opened();
    await file(desk);
    await desk.talk("kezhang", "今天到周三由办公室主任代我审批", "确认");
    await desk.talk("bangongshi", "待我审批的", "同意第一条");
    expect(await desk.texts("keyuan")).toEqual([
      expect.stringMatching(/^办公室主任代投资促进一科科长已同意:您的事假.*接下来由分管局领导审批/u),
    ]);
    await desk.talk("fuju", "今天到周三由办公室主任代我审批", "确认");
    const other = await file(desk, "12月10日请一天事假,搬家");
    await desk.talk("bangongshi", "待我审批的", "退回第一条,原因:请改到周五");
    const [sentBack = ""] = (await desk.texts("keyuan")).filter((one) => one.includes(other.toLowerCase()));
    expect(sentBack).toMatch(/^被办公室主任代投资促进一科科长退回修改.*要改的:请改到周五。/u);
  });

  it("is who stands in: that they were named, until when, and what waits now", async () => {
    const desk = await opened();
    await file(desk);
    await desk.talk("kezhang", "今天到周三由办公室主任代我审批", "确认");
    const named = (await desk.texts("bangongshi")).filter((one) => one.includes("委托"));
    expect(named).toEqual([
      "投资促进一科科长委托您代为审批:2026年11月23日(周一)至2026年11月25日(周三)(3天)。现在有1件等您,说“待我审批的”就可以办",
    ]);
    expect(bare((await desk.say("bangongshi", "我的通知")).text)).toContain("等您审批(代投资促进一科科长):");
  });

  it("is who stood in, when it is taken back, and who decides again, of what waits", async () => {
    const desk = await opened();
    const id = await file(desk);
    await desk.talk("kezhang", "今天到周三由办公室主任代我审批", "确认");
    expect((await desk.say("kezhang", "我的通知")).text).not.toContain("等您审批");
    await desk.texts("bangongshi");
    const asked = await desk.say("kezhang", "撤回");
    await desk.press("kezhang", buttonOf(asked, "withdraw"));
    expect(await desk.texts("bangongshi")).toEqual([expect.stringMatching(/^不用您代投资促进一科科长审批了/u)]);
    const listed = await desk.say("kezhang", "我的通知");
    expect(listed.text).toContain(id);
    expect(listed.text).toMatch(/新的通知有 1 条[\s\S]*等您审批/u);
  });

  it("is nobody of what they did themselves, nor of what was taken back since", async () => {
    const desk = await opened();
    await file(desk);
    expect(await desk.texts("keyuan")).toEqual([]);
    const asked = await desk.say("keyuan", "撤回");
    await desk.press("keyuan", buttonOf(asked, "withdraw"));
    for (const person of office.staff.people) expect(await desk.texts(person.id)).toEqual([]);
  });

  it("is told the last of a matter where several came up", async () => {
    const desk = await opened();
    await file(desk);
    await desk.talk("kezhang", "待我审批的", "同意第一条");
    await desk.talk("fuju", "待我审批的", "同意第一条");
    expect(await desk.texts("keyuan")).toEqual([expect.stringMatching(/^已批准/u)]);
  });
});

describe("a notice", () => {
  it("is told once; where it was taken and never shown, again when the lease is over", async () => {
    const desk = await opened();
    await file(desk);
    const asked = (now: string) => desk.tell({ to: "kezhang", now, most: 5 });
    expect(await asked(ten)).toHaveLength(1);
    expect(await asked(at("10:01"))).toEqual([]);
    const [again] = await asked(at("10:03"));
    await desk.told([again?.key ?? ""], at("10:03"));
    expect(await asked(at("10:30"))).toEqual([]);
    expect(await desk.toldBefore({ to: "kezhang", now: ten, most: 5 })).toMatchObject([{ key: again?.key }]);
  });

  it("that comes up in the evening waits for the morning, but not for who asks", async () => {
    const desk = await opened();
    const evening = { now: at("20:00") };
    await desk.say("keyuan", "下周一请一天事假,搬家", evening);
    await desk.say("keyuan", "确认", evening);
    expect(await desk.seen("kezhang", at("20:01"))).toEqual([]);
    const listed = await desk.say("kezhang", "有什么通知", { now: at("20:02") });
    expect(listed).toMatchObject({ kind: "status", notices: [expect.any(String)] });
    expect(listed.text).toContain("等您审批");
    expect(await desk.seen("kezhang", at("09:00", "2026-11-24"))).toHaveLength(1);
  });

  it("is pushed to anybody in working hours alone", async () => {
    const desk = await opened();
    await file(desk);
    expect(await desk.seen(undefined, at("19:00"))).toEqual([]);
    expect(await desk.seen(undefined, at("10:00", "2026-11-28"))).toEqual([]);
    expect((await desk.seen(undefined, at("09:00", "2026-11-24"))).map(({ to }) => to)).toEqual(["kezhang"]);
  });

  it("holds no word of the request, and names no illness to others", async () => {
    const desk = await opened();
    await file(desk, sick);
    await desk.talk("kezhang", "待我审批的", "同意第一条");
    await desk.talk("fuju", "待我审批的", "同意第一条");
    const kept = await keptIn(desk.store);
    expect(kept).toContain("for-the-record");
    expect(kept).not.toMatch(/\p{Script=Han}/u);
  });
});

describe("who has not looked yet", () => {
  it("is told beside a greeting how many there are, and none once they looked", async () => {
    const desk = await opened();
    await file(desk);
    expect(await desk.say("kezhang", "你好")).toMatchObject({ kind: "smalltalk" });
    const { text } = await desk.say("kezhang", "你好");
    const count = Number(/您有(\d+)条通知,说“我的通知”/u.exec(bare(text))?.[1]);
    const listed = await desk.say("kezhang", "我的通知");
    expect(listed.notices).toHaveLength(count);
    await desk.told(listed.notices ?? [], ten);
    expect((await desk.say("kezhang", "你好")).text).not.toContain("我的通知");
  });

  it("finds what the day brings in 我的通知, where no clockwork runs", async () => {
    const desk = await opened();
    const { text } = await desk.say("xingtai", "我的通知", { now: at("07:30", "2026-12-18") });
    expect(bare(text)).toContain("限期:2026年12月25日前");
    expect(await desk.tell({ to: "xingtaizhuren", now: at("09:30", "2026-12-18"), most: 5 })).toEqual([]);
    const arrived = { to: "xingtaizhuren", now: at("09:30", "2026-12-18"), most: 5, arriving: true } as const;
    expect((await desk.tell(arrived)).map((one) => bare(one.text)).join()).toContain("限期:2026年12月25日前");
  });

  it("is told of what waits for them before deadlines, however many those are", async () => {
    const desk = await opened();
    await desk.store.commit({ events: [], notices: await remindersOn({ ...office, store: desk.store }, "2026-12-18") });
    const now = at("09:30", "2026-12-18");
    await desk.say("keyuan", "12月28日请一天事假,搬家", { now });
    await desk.say("keyuan", "确认", { now });
    const [first] = await desk.tell({ to: "kezhang", now, most: 1 });
    expect(first?.text).toContain("等您审批");
  });
});

describe("我的通知", () => {
  it.each(["有什么通知", "我的通知", "有新通知吗", "看一下通知", "有没有通知?", "我有什么通知"])(
    "%s tells them",
    async (text) => {
      const desk = await opened();
      await file(desk);
      const reply = await desk.say("kezhang", text);
      expect(reply.kind).toBe("status");
      expect(reply.text).toContain("新的通知有 1 条");
    },
  );
  it("says what was told before as well, while it is so", async () => {
    const desk = await opened();
    await file(desk);
    await desk.seen("kezhang");
    expect((await desk.say("kezhang", "我的通知")).text).toMatch(/没有新的通知。[\s\S]*以前通知过[\s\S]*等您审批/u);
    await desk.talk("kezhang", "待我审批的", "同意第一条");
    expect((await desk.say("kezhang", "我的通知")).text).not.toContain("等您审批");
  });
  it("says what waits before deadlines, also of what was told before", async () => {
    const desk = await opened();
    await file(desk);
    const listed = await desk.say("kezhang", "我的通知", { now: at("09:30", "2026-12-18") });
    await desk.told(listed.notices ?? [], at("09:30", "2026-12-18"));
    await desk.store.commit({ events: [], notices: await remindersOn({ ...office, store: desk.store }, "2026-12-18") });
    const told = await desk.toldBefore({ to: "kezhang", now: at("10:00", "2026-12-18"), most: 9 });
    expect(told[0]?.text).toContain("等您审批");
  });
  it.each(["会议通知要盖章吗", "通知", "开会通知谁来发", "发个通知"])("%s is about something else", async (text) => {
    const { say } = await openDesk();
    const reply = await say("keyuan", text);
    expect(reply.notices).toBeUndefined();
  });
  it("goes on with the open form", async () => {
    const desk = await opened();
    await desk.talk("keyuan", "我要请假", "事假");
    expect((await desk.say("keyuan", "我的通知")).text).toContain("请假还没填完");
  });
});

it("a reply does not wait for a notice that cannot be told", async () => {
  const { store } = await openDesk();
  await store.close();
  const reports: string[] = [];
  const { tell, told } = openAssistant({ ...office, store }, (code) => reports.push(code));
  expect(await tell({ to: "kezhang", now: monday, most: 5 })).toEqual([]);
  await told(["x"], monday);
  expect(reports).toEqual(["notices", "notices"]);
});
