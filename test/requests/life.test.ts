/**
 * The life of a request: who may decide what, and when; then the same promises over random charts and random people.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decision, decide } from "../../src/requests/decision.ts";
import { apply, nextStep, waitingFor } from "../../src/requests/life.ts";
import { withdraw } from "../../src/requests/own-steps.ts";
import type { ApprovalStep, OfficeRequest, RequestEvent } from "../../src/requests/request.ts";

const at = "2026-11-23T09:00:00+08:00";
const step = (approver: string | null, status: ApprovalStep["status"] = "pending"): ApprovalStep => ({
  role: "科长",
  approver,
  status,
});
const filing = (approvals: ApprovalStep[], requester = "keyuan"): RequestEvent => ({
  kind: "filed",
  by: requester,
  at,
  request: {
    id: "Q-1",
    type: "leave",
    unit: "ziyang",
    requester,
    status: "draft",
    fields: { days: 2 },
    approvals,
    filedAt: "",
    version: 0,
  },
});
const filed = (...approvers: (string | null)[]) => apply(undefined, filing(approvers.map((id) => step(id))));
const act = (request: OfficeRequest, by: string, change: Partial<Decision> = {}) =>
  decide(request, { by, at, verdict: "approve", ...change });
const standIn = (of: string) => ({ by: "kezhang", for: of, under: "Q-2" });
const why = (request: OfficeRequest, by: string, change: Partial<Decision> = {}) => {
  const outcome = act(request, by, change);
  return outcome.kind === "refused" ? outcome.why : outcome.event.kind;
};
const once = (request: OfficeRequest, by: string, change: Partial<Decision> = {}) => {
  const outcome = act(request, by, change);
  if (outcome.kind === "refused") throw new Error(outcome.why);
  return apply(request, outcome.event);
};

/** A filing of what is settled when it is filed. */
const taken = (approvals: ApprovalStep[] = []): RequestEvent => {
  const event = filing(approvals);
  return event.kind === "filed" ? { ...event, request: { ...event.request, type: "tally" } } : event;
};

describe("what is settled when it is filed", () => {
  const recorded = apply(undefined, taken());

  it("stands at once, and waits for nobody", () => {
    expect(recorded).toMatchObject({ status: "approved", version: 1 });
    expect(waitingFor(recorded)).toBeUndefined();
  });
  it("is taken back by whoever filed it, once", () => {
    const wish = withdraw(recorded, { by: "keyuan", at }, []);
    expect(wish.kind).toBe("event");
    if (wish.kind !== "event") return;
    const gone = apply(recorded, wish.event);
    expect(gone).toMatchObject({ status: "withdrawn", version: 2 });
    expect(withdraw(gone, { by: "keyuan", at }, [])).toEqual({ kind: "refused", why: "withdrawn" });
    expect(withdraw(recorded, { by: "kezhang", at }, [])).toEqual({ kind: "refused", why: "not-the-requester" });
  });
  it("has no chain: one filed with it is a bug or a forgery", () =>
    expect(() => apply(undefined, taken([step("kezhang")]))).toThrow("for somebody to decide"));
  it("is no way round a chain: what was approved stays", () => {
    const approved = once(filed("kezhang"), "kezhang");
    expect(withdraw(approved, { by: "keyuan", at }, [])).toEqual({ kind: "refused", why: "already-decided" });
    expect(() => apply(approved, { kind: "withdrawn", by: "keyuan", at })).toThrow("which is approved");
  });
});

describe("a request of two steps", () => {
  const request = filed("kezhang", "fuju");

  it("is submitted when filed, and approved when the last step has approved", () => {
    expect(request).toMatchObject({ status: "submitted", version: 1, filedAt: at });
    const first = once(request, "kezhang");
    expect(first).toMatchObject({ status: "submitted", version: 2 });
    expect(once(first, "fuju")).toMatchObject({ status: "approved", version: 3 });
  });

  it("waits for the first, then for the second, then for nobody", () => {
    const first = once(request, "kezhang");
    expect([request, first, once(first, "fuju")].map(waitingFor)).toEqual(["kezhang", "fuju", undefined]);
  });

  it("keeps who decided, when, and why not", () => {
    const rejected = once(request, "kezhang", { verdict: "reject", reason: " 人手不够 " });
    expect(rejected.approvals).toEqual([
      { role: "科长", approver: "kezhang", status: "rejected", by: "kezhang", at, reason: "人手不够" },
      { role: "科长", approver: "fuju", status: "pending" },
    ]);
    expect(rejected.status).toBe("rejected");
  });

  it("takes no rejection without a reason", () => {
    expect(why(request, "kezhang", { verdict: "reject" })).toBe("reason-needed");
    expect(why(request, "kezhang", { verdict: "reject", reason: "  " })).toBe("reason-needed");
  });

  it("is not decided out of turn, nor by a stranger, nor by its requester", () => {
    expect(why(request, "fuju")).toBe("out-of-turn");
    expect(why(request, "juzhang")).toBe("not-the-approver");
    expect(why(request, "keyuan")).toBe("own-request");
  });

  it("is not decided twice: the second press is told so", () => {
    const first = once(request, "kezhang");
    expect(why(first, "kezhang", { version: 1 })).toBe("already-decided");
    expect(why(once(first, "fuju"), "kezhang")).toBe("already-decided");
  });

  it("tells a stranger nothing of what became of it", () => {
    const first = once(request, "kezhang");
    expect(why(once(first, "fuju"), "juzhang")).toBe("not-the-approver");
  });

  it("is withdrawn by its requester alone, and only while it is under way", () => {
    expect(withdraw(request, { by: "kezhang", at }, [])).toEqual({ kind: "refused", why: "not-the-requester" });
    const taken = apply(request, { kind: "withdrawn", by: "keyuan", at });
    expect(taken).toMatchObject({ status: "withdrawn", version: 2 });
    expect(withdraw(taken, { by: "keyuan", at }, [])).toEqual({ kind: "refused", why: "withdrawn" });
    expect(why(taken, "kezhang")).toBe("withdrawn");
    const rejected = once(request, "kezhang", { verdict: "reject", reason: "不行" });
    expect(withdraw(rejected, { by: "keyuan", at }, [])).toEqual({ kind: "refused", why: "already-decided" });
  });
});

