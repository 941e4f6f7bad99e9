/**
 * What the people of a small office do, as commands of fast-check: each is done in the program's way and in the reference's.
 *
 * Takes    the office as it stands in both. Returns an arbitrary a command; most wishes are sensible, some are anybody's about
 *          anything.
 */
import fc from "fast-check";
import { expect } from "vitest";
import { decide } from "../../src/requests/decision.ts";
import { close, mayAmend, resubmit, withdraw } from "../../src/requests/own-steps.ts";
import type { OfficeRequest, RequestEvent } from "../../src/requests/request.ts";
import {
  alive,
  at,
  chainOf,
  changes,
  type Deed,
  kept,
  meant,
  type Played,
  pick,
  stepOf,
  wished,
} from "./both-lives.ts";
import { type Happening, mayBeTakenBack, noted, openStep, type Paper } from "./reference-life.ts";
import { chainAgain, mayClose, mayDecide, mayFileAgain, mayReplace, mayWithdraw } from "./reference-wishes.ts";

const people = ["jia", "yi", "bing", "ding", "wu"];
const person = fc.constantFrom(...people);
const any = fc.nat({ max: 999 });
const day = fc.integer({ min: 20, max: 29 }).map((number) => `2026-11-${number}`);
const rarely = fc.integer({ min: 0, max: 5 }).map((one) => one === 0);
const often = fc.integer({ min: 0, max: 5 }).map((one) => one !== 0);
/** Who decides, as a chart names them: mostly one or two, seldom nobody at all, or a role that nobody holds. */
const holders = fc.oneof(
  { weight: 9, arbitrary: fc.array(person, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.option(person, { freq: 1 }), { maxLength: 3 }) },
);

/** Drawn evenly: fast-check leans to small values at first, and everybody would be 甲. */
const drawn = <Wish>(parts: { [Name in keyof Wish]: fc.Arbitrary<Wish[Name]> }) => fc.noBias(fc.record(parts));

type Type = OfficeRequest["type"];
const grounds: Partial<Record<Type, string>> = { "leave-return": "leave", reimbursement: "travel" };

/** 填报: anybody files anything; what follows from another paper stands on one of their own, as a rule. */
const filing = drawn({
  type: fc.constantFrom<Type>(
    "leave",
    "leave",
    "travel",
    "travel",
    "leave-return",
    "reimbursement",
    "tally",
    "deputation",
  ),
  owner: person,
  holders,
  start: day,
  end: day,
  number: any,
  wild: rarely,
  forged: fc.constantFrom(...Array(9).fill(""), "another's", "decided", "remarked", "twice", "nowhere"),
  skipped: rarely,
  deputy: person,
  halves: fc.constantFrom({}, {}, {}, { startHalf: "pm" }, { endHalf: "am" }),
}).map(
  ({ type, owner, holders, start, end, number, wild, forged, skipped, halves, deputy }): Deed => ({
    name: `${owner} files ${type} ${forged}`,
    act: async (office) => {
      const wanted = grounds[type];
      const isGround = (one: Paper) => one.type === wanted && one.owner === owner && alive(one);
      const ground = wanted === undefined ? undefined : meant(office, number, isGround, wild)?.id;
      const id = forged === "twice" ? (pick([...office.papers.keys()], number) ?? "Q-0") : `Q-${office.papers.size}`;
      const approvals = chainOf(noted.includes(type) && !wild ? [] : holders);
      if (skipped && approvals[0] !== undefined) approvals[0].status = "skipped";
      if (forged === "decided") approvals.push({ role: "伪", approver: "wu", status: "approved", by: "wu" });
      const basis = forged === "nowhere" ? "Q-nowhere" : ground;
      const request: OfficeRequest = {
        id,
        type,
        unit: "ziyang",
        requester: owner,
        status: "draft",
        fields: {
          start,
          end: end < start ? start : end,
          ...halves,
          ...(type === "deputation" && { deputy }),
          ...(basis !== undefined && { basis }),
        },
        approvals,
        filedAt: "",
        version: 0,
        ...(forged === "remarked" && { remark: "早已说明" }),
      };
      const by = forged === "another's" ? (people.find((one) => one !== owner) ?? "") : owner;
      const event: RequestEvent = { kind: "filed", by, at: at(start), request };
      await changes(office, "filing", [{ requestId: id, expected: 0, event }]);
    },
  }),
);

/** What follows when an amendment of a granted paper is granted in its turn: the former is replaced in the same change. */
function replacedToo(office: Played, paper: Paper): readonly Happening[] {
  const former = paper.inPlaceOf === undefined ? undefined : office.papers.get(paper.inPlaceOf);
  const last = paper.chain.filter(({ is }) => is === "open").length === 1;
  if (former === undefined || !last || !alive(former)) return [];
  const event: RequestEvent = { kind: "amended", by: paper.owner, at: at("2026-11-29"), amendedBy: paper.id };
  return [{ requestId: former.id, expected: former.events, event }];
}

