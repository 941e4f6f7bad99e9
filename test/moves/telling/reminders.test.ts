/**
 * Reminders: what time brings, worked out for a day, whoever and however many work it out.
 */
import { describe, expect, it, onTestFinished } from "vitest";
import { addDays } from "../../../src/lib/dates.ts";
import { noticesOf } from "../../../src/moves/telling/notices.ts";
import { remindersFor, remindersOn } from "../../../src/moves/telling/reminders.ts";
import { tell, toldBefore } from "../../../src/moves/telling/telling.ts";
import { noticeAbout } from "../../../src/requests/notice.ts";
import type { OfficeRequest, RequestType } from "../../../src/requests/request.ts";
import { openSqlite } from "../../../src/store/sqlite.ts";
import type { Store } from "../../../src/store/store.ts";
import { office as opened } from "../../talks/desk.ts";
import { bare } from "../../talks/player.ts";

const at = (date: string, time = "09:30") => `${date}T${time}:00+08:00`;

async function openOutbox() {
  const store = await openSqlite(":memory:");
  onTestFinished(() => store.close());
  const office = { ...opened, store };
  return {
    store,
    office,
    /** What that day brings, as people, kinds and what it is about. */
    on: async (date: string) =>
      (await remindersOn(office, date)).map(({ to, about }) =>
        about.kind === "deadline"
          ? `${to} ${about.deadline} ${about.before}`
          : `${to} ${about.kind}${about.kind === "waiting" ? ` ${about.waited}` : ""}`,
      ),
    /** Looks at that day as the clockwork does, and tells everybody. */
    told: async (date: string) => {
      await store.commit({ events: [], notices: await remindersOn(office, date) });
      const told = await tell(office, { now: at(date), most: 100 });
      await store.told(
        told.map(({ key }) => key),
        at(date),
      );
      return told.map(({ to, text }) => `${to} ${bare(text)}`);
    },
  };
}

type Fields = OfficeRequest["fields"];

/** A request that is filed, and decided by so many of its approvers. */
async function put(
  store: Store,
  filing: {
    id: string;
    type: RequestType;
    fields: Fields;
    date: string;
    by?: string;
    chain?: readonly string[];
    decided?: number;
  },
): Promise<void> {
  const { id, type, fields, date, by = "keyuan", chain = ["kezhang"], decided = chain.length } = filing;
  const approvals = chain.map((approver) => ({ role: "科长", approver, status: "pending" as const }));
  const request = { id, type, unit: "ziyang", requester: by, status: "draft" as const, fields, approvals };
  const filed = { kind: "filed", by, at: at(date), request: { ...request, filedAt: at(date), version: 0 } } as const;
  const office = { ...opened, store };
  const events = [
    { requestId: id, expected: 0, event: filed },
    ...chain.slice(0, decided).map((approver, step) => ({
      requestId: id,
      expected: step + 1,
      event: { kind: "approved" as const, by: approver, at: at(date), step },
    })),
  ];
  expect(await store.commit({ events, notices: await noticesOf(office, events, at(date)) })).toBe("done");
}

const leave = (start: string, end: string): Fields => ({ leaveType: "病假", start, end, reason: "腰椎" });
/** Only what is about requests. */
const ofRequests = (all: readonly string[]) => all.filter((one) => !one.includes("deadline."));