describe("a chain with peculiarities", () => {
  it("lets one person who holds two steps decide each on what he has seen", () => {
    const first = once(filed("fuju", "fuju"), "fuju", { version: 1 });
    expect(why(first, "fuju", { version: 1 })).toBe("stale");
    expect(once(first, "fuju", { version: 2 }).status).toBe("approved");
  });

  it("stays submitted when it has no steps, or a step that nobody holds", () => {
    expect(filed()).toMatchObject({ status: "submitted" });
    expect(nextStep(filed())).toBeUndefined();
    expect(waitingFor(filed(null, "fuju"))).toBeUndefined();
    expect(why(filed(null, "fuju"), "fuju")).toBe("out-of-turn");
  });

  it("passes over skipped steps", () => {
    const request = apply(undefined, filing([step("kezhang", "skipped"), step("fuju")]));
    expect(once(request, "fuju").status).toBe("approved");
  });

  it("does not let the requester approve, though the chart names him", () => {
    const request = filed("keyuan", "fuju");
    expect(why(request, "keyuan")).toBe("own-request");
    expect(waitingFor(request)).toBeUndefined();
  });

  it("lets nobody decide in the requester's own stead", () =>
    expect(decide(filed("keyuan"), { by: "kezhang", at, verdict: "approve" }, standIn("keyuan"))).toEqual({
      kind: "refused",
      why: "not-the-approver",
    }));
});

describe("a log that was forged", () => {
  const request = filed("kezhang", "fuju");
  const forged: Record<string, [OfficeRequest | undefined, RequestEvent]> = {
    "an approval before the filing": [undefined, { kind: "approved", by: "kezhang", at, step: 0 }],
    "a second filing": [request, filing([step("kezhang")])],
    "a filing that brings its approval along": [undefined, filing([step("kezhang", "approved")])],
    "a filing in another's name": [undefined, { ...filing([step("kezhang")]), by: "fuju" }],
    "a step out of order": [request, { kind: "approved", by: "fuju", at, step: 1 }],
    "a decision by a stranger": [request, { kind: "approved", by: "juzhang", at, step: 0 }],
    "an approval of one's own": [filed("keyuan"), { kind: "approved", by: "keyuan", at, step: 0 }],
    "an approval in the requester's own stead": [
      filed("keyuan"),
      { kind: "approved", by: "kezhang", at, step: 0, for: "keyuan", under: "Q-2" },
    ],
    "a withdrawal by another": [request, { kind: "withdrawn", by: "kezhang", at }],
  };
  for (const [name, [before, event]] of Object.entries(forged)) {
    it(`does not fold over ${name}`, () => expect(() => apply(before, event)).toThrow());
  }
});

describe("any chart, any people, any order of wishes", () => {
  const person = fc.constantFrom("keyuan", "kezhang", "fuju", "juzhang", "bangongshi");
  const chart = fc.array(fc.option(person), { maxLength: 4 });
  const wish = fc.record({
    by: person,
    verdict: fc.constantFrom("approve", "approve", "reject", "withdraw"),
    reason: fc.constantFrom(undefined, "不同意"),
  });
  const play = (
    approvers: (string | null)[],
    wishes: { by: string; verdict: string; reason: string | undefined }[],
  ) => {
    const lives = [filed(...approvers)];
    for (const { by, verdict, reason } of wishes) {
      const now = lives.at(-1) as OfficeRequest;
      const outcome =
        verdict === "withdraw"
          ? withdraw(now, { by, at }, [])
          : decide(now, { by, at, verdict: verdict === "approve" ? "approve" : "reject", reason });
      if (outcome.kind === "event") lives.push(apply(now, outcome.event));
    }
    return lives;
  };
  const always = (holds: (lives: OfficeRequest[]) => void) =>
    fc.assert(
      fc.property(chart, fc.array(wish, { maxLength: 20 }), (approvers, wishes) => holds(play(approvers, wishes))),
      { numRuns: 500 },
    );

  it("leave no request approved or rejected by its requester", () =>
    always((lives) => {
      for (const { approvals } of lives) expect(approvals.some((step) => step.by === "keyuan")).toBe(false);
    }));

  it("keep the order of the chain, and each step decided by its approver", () =>
    always((lives) => {
      for (const { approvals } of lives) {
        const states = approvals.map((step) => step.status);
        expect(states.join(" ")).toMatch(/^(approved ?)*(rejected ?)?(pending ?)*$/);
        for (const step of approvals) if (step.by !== undefined) expect(step.by).toBe(step.approver);
      }
    }));

  it("never change a step once decided, nor a request once it has ended", () =>
    always((lives) => {
      lives.slice(1).forEach((now, index) => {
        const before = lives[index] as OfficeRequest;
        expect(before.status).toBe("submitted");
        before.approvals.forEach((step, place) => {
          if (step.status !== "pending") expect(now.approvals[place]).toEqual(step);
        });
      });
    }));

  it("count one version an event, and call approved only what every step approved", () =>
    always((lives) => {
      expect(lives.map((request) => request.version)).toEqual(lives.map((_, index) => index + 1));
      for (const { status, approvals } of lives) {
        if (status === "approved") expect(approvals.every((step) => step.status === "approved")).toBe(true);
      }
    }));
});
