/**
 * A reimbursement line by line: what the approved trip or plan and the standard leave of each claim.
 */
import { describe, expect, it } from "vitest";
import { claimsWording } from "../../src/answer/wording/claims.ts";
import { receptionWording } from "../../src/answer/wording/reception.ts";
import { claimLinesHeld } from "../../src/rules/claim-lines.ts";
import { work } from "../../src/rules/rule.ts";
import type { Facts } from "../../src/rules/slots.ts";
import { codes, everything, ziyang } from "./law.ts";

const chengdu = [{ place: "成都", region: "inland" }] as const;
/** Three approved days in 成都 by rail, alone. */
const trip: Facts = {
  claim: "差旅费",
  basis: "Q-1",
  destination: [...chengdu],
  days: 3,
  start: "2026-11-10",
  end: "2026-11-12",
  people: 1,
  transport: "高铁",
};
const lines = (...claims: [label: string, yuan: number, said?: string][]): Facts => ({
  claims: claims.map(([label, yuan, said]) => ({ label, yuan, ...(said && { said }) })),
});
const worked = (facts: Facts) => work(claimLinesHeld, facts, ziyang);
const wording = { ...claimsWording, ...receptionWording };

/** A line each: standard, claimed, over, in yuan; what is not known is null. */
const held = (facts: Facts) => {
  const outcome = worked(facts);
  if (outcome.kind !== "worked") return outcome.kind;
  const yuan = (fen: number | undefined) => (fen === undefined ? null : fen / 100);
  return outcome.lines.map((line) => [
    line.label,
    yuan(line.held?.standardFen),
    yuan(line.held?.claimedFen),
    yuan(line.held?.overFen),
  ]);
};
const why = (facts: Facts) => {
  const outcome = worked(facts);
  return outcome.kind === "worked" ? outcome.lines.map((line) => line.held?.why.code) : outcome.kind;
};
const payable = (facts: Facts) => {
  const outcome = worked(facts);
  return outcome.kind === "worked" ? (outcome.totalFen ?? 0) / 100 : outcome.kind;
};

describe("the lines of a trip", () => {
  const usual = lines(["城市间交通费", 236, "高铁票"], ["住宿费", 640], ["伙食补助费", 360], ["公杂费", 150]);

  it("are held against the rates of the approved days, and against receipts where there is no rate", () =>
    expect(held({ ...trip, ...usual })).toEqual([
      ["城市间交通费(高铁票)", null, 236, null],
      ["住宿费", null, 640, null],
      ["伙食补助费", 300, 360, 60],
      ["公杂费", 150, 150, 0],
    ]));
  it("are paid up to the rate, and by receipt", () => expect(payable({ ...trip, ...usual })).toBe(1326));
  it("say which line is over, and by how much", () =>
    expect(everything(worked({ ...trip, ...usual }), wording)).toContain("共60元:伙食补助费60元"));
  it("pay no day beyond the approved ones", () => {
    const longer = { ...trip, end: "2026-11-14", ...lines(["伙食补助费", 500]) };
    expect(held(longer)).toEqual([["伙食补助费", 500, 500, 200]]);
    expect(why(longer)).toEqual(["claim.beyond-days"]);
  });
  it("pay no day that one was not away", () =>
    expect(held({ ...trip, end: "2026-11-11", ...lines(["伙食补助费", 300]) })).toEqual([
      ["伙食补助费", 200, 300, 100],
    ]));
  it("count every traveller", () =>
    expect(held({ ...trip, people: 2, ...lines(["公杂费", 300]) })).toEqual([["公杂费", 300, 300, 0]]));
  it("pay no intercity fare and half the sundries where the unit drives", () => {
    const driven = { ...trip, transport: "单位派车" as const, ...lines(["城市间交通费", 118], ["公杂费", 150]) };
    expect(held(driven)).toEqual([
      ["城市间交通费", 0, 118, 118],
      ["公杂费", 75, 150, 75],
    ]);
  });
  it("have no figure for meals outside the province, and say so", () => {
    const away = {
      ...trip,
      destination: [{ place: "深圳", region: "outside-province" as const }],
      ...lines(["伙食补助费", 900], ["公杂费", 240]),
    };
    expect(held(away)).toEqual([
      ["伙食补助费", null, 900, null],
      ["公杂费", 240, 240, 0],
    ]);
    expect(why(away)).toEqual(["claim.annex", "claim.by-rate"]);
  });
  it("have no cap for lodging here: it stands in another document", () =>
    expect(claimsWording["claim.lodging"]()).toContain("资财行〔2016〕50号"));
  it("pay no taxi, meal or phone besides the allowances", () =>
    expect(held({ ...trip, ...lines(["市内交通费", 45, "打车"], ["餐费", 60], ["通讯费", 20]) })).toEqual([
      ["市内交通费(打车)", 0, 45, 45],
      ["餐费", 0, 60, 60],
      ["通讯费", 0, 20, 20],
    ]));
  it("share one rate where it is claimed twice", () =>
    expect(held({ ...trip, ...lines(["伙食补助费", 200], ["伙食补助费", 200]) })).toEqual([
      ["伙食补助费", 300, 200, 0],
      ["伙食补助费", 100, 200, 100],
    ]));
  it("fall away where one lodged and has no invoice", () =>
    expect(payable({ ...trip, invoice: false, ...usual })).toBe(0));
  it("warn of a flight that was not approved", () =>
    expect(
      codes(worked({ ...trip, claims: [{ label: "城市间交通费", yuan: 900, said: "机票", transport: "飞机" }] })),
    ).toContain("claim.flight"));
  it("hold a name of the whole trip against no rate", () =>
    expect(why({ ...trip, claims: [{ label: "出差包干费", yuan: 300, whole: true }] })).toEqual(["claim.one-sum"]));
  it("cannot be held against anything where one sum is all that was told", () =>
    expect(why({ ...trip, item: "去成都的费用", amount: 1500 })).toEqual(["claim.one-sum"]));
});

