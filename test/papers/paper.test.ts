import { describe, expect, it } from "vitest";
import type { ApprovalStep } from "../../src/requests/request.ts";
import { leave, paper, printerOf, rowsOf } from "./made-paper.ts";

const [agreed, waiting] = leave.approvals as [ApprovalStep, ApprovalStep];

describe("a leave's paper", () => {
  it("has its heading, unit, day and number, and every field as it was filed", async () => {
    const made = await paper();
    expect([made.heading, ...made.head]).toEqual([
      "请假申请",
      "填报单位：资阳市投资促进局",
      "填报日期：2026年11月23日",
      "编号：Q-20261123-0000ABCD",
    ]);
    expect(rowsOf(made)).toEqual([
      "申请人 投资促进一科 科员",
      "请假类别 事假",
      "天数 2天",
      "开始日期 2026年11月30日(周一)",
      "结束日期 2026年12月1日(周二)",
      "事由 搬家",
    ]);
  });
  it("leaves a blank where nothing was filed", async () => {
    const { reason: _, ...fields } = leave.fields;
    expect((await paper({ fields })).rows.flat()).toContainEqual({ label: "事由", value: null });
  });
  it("leaves out nothing that was filed, though its template does not name it", async () =>
    expect(rowsOf(await paper({ fields: { ...leave.fields, startHalf: "pm" } }))).toContain("起始半天 下午"));
  it("names the request that it stands on", async () =>
    expect(rowsOf(await paper({ fields: { ...leave.fields, basis: "Q-1" } }))).toContain("依据的申请 Q-1"));
  it("says that its heading is ours, for the document gives none", async () =>
    expect((await paper()).notes.join()).toContain("标题和格式为本系统所拟"));
  it("asks for the certificate of a sick leave, in the clause's words", async () => {
    expect((await paper()).attachments).toEqual([]);
    const sick = await paper({ fields: { ...leave.fields, leaveType: "病假" } });
    expect(sick.attachments).toEqual(["病假三天(含三天)以上需出具市级以上医院的医疗证明"]);
    expect(sick.notes[0]).toContain("一、(十)3");
  });
  it("has a driver hand in the keys", async () => {
    const labels = ({ signatures }: Awaited<ReturnType<typeof paper>>) => signatures.flat().map(({ label }) => label);
    expect(labels(await paper({ requester: "jiashiyuan" }))).toContain("办公室收车钥匙及有关证件");
    expect(labels(await paper())).not.toContain("办公室收车钥匙及有关证件");
  });
});

describe("the boxes to sign", () => {
  it("show who agreed, as whom and on which day in Shanghai, and an empty line for who has not", async () => {
    const { signatures } = await paper();
    expect(signatures.flat()).toEqual([
      { label: "申请人", decided: undefined, signing: expect.stringMatching(/^\s+年\s+月\s+日$/u) },
      { label: "科长\n意见", decided: "同意（登记簿：投资促进一科 科长）", signing: "2026年11月24日" },
      { label: "分管局领导\n意见", decided: undefined, signing: expect.stringMatching(/^\s+年\s+月\s+日$/u) },
      { label: "办公室备案", decided: undefined, signing: expect.stringMatching(/^\s+年\s+月\s+日$/u) },
    ]);
  });
  it("show the reason of a rejection, and offer no line behind it", async () => {
    const rejected = { ...agreed, status: "rejected", reason: "人手不够" } as const;
    const { signatures } = await paper({ status: "rejected", approvals: [rejected, waiting] });
    expect(signatures[1]?.[0]?.decided).toBe("驳回。原因：人手不够（登记簿：投资促进一科 科长）");
    expect(signatures[2]?.[0]).toMatchObject({ decided: "（没有办到这一步）", signing: undefined });
  });
  it("let nobody sign a step that was the requester's own", async () => {
    const own = { role: "局长", approver: null, status: "skipped", apart: "own" } as const;
    expect((await paper({ approvals: [own] })).signatures[1]?.[0]?.signing).toBeUndefined();
  });
  it("leave a line where no clause names anybody", async () =>
    expect((await paper({ approvals: [] })).signatures.flat().map(({ label }) => label)).toContain("领导意见"));
});

describe("the standing on top", () => {
  it.each([
    ["draft", "草稿 · 未提交"],
    ["submitted", "审批中 · 未批准"],
    ["approved", "已批准"],
    ["rejected", "已驳回 · 不作凭据"],
    ["withdrawn", "已撤回 · 不作凭据"],
    ["cancelled", "已取消 · 不作凭据"],
  ] as const)("of one that is %s is %s", async (status, standing) =>
    expect((await paper({ status })).standing).toBe(standing),
  );
  it("of one that only the office took in says so, for no clause lets the office approve it", async () => {
    const intake = { role: "局办公室", approver: "bangongshi", by: "bangongshi", at: "2026-11-22T09:00:00+08:00" };
    const taken = await paper({
      status: "approved",
      approvals: [{ ...intake, status: "approved", apart: "intake" }],
    });
    expect(taken.standing).toBe("已受理");
    expect(taken.signatures.flat().map(({ decided }) => decided)).toContainEqual(expect.stringContaining("已受理"));
  });
});

