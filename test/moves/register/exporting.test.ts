/** Asking for an export in the chat: what it would hold, and where it is to be had. */
import { describe, expect, it } from "vitest";
import { openDesk } from "../../talks/desk.ts";

async function withLeave() {
  const desk = await openDesk();
  await desk.talk("keyuan", "明天请一天病假,胃疼得厉害", "确认");
  return desk;
}

describe("who asks for an export", () => {
  it.each(["导出台账", "把台账导出来", "怎么导出台账?", "导出我的申请台账", "帮我导出全部台账到excel"])(
    "by %s is told what the ledger holds for them, and where it is",
    async (text) => {
      const { say } = await withLeave();
      const mine = await say("keyuan", text);
      expect(mine).toMatchObject({ kind: "status", citations: [] });
      expect(mine.text).toMatch(
        /您自己的申请台账可以导出，现在有1件.*\[导出\]\(\/exports\).*log -- export 台账\.xlsx/su,
      );
      expect((await say("bangongshi", text)).text).toContain("全单位的申请台账可以导出，现在有1件");
      expect((await say("kezhang", text)).text).toContain("投资促进一科的申请台账可以导出，现在有1件");
      expect((await say("juzhang", text)).text).toContain("没有可以导出的台账");
    },
  );

  it.each([
    ["导出本月备案", "2026-11"],
    ["帮我导出11月的请假备案表", "2026-11"],
    ["导出上个月备案表", "2026-10"],
  ])("by %s is told of the record of that month, where it is theirs", async (text, month) => {
    const { say } = await withLeave();
    const office = await say("bangongshi", text);
    expect(office.kind).toBe("status");
    expect(office.text).toContain(`export-record ${month} `);
    expect(await say("keyuan", text)).toMatchObject({ kind: "refuse", citations: [{ clause: "一、(十)2" }] });
    expect((await say("xingtaizhuren", text)).kind).toBe("abstain");
  });

  it.each([
    ["导出接待公开表", "2026"],
    ["导出2025年度公务接待统计表", "2025"],
    ["把去年的接待公开表导出来", "2025"],
  ])("by %s is told of the statement of that year, where they draw it up", async (text, year) => {
    const { say } = await withLeave();
    const office = await say("bangongshi", text);
    expect(office.kind).toBe("status");
    expect(office.text).toContain(`export-reception ${year} `);
    const refused = await say("keyuan", text);
    expect(refused).toMatchObject({ kind: "refuse", citations: [{ doc: "jilin-2015", clause: "四、(三)" }] });
    expect(refused.text).toContain("仅供参照");
  });

  it("while a form is open goes on with it", async () => {
    const desk = await openDesk();
    expect((await desk.talk("keyuan", "我要请假", "导出台账")).text).toMatch(/没有可以导出的台账.*请问请的是哪种假/su);
  });

  it.each(["接待情况要不要按年度公开", "台账要保存几年", "请假由谁备案", "打印我的请假条"])(
    "is not who says %s",
    async (text) => expect((await (await openDesk()).say("bangongshi", text)).text).not.toContain("可以导出"),
  );
});
