/**
 * Who stands in for an approver who is away: the cases of the demo office, then what holds for any chart and any papers.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../src/lib/dates.ts";
import { decide } from "../../src/requests/decision.ts";
import { deputiesOn } from "../../src/requests/deputies.ts";
import { apply, nextStep } from "../../src/requests/life.ts";
import type { ApprovalStep, OfficeRequest, RequestType } from "../../src/requests/request.ts";
import type { Person, Staff } from "../../src/requests/staff.ts";
import type { Grade } from "../../src/rules/slots.ts";
import { staff } from "../rules/law.ts";

const today = "2026-11-24";
const at = `${today}T09:00:00+08:00`;
type Change = Partial<OfficeRequest>;

let filings = 0;
/** An approved paper of somebody, of today alone unless said otherwise; each is filed after the one before. */
function paper(type: RequestType, requester: string, fields: OfficeRequest["fields"] = {}, change: Change = {}) {
  filings += 1;
  const filedAt = `${addDays("2026-01-01", filings % 300)}T09:00:00+08:00`;
  const request: OfficeRequest = {
    id: `P-${filings}`,
    type,
    unit: "ziyang",
    requester,
    status: "approved",
    fields: { start: today, end: today, ...fields },
    approvals: [],
    filedAt,
    version: 1,
  };
  return { ...request, ...change };
}
const leave = (who: string, change: Change = {}) => paper("leave", who, {}, change);
const names = (who: string, deputy: string, change: Change = {}) => paper("deputation", who, { deputy }, change);

const step = (approver: string | null, change: Partial<ApprovalStep> = {}): ApprovalStep => ({
  role: "审批人",
  approver,
  status: "pending",
  ...change,
});
/** A request of keyuan that these are to decide, one after the other. */
const asked = (approvers: readonly (ApprovalStep | string)[], requester = "keyuan"): OfficeRequest =>
  paper(
    "travel",
    requester,
    {},
    {
      status: "submitted",
      approvals: approvers.map((one) => (typeof one === "string" ? step(one) : one)),
    },
  );
const by = (request: OfficeRequest, ...papers: readonly OfficeRequest[]) =>
  deputiesOn(papers, today, staff).standIn(request)?.by;

describe("an approver who is there", () => {
  it("is replaced by nobody", () => expect(by(asked(["fuju"]))).toBeUndefined());
  it("was away yesterday, or comes back for half of the day", () => {
    expect(by(asked(["fuju"]), leave("fuju", { fields: { start: "2026-11-20", end: "2026-11-23" } }))).toBeUndefined();
    expect(by(asked(["fuju"]), paper("leave", "fuju", { startHalf: "pm" }))).toBeUndefined();
  });
  it("has come back from the leave early (销假)", () => {
    const away = paper("leave", "fuju", { start: "2026-11-20", end: "2026-11-27" });
    const back = { basis: away.id, start: "2026-11-24", end: "2026-11-24" };
    expect(by(asked(["fuju"]), away, paper("leave-return", "fuju", back))).toBeUndefined();
  });
  it("has taken the deputation back, or was refused the leave", () => {
    expect(by(asked(["fuju"]), names("fuju", "bangongshi", { status: "withdrawn" }))).toBeUndefined();
    expect(by(asked(["fuju"]), leave("fuju", { status: "rejected" }))).toBeUndefined();
  });
});

describe("an approver who is away", () => {
  it("on leave or on a trip, is replaced by the superior where nobody was named", () => {
    const away = leave("kezhang");
    expect(deputiesOn([away], today, staff).standIn(asked(["kezhang", "fuju"]))).toEqual({
      by: "fuju",
      for: "kezhang",
      under: away.id,
      why: "away",
    });
    expect(by(asked(["kezhang"]), paper("travel", "kezhang"))).toBe("fuju");
  });
  it("is replaced by the deputy they named, on leave or not, under the deputation", () => {
    const named = names("fuju", "bangongshi");
    const { standIn } = deputiesOn([leave("fuju"), named], today, staff);
    expect(standIn(asked(["fuju"]))).toEqual({ by: "bangongshi", for: "fuju", under: named.id, why: "away" });
    expect(deputiesOn([named], today, staff).standIn(asked(["fuju"]))).toMatchObject({ why: "named" });
  });
  it("has named two one after the other: the later one counts", () =>
    expect(by(asked(["fuju"]), names("fuju", "kezhang"), names("fuju", "bangongshi"))).toBe("bangongshi"));
  it("is replaced by the deputy of a deputy who is away too", () =>
    expect(by(asked(["fuju"]), names("fuju", "bangongshi"), names("bangongshi", "fenjuzhang"))).toBe("fenjuzhang"));
  it("goes on with the next superior where deputies go round in a ring, or end", () => {
    expect(by(asked(["kezhang"]), names("kezhang", "bangongshi"), names("bangongshi", "kezhang"))).toBe("fuju");
    expect(by(asked(["kezhang"]), names("kezhang", "bangongshi"), leave("bangongshi"))).toBe("fuju");
    expect(by(asked(["kezhang"]), leave("kezhang"), leave("fuju"))).toBe("juzhang");
  });
  it("and whose superior is away is replaced by the superior's deputy", () =>
    expect(by(asked(["kezhang"]), leave("kezhang"), names("fuju", "bangongshi"))).toBe("bangongshi"));
  it("is waited for where nobody is left", () => {
    expect(by(asked(["juzhang"]), leave("juzhang"))).toBeUndefined();
    expect(by(asked(["kezhang"]), ...["kezhang", "fuju", "juzhang"].map((one) => leave(one)))).toBeUndefined();
  });
});