describe("deadlines", () => {
  it("are told a week before, a day before and on the day, to both people of the office away", async () => {
    const { on } = await openOutbox();
    const half = async (date: string) => (await on(date)).filter((one) => one.includes("deadline.half-year"));
    expect(await half("2026-06-17")).toEqual([]);
    expect(await half("2026-06-18")).toEqual(["xingtai deadline.half-year 7", "xingtaizhuren deadline.half-year 7"]);
    expect(await half("2026-06-24")).toEqual(["xingtai deadline.half-year 1", "xingtaizhuren deadline.half-year 1"]);
    expect(await half("2026-06-25")).toEqual(["xingtai deadline.half-year 0", "xingtaizhuren deadline.half-year 0"]);
    expect(await half("2026-06-26")).toEqual([]);
  });
  it("are told on the workday before, where the day is off", async () => {
    const { on } = await openOutbox();
    // 2027-12-25 is a Saturday, of a year whose holidays are not known.
    expect(await on("2027-12-24")).toContain("xingtai deadline.year 0");
    expect(await on("2027-12-25")).toEqual([]);
  });
  it("are told with their clause and the days that are left", async () => {
    const { store, office } = await openOutbox();
    await store.commit({ events: [], notices: await remindersOn(office, "2026-12-18") });
    const told = await tell(office, { to: "xingtai", now: at("2026-12-18"), most: 9 });
    const year = told.find(({ key }) => key.includes("deadline.year"));
    expect(bare(year?.text ?? "")).toContain(
      "限期:2026年12月25日前,各驻外办事机构报告全年工作情况和次年工作安排,还有7天",
    );
    expect(year?.citations).toMatchObject([{ doc: "xingtai-2008", clause: "五、(一)1" }]);
  });
  it("of a number of items are told while some are owed", async () => {
    const { store, told, on } = await openOutbox();
    expect((await told("2026-11-23")).filter((one) => one.startsWith("xingtai "))).toEqual([
      expect.stringContaining("11月各驻外办事机构向市政府反馈有价值的信息,按登记簿还差4条,本月还有7天"),
    ]);
    const fields = { reported: 4, month: "2026-11" };
    const tally = { id: "Q-t", type: "tally", unit: "xingtai", requester: "xingtai", status: "draft", fields } as const;
    const request = { ...tally, approvals: [], filedAt: at("2026-11-24"), version: 0 };
    const event = { kind: "filed", by: "xingtai", at: at("2026-11-24"), request } as const;
    await store.commit({ events: [{ requestId: "Q-t", expected: 0, event }] });
    expect((await on("2026-11-27")).filter((one) => one.includes("deadline.information"))).toEqual([]);
  });
  it("of a quarter say that no day is written", async () => {
    const { told } = await openOutbox();
    expect((await told("2026-12-24")).find((one) => one.includes("财务报表") && one.startsWith("xingtai "))).toMatch(
      /每季度各驻外办事机构向市政府办公室报送一次财务报表,这一期还有7天;文件未写明具体日期/u,
    );
  });
  it("of those who are in no directory go to the office that takes in; of a week nobody is reminded", async () => {
    const { on } = await openOutbox();
    expect((await on("2026-11-23")).filter((one) => one.includes("deadline.cash-count"))).toEqual([
      "bangongshi deadline.cash-count 7",
    ]);
    for (let date = "2026-11-01"; date < "2026-12-01"; date = addDays(date, 1))
      expect((await on(date)).filter((one) => one.includes("staff-study"))).toEqual([]);
  });
  it("name people whom the directory has a grade for, or the file says nobody", () => {
    const { figures, reminderTimes } = opened;
    for (const unit of ["ziyang", "xingtai"])
      for (const { who } of figures.on(unit, "2026-11-23").deadlines)
        expect(reminderTimes.concerned).toHaveProperty([who]);
  });
});

describe("what waits", () => {
  const waits = {
    id: "Q-1",
    type: "leave",
    fields: leave("2026-12-07", "2026-12-08"),
    date: "2026-11-26",
    chain: ["kezhang", "fuju"],
    decided: 0,
  } as const;
  it("is told again after a working day, and to the office after three, without its kind", async () => {
    const { store, told, on } = await openOutbox();
    await put(store, waits);
    expect(ofRequests(await on("2026-11-26"))).toEqual(["kezhang waiting 0"]);
    expect((await told("2026-11-26")).filter((one) => one.startsWith("kezhang"))).toHaveLength(1);
    expect((await told("2026-11-27")).filter((one) => one.startsWith("kezhang"))).toEqual([
      expect.stringMatching(/等您审批,已经过了1个工作日:投资促进一科科员的病假/u),
    ]);
    expect(ofRequests(await on("2026-11-28"))).toEqual([]);
    expect((await told("2026-11-30")).filter((one) => one.startsWith("kezhang"))).toEqual([]);
    const late = await told("2026-12-01");
    expect(late.filter((one) => one.includes("q-1"))).toEqual([
      "bangongshi 投资促进一科科员的请假(q-1)在科长这一步已经等了3个工作日,请帮忙催一下",
    ]);
    expect((await told("2026-12-02")).filter((one) => one.includes("q-1"))).toEqual([]);
  });
  it("is told anew to who comes back from a leave, and counted from then", async () => {
    const { store, on } = await openOutbox();
    await put(store, { ...waits, decided: 0 });
    const away = { id: "Q-2", type: "leave", by: "kezhang", chain: ["fuju"], date: "2026-11-20" } as const;
    await put(store, { ...away, fields: leave("2026-11-27", "2026-12-01") });
    const [back] = (await remindersOn({ ...opened, store }, "2026-12-02")).filter(
      ({ to, about }) => to === "kezhang" && about.kind === "waiting",
    );
    expect(back?.about).toMatchObject({ since: "2026-12-02", waited: 0 });
    expect(ofRequests(await on("2026-12-03"))).toContain("kezhang waiting 1");
  });
});

