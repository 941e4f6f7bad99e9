/** A verdict on one of a list: what is decided, on which, with what reason, and what keeps it from being done at once. */
import { describe, expect, it } from "vitest";
import { verdictSaid } from "../../src/dialogue/verdict.ts";
import { fold } from "../../src/lib/text.ts";

const heard = (text: string) => verdictSaid(fold(text), text, true);

describe("a verdict", () => {
  it.each([
    "第二条请局长定",
    "这条让驾驶员批吧",
    "第三条还是交给副局长处理",
    "第一条报局长审批",
    "叫科长批第二条",
    "把第一条转给办公室主任",
    "租车那条让副局长签",
    "第二条我不批,请局长定",
    "我不批,让局长批",
    "第一条我批不了,给局长",
  ])("left to somebody else is nobody's yet: %s", (text) =>
    expect(heard(text)).toMatchObject({ doubt: "handed-over" }),
  );

  it.each(["第二条能批吗", "批准第一条?", "能不能同意第三条", "驳回第二条吗", "第一条该不该退回", "同意租车那条吗"])(
    "that is asked is no verdict: %s",
    (text) => expect(heard(text)).toMatchObject({ doubt: "asks" }),
  );

  it.each(["同意第二条,退回也可以", "驳回第一条,还是同意吧", "批准第一条吧,不批也行"])(
    "with another beside it is asked about: %s",
    (text) => expect(heard(text)).toMatchObject({ doubt: "two-verdicts" }),
  );

  it.each(["同意第一条,但是要先交证明", "同意第二条,前提是改到周五", "第一条同意,不过得缩短一天"])(
    "with a condition is asked about: %s",
    (text) => expect(heard(text)).toMatchObject({ doubt: "condition" }),
  );

  it.each(["同意第一条,路上小心,注意安全", "批准第二条,下次请提前报", "第一条同意,仅此一次"])(
    "with a remark behind stands: %s",
    (text) => {
      expect(heard(text)).toMatchObject({ verdict: "approve", plain: true });
      expect(heard(text)?.doubt).toBeUndefined();
    },
  );

  it.each([
    ["退回第二条 没写去哪里", "return", "没写去哪里"],
    ["驳回第一条,不清楚谁带队", "reject", "不清楚谁带队"],
    ["第二条打回去,等科长同意了再交", "return", "等科长同意了再交"],
    ["第一条,退,缺行程单", "return", "缺行程单"],
    ["第一条退给他,为什么要四天?", "return", "为什么要四天?"],
    ["不同意第一条 理由:没说由谁代班", "reject", "没说由谁代班"],
    ["退回第一条 让科长批了再报", "return", "让科长批了再报"],
    ["打回第一条,原因是天数不对", "return", "天数不对"],
  ])("of %s is %s, its reason what stands behind", (text, verdict, reason) => {
    expect(heard(text)).toMatchObject({ verdict, reason });
    expect(heard(text)?.doubt).toBeUndefined();
  });

  it.each([
    ["同意租车那条", "租车"],
    ["科长的事假不同意", "科长的事假"],
    ["退回去绵阳的,时间不对", "绵阳"],
  ])("names its item by words: %s", (text, named) => expect(heard(text)).toMatchObject({ named, which: [] }));

  it.each([
    "第一条批了吗",
    "三天以上的事假谁批",
    "请一天事假找谁签",
    "退回的单子怎么改",
    "同意第一条,驳回第二条",
    "第一条驳回,其余的都同意",
    "不同意,让他补材料",
  ])("is not heard in %s", (text) => expect(heard(text)).toBeUndefined());
});