describe("nobody stands in", () => {
  it("for their own request: the next superior does", () =>
    expect(by(asked(["fuju"]), names("fuju", "keyuan"))).toBe("juzhang"));
  it("by way of the requester", () =>
    expect(by(asked(["fuju"]), names("fuju", "keyuan"), names("keyuan", "bangongshi"))).toBe("juzhang"));
  it("who holds another step of the chain, unless they lead the one away", () => {
    expect(by(asked(["fuju", "bangongshi"]), names("fuju", "bangongshi"))).toBe("juzhang");
    expect(by(asked(["kezhang", "fuju"]), names("kezhang", "fuju"))).toBe("fuju");
  });
  it("who has decided another step of the chain in somebody's stead", () => {
    const first = step("kezhang", { status: "approved", by: "bangongshi", for: "kezhang", at });
    expect(by(asked([first, "fuju"]), names("fuju", "bangongshi"))).toBe("juzhang");
  });
  it("from another unit", () => expect(by(asked(["fuju"]), names("fuju", "xingtaizhuren"))).toBe("juzhang"));
  it("for the seal but members of the leading group, to whom the clause lets it be entrusted", () => {
    const seal = asked([step("juzhang", { entrusted: ["leader"] })]);
    expect(by(seal, names("juzhang", "bangongshi"))).toBeUndefined();
    expect(by(seal, names("juzhang", "fuju"))).toBe("fuju");
  });
  it("for what waits for nobody: decided, or sent back", () => {
    const away = leave("fuju");
    expect(by({ ...asked(["fuju"]), status: "withdrawn" }, away)).toBeUndefined();
    const returned = { by: "fuju", at, step: 0, reason: "补材料" };
    expect(by({ ...asked(["fuju"]), returned }, away)).toBeUndefined();
  });
});

type Drawn<Source> = Source extends fc.Arbitrary<infer Value> ? Value : never;