describe("who has handed over what they decide", () => {
  const evening = { id: "Q-1", type: "leave", date: "2026-11-20", chain: ["kezhang", "fuju"], decided: 0 } as const;
  const handover = { id: "Q-d", type: "deputation", by: "kezhang", chain: [], date: "2026-11-23" } as const;
  const fields = { deputy: "bangongshi", deputyPost: "办公室主任", start: "2026-11-23", end: "2026-11-25", days: 3 };
  const waits = (all: readonly string[], who: string) =>
    all.filter((one) => one.startsWith(`${who} 等您审批`) && one.includes("q-1"));

  it("is told on the first day back, though the same was dropped meanwhile, and was not told it before", async () => {
    const { store, office, told } = await openOutbox();
    await put(store, { ...evening, fields: leave("2026-12-10", "2026-12-10") });
    await put(store, { ...handover, fields });
    for (const day of ["2026-11-23", "2026-11-24", "2026-11-25"]) expect(waits(await told(day), "kezhang")).toEqual([]);
    expect(await toldBefore(office, { to: "kezhang", now: at("2026-11-25"), most: 20 })).toEqual([]);
    expect(waits(await told("2026-11-26"), "kezhang")).toHaveLength(1);
    expect(waits(await told("2026-11-27"), "kezhang")).toHaveLength(1);
    expect(waits(await told("2026-11-30"), "kezhang")).toEqual([]);
  });

  it("leaves what waits already to who stands in, on the first day", async () => {
    const { store, told } = await openOutbox();
    await put(store, { ...evening, fields: leave("2026-12-10", "2026-12-10") });
    await put(store, { ...handover, date: "2026-11-20", fields });
    const before = await told("2026-11-20");
    expect(waits(before, "bangongshi")).toEqual([]);
    expect(before).toContainEqual(expect.stringMatching(/^bangongshi 投资促进一科科长委托您代为审批.*到时有要批的/u));
    expect(waits(await told("2026-11-23"), "bangongshi")).toEqual([
      expect.stringContaining("等您审批(代投资促进一科科长):投资促进一科科员的病假"),
    ]);
  });

  it.each([
    ["another", "fuju", ["bangongshi 不用您代投资促进一科科长审批了", "fuju 投资促进一科科长委托您代为审批"]],
    ["the same", "bangongshi", ["bangongshi 投资促进一科科长委托您代为审批"]],
  ] as const)("and names %s for other days tells each of it once", async (_, deputy, expected) => {
    const { store, office, told } = await openOutbox();
    await put(store, { ...handover, fields });
    await told("2026-11-23");
    const [by, now] = ["kezhang", at("2026-11-23", "11:00")];
    const request = {
      id: "Q-e",
      type: "deputation" as const,
      unit: "ziyang",
      requester: by,
      status: "draft" as const,
      fields: { ...fields, deputy, end: "2026-11-26" },
      approvals: [],
      amends: "Q-d",
      filedAt: now,
      version: 0,
    };
    const events = [
      { requestId: "Q-e", expected: 0, event: { kind: "filed", by, at: now, request } as const },
      { requestId: "Q-d", expected: 1, event: { kind: "amended", by, at: now, amendedBy: "Q-e" } as const },
    ];
    await store.commit({ events, notices: await noticesOf(office, events, now) });
    const all = await tell(office, { now: at("2026-11-23", "11:05"), most: 100 });
    const heads = all.map(({ to, text }) => `${to} ${bare(text)}`.split(":")[0]).toSorted();
    expect(heads).toEqual(expected);
  });

  it("and has taken it back is told of what waits since then", async () => {
    const { store, on, office } = await openOutbox();
    await put(store, { ...evening, fields: leave("2026-12-10", "2026-12-10") });
    await put(store, { ...handover, fields });
    const event = { kind: "withdrawn", by: "kezhang", at: at("2026-11-24") } as const;
    await store.commit({ events: [{ requestId: "Q-d", expected: 1, event }] });
    const [back] = (await remindersOn(office, "2026-11-24")).filter(({ about }) => about.kind === "waiting");
    expect(back).toMatchObject({ to: "kezhang", about: { since: "2026-11-24", waited: 0 } });
    expect(ofRequests(await on("2026-11-25"))).toContain("kezhang waiting 1");
  });
});

