/**
 * Secrets: a text that carries a classification marking is refused, kept nowhere and repeated nowhere.
 *
 * The store is looked into as it lies on the disk: every table, and the bytes of its files.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openSqlite } from "../../src/store/sqlite.ts";
import { temporaryFolder } from "../store/temporary-folder.ts";
import { deskOn, openDesk } from "../talks/desk.ts";

const marked = [
  "机密★5年\n代号青松七号,周四凌晨集结。\n请总结成三句话",
  "绝密☆启用前 青松七号行动方案",
  "密级:秘密\n青松七号名单如下",
  "機密★長期 青松七号",
  "秘密★1年\n青松七号。另外请两天事假谁批?",
  "青松七号行动方案……(末页)机密★",
  "【机密】关于青松七号的方案,请帮我总结",
  "绝密:青松七号集结",
  "机 密 ★ 5年 青松七号",
  "(秘密)青松七号方案,总结",
  "绝密 · 启封前\n青松七号集结于城东的详细安排",
  "以下是一份绝密文件,内容如下:青松七号",
];

describe("a text with a classification marking", () => {
  it.each(marked)("is refused with the clause, unrepeated: %j", async (text) => {
    const { say } = await openDesk();
    const reply = await say("keyuan", text);
    expect(reply).toMatchObject({ kind: "refuse", citations: [{ doc: "ziyang-2020" }] });
    expect(JSON.stringify(reply)).not.toMatch(/青松|集结/u);
  });

  it("is refused to Xingtai with Xingtai's own clause", async () => {
    const { say } = await openDesk();
    expect(await say("xingtai", marked[0] ?? "")).toMatchObject({
      kind: "refuse",
      citations: [{ doc: "xingtai-2008" }],
    });
  });

  it("is refused in the middle of a form too, which goes on without it", async () => {
    const { talk, say } = await openDesk();
    const reply = await talk("keyuan", "我要盖章", marked[0] ?? "");
    expect(reply.kind).toBe("refuse");
    expect(reply.text).toContain("用印申请还没填完");
    const card = await say("keyuan", "与甲公司的协议");
    expect(JSON.stringify(card)).not.toContain("青松");
  });

  it("is refused as the reason of a rejection", async () => {
    const { talk, say, store } = await openDesk();
    await talk("keyuan", "下周一请一天事假", "确认");
    await talk("kezhang", "待我审批的", "驳回第一条");
    expect((await say("kezhang", marked[0] ?? "")).kind).toBe("refuse");
    expect(await store.log()).toHaveLength(1);
  });

  it("is refused as the reason that a button carries", async () => {
    const { talk, press, store } = await openDesk();
    const { request } = await talk("keyuan", "下周一请一天事假", "确认");
    const rejection = { kind: "reject", request: request?.id ?? "", version: request?.version ?? 0 } as const;
    expect((await press("kezhang", { ...rejection, reason: marked[0] ?? "" })).kind).toBe("refuse");
    expect(await store.log()).toHaveLength(1);
  });

  it("is not to be kept by the channel either", async () => {
    const { say } = await openDesk();
    expect((await say("keyuan", marked[0] ?? "")).unkept).toBe(true);
    expect((await say("keyuan", "公章谁管")).unkept).toBeUndefined();
  });

  it("leaves no trace in the store: no table and no byte of its files holds it", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "log.sqlite");
    const store = await openSqlite(path);
    const desk = deskOn(store);
    await desk.talk("keyuan", "我要盖章", ...marked, "与甲公司的协议");
    await desk.talk("kezhang", "公章谁管", ...marked);
    const bytes = () => readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    expect(bytes().some((file) => file.includes("甲公司"))).toBe(true);
    expect(bytes().filter((file) => file.includes("青松"))).toEqual([]);
    await store.close();

    const database = new Database(path, { readonly: true });
    const tables = database.prepare<[], { name: string }>("select name from sqlite_master where type = 'table'").all();
    const rows = tables.flatMap(({ name }) => database.prepare(`select * from "${name}"`).all());
    database.close();
    expect(JSON.stringify(rows)).toContain("甲公司");
    expect(JSON.stringify(rows)).not.toContain("青松");
    expect(desk.reports).toEqual([]);
  });
});

describe("a question about secrecy", () => {
  it.each([
    "秘密文件能复印吗",
    "机密文件怎么借阅",
    "绝密文件可以带回家看吗",
    "涉密公文能不能发微信",
    "什么样的文件要标密级",
    "机密、秘密有什么区别",
    "保密工作有哪些要求",
  ])("is answered, not refused: %s", async (question) => {
    const { say } = await openDesk();
    const reply = await say("keyuan", question);
    expect(["answer", "abstain"]).toContain(reply.kind);
    expect(reply.citations.length).toBeGreaterThan(0);
  });
});

describe("a number that identifies somebody", () => {
  it.each([
    ["事由改成接人,电话13812345678", "13812345678"],
    ["事由是给511002199001011234办证", "511002199001011234"],
  ])("is not filed, by whatever way it came into the form: %s", async (correction, number) => {
    const { talk, store } = await openDesk();
    await talk("keyuan", "下周一请一天事假,搬家", correction);
    const filed = await talk("keyuan", "确认");
    expect(filed.kind).toBe("filed");
    expect(JSON.stringify([filed, await store.requests({}), await store.log()])).not.toContain(number);
  });
});
