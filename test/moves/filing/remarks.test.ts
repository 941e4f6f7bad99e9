/**
 * What the log has to remark on a request: on its card, and again for whoever decides it.
 */
import { describe, expect, it } from "vitest";
import { openDesk } from "../../talks/desk.ts";
import { approved, filed } from "../../talks/filed.ts";

const section = (text: string, head: string): string => text.split(`**${head}**\n`)[1]?.split("\n\n")[0] ?? "";
const minded = ({ text }: { readonly text: string }) => section(text, "注意");
const noted = ({ text }: { readonly text: string }) => section(text, "说明");

const trip = "下周二到周四去成都出差,拜访企业,坐高铁";

describe("the card before 确认", () => {
  it("warns of a trip over a leave, by number and days, and lets it be filed", async () => {
    const desk = await openDesk();
    const id = await filed(desk, "keyuan", "下周一到下周三请三天事假,家里有事");
    const card = await desk.say("keyuan", trip);
    expect(card.kind).toBe("confirm");
    expect(minded(card)).toContain(id);
    expect(minded(card)).toContain("2026年12月1日至2日重叠");
    expect((await desk.say("keyuan", "确认")).kind).toBe("filed");
  });

  it("warns of the same filed before, and only its own person", async () => {
    const desk = await openDesk();
    const id = await filed(desk, "keyuan", trip);
    const again = await desk.say("keyuan", trip, { conversation: "again" });
    expect(minded(again)).toContain("一样");
    expect(minded(again)).toContain(id);
    expect(minded(again)).not.toContain("重叠");
    expect(minded(await desk.say("kezhang", trip))).not.toContain(id);
  });

  it("says nothing of other days", async () => {
    const desk = await openDesk();
    await filed(desk, "keyuan", "明天请一天事假");
    expect(minded(await desk.say("keyuan", trip))).toBe("");
  });

  it("counts the days of this kind of leave, where there are any besides", async () => {
    const desk = await openDesk();
    expect(noted(await desk.say("keyuan", "明天请一天事假", { conversation: "first" }))).not.toContain("登记簿");
    await approved(desk, "keyuan", "明天请一天事假");
    await filed(desk, "keyuan", "后天请一天病假");
    const notes = noted(await desk.say("keyuan", "12月10日请半天事假,上午"));
    expect(notes).toContain("2026年的事假：已批1天，在批0天，加上这次0.5天，共1.5天");
    expect(notes).not.toContain("病假：");
  });

  it("says who else of the section is away, and when nobody would be left", async () => {
    const desk = await openDesk();
    await approved(desk, "keyuan", "下周三请一天病假,胃疼");
    const card = await desk.say("kezhang", "下周二到周四请三天事假");
    expect(minded(card)).toContain("2026年12月2日本科室其他人都不在岗");
    expect(noted(card)).toMatch(/还有人不在岗：投资促进一科 科员.*2026年12月2日/u);
    expect(card.text).not.toMatch(/病假|胃疼/u);
    const elsewhere = await desk.say("fenju", "下周三请一天事假");
    expect(elsewhere.text).not.toContain("不在岗");
  });

  it("warns where more came to a reception than planned", async () => {
    const desk = await openDesk();
    const plan = "2026-11-16T09:00:00+08:00";
    const id = await approved(desk, "keyuan", "明天公务接待成都市商务局5个人,我们陪2个,有公函,不喝酒", plan);
    const card = await desk.talk("keyuan", "填接待清单", "实际来了6个人,陪餐2人,调研,金额400元");
    expect(minded(card)).toContain(id);
    expect(minded(card)).toMatch(/6.*多于.*5/u);
  });

  it("tells of a claim beyond the approved days once: beside its sums, or where no sum tells it", async () => {
    const desk = await openDesk();
    await approved(desk, "keyuan", "11月17日到18日去成都出差,拜访企业,坐高铁", "2026-11-16T09:00:00+08:00");
    const ofDays = await desk.talk("keyuan", "报销差旅费", "11月17日到19日,伙食补助300,公杂费150");
    expect(ofDays.text).toContain("超出批准天数");
    expect(ofDays.text).not.toContain("登记簿");
    const ofLodging = await desk.talk("keyuan", "取消", "报销差旅费", "11月17日到19日,住宿费640");
    expect(minded(ofLodging)).toContain("所报的2026年11月17日至19日超出登记簿里批准的出差审批");
  });
});

describe("the list of whoever decides", () => {
  it("shows under each what the log has against it, and never the kind of another leave", async () => {
    const desk = await openDesk();
    await filed(desk, "keyuan", "下周一到下周三请三天病假,住院,市人民医院证明");
    await filed(desk, "keyuan", trip);
    await approved(desk, "kezhang", "下周三请一天病假");
    const { text } = await desk.say("fuju", "待我审批的");
    expect(text).toMatch(/申请人另有请假（Q-[^）]*，审批中，2026年11月30日至12月2日），2026年12月1日至2日重叠/u);
    expect(text).toMatch(/科长.*2026年12月2日/u);
    expect(text).not.toContain("病假");
  });

  it("shows nothing where there is nothing", async () => {
    const desk = await openDesk();
    await filed(desk, "keyuan", "明天请一天事假");
    expect((await desk.say("kezhang", "待我审批的")).text).not.toContain("登记簿");
  });

  it("shows by how much a claim is over", async () => {
    const desk = await openDesk();
    await approved(desk, "keyuan", "昨天到今天去成都出差,拜访企业,坐高铁");
    const conversation = "claim";
    const card = await desk.say("keyuan", "报销差旅费,伙食补助300,公杂费100", {
      conversation,
      now: "2026-11-24T09:00:00+08:00",
    });
    expect(card.text).toContain("超出");
    const { request } = await desk.say("keyuan", "确认", { conversation });
    const next = request?.approvals.find(({ status }) => status === "pending")?.approver ?? "";
    expect((await desk.say(next, "待我审批的")).text).toContain("超出100元");
  });
});

describe("what only the office took in", () => {
  it("reads as taken in and not as approved, wherever its state is told", async () => {
    const desk = await openDesk();
    await filed(desk, "juzhang", "后天请一天事假");
    const { text } = await desk.talk("bangongshi", "待我审批的", "同意第一条");
    expect(text).toContain("已受理");
    expect(text).not.toMatch(/已批准/u);
    const own = await desk.say("juzhang", "我的申请");
    expect(own.text).toContain("已受理");
    expect(own.text).not.toMatch(/已批准|已同意/u);
    expect(own.request?.status).toBe("approved");
  });
});