describe("for any chart, any papers and any request", () => {
  const ids = ["a", "b", "c", "d", "e", "f"] as const;
  const id = fc.constantFrom(...ids);
  const grades: readonly Grade[] = ["leader", "section-head"];
  /** Superiors stand before those they lead, so that no chart goes round. */
  const chart = fc.tuple(
    ...ids.map((one, place) =>
      fc.record({
        id: fc.constant(one),
        unit: fc.constantFrom("u", "u", "u", "u", "u", "v"),
        grade: fc.constantFrom(...grades),
        superior: fc.option(fc.constantFrom(...ids.slice(0, Math.max(1, place))), { nil: undefined, freq: 6 }),
        deputy: fc.option(id, { nil: undefined, freq: 3 }),
      }),
    ),
  );
  type Chart = readonly (Pick<Person, "id" | "unit" | "grade"> & { superior?: string | undefined })[];
  const directory = (people: Chart): Pick<Staff, "person" | "superiors"> => {
    const person = (one: string) => people.find((each) => each.id === one) as Person | undefined;
    const above = (one: string): Person[] => {
      const superior = person(person(one)?.superior ?? "");
      return superior === undefined || superior.id === one ? [] : [superior, ...above(superior.id)];
    };
    return { person, superiors: above };
  };
  const papers = fc.array(
    fc.record({
      type: fc.constantFrom<RequestType>("leave", "travel", "deputation", "deputation"),
      who: id,
      deputy: id,
      status: fc.constantFrom<OfficeRequest["status"]>("approved", "approved", "approved", "withdrawn", "submitted"),
      begins: fc.integer({ min: -2, max: 1 }),
      length: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 3, maxLength: 9 },
  );
  const made = (drawn: Drawn<typeof papers>) =>
    drawn.map(({ type, who, deputy, status, begins, length }, place) =>
      paper(
        type,
        who,
        {
          start: addDays(today, begins),
          end: addDays(today, begins + length),
          ...(type === "deputation" && { deputy }),
        },
        { id: `P${place}`, status, filedAt: `2026-10-${10 + place}T09:00:00+08:00` },
      ),
    );
  const requests = fc
    .record({ requester: id, approvers: fc.array(id, { minLength: 2, maxLength: 4 }), entrusted: fc.boolean() })
    .map(({ requester, approvers, entrusted }) => {
      const others = approvers.filter((one) => one !== requester);
      const limit: Partial<ApprovalStep> = entrusted ? { entrusted: ["leader"] } : {};
      return asked(
        others.map((one) => step(one, limit)),
        requester,
      );
    });
  const wishes = fc.array(
    fc.record({ by: id, verdict: fc.constantFrom("approve", "approve", "approve", "reject", "return") }),
    { minLength: 12, maxLength: 30 },
  );
  const world = fc.record({ chart, papers: papers.map(made), request: requests, wishes });

  /** The request after all wishes, each decided with who stands in at that moment; and how each decision was taken. */
  function lived({ chart: people, papers: listed, request, wishes: all }: Drawn<typeof world>) {
    const { standIn } = deputiesOn(listed, today, directory(people));
    const taken: { before: OfficeRequest; by: string; for?: string | undefined; under?: string | undefined }[] = [];
    let now = request;
    for (const { by: who, verdict } of all) {
      const wish = { by: who, at, verdict, reason: "不妥" } as Parameters<typeof decide>[1];
      const outcome = decide(now, wish, standIn(now));
      if (outcome.kind === "refused") continue;
      const { event } = outcome;
      if (event.kind !== "approved" && event.kind !== "rejected" && event.kind !== "returned") continue;
      taken.push({ before: now, by: event.by, for: event.for, under: event.under });
      now = apply(now, event);
    }
    return { after: now, taken };
  }
  const each = (property: (drawn: Drawn<typeof world>) => void) =>
    fc.assert(
      fc.property(world, (drawn) => {
        property(drawn);
      }),
      { numRuns: 2000 },
    );

  it("nobody decides what is theirs to ask", () =>
    each((drawn) => expect(lived(drawn).taken.map((one) => one.by)).not.toContain(drawn.request.requester)));

  it("each step is decided in its turn, by its approver or by a colleague of theirs in their stead", () => {
    let stoodIn = 0;
    each((drawn) => {
      const { person } = directory(drawn.chart);
      for (const { before, by: who, for: of } of lived(drawn).taken) {
        const approver = nextStep(before)?.step.approver;
        expect(of ?? who).toBe(approver);
        if (of === undefined) continue;
        stoodIn += 1;
        expect(person(who)?.unit).toBe(person(of)?.unit);
      }
    });
    expect(stoodIn).toBeGreaterThan(100);
  });

  it("who stands in is there, and whom they stand in for is away under an approved paper of their own of that day", () =>
    each((drawn) => {
      const isAway = (who: string) =>
        drawn.papers.filter(
          ({ requester, status, fields }) =>
            requester === who && status === "approved" && String(fields.start) <= today && today <= String(fields.end),
        );
      for (const { by: who, for: of, under } of lived(drawn).taken) {
        if (of === undefined) continue;
        expect(isAway(of).map((one) => one.id)).toContain(under);
        expect(isAway(who)).toEqual([]);
      }
    }));

  it("nobody below decides two steps of one chain: who stands in a second time leads whom they stand in for", () =>
    each((drawn) => {
      const { superiors } = directory(drawn.chart);
      for (const { before, by: who, for: of } of lived(drawn).taken) {
        if (of === undefined) continue;
        const another = before.approvals.some((one) => one.approver === who || one.by === who);
        if (another) expect(superiors(of).map((one) => one.id)).toContain(who);
      }
    }));

  it("what the documents let be entrusted to some is decided by nobody else in another's stead", () =>
    each((drawn) => {
      const { person } = directory(drawn.chart);
      for (const { before, by: who, for: of } of lived(drawn).taken) {
        const entrusted = nextStep(before)?.step.entrusted;
        if (of !== undefined && entrusted !== undefined) expect(entrusted).toContain(person(who)?.grade);
      }
    }));

  it("the chart's own approver may decide whoever stands in", () =>
    each(({ chart: people, papers: listed, request }) => {
      const approver = nextStep(request)?.step.approver;
      if (approver == null) return;
      const standIn = deputiesOn(listed, today, directory(people)).standIn(request);
      expect(decide(request, { by: approver, at, verdict: "approve" }, standIn).kind).toBe("event");
    }));

  it("the order in which papers are listed says nothing", () =>
    each(({ chart: people, papers: listed, request }) => {
      const of = (some: readonly OfficeRequest[]) => deputiesOn(some, today, directory(people)).standIn(request);
      expect(of(listed.toReversed())).toEqual(of(listed));
      expect(of(listed.toSorted((one, other) => (one.requester < other.requester ? 1 : -1)))).toEqual(of(listed));
    }));

  it("a deputation that was taken back stands for nothing", () =>
    each(({ chart: people, papers: listed, request }) => {
      const of = (some: readonly OfficeRequest[]) => deputiesOn(some, today, directory(people)).standIn(request);
      expect(of(listed.filter(({ status }) => status === "approved"))).toEqual(of(listed));
    }));

  it("who stands in for a request is among those who may replace its approver", () =>
    each(({ chart: people, papers: listed, request }) => {
      const { standIn, mayReplace } = deputiesOn(listed, today, directory(people));
      const found = standIn(request);
      if (found !== undefined) expect(mayReplace(found.by)).toContain(found.for);
    }));
});
