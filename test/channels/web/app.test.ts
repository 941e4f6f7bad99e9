import { describe, expect, it } from "vitest";
import type { OfficeRequest } from "../../../src/assistant.ts";
import { imprint } from "../../../src/lib/imprint.ts";
import { openCitation } from "../../../src/policy/citation.ts";
import { readDocument } from "../../../src/policy/document.ts";
import { libraryOf } from "../../../src/policy/library.ts";
import { reply } from "../fake-assistant.ts";
import { consoleFor, library } from "./console.ts";

const citation = { doc: "demo-2020", title: "某局<管理>制度", clause: "一、(一)", quote: "一天以内由科长批准" };
const leave: OfficeRequest = {
  id: "Q-1",
  type: "leave",
  unit: "demo",
  requester: "keyuan",
  status: "submitted",
  fields: { leaveType: "事假", reason: "<i>搬家</i>" },
  approvals: [
    { role: "科长", approver: "kezhang", status: "approved", by: "kezhang", at: "2026-11-22T01:00:00Z" },
    { role: "分管局领导", approver: "fuju", status: "pending", source: citation },
  ],
  filedAt: "2026-11-21T09:00:00+08:00",
  version: 2,
};

describe("the talk", () => {
  it("sends what is typed as a turn and shows the exchange when the page is loaded again", async () => {
    const browser = consoleFor();
    await browser.get("/");
    const answer = await browser.post("/turns", { text: " 请两天事假\r\n谁批 " });
    expect(answer.status).toBe(303);
    expect(browser.turns).toMatchObject([
      { as: "keyuan", text: "请两天事假\n谁批", now: "2026-11-23T12:00:00.000+08:00" },
    ]);
    expect(await browser.page("/")).toContain("您说:请两天事假");
  });

  it("answers htmx with the new exchange alone", async () => {
    const html = await (await consoleFor().post("/turns", { text: "你好" }, { "hx-request": "true" })).text();
    expect(html).toContain('<section class="exchange">');
    expect(html).not.toContain("<html");
  });

  it("links every source to its clause, and sends a button's action back with its version", async () => {
    const action = { kind: "approve", request: "Q-1", version: 3 } as const;
    const browser = consoleFor({
      待我审批的: reply("一条", {
        kind: "status",
        citations: [citation, citation],
        actions: [{ label: "同意第1条", action }],
      }),
      approve: reply("已同意", { kind: "approval" }),
    });
    const html = await (await browser.post("/turns", { text: "待我审批的" }, { "hx-request": "true" })).text();
    const address = `/documents/demo-2020?clause=${encodeURIComponent("一、(一)")}&amp;words=${imprint(citation.quote)}#${encodeURIComponent("一、(一)")}`;
    expect(html.split(`href="${address}"`)).toHaveLength(2);
    expect(html).toContain(JSON.stringify(action).replaceAll('"', "&quot;"));
    await browser.post("/turns", { action: JSON.stringify(action), text: "同意第1条" });
    expect(browser.turns.at(-1)).toMatchObject({ action, text: "同意第1条" });
  });

  it("draws 有用 small under an answer, and sends it back as the answer's own", async () => {
    const action = { kind: "helpful", answer: "12-abc" } as const;
    const browser = consoleFor({ 公章谁管: reply("办公室管。", { actions: [{ label: "有用", action }] }) });
    const html = await (await browser.post("/turns", { text: "公章谁管" }, { "hx-request": "true" })).text();
    expect(html).toContain('<button class="quiet small">有用</button>');
    await browser.post("/turns", { action: JSON.stringify(action), text: "有用" });
    expect(browser.turns.at(-1)).toMatchObject({ action, text: "有用" });
  });

  it("keeps a dialogue for every browser and every speaker", async () => {
    const browser = consoleFor();
    await browser.post("/turns", { text: "科员说" });
    await browser.post("/speaker", { as: "kezhang" });
    await browser.post("/turns", { text: "科长说" });
    expect(browser.turns.map((turn) => turn.as)).toEqual(["keyuan", "kezhang"]);
    expect(browser.turns[0]?.conversation).not.toBe(browser.turns[1]?.conversation);
    expect(await browser.page("/")).not.toContain("科员说");
    await browser.post("/speaker", { as: "keyuan", back: "requests" });
    expect(await browser.page("/")).toContain("科员说");
  });

  it("begins anew on request", async () => {
    const browser = consoleFor();
    await browser.post("/turns", { text: "旧话" });
    await browser.post("/talk/new", {});
    expect(await browser.page("/")).not.toContain("旧话");
  });

  it("passes an empty message on: the assistant has an answer to it", async () => {
    const browser = consoleFor();
    expect((await browser.post("/turns", {})).status).toBe(303);
    expect(browser.turns).toMatchObject([{ text: "" }]);
  });

  it("shows typed HTML, Markdown, mentions and control characters as text", async () => {
    const browser = consoleFor();
    const text = "<script>alert(1)</script> [x](javascript:alert(1)) <@U1> <!channel> \u0000\u001b[31m\"'&";
    const html = await (await browser.post("/turns", { text }, { "hx-request": "true" })).text();
    expect(html).not.toMatch(/<script|<@|<!channel|javascript:alert\(1\)"|\p{Control}(?<!\n)/u);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).toContain("&lt;@U1&gt; &lt;!channel&gt;");
  });

  it("refuses forms that are none of ours, and says so", async () => {
    const browser = consoleFor();
    for (const action of ["{", '{"kind":"drop"}', '{"kind":"approve","request":"Q-1"}', "null"]) {
      const answer = await browser.post("/turns", { action });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain("没有看懂这次提交");
    }
    expect((await browser.post("/speaker", { as: "nobody" })).status).toBe(400);
    expect(browser.turns).toHaveLength(0);
  });

  it("refuses what is too long or too large with a clear sentence", async () => {
    const browser = consoleFor();
    const long = await browser.post("/turns", { text: "长".repeat(20_001) }, { "hx-request": "true" });
    expect([long.status, await long.text()]).toEqual([413, expect.stringContaining("这条消息太长")]);
    const large = await browser.post("/turns", { text: "x".repeat(210_000) });
    expect([large.status, await large.text()]).toEqual([413, expect.stringContaining("发送的内容太大")]);
    expect(browser.turns).toHaveLength(0);
  });

  it("says that it is broken, without the cause, when something beneath it fails", async () => {
    const browser = consoleFor({}, { requests: () => Promise.reject(new Error("secret path")) });
    const answer = await browser.get("/requests");
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret path");
    expect(browser.reported).toHaveLength(1);
  });
});

describe("documents", () => {
  it("are listed, and one is shown with the cited clause marked and every clause reachable", async () => {
    const browser = consoleFor();
    expect(await browser.page("/documents")).toContain("某局&lt;管理&gt;制度");
    const html = await browser.page(`/documents/demo-2020?clause=${encodeURIComponent("一、(二)")}`);
    expect(html).toMatch(
      /<p class="[a-z-]* cited"><a id="一、\(二\)"><\/a>\(二\)病假。三天以上要有&lt;b&gt;证明&lt;\/b&gt;。<\/p>/u,
    );
    expect(html.match(/cited"/gu)).toHaveLength(1);
  });

  it("are shown with their tables", async () => {
    const html = await consoleFor().page("/documents/demo-2020");
    expect(html).toContain('<th scope="col">省内 其他</th>');
    expect(html).toContain('<td colspan="1">120</td>');
  });

  it("that were replaced or removed are still opened by what was cited from them, marked on top", async () => {
    const front = "unit: demo\nissuer: null\nnumber: null\nissued: null\neffective: null\nkind: regulation";
    const former = (id: string, by: string) =>
      readDocument(
        `---\nid: ${id}\ntitle: 旧制度\n${front}\nlanguage: zh-Hans\nfrom: 测试\nsuperseded:\n  on: 2026-05-01\n  by: ${by}\n---\n\n一、请假\n\n(一)事假。半天以内由科长批准。\n`,
        `${id}@1.md`,
      );
    const versions = [former("demo-2020", "{ title: 某局制度, issued: 2026-04-30 }"), former("gone", "null")];
    const shelf = libraryOf(library.documents, versions);
    const browser = consoleFor({}, { opened: (citation) => openCitation(shelf, citation) });
    const open = (doc: string, quote: string) =>
      browser.page(`/documents/${doc}?clause=${encodeURIComponent("一、(一)")}&words=${imprint(quote)}`);

    const old = await open("demo-2020", "半天以内");
    expect(old).toMatch(/<strong>旧版<\/strong> 2026-05-01 起由《某局制度》（2026-04-30）替换，不再适用/u);
    expect(old).toContain('<a href="/documents/demo-2020">看现行文本</a>');
    expect(old).toMatch(/cited"><a id="一、\(一\)"><\/a>\(一\)事假。半天以内由科长批准。/u);

    const gone = await open("gone", "半天以内");
    expect(gone).toMatch(/<strong>已移出<\/strong> 2026-05-01 起移出文件库，不再适用/u);
    expect(gone).not.toContain("看现行文本");
    expect(await browser.page("/documents/gone")).toContain("已移出");

    expect(await open("demo-2020", "一天以内")).not.toMatch(/旧版|已移出/u);
    const lost = await open("demo-2020", "三天以内");
    expect(lost).toContain("当时引用的原话，留存的文本里都没有找到");
    expect(lost).not.toContain('cited"');
  });

  it("are shown whole, with a word about it, when the clause is not there", async () => {
    const answer = await consoleFor().get("/documents/demo-2020?clause=%3Cscript%3E");
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("没有找到这一条");
  });

  it("that do not exist are a plain 404", async () => {
    for (const path of ["/documents/none", "/documents/..%2f..%2fetc%2fpasswd", "/nothing", "/assets/%2e%2e/app.ts"]) {
      expect((await consoleFor().get(path)).status).toBe(404);
    }
  });
});

describe("requests", () => {
  const lists = { requests: async () => ({ mine: [leave], waiting: [leave] }) };

  it("show their fields, their chain and the buttons that fit", async () => {
    const html = await consoleFor({}, lists).page("/requests");
    expect(html).toContain("&lt;i&gt;搬家&lt;/i&gt;");
    expect(html).toContain("2026-11-22 09:00");
    expect(html).toContain(`&amp;words=${imprint(citation.quote)}#`);
    for (const kind of ["approve", "reject", "return", "withdraw"]) {
      expect(html).toContain(
        `{&quot;kind&quot;:&quot;${kind}&quot;,&quot;request&quot;:&quot;Q-1&quot;,&quot;version&quot;:2`,
      );
    }
  });

  it("show whoever decides what the log has to remark, and its requester's own list nothing of it", async () => {
    const remarks = new Map([["Q-1", ["登记簿里申请人另有<i>出差审批</i>。"]]]);
    const html = await consoleFor({}, { requests: async () => ({ ...(await lists.requests()), remarks }) }).page(
      "/requests",
    );
    expect(html.match(/登记簿里申请人另有&lt;i&gt;/gu)).toHaveLength(1);
  });

  it("that wait for the viewer in the stead of another say whose they are; what was decided so, by whom for whom", async () => {
    const [first, next] = leave.approvals;
    const lent = { ...first, status: "approved" as const, by: "fuju", for: "kezhang", at: leave.filedAt };
    const one = { ...leave, status: "submitted", approvals: [lent, { ...next, approver: "juzhang" }] } as OfficeRequest;
    const html = await consoleFor({}, { requests: async () => ({ mine: [], waiting: [one] }) }).page("/requests");
    expect(html).toMatch(/代(?:局长|juzhang)/u);
    expect(html).toMatch(/(?:分管副局长|fuju) 代 /u);
  });

  it("that nobody had to decide are recorded, not approved, and can be taken back", async () => {
    const tally = { ...leave, type: "tally" as const, status: "approved" as const, approvals: [] };
    const approved = { ...leave, id: "Q-2", status: "approved" as const };
    const html = await consoleFor({}, { requests: async () => ({ mine: [tally, approved], waiting: [] }) }).page(
      "/requests",
    );
    expect(html).toContain("已登记");
    expect(html.match(/&quot;kind&quot;:&quot;withdraw&quot;/gu)).toHaveLength(1);
  });

  it("that were rejected wait for nobody: the step behind is 未办, as the chat and the paper say", async () => {
    const [own, next] = leave.approvals.map(({ role, approver }) => ({ role, approver }));
    const approvals = [
      { ...own, status: "rejected" as const, reason: "人手不够" },
      { ...next, status: "pending" as const },
    ];
    const mine = [{ ...leave, status: "rejected" as const, approvals } as OfficeRequest];
    const html = await consoleFor({}, { requests: async () => ({ mine, waiting: [] }) }).page("/requests");
    expect(html).toContain("<strong>分管局领导</strong> <em>未办</em>");
  });

  it.each([
    ["修改", "change", { returned: { by: "kezhang", at: "", step: 0, reason: "事由<i>写清楚" } }],
    ["变更", "change", { status: "approved" as const }],
    ["出差结束", "close", { type: "travel" as const, status: "approved" as const, fields: { start: "2026-11-20" } }],
  ])("offer %s to whoever filed them, where it is possible, and go on in the talk", async (label, kind, change) => {
    const mine = [{ ...leave, ...change } as OfficeRequest];
    const html = await consoleFor({}, { requests: async () => ({ mine, waiting: [] }) }).page("/requests");
    expect(html).toContain(
      `{&quot;kind&quot;:&quot;${kind}&quot;,&quot;request&quot;:&quot;Q-1&quot;,&quot;version&quot;:2`,
    );
    expect(html).toContain(`<button class="quiet">${label}</button>`);
    const browser = consoleFor({ [kind]: reply("好的") });
    const action = JSON.stringify({ kind, request: "Q-1", version: 2 });
    expect((await browser.post("/turns", { action, text: label, back: "talk" })).headers.get("location")).toBe(
      "/#composer",
    );
  });

  it("that were sent back say why; what was replaced, ended or is to come offers no change and no closing", async () => {
    const returned = { by: "kezhang", at: "", step: 0, reason: "事由<i>写清楚" };
    const trip = { ...leave, type: "travel" as const, status: "approved" as const };
    const mine: OfficeRequest[] = [
      { ...leave, returned },
      { ...leave, id: "Q-2", status: "cancelled", amendedBy: "Q-3" },
      { ...trip, id: "Q-4", closed: { at: "", end: "2026-11-22" } },
      { ...trip, id: "Q-5", fields: { start: "2026-11-30" } },
    ];
    const html = await consoleFor({}, { requests: async () => ({ mine, waiting: [] }) }).page("/requests");
    expect(html).toContain("退回修改：事由&lt;i&gt;写清楚");
    expect(html).toContain("被 Q-3 取代");
    expect(html).toContain("出差已结束");
    expect(html).not.toContain("&quot;kind&quot;:&quot;close&quot;");
    expect(html.match(/&quot;kind&quot;:&quot;change&quot;/gu)).toHaveLength(2);
  });

  it("are taken back only by a second press; several that wait can be agreed to at once, by a summary in the dialogue", async () => {
    const two = [leave, { ...leave, id: "Q-2" }];
    const steads = new Map([["Q-9", "（由办公室主任代）"]]);
    const html = await consoleFor(
      {},
      { requests: async () => ({ mine: [{ ...leave, id: "Q-9" }], waiting: two, steads }) },
    ).page("/requests");
    expect(html).toMatch(/<summary>撤回<\/summary>[\s\S]*确认撤回/u);
    expect(html).toContain('name="text" value="全部同意"');
    expect(html.match(/（由办公室主任代）/gu)).toHaveLength(1);
    const one = await consoleFor({}, { requests: async () => ({ mine: [], waiting: [leave] }) }).page("/requests");
    expect(one).not.toContain("全部同意");
  });

  it("are rejected with the reason that was typed, and the outcome is shown on the same page", async () => {
    const browser = consoleFor({ reject: reply("已驳回", { kind: "approval" }) }, lists);
    const action = JSON.stringify({ kind: "reject", request: "Q-1", version: 2, reason: "" });
    const answer = await browser.post("/turns", { action, reason: "人手不够", text: "驳回", back: "requests" });
    expect(answer.headers.get("location")).toBe("/requests?done");
    expect(browser.turns[0]?.action).toEqual({ kind: "reject", request: "Q-1", version: 2, reason: "人手不够" });
    expect(await browser.page("/requests?done")).toContain("已驳回");
  });
});

describe("every page", () => {
  it.each(["/", "/requests", "/documents", "/documents/demo-2020", "/guide"])(
    "%s says that this is a demonstration",
    async (path) => {
      const html = await consoleFor().page(path);
      expect(html).toContain("<strong>演示模式</strong>：可切换身份，勿用于真实审批");
      expect(html).not.toMatch(
        /<script(?! src="\/assets\/)|<style| style="| on[a-z]+="|(?:src|href)="(?:https?:)?\/\//u,
      );
    },
  );

  it("draws the guide without its HTML", async () => {
    expect(await consoleFor().page("/guide")).toContain("&lt;b&gt;不是标签&lt;/b&gt;");
  });

  it("finds its style, its scripts and its icon here", async () => {
    for (const [path, type] of [
      ["/assets/console.css", "text/css"],
      ["/assets/console.js", "text/javascript"],
      ["/assets/htmx.js", "text/javascript"],
      ["/assets/icon.svg", "image/svg+xml"],
    ] as const) {
      const answer = await consoleFor().get(path);
      expect([answer.status, answer.headers.get("content-type")?.split(";")[0]]).toEqual([200, type]);
    }
  });

  it("is healthy", async () => expect((await consoleFor().get("/healthz")).status).toBe(200));
});