describe("who is away", () => {
  it("and asks a minute after others were told finds what was spared", async () => {
    const { store, office } = await openOutbox();
    const away = { id: "Q-2", type: "leave", by: "bangongshi", chain: ["fuju"], date: "2026-11-20" } as const;
    await put(store, { ...away, fields: leave("2026-11-26", "2026-11-27") });
    await put(store, { id: "Q-1", type: "leave", fields: leave("2026-12-07", "2026-12-07"), date: "2026-11-26" });
    const push = () => tell(office, { now: at("2026-11-26", "10:00"), most: 1 });
    for (let told = await push(); told.length > 0; told = await push()) {
      expect(told.some(({ text }) => text.startsWith("备案"))).toBe(false);
      await store.told(
        told.map(({ key }) => key),
        at("2026-11-26"),
      );
    }
    const looked = await tell(office, { to: "bangongshi", now: at("2026-11-26", "10:01"), most: 20 });
    expect(looked.filter(({ text }) => text.startsWith("备案"))).toHaveLength(1);
  });

  it("is not troubled with what others filed; when they are back, or look themselves, it is there", async () => {
    const { store, office, told } = await openOutbox();
    const away = { id: "Q-2", type: "leave", by: "bangongshi", chain: ["fuju"], date: "2026-11-20" } as const;
    await put(store, { ...away, fields: leave("2026-11-26", "2026-11-27") });
    await put(store, { id: "Q-1", type: "leave", fields: leave("2026-12-07", "2026-12-07"), date: "2026-11-26" });
    const record = (all: readonly string[]) => all.filter((one) => one.startsWith("bangongshi 备案"));
    expect(record(await told("2026-11-26"))).toEqual([]);
    expect(record(await told("2026-11-27"))).toEqual([]);
    const looked = await tell(office, { to: "bangongshi", now: at("2026-11-27", "11:00"), most: 20 });
    expect(looked.filter(({ text }) => text.startsWith("备案"))).toHaveLength(1);
    expect(record(await told("2026-11-30"))).toHaveLength(1);
  });
});

