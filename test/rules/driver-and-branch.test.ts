/** A driver's delays, 三、(三)9.5), and a branch's monthly money, 三、(一)5. */
import { describe, expect, it } from "vitest";
import { branchWording } from "../../src/answer/wording/branch.ts";
import { driverWording } from "../../src/answer/wording/driver.ts";
import { branchFunds } from "../../src/rules/branch.ts";
import { driverDelay } from "../../src/rules/driver.ts";
import { work } from "../../src/rules/rule.ts";
import { everything, opening, ziyang } from "./law.ts";

describe("a driver's delays", () => {
  const delays = (times?: number) => work(driverDelay, { times }, ziyang);

  it("cost a hundred yuan each", () => {
    expect(opening(delays(2), driverWording)).toContain("200元");
    expect(delays(2)).toMatchObject({ totalFen: 20_000 });
  });
  it("do not end the contract at the second, and surely do at the fourth", () => {
    expect(everything(delays(2), driverWording)).toContain("还没到解除劳动合同");
    expect(everything(delays(4), driverWording)).toContain("要解除劳动合同");
  });
  it("end it at the third by a reading that is said", () =>
    expect(everything(delays(3), driverWording)).toMatch(/没有写明.*从严/u));
  it("have a rate before there are any", () =>
    expect(opening(delays(), driverWording)).toContain("一次扣差旅补助100元"));
});

describe("a branch's monthly money", () => {
  const paid = (amount?: number, limit?: number) => work(branchFunds, { amount, limit }, ziyang);

  it("is paid by receipts up to the limit, and the rest is not", () => {
    expect(opening(paid(34_000, 30_000), branchWording)).toMatch(/30000元.*4000元/u);
    expect(everything(paid(34_000, 30_000), branchWording)).toContain("没有写明");
  });
  it("leaves no crumbs of a fen in what is over", () =>
    expect(opening(paid(45.49, 4.94), branchWording)).toContain("超出的40.55元"));
  it("is paid whole below the limit", () => expect(opening(paid(28_000, 30_000), branchWording)).toContain("28000元"));
  it("asks for the limit, which no document states", () => {
    expect(paid(34_000)).toEqual({ kind: "missing", slot: "limit" });
    expect(paid()).toEqual({ kind: "missing", slot: "amount" });
  });
});
