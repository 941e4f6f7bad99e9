/**
 * Words that tie times together: 到, 和, 前, 后, 起, 内, 截到, 第二天, and 过去 or 未来 before a length.
 *
 * Takes    folded text; most links only count beside another piece, which join.ts checks.
 * Returns  link and ordinal pieces.
 * Leaves   all meaning to join.ts.
 */
import { numberOf, weekdayOf } from "./numbers.ts";
import { type Link, type Meaning, NUMERALS, type Rule, rule } from "./piece.ts";

const link = (starts: string, pattern: string, name: Link): Rule =>
  rule(starts, pattern, (): Meaning => ({ kind: "link", link: name }));

/** 前 and 后 behind a time bound it; in front of a length they are 过去 and 未来. */
const behind = (starts: string, pattern: string, name: Link): Rule =>
  rule(starts, pattern, (_, { before }): Meaning | undefined =>
    before === undefined || before.kind === "link" ? undefined : { kind: "link", link: name },
  );

const COUNT = "(?:\\d{1,3}|[一二三四五六七八九十]{1,3})";
const AHEAD = `(?=_的?_[${NUMERALS}个])`;

export const linkWords: readonly Rule[] = [
  link("到至直-~—–", "_(?:一直到|直到|到了?|至|-{1,2}|~|—{1,2}|–)_", "to"),
  link("、和及与跟同以还", "(?:、|和|以及|及|与|跟|同|还有)", "and"),
  link("从自打由", "(?:自从|从|自|打|由)", "from"),
  link("截", "(?:截至到?|截止至|截止到|截止|截到)", "as-of"),
  behind("之以前或及和", "(?:或|及|和)?(?:之前|以前|前)(?![往面景提期沿台身脚端述言来置])", "before"),
  behind("之以后或及和过", "(?:或|及|和)?(?:之后|以后|过后|后)(?![面来台续期勤备果天门年])", "after"),
  link("开起始以", "(?:开始|起(?![来草飞诉床码草吃点])|以来)", "begin"),
  link("之以内", "(?:之内|以内|内(?![容部江蒙地外陆涵心需务]))", "within"),
  link("之中间", "(?:之间|中间|间)", "between"),
  link("期当那", "(?:期间|当天|当日|那天|那日)", "during"),
  link("上前过最近之", `(?:上|之?(?<!提)前|过去|最近|近)${AHEAD}`, "past"),
  link("下后未接今往之还", `(?:下|之?(?<![延推])后|未来|接下来|往后|今后|还剩)${AHEAD}`, "coming"),
  link("最", `最后${AHEAD}`, "last"),
  rule(
    "第",
    `第(?<count>${COUNT})_(?:(?<day>天|日)|个?(?<workday>工作日|上班日)|个?(?<week>周|星期|礼拜)(?![一二三四五六日天])|(?<month>个月))`,
    (match) => ({
      kind: "ordinal",
      count: numberOf(match.groups?.count),
      unit: match.groups?.day ? "day" : match.groups?.workday ? "workday" : match.groups?.week ? "week" : "month",
    }),
  ),
  rule(
    "第最头首",
    `(?:第(?<count>${COUNT})|(?<last>最后一)|头一|首)_个_(?:周|星期|礼拜)(?<day>[一二三四五六日天])`,
    (match) => ({
      kind: "ordinal",
      count: match.groups?.last === undefined ? numberOf(match.groups?.count ?? "一") : -1,
      unit: "weekday",
      weekday: weekdayOf(match.groups?.day ?? ""),
    }),
  ),
];
