/**
 * News: who is told of an event, who never is, and whether a notice is still true.
 */
import { describe, expect, it } from "vitest";
import { apply } from "../../src/requests/life.ts";
import { type Concerned, newsOf, stillTrue } from "../../src/requests/news.ts";
import type { OfficeRequest, RequestEvent } from "../../src/requests/request.ts";
import { againOf, approved, at, filed } from "../store/filing-samples.ts";

const today = "2026-11-23";
const concerned: Concerned = { decider: "kezhang", keeper: "bangongshi" };
const taken = (events: readonly RequestEvent[]) =>
  events.reduce<OfficeRequest | undefined>((request, event) => apply(request, event), undefined) as OfficeRequest;
/** Who is told what of the last of these events. */
const told = (events: readonly RequestEvent[], by: Concerned = concerned) => {
  const last = events.at(-1) as RequestEvent;
  return newsOf(last, taken(events), by, today).map(({ to, about }) => `${to} ${about.kind}`);
};

const first = filed("Q-1");
const yes = [approved("kezhang", 0), approved("fuju", 1)] as const;
const no = { kind: "rejected", by: "kezhang", at, step: 0, reason: "改期" } as const;
const back = { kind: "returned", by: "kezhang", at, step: 0, reason: "改期" } as const;
const again = { kind: "resubmitted", by: "keyuan", at, ...againOf("Q-1") } as const;
const withdrawn = { kind: "withdrawn", by: "keyuan", at } as const;
const named = (deputy: string) =>
  filed("Q-d", {
    type: "deputation",
    requester: "kezhang",
    approvers: [],
    fields: { deputy, start: "2026-11-23", end: "2026-11-25" },
  });

describe("news", () => {
  it.each<[string, readonly RequestEvent[], Concerned, readonly string[]]>([
    ["a filing: who decides next", [first], concerned, ["kezhang waiting"]],
    ["a filing that nobody may decide: nobody", [first], {}, []],
    [
      "a step: who decides next, and the requester",
      [first, yes[0]],
      { decider: "fuju" },
      ["fuju waiting", "keyuan decided"],
    ],
    [
      "an approval: the requester, and the record",
      [first, ...yes],
      concerned,
      ["keyuan decided", "bangongshi for-the-record"],
    ],
    ["a rejection: the requester", [first, no], concerned, ["keyuan decided"]],
    ["a return: the requester", [first, back], concerned, ["keyuan decided"]],
    ["a second filing: who decides next", [first, back, again], concerned, ["kezhang waiting"]],
    ["what is taken back before it was decided: nobody", [first, yes[0], withdrawn], concerned, []],
    ["a deputation: who stands in", [named("bangongshi")], {}, ["bangongshi deputation"]],
    [
      "one taken back: who stood in",
      [named("bangongshi"), { ...withdrawn, by: "kezhang" }],
      {},
      ["bangongshi deputation"],
    ],
  ])("of %s", (_, events, by, news) => expect(told(events, by)).toEqual(news));

  it("of an approved leave taken back is told to those who approved it, and to the record", () => {
    const request: OfficeRequest = { ...taken([first, ...yes]), status: "withdrawn", version: 4 };
    const news = newsOf(withdrawn, request, concerned, today);
    expect(news.map(({ to, about }) => `${to} ${about.kind}`)).toEqual([
      "kezhang taken-back",
      "fuju taken-back",
      "bangongshi taken-back",
    ]);
  });

  it("is never of what somebody did themselves, nor of their own request to its requester as a task", () => {
    const self: Concerned = { decider: "keyuan", keeper: "keyuan" };
    const own: readonly (readonly [readonly RequestEvent[], Concerned])[] = [
      [[first], self],
      [[first, yes[0]], { decider: "kezhang", keeper: "kezhang" }],
      [[first, ...yes], { keeper: "fuju" }],
      [[first, no], self],
      [[named("kezhang")], {}],
    ];
    for (const [events, by] of own) {
      const last = events.at(-1) as RequestEvent;
      expect(told(events, by).filter((one) => one.startsWith(`${last.by} `))).toEqual([]);
    }
    expect(told([first, ...yes], self)).toEqual(["keyuan decided"]);
  });
});

describe("a notice is still true", () => {
  const request = taken([first]);
  const waiting = { kind: "waiting", request: "Q-1", version: 1, on: "kezhang", since: today, waited: 0 } as const;
  it("of what waits, for whoever decides it and at that version alone", () => {
    expect(stillTrue({ about: waiting }, { today, request, decider: "kezhang" })).toBe(true);
    expect(stillTrue({ about: waiting }, { today, request, decider: "fuju" })).toBe(false);
    expect(stillTrue({ about: waiting }, { today, request })).toBe(false);
    expect(stillTrue({ about: waiting }, { today, request: taken([first, yes[0]]), decider: "kezhang" })).toBe(false);
    expect(stillTrue({ about: waiting }, { today, decider: "kezhang" })).toBe(false);
  });
  it("of a deputation until its last day, unless another names the same deputy", () => {
    const about = { kind: "deputation", request: "Q-d", version: 1 } as const;
    const standing = { today, request: taken([named("bangongshi")]) };
    expect(stillTrue({ about }, standing)).toBe(true);
    expect(stillTrue({ about }, { ...standing, today: "2026-11-26" })).toBe(false);
    expect(stillTrue({ about }, { ...standing, goesOn: true })).toBe(false);
  });
  it("of what was taken back, while it is", () => {
    const about = { kind: "taken-back", request: "Q-1" } as const;
    expect(stillTrue({ about }, { today, request: taken([first, withdrawn]) })).toBe(true);
    expect(stillTrue({ about }, { today, request })).toBe(false);
  });
});
