/**
 * What a question wants (所问): a sum, a number of people, a date, a term, a name …; and whether the words found hold such a thing.
 *
 * Takes    the question and the words found. Returns the sentence that says what is not written, where nothing of the kind stands there.
 * Why      a high score never proves that a clause answers: its neighbours share its words, and not what is asked for.
 * Leaves   what a question is about to search/; a message that asks several things to its parts.
 */
import { fold } from "../lib/text.ts";
import { said } from "./wording/replies.ts";

interface Want {
  readonly asked: RegExp;
  readonly held: RegExp;
  readonly unsaid: string;
  /** A date is what is asked for. */
  readonly dated?: true;
}

const numeral = "[\\d〇零一二两三四五六七八九十百千万亿半]+";
const several = "(?:多少|好多|几)";

const whether =
  /^(?!.*(?:多少|好多)).*(?:(?:能|可以|行|要得|合规)[^,。]{0,8}(?:吗|么|嘛|不)\??$|能不能|可不可以|行不行|可以吧$)/;
/** Years, dates and numbers of documents are no terms and no counts. */
const dates = /\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|[〔[(]\d{4}[〕\])]\d*号?/g;

/** The particular before the general: the first that fits decides. */
const wants: readonly Want[] = [
  {
    asked: new RegExp(
      `(?:扣|罚|补|给|发|交|报|花|要|值|是|收|领|赔)?${several}个?(?:钱|块|元|现金|现钱|奖金|工资|押金|罚款)|(?:金额|数额|价钱|价格)(?:是|有)?(?:多少|好多)`,
      "u",
    ),
    held: new RegExp(`${numeral}(?:万|亿)?元|\\d+/人`, "u"),
    unsaid: said.silentMoney,
  },
  {
    asked: /百分之几|几成|(?:比例|占比)(?:是)?多少|占多少(?!分)/,
    held: /%|百分之|分之|比例|\d:\d/,
    unsaid: said.silentShare,
  },
  {
    asked: new RegExp(`${several}(?:个|名|位)?(?:人|编制|名额|工作人员|职工|干部|老师|学生)|编制.{0,4}${several}`, "u"),
    held: new RegExp(`${numeral}(?:名|人|位|个)|三分之|半数|全体|\\d:\\d`, "u"),
    unsaid: said.silentPeople,
  },
  { asked: /几点(?!了|钟到)|什么钟点/, held: /\d+[点时:]|小时/, unsaid: said.silentClock },
  {
    asked: /几月几[号日]|哪年哪月|几月份|哪个月/,
    held: new RegExp(`${numeral}月|每月|月[初底末]|季度?末|年[初底末]`, "u"),
    unsaid: said.silentDate,
    dated: true,
  },
  {
    asked: new RegExp(`${several}(?:天|个月|年|个?小时|分钟)(?!内)`, "u"),
    held: new RegExp(`${numeral}(?:天|个?月|年|周|个?小时|分钟|日)|每[年月周天日季]|当天|定期|年度`, "u"),
    unsaid: said.silentTerm,
  },
  {
    asked: new RegExp(`${several}(?:次|回|趟|遍)(?!数)`, "u"),
    held: new RegExp(`${numeral}(?:次|回|趟|遍|场|个月)|每[年月周天日季次]|定期|随时|次数`, "u"),
    unsaid: said.silentTimes,
  },
  {
    asked: new RegExp(`${several}(?:个|家|宗)?(?:项目|企业)|${several}(?:平方|平米|亩|公里|里路|辆|间房|瓶|箱)`, "u"),
    held: new RegExp(`${numeral}(?:多|余)?(?:个|家|宗|项|平方|亩|公里|辆|间|瓶|箱)`, "u"),
    unsaid: said.silentNumber,
  },
  {
    asked: /电话(?:是|号码)?多少|(?:联系方式|手机号|邮箱|网址|门牌)(?:是|多少|有)|叫什么名|姓什么|姓啥/,
    held: /(?!)/,
    unsaid: said.silentPerson,
  },
];

/** The sentence that says what is not written, if the question asks for one kind of thing and the words hold none of it. */
export function missing(question: string, found: string): string | undefined {
  // 几次接待能合并吗 asks whether, not how many; 哪几点, 哪几个人 asks which ones.
  if (whether.test(fold(question))) return undefined;
  const [asked, held] = [fold(question).replaceAll("哪几", "哪些"), fold(found)];
  const undated = held.replace(dates, " ");
  return wants.find((want) => want.asked.test(asked) && !want.held.test(want.dated === true ? held : undated))?.unsaid;
}
