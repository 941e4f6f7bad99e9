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

describe("what is asked of the register", () => {
  it.each([
    ["leave-taken", "我今年请了几天假?"],
    ["leave-taken", "今年我一共请过多少天病假"],
    ["leave-taken", "我还请过几天病假"],
    ["leave-taken", "今年事假请了多少"],
    ["leave-taken", "查一下我去年休了几天年休假"],
    ["leave-taken", "我的年休假还剩几天"],
    ["leave-taken-by-others", "今年科里每个人请了几天假"],
    ["leave-taken-by-others", "全局今年各人请假天数"],
    ["away", "这几天我们科谁不在"],
    ["away", "下周谁不在岗"],
    ["away", "12月1号到3号局里哪些人不在单位?"],
    ["away", "明天谁出差"],
  ])("is %s: %s", (act, text) => expect(intent(text)).toMatchObject({ act, told: true }));
  it.each([
    "我请几天假要找分管领导",
    "我能休几天年假",
    "年休假有几天",
    "年底还剩几天年假咋办",
    "病假请了几天要交证明",
    "我请了三天病假,要不要证明",
    "请了几天假没销假怎么办",
    "局长不在岗谁来批",
    "值班时谁不在岗怎么处理",
    "明天谁去出差要派车",
    "我今年请了五天事假,还能请吗",
  ])("is not what the rules are asked: %s", (text) =>
    expect(["leave-taken", "leave-taken-by-others", "away"]).not.toContain(intent(text).act),
  );
});

describe("what cannot be taken back", () => {
  it.each([
    ["approve", "同意第一条"],
    ["approve", "没问题,同意第一条"],
    ["reject", "驳回第一条 人手不够"],
    ["confirm", "莫得问题,确认提交"],
    ["cancel", "算了不请了"],
  ])("is told in plain words: %s, %s", (act, text) =>
    expect(
      intent(text, act === "confirm" || act === "cancel" ? { open: "leave", asked: undefined } : alone),
    ).toMatchObject({
      act,
      told: true,
    }),
  );
  it.each([
    ...[
      "同意不了第一条",
      "第一条先别批",
      "第一条还没通过",
      "要是我同意第一条会怎样",
      "同意第二条除外",
      "莫放行",
      "我没说同意",
    ],
    ...["不是不同意,就是时间长了点", "莫驳第一条", "还不能批第一条", "最上面那张给它放行", "底下那单莫批,喊他重新写"],
  ])("is told by no words that turn it round, and by no likeness: %s", (text) => {
    const { act, told } = intent(text);
    expect(told && (act === "approve" || act === "reject")).toBe(false);
  });
  it.each([
    "不确认",
    "先不提交",
    "莫提交",
    "还不能提交",
    "等科长看了再提交",
    "别交上去",
    "晚点提交",
    "不取消",
    "飞机取消了",
  ])("is told on an open form no more: %s", (text) => {
    const { act, told } = intent(text, { open: "leave", asked: undefined });
    expect(told && (act === "confirm" || act === "cancel")).toBe(false);
  });
});
