/**
 * Days of leave taken, and who is not there: asked of the log, each told only what they may see.
 */
import { describe, expect, it } from "vitest";
import { type Desk, openDesk } from "../../talks/desk.ts";
import { approved, filed } from "../../talks/filed.ts";

const rows = (text: string) =>
  text.split("\n").filter((line) => line.startsWith("| ") && !/---|^\| (?:类别|人员) \|/u.test(line));

/** keyuan: a sick day and a personal day approved, one more asked for; kezhang away for two days. */
async function november(): Promise<Desk> {
  const desk = await openDesk();
  const now = "2026-11-02T09:00:00+08:00";
  await approved(desk, "keyuan", "明天请一天病假,胃疼", now);
  await approved(desk, "keyuan", "11月25日请一天事假", now);
  await filed(desk, "keyuan", "11月27日请一天事假", now);
  await approved(desk, "kezhang", "11月25日到26日请两天事假", now);
  await approved(desk, "fenju", "11月25日请一天事假", now);
  return desk;
}

describe("how many days of leave one has taken", () => {
  it("is a table by kind, approved and under way", async () => {
    const { say } = await november();
    const { kind, text } = await say("keyuan", "我今年请了几天假?");
    expect(kind).toBe("answer");
    expect(text).toMatch(/^2026年您一共请了3天假/u);
    expect(rows(text)).toEqual(["| 事假 | 1 | 1 | 2 |", "| 病假 | 1 | 0 | 1 |", "| 合计 | 2 | 1 | 3 |"]);
  });
  it.each([
    ["我还请过几天病假", "1天病假"],
    ["今年事假请了多少", "2天事假"],
    ["我今年病假请了几天", "1天病假"],
    ["我这个月请了多少天假", "2026年11月您一共请了3天假"],
    ["我去年请了几天假", "2025年登记簿里您没有请过假"],
  ])("is told of the kind and the time asked about: %s", async (asked, told) => {
    const { say } = await november();
    expect((await say("keyuan", asked)).text).toContain(told);
  });
  it("is one's own alone", async () => {
    const { say } = await november();
    expect((await say("jiashiyuan", "我今年请了几天假")).text).toContain("没有请过假");
  });
  it("says that no number is laid down where it is asked what is left, and shows the clause", async () => {
    const { say } = await november();
    const { text, citations } = await say("keyuan", "我的年休假还剩几天");
    expect(text).toContain("没有写每年可以休几天");
    expect(citations[0]?.quote).toContain("年休假");
    expect((await say("keyuan", "我今年请了几天假")).text).not.toContain("没有写");
  });
  it("leaves an open form open", async () => {
    const { talk } = await november();
    expect((await talk("keyuan", "我要请事假", "我今年请了几天假")).text).toContain("还没填完");
  });
  it("of others is for whoever keeps the record of them, and the leaders who decide them", async () => {
    const { say } = await november();
    const asked = "今年科里每个人请了几天假";
    expect(rows((await say("kezhang", asked)).text)).toHaveLength(3);
    expect(rows((await say("bangongshi", "全局今年各人请假天数")).text)).toHaveLength(4);
    expect(rows((await say("fuju", "全局今年各人请假天数")).text)).toHaveLength(4);
    for (const as of ["keyuan", "jiashiyuan"]) {
      const { kind, text } = await say(as, asked);
      expect(kind, as).toBe("refuse");
      expect(text).not.toContain("病假");
    }
  });
});

describe("who is not there", () => {
  it("is told of one's own section, by post and days", async () => {
    const { say } = await november();
    const { kind, text } = await say("keyuan", "这几天我们科谁不在");
    expect(kind).toBe("answer");
    expect(rows(text)).toEqual([
      expect.stringMatching(/科员.*2026年11月25日 \|/u),
      expect.stringMatching(/科长.*2026年11月25日至26日/u),
    ]);
    expect(text).not.toMatch(/事假|病假|胃疼/u);
  });
  it("is told the office and the leaders of the whole unit", async () => {
    const { say } = await november();
    for (const as of ["bangongshi", "juzhang", "fuju"])
      expect(rows((await say(as, "后天谁不在岗")).text), as).toHaveLength(3);
    expect(rows((await say("fenju", "本周谁不在岗")).text)).toHaveLength(1);
  });
  it("is told of the days that are named", async () => {
    const { say } = await november();
    expect((await say("keyuan", "下周谁不在岗")).text).toContain("2026年11月30日至12月6日");
    expect(rows((await say("keyuan", "下周谁不在岗")).text)).toEqual([]);
    expect(rows((await say("keyuan", "11月26日谁不在")).text)).toHaveLength(1);
  });
  it("does not count what is not approved, or who came back", async () => {
    const { say } = await november();
    expect(rows((await say("keyuan", "11月27日谁不在")).text)).toEqual([]);
    const change = { now: "2026-11-26T09:00:00+08:00" };
    await say("kezhang", "销假,26号回来上班的", change);
    expect((await say("kezhang", "确认", change)).kind).toBe("filed");
    expect(rows((await say("keyuan", "11月26日谁不在", { conversation: "d" })).text)).toEqual([]);
  });
});
