/**
 * What a message is for: taken from likeness where no pattern knows it, and never sure without reason.
 */
import { describe, expect, it } from "vitest";
import { openActs } from "../../src/dialogue/acts.ts";
import { type Beside, intentOf } from "../../src/dialogue/intent.ts";
import { openPhrases } from "../../src/dialogue/phrases.ts";
import { fold } from "../../src/lib/text.ts";

const acts = openActs("data/acts.json");
const readers = { acts, phrases: openPhrases("data/phrases", acts) };
const alone: Beside = { open: undefined, asked: undefined };
const intent = (text: string, beside: Beside = alone) => intentOf(fold(text), readers, beside);

describe("an intent", () => {
  it.each([
    ["approve", "最上面那张给它放行"],
    ["reject", "底下那单莫批,喊他重新写"],
    ["waiting", "我手头压着几张要签的单子"],
    ["withdraw", "我前天递上去的那个出差麻烦给我抽回来"],
    ["status", "俺递上去的单子咋还没个回音"],
    ["help", "你这玩意儿咋使唤啊"],
  ])("is %s by likeness: %s", (act, text) => expect(intent(text)).toMatchObject({ act, told: false }));
  it("begins the form that such a wish is for, without its name", () =>
    expect(intent("后天想歇一天,屋头有点事")).toMatchObject({ leads: true, form: "leave", asks: false }));
  it("stays a question where who signs is asked, however like a wish it sounds", () =>
    expect(intent("我想请两天事假,先问下哪个批")).toMatchObject({ asks: true }));
  it("is no confirmation, correction or answer where nothing is open", () => {
    expect(intent("嗯嗯就按这个走").act).not.toBe("confirm");
    expect(intent("人数写错了,是6个").tells).toBe(false);
  });
  it("beside an open form tells something for it, though it would begin one like it", () => {
    const leave = { open: "leave", asked: "start" } as const;
    expect(intent("我想从后天开始休三天", leave)).toMatchObject({ tells: true, leads: false });
  });
  it("where free words are asked for is their giving, whatever they sound like", () => {
    const seal = { open: "seal", asked: "item" } as const;
    expect(intent("合同批准书", seal).act).toBeUndefined();
  });
});

describe("what cannot be taken back", () => {
  it("is sure where a pattern knows the words", () =>
    expect(intent("同意第一条")).toMatchObject({ act: "approve", told: true, sure: true }));
  it("is not sure by a middling likeness", () => {
    const middling = ["就盖章那个,过了还是没过", "行吧那单就这么着"].map((text) => intent(text));
    for (const { act, told, sure } of middling.filter(({ act }) => act === "approve" || act === "reject"))
      expect({ act, told, sure }).toMatchObject({ told: false, sure: false });
  });
  it("is doubted where the phrases hear the opposite of what a pattern hears", () => {
    const heard = ["第二条批了吧不行,退回去重写", "同意不了,打回去"].map((text) => intent(text));
    for (const one of heard) expect(one.act === "approve" && one.sure).toBe(false);
  });
});
