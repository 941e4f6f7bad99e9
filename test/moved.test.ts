/**
 * A document changes under the rules (出处已变): what rests on words that are gone says so, and gives no figure.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAssistant } from "../src/assistant.ts";
import { remove } from "../src/ingest/remove.ts";
import { imprint } from "../src/lib/imprint.ts";
import { movedIn } from "../src/moved.ts";
import { type Office, openOffice } from "../src/office.ts";
import { openCitation } from "../src/policy/citation.ts";
import { openLibrary } from "../src/policy/library.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import { monday } from "./talks/desk.ts";

let folder: string;
let data: string;
let changed: Office;

/** The office with other words in a document: the leave tiers, the meal allowances and the seal's approver. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "zhice-test-"));
  data = join(folder, "data");
  cpSync("data", data, { recursive: true });
  const path = join(data, "documents", "ziyang-2020.md");
  const text = readFileSync(path, "utf8")
    .replace("二天以上(含二天),经科长", "三天以上(含三天),经科长")
    .replace("| 标准 | 详见附表 | 100 | 120 | 80 | 60 |", "| 标准 | 详见附表 | 110 | 130 | 90 | 70 |")
    .replace("无公函的公务活动和来访人员,一律不予接待", "无公函的公务活动和来访人员,一般不予接待")
    .replace("每天至少4次查看", "每天至少6次查看")
    .replace("必须报请局长(局长委托的班子成员)审批", "必须报请办公室主任审批");
  writeFileSync(path, text);
  changed = openOffice(data, "data/staff.json", await openSqlite(":memory:"));
});

afterAll(async () => {
  await changed.store.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (text: string) =>
  openAssistant(changed, () => {}).handle({ id: text, conversation: text, as: "keyuan", now: monday, text });

describe("a document that changed", () => {
  it("is named with every place that cites words it holds no more", () => {
    const moved = movedIn(data, changed);
    const places = moved.map(({ where }) => where);
    expect(places).toEqual(
      expect.arrayContaining([expect.stringContaining("figures/ziyang leave.staff.two-steps.days (leave)")]),
    );
    expect(places).toContain("figures/ziyang mail.checks (incoming-mail)");
    expect(places).toEqual(expect.arrayContaining([expect.stringContaining("routes/ziyang seal")]));
    expect(places).toEqual(expect.arrayContaining([expect.stringMatching(/questions.*line \d+/u)]));
    expect(moved.every(({ doc }) => doc === "ziyang-2020")).toBe(true);
    const cell = moved.find(({ where }) => where.includes("travel.meal.inland"));
    expect(cell?.quote).toContain("100");
    expect(moved.map(({ quote }) => quote).join()).not.toContain("| 110 |");
  });
  it("lets no rule answer from it: the reply says 出处已变,待核 and gives neither figure nor approver", async () => {
    for (const question of ["去成都出差三天补助多少", "请三天事假谁批"]) {
      const { kind, text, result, citations } = await ask(question);
      expect(kind).toBe("abstain");
      expect(text).toContain("出处已变");
      expect(text).toContain("待核");
      expect(result).toBeUndefined();
      for (const { doc, clause, quote } of citations)
        expect(() => changed.library.quote(doc, clause, quote)).not.toThrow();
      expect(text).not.toMatch(/450|分管局领导批准/u);
    }
  });
  it("leaves every other rule as it was", async () => {
    const { kind, result } = await ask("商务接待来了8位客商,可以几个人陪");
    expect([kind, result?.lines[0]?.amount]).toEqual(["calculation", 6]);
  });
  it("files no request whose route rests on words that are gone: the weakest chain is not the way out", async () => {
    const { kind, text, request } = await ask("我要给与甲公司的合作协议盖章");
    expect(kind).toBe("refuse");
    expect(text).toContain("出处已变");
    expect(request?.approvals).toEqual([]);
  });
  it("lets nothing pass that a clause might forbid, while its words are gone", async () => {
    const { kind, text } = await ask("后天公务接待3位客人,我们1个人陪,没有公函");
    expect([kind, text.includes("出处已变")]).toEqual(["refuse", true]);
  });
  it("answers no past question whose words are gone", async () => {
    const { citations } = await ask("盖章要谁批");
    for (const { quote } of citations) expect(quote).not.toContain("必须报请局长");
  });
  it("cites nothing anywhere that the document does not hold", async () => {
    const library = openLibrary(join(data, "documents"));
    for (const question of ["病假要不要证明", "盖章要谁批", "收文每天看几次", "租车要什么条件"]) {
      for (const { doc, clause, quote } of (await ask(question)).citations)
        expect(() => library.quote(doc, clause, quote)).not.toThrow();
    }
  });
});

describe("a document that was removed", () => {
  let rest: Office;
  beforeAll(async () => {
    const left = join(folder, "left");
    cpSync("data", left, { recursive: true });
    const documentsDir = join(left, "documents");
    await remove(["xingtai-2008"], { documentsDir, today: monday.slice(0, 10), write: () => {} });
    rest = openOffice(left, "data/staff.json", await openSqlite(":memory:"));
  });
  afterAll(() => rest.store.close());

  const say = (as: string, text: string) =>
    openAssistant(rest, () => {}).handle({ id: as + text, conversation: as, as, now: monday, text });

  it("lets none of its rules answer, and says what is gone", async () => {
    const { kind, text, citations } = await say("xingtai", "我离岗三天找谁请假");
    expect([kind, citations]).toEqual(["abstain", []]);
    expect(text).toContain("出处已变");
  });
  it("is found by no search, also when it is named, and no talk breaks on it", async () => {
    for (const question of ["邢台办事处离岗一周向谁请假", "邢台第五条写的什么", "邢台怎么考核"]) {
      const { kind, citations } = await say("keyuan", question);
      expect(kind).not.toBe("error");
      expect(citations.map(({ doc }) => doc)).not.toContain("xingtai-2008");
    }
  });
  it("leaves the other units' rules as they were", async () => {
    const { kind, result } = await say("keyuan", "商务接待来了8位客商,可以几个人陪");
    expect([kind, result?.lines[0]?.amount]).toEqual(["calculation", 6]);
  });
  it("is still opened by what was cited from it", () => {
    const quote = "其他工作人员离岗向驻外办事机构主任请假";
    const opened = openCitation(rest.library, { doc: "xingtai-2008", clause: "五、(二)1", words: imprint(quote) });
    expect(opened?.cited?.text).toContain(quote);
    expect([opened?.present, opened?.document.superseded?.by]).toEqual([false, null]);
  });
});