/** The days on which it shows when somebody is away: the first and the last, as planned and as it was, and the days after. */
function edgesOf({ papers }: Played, { id, fields, lastDay }: Paper): readonly string[] {
  const back = [...papers.values()].find((one) => one.type === "leave-return" && alive(one) && one.fields.basis === id);
  const known = [lastDay ?? back?.fields.end, fields.start, fields.end].filter((one) => one !== undefined).map(String);
  return known.flatMap((one) => [one, `2026-11-${Number(one.slice(-2)) + 1}`]);
}

/** 审批: whoever is next, a deputy, or somebody else, on what they have seen; pressed once, or twice. */
const decision = drawn({
  number: any,
  verdict: fc.constantFrom("approve", "approve", "approve", "approve", "reject", "return", "return"),
  who: fc.constantFrom("next", "next", "next", "next", "deputy", "deputy", "deputy", "anybody"),
  other: person,
  reason: fc.constantFrom("人手不够", "人手不够", "人手不够", " ", undefined),
  seen: fc.constantFrom(undefined, 0, 0, 0, 0, -1),
  day,
  replaces: often,
  twice: rarely,
  wild: rarely,
}).map(
  ({ number, verdict, who, other, reason, seen, day, replaces, twice, wild }): Deed => ({
    name: `${who} (${other}) wants to ${verdict}`,
    act: async (office) => {
      const waits = (one: Paper) => ![null, undefined, one.owner].includes(one.chain[openStep(one)]?.who);
      const paper = meant(office, number, waits, wild);
      if (paper === undefined) return;
      const request = await kept(office, paper);
      const holder = paper.chain[openStep(paper)]?.who ?? other;
      const by = who === "next" ? holder : other;
      const away = (one: Paper) =>
        one.owner === holder && ["leave", "travel", "deputation"].includes(one.type) && one.is === "granted";
      const under = who === "deputy" ? meant(office, number, away, wild) : undefined;
      const standIn = under && by !== holder ? { by, for: holder, under: under.id } : undefined;
      const version = seen === undefined ? undefined : request.version + seen;
      const on = (under && !wild ? pick(edgesOf(office, under), number) : undefined) ?? day;
      const outcome = decide(request, { by, at: at(on), verdict, reason, version }, standIn);
      const told = mayDecide(paper, { by, verdict, reason, seen: version, inSteadOf: standIn?.for });
      const what = standIn === undefined ? verdict : `${verdict} in stead`;
      const then = (event: RequestEvent) => [
        { requestId: paper.id, expected: request.version, event },
        ...(replaces && verdict === "approve" ? replacedToo(office, paper) : []),
      ];
      await wished(office, what, outcome, told, then);
      if (twice && outcome.kind === "event") await changes(office, `${what}, again`, then(outcome.event));
    },
  }),
);

const actor = (paper: Paper, other: string, stranger: boolean) => (stranger ? other : paper.owner);

/** 撤回 */
const withdrawal = drawn({ number: any, other: person, stranger: rarely, wild: rarely, day }).map(
  ({ number, other, stranger, wild, day }): Deed => ({
    name: "somebody takes a paper back",
    act: async (office) => {
      const paper = meant(office, number, (one) => mayBeTakenBack(one, day), wild);
      if (paper === undefined) return;
      const by = actor(paper, other, stranger);
      const request = await kept(office, paper);
      const outcome = withdraw(request, { by, at: at(day) }, await office.store.requests({ requester: by }));
      const then = (event: RequestEvent) => [{ requestId: paper.id, expected: request.version, event }];
      await wished(office, "withdraw", outcome, mayWithdraw(office.papers, paper, by, day), then);
    },
  }),
);

/** 退回后重新提交: changed, or as it was with a remark, with the chain as the chart has it now. */
const resubmission = drawn({
  number: any,
  other: person,
  stranger: rarely,
  wild: rarely,
  changed: fc.boolean(),
  remark: fc.option(fc.constant("已与家人商量"), { nil: undefined, freq: 3 }),
  moved: rarely,
  holders,
}).map(
  ({ number, other, stranger, wild, changed, remark, moved, holders }): Deed => ({
    name: "somebody files again",
    act: async (office) => {
      const paper = meant(office, number, ({ sentBack }) => sentBack, wild);
      if (paper === undefined) return;
      const by = actor(paper, other, stranger);
      const request = await kept(office, paper);
      const chain = chainOf(moved ? holders : paper.chain.map(({ who }) => who));
      const fields = changed ? { ...request.fields, reason: `${request.id} ${request.version}` } : request.fields;
      const mine = await office.store.requests({ requester: paper.owner });
      const outcome = resubmit(request, { by, at: at("2026-11-26"), fields, chain, remark }, mine);
      const then = (event: RequestEvent) => {
        const again = event.kind === "resubmitted" ? event.approvals.map(stepOf) : [];
        expect(again).toEqual(chainAgain(paper, chain.map(stepOf), changed));
        return [{ requestId: paper.id, expected: request.version, event }];
      };
      await wished(office, "resubmit", outcome, mayFileAgain(office.papers, paper, by, changed, remark), then);
    },
  }),
);

