/** Receptions, companions, drinks and their claims, 三、(二)3 and 5. */
import { describe, expect, it } from "vitest";
import { receptionWording } from "../../src/answer/wording/reception.ts";
import { formOf } from "../../src/requests/form.ts";
import { companions } from "../../src/rules/companions.ts";
import { liquor } from "../../src/rules/liquor.ts";
import { reception } from "../../src/rules/reception.ts";
import { receptionClaim } from "../../src/rules/reception-claim.ts";
import { work } from "../../src/rules/rule.ts";
import type { Facts } from "../../src/rules/slots.ts";
import { codes, everything, opening, ziyang } from "./law.ts";

const worked = (facts: Facts) => work(reception, facts, ziyang);
const first = (facts: Facts) => opening(worked(facts), receptionWording);
const official: Facts = { category: "公务" };
const business: Facts = { category: "商务", attending: "county-or-below" };

describe("receptions", () => {
  it("cost at most the cap for every diner, guests and hosts", () => {
    const outcome = worked({ ...business, guests: 7, hosts: 6, asks: "total" });
    expect(outcome).toMatchObject({ totalFen: 260_000, lines: [{ formula: "200 × (7 + 6) 人" }] });
    expect(opening(outcome, receptionWording)).toContain("2600元");
  });
  it("take the companions at their limit where that is meant", () => {
    expect(worked({ ...business, guests: 7, hostsAtLimit: true, asks: "total" })).toMatchObject({ totalFen: 260_000 });
    expect(worked({ ...business, attending: "city-leader", people: 10, asks: "total" })).toMatchObject({
      totalFen: 300_000,
    });
  });
  it("open with the cap when nothing is broken, and with what is broken when something is", () => {
    expect(first({ ...business, guests: 3, hosts: 2 })).toContain("200元");
    expect(first({ ...business, guests: 3, hosts: 6 })).toContain("超出3人");
    const outcome = worked({ ...business, guests: 3, hosts: 6, perHead: 350, meals: 2 });
    const broken = "findings" in outcome ? outcome.findings.filter(({ breach }) => breach).map(({ code }) => code) : [];
    expect(broken).toEqual(["reception.head-over", "reception.meals-business", "companions.over"]);
  });
  it("ask for what the sum needs", () => {
    expect(worked({ amount: 2000 })).toEqual({ kind: "missing", slot: "category" });
    expect(worked({ category: "商务", amount: 2000 })).toEqual({ kind: "missing", slot: "attending" });
    expect(worked({ ...business, amount: 2000 })).toEqual({ kind: "missing", slot: "guests" });
    expect(worked({ ...official, guests: 5, amount: 2000 })).toEqual({ kind: "missing", slot: "hosts" });
  });
  it("are over by what exceeds the ceiling", () => {
    expect(first({ ...official, guests: 5, hosts: 2, amount: 1200 })).toContain("超出150元");
    expect(first({ ...official, guests: 5, hosts: 2, amount: 1050 })).toContain("没有超出");
    expect(first({ ...official, perHead: 162.5 })).toContain("人均超12.5元");
    expect(first({ ...business, perHead: 200 })).toContain("没有超出");
  });
  it("have no cap in the text between a 市领导 and 县级", () => {
    expect(first({ category: "商务", attending: "between", perHead: 220 })).toContain("条文没有写");
  });
  it("name every cap when nothing is known", () => expect(first({})).toMatch(/150元.*300元.*200元/));

  it("are refused without an official letter", () => {
    expect(first({ ...official, letter: false, guests: 5, asks: "total" })).toContain("一律不予接待和报销");
    expect(worked({ ...official, letter: false })).toMatchObject({ lines: [] });
  });
  it("of investors want a letter, or the record of a call or mail", () => {
    expect(first({ ...business, letter: false })).toContain("电话记录");
    expect(first({ ...business, letter: false, contactRecord: true })).toContain("可以送审");
    expect(first({ ...business, letter: false, contactRecord: false })).toContain("不能");
  });
  it("are one meal a batch", () => {
    expect(first({ ...official, meals: 4 })).toContain("只接待1餐");
    expect(first({ ...business, meals: 2 })).toContain("1次宴请");
  });
  it("have no alcohol when official, and a signed paper before when not", () => {
    expect(first({ ...official, alcohol: true })).toContain("一律不提供酒类");
    expect(first({ ...business, alcohol: true })).toContain("用酒审批单");
    expect(codes(work(liquor, {}, ziyang))).toEqual(["liquor.official", "liquor.business"]);
  });
  it("serve nothing that is forbidden, and do not judge what is not named", () => {
    expect(first({ menu: "上个燕窝" })).toContain("不能上燕窝");
    expect(first({ ...business, menu: "穿山甲" })).toContain("野生保护动物");
    expect(codes(worked({ ...business, menu: "野生保护动物做的菜" }))[0]).toBe("menu.wildlife");
    for (const menu of ["上茅台", "穿山甲"]) {
      expect(codes(worked({ ...business, menu }))[0]).toBe("menu.by-reading");
      expect(first({ ...business, menu })).toMatch(/不能上.*没有点名/u);
      expect(formOf("reception").barredBy).not.toContain("menu.by-reading");
    }
    expect(first({ menu: "散两包香烟" })).toContain("禁止提供香烟");
    expect(first({ menu: "大闸蟹" })).toContain("没有点名");
  });
  it("away from home are reported by telephone first", () => {
    expect(first({ ...business, outsideCity: true })).toMatch(/电话.*回资阳/);
  });
  it("are claimed with four signatures, and the clause that leaves one out is shown", () => {
    const claim = everything(work(receptionClaim, {}, ziyang), receptionWording);
    expect(claim).toMatch(/经办人签字 → 分管局领导签署属实 → 办公室主任审核 → 分管财务的领导/);
    expect(claim).toContain("三、(一)2");
  });
});

describe("companions", () => {
  const limit = (guests: number) => {
    const outcome = work(companions, { category: "商务", guests }, ziyang);
    return outcome.kind === "worked" ? outcome.lines[0]?.count : outcome.kind;
  };
  it("are one a guest up to five, and one for two guests above", () => {
    expect([1, 5, 6, 7, 8, 9].map(limit)).toEqual([1, 5, 5, 6, 6, 7]);
  });
  it("over the limit are explained on the list", () => {
    const outcome = work(companions, { guests: 8, hosts: 7 }, ziyang);
    expect(opening(outcome, receptionWording)).toMatch(/超出1人.*最多6人.*接待清单/);
  });
  it("have no ratio at official receptions", () => {
    expect(work(companions, { category: "公务", guests: 8 }, ziyang).kind).toBe("not-covered");
  });
  it("need the number of guests", () => {
    expect(work(companions, {}, ziyang)).toEqual({ kind: "missing", slot: "guests" });
  });
});