describe("a claim without an approved paper", () => {
  it("is not barred, but says that approval comes before the trip", () => {
    const outcome = worked({ claim: "差旅费", basis: "none", ...lines(["伙食补助费", 300]) });
    expect(codes(outcome)).toContain("claim.no-trip");
    expect(held({ claim: "差旅费", basis: "none", ...lines(["伙食补助费", 300]) })).toEqual([
      ["伙食补助费", null, 300, null],
    ]);
  });
  it("says that the plan comes before the meal", () =>
    expect(codes(worked({ claim: "接待费", basis: "none", ...lines(["餐费", 900]) }))).toContain("claim.no-plan"));
  it("needs none for anything else", () =>
    expect(codes(worked({ claim: "其他", item: "打印费", amount: 60 }))).toEqual(["claim.payable"]));
});

describe("the lines of a reception", () => {
  const official: Facts = { claim: "接待费", basis: "Q-2", category: "公务", guests: 5, hosts: 2 };
  const business: Facts = { ...official, category: "商务", attending: "county-or-below" };

  it("have the ceiling for a head times those who dined", () =>
    expect(held({ ...official, ...lines(["餐费", 1200]) })).toEqual([["餐费", 1050, 1200, 150]]));
  it("pay no drink at an official table", () =>
    expect(held({ ...official, ...lines(["餐费", 900], ["酒水", 300]) })).toEqual([
      ["餐费", 1050, 900, 0],
      ["酒水", 0, 300, 300],
    ]));
  it("share the ceiling between food and drink at a business table", () =>
    expect(held({ ...business, ...lines(["餐费", 1200], ["酒水", 300]) })).toEqual([
      ["餐费", 1400, 1200, 0],
      ["酒水", 200, 300, 100],
    ]));
  it("have no ceiling where the clause names none", () =>
    expect(why({ ...business, attending: "between", ...lines(["餐费", 1200]) })).toEqual(["claim.no-cap"]));
  it("are paid up to the approved plan where it is less than the ceiling", () => {
    const planned = { ...official, limit: 500, ...lines(["餐费", 880]) };
    expect(held(planned)).toEqual([["餐费", 1050, 880, 380]]);
    expect(why(planned)).toEqual(["claim.by-plan"]);
    expect(payable(planned)).toBe(500);
  });
  it("share the approved plan: each line is held against what those before it left", () => {
    const planned = { ...business, limit: 1000, ...lines(["餐费", 800], ["酒水", 300], ["其他", 50]) };
    const outcome = worked(planned);
    const approved = outcome.kind === "worked" ? outcome.lines.map(({ held }) => held?.approvedFen) : [];
    expect(approved).toEqual([100000, 20000, 0]);
    expect(held(planned)).toEqual([
      ["餐费", 1400, 800, 0],
      ["酒水", 600, 300, 100],
      ["其他", null, 50, 50],
    ]);
  });
  it("are paid up to the approved plan where the clause names no ceiling", () =>
    expect(held({ ...business, attending: "between", limit: 900, ...lines(["餐费", 1200]) })).toEqual([
      ["餐费", null, 1200, 300],
    ]));
  it("are paid up to the ceiling where the plan allows more", () =>
    expect(why({ ...official, limit: 2000, ...lines(["餐费", 1200]) })).toEqual(["claim.by-rate"]));
  it("are not over a plan that they come to in fen", () =>
    expect(codes(worked({ ...official, limit: 876.3, ...lines(["餐费", 236.1], ["餐费", 640.2]) }))).not.toContain(
      "claim.over-plan",
    ));
  it("say by how much they are over the approved plan", () =>
    expect(everything(worked({ ...official, limit: 900, ...lines(["餐费", 1000]) }), wording)).toContain("多100元"));
});
