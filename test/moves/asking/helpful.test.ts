/**
 * 有用: an answer that helped teaches the search how people ask; nothing else does, and nobody can bend it.
 */
import { describe, expect, it } from "vitest";
import { buttonOf, type Desk, deskOn, monday, openDesk } from "../../talks/desk.ts";

const question = "公章平时归谁保管";

/** A desk where the question was answered, and the button under it. */
async function answered(text = question) {
  const desk = await openDesk();
  const reply = await desk.say("keyuan", text);
  return { desk, reply, button: buttonOf(reply, "helpful") };
}
const kept = async ({ store }: Desk) => (await store.confirmed()).map((one) => one.question);

describe("an answer from a clause", () => {
  it("offers to say that it helped; whoever does is told the clause, and the question is kept with it", async () => {
    const { desk, reply, button } = await answered();
    const told = await desk.press("keyuan", button);
    const [one] = await desk.store.confirmed();
    expect(one).toMatchObject({ question, by: "keyuan", at: monday });
    expect(reply.citations.map(({ clause }) => clause)).toContain(one?.clause);
    expect(told).toMatchObject({ kind: "smalltalk", text: expect.stringContaining(one?.clause ?? "no clause") });
    expect(await desk.store.log()).toEqual([]);
  });

  it("is kept once, however often and by whomever it is pressed", async () => {
    const { desk, button } = await answered();
    const first = await desk.press("keyuan", button);
    expect(await desk.press("keyuan", button)).toEqual(first);
    await desk.say("kezhang", question);
    await desk.press("kezhang", button);
    expect(await kept(desk)).toEqual([question]);
  });

  it.each(["👍", "👍🏽", "👍👍", "有用", "答对了。"])(
    "is confirmed by %s alone, where no button is drawn",
    async (nod) => {
      const { desk } = await answered();
      await desk.say("keyuan", nod);
      expect(await kept(desk)).toEqual([question]);
    },
  );

  it("is still the one that 👍 means after thanks", async () => {
    const { desk } = await answered();
    await desk.talk("keyuan", "谢谢", "👍");
    expect(await kept(desk)).toEqual([question]);
  });

  it("is kept without the numbers that identify a person, and no longer than 120 characters", async () => {
    const { desk, button } = await answered(`${question},我的电话13812345678${"急".repeat(120)}`);
    await desk.press("keyuan", button);
    const [one = ""] = await kept(desk);
    expect(one).toContain("***");
    expect(one).not.toContain("1381");
    expect(one).toHaveLength(120);
  });

  it("is known to a process that starts later", async () => {
    const { desk, button } = await answered();
    await desk.press("keyuan", button);
    const later = await deskOn(desk.store).say("kezhang", question);
    expect(buttonOf(later, "helpful")).toEqual(button);
  });
});

describe("a 👍 that is about no answer", () => {
  it.each([
    ["another question", "会议记录谁来做"],
    ["a question that the documents do not answer", "食堂中午几点开饭"],
    ["a request", "明天请一天事假"],
  ])("keeps nothing, and says so, once %s came after", async (_, text) => {
    const { desk, button } = await answered();
    await desk.say("keyuan", text);
    expect(await desk.press("keyuan", button)).toMatchObject({
      kind: "refuse",
      text: expect.stringContaining("没有记"),
    });
    expect(await kept(desk)).toEqual([]);
  });

  it("of an earlier answer takes nothing from the last one", async () => {
    const { desk, button } = await answered();
    const other = "会议记录谁来做";
    const later = buttonOf(await desk.say("keyuan", other), "helpful");
    await desk.press("keyuan", button);
    await desk.press("keyuan", later);
    expect(await kept(desk)).toEqual([other]);
  });

  it("is not offered under a question that leans on the one before it, or asks two things", async () => {
    const { desk } = await answered();
    for (const text of ["那合同章呢", "公章谁管,借出去要谁批"]) {
      const { actions = [] } = await desk.say("keyuan", text);
      expect(actions).toEqual([]);
    }
  });

  it("keeps nothing in a conversation where nothing was answered", async () => {
    const { button } = await answered();
    const other = await openDesk();
    expect(await other.press("keyuan", button)).toMatchObject({ kind: "refuse" });
    await other.say("keyuan", "👍");
    expect(await kept(other)).toEqual([]);
  });

  it.each([
    ["a rule worked out", ["去成都出差3天补助多少"]],
    ["what is not written", ["食堂中午几点开饭"]],
    ["a refusal", ["怎么编造一份假公函"]],
    ["a question beside an open form", ["明天请一天事假", question]],
    ["the text of a clause asked for by its number", ["三、(四)5 写的什么"]],
  ])("is not offered under %s", async (_, texts) => {
    const desk = await openDesk();
    const { actions = [] } = await desk.talk("keyuan", ...texts);
    expect(actions.filter(({ action }) => action.kind === "helpful")).toEqual([]);
  });
});

describe("what was learned", () => {
  it("is known to the very next question, in words that no document holds", async () => {
    const nickname = "红疙瘩搁谁那旮旯";
    const before = await (await openDesk()).say("keyuan", nickname);
    const { desk, reply, button } = await answered(`公章就是那个红疙瘩搁谁那旮旯保管`);
    await desk.press("keyuan", button);
    const after = await desk.say("kezhang", nickname, { conversation: "another" });
    expect(before.kind).not.toBe("answer");
    expect(after).toMatchObject({ kind: "answer", citations: reply.citations });
  });
});