describe("what should follow a paper", () => {
  it.each([
    ["leave", leave("2026-11-24", "2026-11-27"), "还没有销假。说“销假”", "一、(十)2"],
    ["travel", { start: "2026-11-24", end: "2026-11-27", destination: "成都" }, "还没有报销差旅费", "三、(四)6"],
    ["reception", { start: "2026-11-27", category: "公务" }, "还没有填接待清单", "三、(二)3.3)"],
  ] as const)(
    "of a %s is told the working day after, with its clause, and once",
    async (type, fields, words, clause) => {
      const { store, office, told, on } = await openOutbox();
      await put(store, { id: "Q-1", type, fields, date: "2026-11-20" });
      await tell(office, { now: at("2026-11-20"), most: 50 });
      for (const early of ["2026-11-27", "2026-11-28", "2026-11-29"]) expect(ofRequests(await on(early))).toEqual([]);
      await store.commit({ events: [], notices: await remindersOn(office, "2026-11-30") });
      const [due] = (await tell(office, { to: "keyuan", now: at("2026-11-30"), most: 9 })).filter(({ key }) =>
        key.includes("follow-up"),
      );
      expect(due?.text).toContain(words);
      expect(due?.citations).toMatchObject([{ doc: "ziyang-2020", clause }]);
      await store.told([due?.key ?? ""], at("2026-11-30"));
      expect((await told("2026-12-01")).filter((one) => one.startsWith("keyuan") && one.includes("还没有"))).toEqual(
        [],
      );
    },
  );
  it("is not told once it was done, and not to who is away again", async () => {
    const { store, on } = await openOutbox();
    await put(store, { id: "Q-1", type: "leave", fields: leave("2026-11-24", "2026-11-27"), date: "2026-11-20" });
    await put(store, { id: "Q-3", type: "leave", fields: leave("2026-11-30", "2026-11-30"), date: "2026-11-20" });
    expect(ofRequests(await on("2026-11-30"))).toEqual([]);
    expect(ofRequests(await on("2026-12-01"))).toEqual(["keyuan follow-up", "keyuan follow-up"]);
    await put(store, {
      id: "Q-2",
      type: "leave-return",
      fields: { basis: "Q-1", end: "2026-12-01" },
      date: "2026-12-01",
    });
    expect(ofRequests(await on("2026-12-01"))).toEqual(["keyuan follow-up"]);
  });
});

describe("one person's reminders", () => {
  it("are those of the day that are theirs", async () => {
    const { store, office } = await openOutbox();
    await put(store, {
      id: "Q-1",
      type: "leave",
      fields: leave("2026-12-07", "2026-12-08"),
      date: "2026-11-20",
      decided: 0,
    });
    await put(store, { id: "Q-2", type: "leave", fields: leave("2026-11-24", "2026-11-27"), date: "2026-11-20" });
    for (const day of ["2026-11-23", "2026-11-30", "2026-12-18"]) {
      const all = await remindersOn(office, day);
      for (const person of office.staff.people) {
        const theirs = await remindersFor(office, person, day);
        expect(theirs.toSorted((one, other) => (one.key < other.key ? -1 : 1))).toEqual(
          all.filter(({ to }) => to === person.id).toSorted((one, other) => (one.key < other.key ? -1 : 1)),
        );
      }
    }
  });
});

describe("a day", () => {
  it("reads the store for units and people, not for each request", async () => {
    const { store } = await openOutbox();
    let reads = 0;
    const counting: Store = {
      ...store,
      requests: (filter) => {
        reads += 1;
        return store.requests(filter);
      },
      log: (id) => {
        reads += 1;
        return store.log(id);
      },
    };
    const readsOf = async () => {
      reads = 0;
      await remindersOn({ ...opened, store: counting }, "2026-11-30");
      return reads;
    };
    const file = async (id: string, over: boolean) =>
      put(store, {
        id,
        type: "leave",
        fields: over ? leave("2026-11-24", "2026-11-27") : leave("2026-12-07", "2026-12-08"),
        date: "2026-11-20",
        decided: over ? 1 : 0,
      });
    await file("Q-0", false);
    await file("Q-00", true);
    const few = await readsOf();
    for (let nth = 1; nth < 20; nth += 1) await file(`Q-${nth}`, nth % 2 === 0);
    expect(await readsOf()).toBe(few);
  });

  it("brings the same, however often and by however many it is worked out", async () => {
    const { store, office, told } = await openOutbox();
    await put(store, { id: "Q-1", type: "leave", fields: leave("2026-11-24", "2026-11-27"), date: "2026-11-20" });
    const days = ["2026-11-30", "2026-12-01", "2026-12-18", "2026-12-24", "2026-12-25"];
    for (const date of days) {
      const [one, other] = [await remindersOn(office, date), await remindersOn(office, date)];
      expect(other).toEqual(one);
      expect(new Set(one.map(({ key }) => key)).size).toBe(one.length);
      for (const { about } of one) expect(noticeAbout.parse(about)).toEqual(about);
      await told(date);
      expect(await told(date)).toEqual([]);
    }
  });
  it("off brings nothing", async () => {
    const { on } = await openOutbox();
    for (const date of ["2026-10-01", "2026-11-28", "2026-06-19"]) expect(await on(date)).toEqual([]);
  });
});