/** 变更: another takes its place, at once while it is under way, once it is granted where it was granted. */
const amendment = drawn({
  number: any,
  other: person,
  stranger: rarely,
  wild: rarely,
  holders,
  start: day,
  atOnce: fc.boolean(),
  otherType: rarely,
}).map(
  ({ number, other, stranger, wild, holders, start, atOnce, otherType }): Deed => ({
    name: "somebody wants another in its place",
    act: async (office) => {
      const paper = meant(office, number, alive, wild);
      if (paper === undefined) return;
      const by = actor(paper, other, stranger);
      const before = await kept(office, paper);
      const may = mayAmend(before, by, await office.store.requests({ requester: by }));
      expect(may.kind === "may" ? "may" : may.why).toBe(mayReplace(office.papers, paper, by));
      // Filed though it may not be: the store is the last to say no.
      const id = `Q-${office.papers.size}`;
      const { returned: _, amendedBy: __, closed: ___, remark: ____, ...rest } = before;
      const fields = { ...before.fields, start, end: start };
      const approvals = chainOf(noted.includes(before.type) ? [] : holders);
      const type = otherType ? "seal" : before.type;
      const request: OfficeRequest = { ...rest, id, type, requester: by, fields, approvals, amends: paper.id };
      const filed: RequestEvent = { kind: "filed", by, at: at(start), request };
      const amended: RequestEvent = { kind: "amended", by, at: at(start), amendedBy: id };
      await changes(office, may.kind === "may" ? "amend" : `amend, refused as ${may.why}`, [
        { requestId: id, expected: 0, event: filed },
        ...(atOnce ? [{ requestId: paper.id, expected: before.version, event: amended }] : []),
      ]);
    },
  }),
);

/** 出差结束 */
const closing = drawn({ number: any, other: person, stranger: rarely, wild: rarely, end: day, later: day }).map(
  ({ number, other, stranger, wild, end, later }): Deed => ({
    name: "a trip is over",
    act: async (office) => {
      const paper = meant(office, number, (one) => one.type === "travel" && one.is === "granted", wild);
      if (paper === undefined) return;
      const by = actor(paper, other, stranger);
      const request = await kept(office, paper);
      // Mostly on a day after it, and now and then before.
      const today = later < end && number % 4 > 0 ? end : later;
      const mine = await office.store.requests({ requester: paper.owner });
      const outcome = close(request, { by, at: at(today), end }, mine);
      const then = (event: RequestEvent) => [{ requestId: paper.id, expected: request.version, event }];
      await wished(office, "close", outcome, mayClose(office.papers, paper, by, end, today), then);
      // Whoever saw it closed cannot close it again, whatever is sent.
      const again = { requestId: paper.id, expected: request.version + 1 };
      if (outcome.kind === "event") await changes(office, "close, again", [{ ...again, event: outcome.event }]);
    },
  }),
);

/** An event that no rule was asked for: out of turn, by the wrong person, on an old version, in nobody's stead. */
const forgery = drawn({
  number: any,
  kind: fc.constantFrom<RequestEvent["kind"]>("approved", "returned", "rejected", "withdrawn", "amended", "closed"),
  by: fc.constantFrom(undefined, undefined, ...people),
  step: fc.constantFrom(undefined, undefined, 0, 1, 2),
  late: fc.constantFrom(0, 0, 0, 0, -1, 1),
  stead: fc.option(fc.record({ for: person, under: any }), { nil: undefined, freq: 2 }),
  day,
}).map(
  ({ number, kind, by, step, late, stead, day }): Deed => ({
    name: `a forged ${kind}`,
    act: async (office) => {
      const paper = meant(office, number, ({ is }) => is === "under way", number % 3 === 0);
      if (paper === undefined) return;
      const index = Math.max(0, openStep(paper));
      const holder = kind === "withdrawn" || kind === "closed" ? paper.owner : (paper.chain[index]?.who ?? "wu");
      const other = pick([...office.papers.keys()], number + 1) ?? paper.id;
      const under = stead && { for: stead.for, under: pick([...office.papers.keys()], stead.under) ?? "Q-0" };
      const mark = { by: by ?? holder, at: at(day), step: step ?? index, ...under, reason: "伪", end: day };
      const event = { kind, ...mark, amendedBy: other } as RequestEvent;
      const expected = paper.events + late;
      await changes(office, "forgery", [{ requestId: paper.id, expected, event }]);
    },
  }),
);

/** Sensible wishes come oftener than forged ones. */
export const deeds: readonly fc.Arbitrary<Deed>[] = [
  ...[filing, filing, filing, filing, decision, decision, decision, decision, decision, decision, decision],
  ...[withdrawal, resubmission, resubmission, amendment, closing, forgery],
];
