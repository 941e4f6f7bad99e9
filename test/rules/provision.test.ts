/** Provisions: an entry is chosen and filled by the figures of the day, and rests on every one of them. */
import { describe, expect, it } from "vitest";
import type { Figures } from "../../src/policy/figures.ts";
import { type Entry, provision } from "../../src/rules/provision.ts";
import { work } from "../../src/rules/rule.ts";
import type { Facts } from "../../src/rules/slots.ts";
import { ziyang } from "./law.ts";

const here = { doc: "ziyang-2020", title: "管理制度", clause: "四、(一)4", quote: "签收" };
const entry: Entry = {
  name: "in-general",
  said: [],
  unless: [],
  when: [],
  says: { text: "来文要签收。", sources: [here] },
  steps: [],
  warnings: [],
  notes: [],
  readings: [],
  silent: false,
  forbids: false,
  asks: [],
};
const mail = provision({
  id: "mail",
  unit: "ziyang",
  title: "来文",
  row: "004 四(一)",
  each: false,
  entries: [
    {
      ...entry,
      name: "short",
      said: [/够/],
      when: [["times", { below: "mail.checks" }]],
      says: { text: "不够。", sources: [here] },
    },
    { ...entry, name: "enough", said: [/够/], says: { text: "够了。", sources: [here] } },
    {
      ...entry,
      name: "team",
      said: [/一共/],
      says: { text: "{count}天一共{sum}人次,一天{sum}除以{count}。", sources: [here] },
      sum: { of: ["duty.leaders.a-day", "duty.heads.a-day"], by: [/(\d+)天/], label: "值班", unit: "人次" },
    },
    entry,
  ],
});

/** The figures with one of them changed. */
const changed = (name: string, change: Partial<ReturnType<Figures["get"]>>): Figures => ({
  ...ziyang,
  get: (one) => (one === name ? { ...ziyang.get(one), ...change } : ziyang.get(one)),
});
const asked = (matter: string, facts: Facts = {}, figures: Figures = ziyang) =>
  work(mail, { matter, ...facts }, figures);
const told = (...given: Parameters<typeof asked>) => {
  const outcome = asked(...given);
  return outcome.kind === "worked" ? outcome.findings[0]?.values.text : outcome.kind;
};

describe("a bound of an entry", () => {
  it("is the figure that it names", () => {
    expect(told("3次够不够", { times: 3 })).toBe("不够。");
    expect(told("4次够不够", { times: 4 })).toBe("够了。");
  });
  it("is that of the day of the matter", () =>
    expect(told("4次够不够", { times: 4 }, changed("mail.checks", { value: 6 }))).toBe("不够。"));
  it("stops the rule where its words have moved, though no sentence names it", () => {
    const moved = changed("mail.checks", { source: { ...here, moved: true } });
    expect(told("4次够不够", { times: 4 }, moved)).toBe("source-moved");
    expect(told("来文怎么办", {}, moved)).toBe("来文要签收。");
  });
  it("stops the rule on a day that has no such figure", () => {
    expect(mail.figures).toContain("mail.checks");
    const before: Figures = { ...ziyang, inForce: (name) => name !== "mail.checks" };
    expect(told("4次够不够", { times: 4 }, before)).toBe("not-in-force");
  });
});

describe("a sum of several figures", () => {
  it("is said wherever the sentence names it", () => expect(told("5天一共几人次")).toBe("5天一共10人次,一天10除以5。"));
  it("cites the words of every figure in it", () => {
    const outcome = asked("5天一共几人次");
    expect(outcome.kind === "worked" && outcome.findings[0]?.sources).toEqual(
      expect.arrayContaining([ziyang.get("duty.leaders.a-day").source, ziyang.get("duty.heads.a-day").source]),
    );
  });
  it("rests on each of them", () => {
    const moved = changed("duty.heads.a-day", { source: { ...here, moved: true } });
    expect(told("5天一共几人次", {}, moved)).toBe("source-moved");
  });
});