describe("a claim's table", () => {
  const claim = { type: "reimbursement" } as const;
  const fields = { claim: "差旅费", item: "住宿费", amount: 640 };
  const row = (change: object) => ({
    label: "住宿费",
    approved: null,
    standard: null,
    claimed: 640,
    over: null,
    ...change,
  });
  const tableOf = async (lines: readonly object[]) =>
    (await paper({ ...claim, fields: { ...fields, lines: JSON.stringify(lines) } })).table;

  it("has lines to write on where nothing was filed line by line, and the sum in formal numerals", async () => {
    const { table } = await paper({ ...claim, fields });
    expect(table?.columns).toEqual(["项目", "批准", "标准", "报销", "超出", "说明"]);
    expect(table?.rows.map((cells) => cells.join(""))).toEqual(["", "", "", "", "合计640.00（大写）陆佰肆拾元整"]);
  });
  it("shows every line that was filed, and what is unknown as a blank", async () =>
    expect((await tableOf([row({ reason: "限额在资财行〔2016〕50号中" })]))?.rows[0]).toEqual([
      "住宿费",
      "",
      "",
      "640.00",
      "",
      "限额在资财行〔2016〕50号中",
    ]));
  it("adds the lines up to the 分", async () =>
    expect((await tableOf([row({ claimed: 0.1, over: 0.1 }), row({ claimed: 0.2, over: 0.2 })]))?.rows.at(-1)).toEqual([
      "合计",
      "",
      "",
      "0.30",
      "0.30",
      "（大写）叁角整",
    ]));
  it("does not stand in the rows", async () =>
    expect(rowsOf(await paper({ ...claim, fields: { ...fields, lines: "[]" } })).join()).not.toContain("[]"));
});

describe("who gets a paper", () => {
  it.each(["keyuan", "kezhang", "fuju", "bangongshi", "deputy"])("is %s, whom it concerns", async (reader) =>
    expect(await printerOf(leave).paperFor(leave.id, reader)).toBeDefined(),
  );
  it.each(["juzhang", "jiashiyuan", "xingtai", "nobody"])("is not %s", async (reader) =>
    expect(await printerOf(leave).paperFor(leave.id, reader)).toBeUndefined(),
  );
  it("is nobody for an id that there is not, or a type that has no paper", async () => {
    expect(await printerOf(leave).paper("Q-2")).toBeUndefined();
    const tally = { ...leave, type: "tally" } as const;
    expect(await printerOf(tally).paper(leave.id)).toBeUndefined();
    expect(printerOf().prints(tally)).toBe(false);
  });
});

describe("what the chain was filed with", () => {
  const source = { doc: "ziyang-2020", title: "管理制度", clause: "一、(十)2", quote: "一天以内(含一天)向科长" };
  const filed = (quote: string) => paper({ approvals: [{ ...agreed, source: { ...source, quote } }, waiting] });

  it("is named by its clause while it stands", async () => {
    const { notes } = await filed(source.quote);
    expect(notes[0]).toContain("《管理制度》一、(十)2");
    expect(notes.join()).not.toContain("旧版条文");
  });
  it("is shown in its own words, as no longer in force, where the document says it no more", async () => {
    const { notes } = await filed("三天以内向科长");
    expect(notes).toContain(
      "提交时依据的旧版条文（现行文件里已没有，不再适用）：《管理制度》一、(十)2“三天以内向科长”。",
    );
    expect(notes[0]).not.toContain("《管理制度》");
  });
});

describe("a paper of what was changed", () => {
  const returned = { by: "kezhang", at: "2026-11-23T10:00:00+08:00", step: 0, reason: "事由写清楚" };
  it("says on top that it was sent back, or which other has taken its place", async () => {
    expect((await paper({ returned })).standing).toBe("退回修改 · 未批准");
    const replaced = await paper({ status: "cancelled", amendedBy: "Q-2" });
    expect(replaced.standing).toBe("已被 Q-2 取代 · 不作凭据");
  });
  it("names the request it amends, what was added, and the day a trip ended", async () => {
    const made = await paper({ amends: "Q-1", remark: "已附行程单", closed: { at: "", end: "2026-11-30" } });
    const rows = ["变更的申请 Q-1", "补充说明 已附行程单", "出差结束日期 2026年11月30日"];
    expect(rowsOf(made)).toEqual(expect.arrayContaining(rows));
  });
});
