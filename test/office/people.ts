/**
 * What the people of an office do in one day, all of them at once: ask, file a leave, take it back, decide, try what is not theirs.
 *
 * Takes    the colleagues, and `send`, which may lose a turn. Returns what each was told: what was meant to be filed, what was
 *          acknowledged, what was decided, what ought not to have been done and was.
 * Whoever gets no answer says it again; who is not sure whether it was filed looks at 我的申请 first, as a person would.
 */
import type { OfficeRequest, Reply } from "../../src/assistant.ts";
import type { Processes, Said } from "./processes.ts";
import { type Colleague, chief, leader } from "./staff.ts";

/** One person's wish for a leave: once in the log, or something went wrong. */
export interface Intent {
  readonly who: Colleague;
  readonly start: string;
  readonly days: number;
}
export interface Day {
  readonly intents: Intent[];
  /** Ids of requests that somebody was told were filed, with what was meant. */
  readonly filed: Map<string, Intent>;
  /** Decisions and withdrawals that somebody was told were done: `id kind by`. */
  readonly done: string[];
  readonly wrongs: string[];
  /** When each turn was answered, in milliseconds since the day began. */
  readonly answeredAt: number[];
  again: number;
}

const now = "2026-11-23T09:00:00+08:00";
/** Working days of December 2026 that follow each other. */
const pairs = [
  [1, 2],
  [3, 4],
  [7, 8],
  [9, 10],
  [14, 15],
  [16, 17],
  [21, 22],
  [23, 24],
] as const;
const questions = ["请两天事假要谁批准?", "出差补助一天多少钱?", "公务接待一顿饭标准是多少?", "驾驶员请假找谁?"];

/** Everybody's day, over when nobody has anything left to do: each files so many leaves, one after the other. */
export async function spendDay(
  colleagues: readonly Colleague[],
  leaves: number,
  send: Processes["send"],
): Promise<Day> {
  const day: Day = { intents: [], filed: new Map(), done: [], wrongs: [], answeredAt: [], again: 0 };
  const began = performance.now();
  /** Each approver does one thing after the other. */
  const desks = new Map<string, Promise<void>>();

  /** Said until it is answered. */
  async function say(as: string, text: string, action?: Said["action"]): Promise<{ reply: Reply; again: boolean }> {
    for (let times = 0; ; times += 1) {
      const reply = await send({ conversation: `of ${as}`, as, now, text, ...(action && { action }) });
      if (reply !== "lost" && reply.kind !== "error") {
        day.answeredAt.push(performance.now() - began);
        return { reply, again: times > 0 };
      }
      if (reply !== "lost" && times > 50) throw new Error(`${as} is told again and again: ${reply.text}`);
      day.again += 1;
    }
  }

  const task = (who: string, work: () => Promise<void>) => {
    const before = desks.get(who) ?? Promise.resolve();
    desks.set(who, before.then(work));
  };

  /** Looks at what waits, and decides it, all of it; whoever is next then looks in turn. */
  async function decideAll(who: string, number: number): Promise<void> {
    const { requests = [] } = (await say(who, "待我审批的")).reply;
    for (const [place, { id, version }] of requests.entries()) {
      const rejects = (number + place) % 7 === 3;
      const action = rejects
        ? ({ kind: "reject", request: id, version, reason: "人手不够" } as const)
        : ({ kind: "approve", request: id, version } as const);
      const { reply } = await say(who, "", action);
      if (reply.kind !== "approval") continue;
      day.done.push(`${id} ${rejects ? "rejected" : "approved"} ${who}`);
      if (reply.request !== undefined) goesOn(reply.request, number + place + 1);
    }
  }

  const goesOn = ({ approvals }: OfficeRequest, number: number) => {
    const next = approvals.find(({ status }) => status === "pending")?.approver;
    if (typeof next === "string") task(next, () => decideAll(next, number));
  };

  async function file(intent: Intent, number: number): Promise<void> {
    const { who, start, days } = intent;
    const dayOf = Number(start.slice(-2));
    const words =
      days === 1 ? `请12月${dayOf}日一天事假,家里有事` : `请12月${dayOf}日到${dayOf + 1}日两天事假,家里有事`;
    const card = (await say(who.id, words)).reply;
    const press = card.actions?.find(({ action }) => action.kind === "confirm")?.action;
    // Half of them say it, half of them press the button.
    const { reply } = number % 2 === 0 ? await say(who.id, "确认") : await say(who.id, "", press);
    const found = reply.kind === "filed" ? reply.request : await lookUp(intent);
    if (found === undefined) {
      day.wrongs.push(`${who.id} cannot file: ${card.kind} ${card.text.slice(0, 80)} / ${reply.kind} ${reply.text}`);
      return;
    }
    day.filed.set(found.id, intent);
    if (number % 9 === 4) await meddle(found, who.id);
    goesOn(found, number);
    if (number % 5 === 2) await takeBack(who.id, found);
  }

  const lookUp = async ({ who, start }: Intent) =>
    (await say(who.id, "我的申请")).reply.requests?.find(({ fields }) => fields.start === start);

  async function takeBack(who: string, { id, version }: OfficeRequest): Promise<void> {
    const { reply } = await say(who, "", { kind: "withdraw", request: id, version });
    const press = reply.actions?.find(({ action }) => action.kind === "confirm")?.action;
    const taken = press === undefined ? reply : (await say(who, "", press)).reply;
    if (taken.kind === "cancelled" && taken.request?.status === "withdrawn") day.done.push(`${id} withdrawn ${who}`);
  }

  /** A press of somebody who is not next, and one of the requester's own. */
  async function meddle({ id, version, approvals }: OfficeRequest, requester: string): Promise<void> {
    const next = approvals.find(({ status }) => status === "pending")?.approver;
    for (const who of [requester, leader, chief].filter((one) => one !== next)) {
      const { reply } = await say(who, "", { kind: "approve", request: id, version });
      if (reply.kind === "approval") day.wrongs.push(`${who} decided ${id}`);
    }
  }

  const spent = colleagues.map(async (who, place) => {
    for (let leave = 0; leave < leaves; leave += 1) {
      const number = place + leave * 5;
      const [first] = pairs[(place + leave) % pairs.length] ?? pairs[0];
      const days = number % 8 === 0 ? 2 : 1;
      const intent = { who, days, start: `2026-12-${String(first).padStart(2, "0")}` };
      day.intents.push(intent);
      await say(who.id, questions[number % questions.length] ?? "");
      await file(intent, number);
    }
  });
  await Promise.all(spent);
  // Who decides may send it on to another: over when nobody was given anything more.
  for (let open = [...desks.values()]; ; open = [...desks.values()]) {
    await Promise.all(open);
    if ([...desks.values()].every((one) => open.includes(one))) return day;
  }
}
