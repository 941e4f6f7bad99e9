/**
 * Free text in a message: the purpose of a trip, the reason of a leave, where guests come from, the paper to be sealed.
 *
 * Takes    a folded message and the spans that dates and places hold. Returns only what stands apart from them.
 * Leaves   judging it to people: these words are repeated back in the confirmation and never decide a rule.
 */
import type { TimeReading } from "../lib/chinese-time/reading.ts";
import { masked } from "../lib/mask.ts";
import type { Place } from "../lib/places.ts";
import { fold } from "../lib/text.ts";
import type { Facts } from "../rules/slots.ts";

interface Spans {
  readonly times: readonly TimeReading[];
  readonly places: readonly Place[];
}

const errand =
  /(?:招商|考察|拜访|参加(?=[^,。;!?\n和及并]{2})|参会|对接|洽谈|学习|培训|汇报|调研|开会|走访|签约|参展|推介|出席|协调|办理|慰问|接(?=客商|客人|领导|专家|嘉宾|站|机(?!关)|人)|谈(?!不)|送(?=材料|文件|资料)|跟进|踩点|布展|观摩|取经|回访|看项目|跑项目|争取|看(?=[^,,。;;看]{1,16}(?:项目|场地|厂|园区|企业|基地|设备|样品|展)))[^,,。;;!!??\n]{0,30}/u;
const visitors =
  /接待(?:一批|一下|来自)?([^,,。;;\d一二两三四五六七八九十]{2,16}?)(?:来|的|客商|客人|考察团|一行|[\d一二两三四五六七八九十]+(?:位|个|名|人))/u;
/** 接待广东某汽车公司,来了6个人; 来了5个上海某集团的客商: the name stands alone, or before its people. */
const body = "(?:公司|集团|企业|商会|协会|银行|大学|学院|研究院|政府|管委会|促进局|投促局|厅|局|委)";
const company = new RegExp(
  `(?:接待(?:了)?|来(?:的是|了)?)(?:[\\d一二两三四五六七八九十]+(?:个|位|名))?([^,,。;;\\d了]{1,18}?${body})(?=[,,。;;!]|$|的)`,
  "u",
);
const paper =
  /《([^》]{2,40})》|(?:给|在|把|用在|盖在)([^,,。;;]{2,24}?)(?:上|要|想|需要)?(?:盖|用印|用章)|(?:盖章|用印|用章)(?:的)?(?:是|:|文件是)?([^,,。;;]{2,24})/u;
const none = "(?!不|没|无|删|什么|啥|怎么|咋|如何|哪|要|需|可以|能|一栏|这|写|填|是|为|叫|改|换|:)";
const is = "\\s*(?:就|也)?(?:改成|改为|换成|写成|写|填|是|为|叫|:)";
/** 事由是考察厂房: what is announced goes before what looks like an errand; 因为 only stands in for one. */
const announced = new RegExp(
  `(?:(?:^|[,。;\\n])\\s*(?:请假|出差|接待|用车)?(?:事由|理由|原因)(?:${is})*|(?:事由|缘由|目的(?!地)|理由|原因)(?:${is})+)\\s*${none}([^,。;!?\\n]{2,200})`,
  "u",
);
const because = new RegExp(`因为\\s*${none}([^,。;!?\\n]{2,40})`, "u");
const drink =
  /(?:[\d一二两三四五六七八九十]+(?:瓶|件|箱)的?)?(?:白酒|红酒|葡萄酒|啤酒|黄酒|茅台|五粮液|本地酒)[^,,。;;]{0,10}/u;
const expense = /报销?(?:一下|个|一笔)?([^,,。;;\d]{2,16}?)(?:费用|共|合计|一共|[\d¥一二两三四五六七八九十]|$)/u;
const known =
  /^(?:等等|等一下|稍等|好的?|嗯+|那个|谢谢|算了|对|不对|是的)$|请|假|出差|接待|租车|盖章|用印|报销|帮我|我要|我想|坐|住|陪|公函|来函|酒|领导|确认|提交|取消|就我|一个人|当天|有没有|改成|说反|反了|补|餐|科员|科长|人$|申请|填|路远|时间紧|继续|接着/u;

/** The free-text slots of a message; `typed` is the message as the person wrote it, and so are the words returned. */
export function freeText(folded: string, typed: string, spans: Spans): Facts {
  const asTyped = (words: string): string => wordsTyped(words, typed);
  const told = announced.exec(folded)?.[1]?.trim();
  // 因为路远要坐飞机 tells why one flies, not what for.
  const given = because.exec(folded)?.[1]?.trim();
  const cause = given === undefined || known.test(given) ? undefined : given;
  const purpose = told ?? errand.exec(folded)?.[0] ?? cause;
  const from = company.exec(folded)?.[1] ?? visitors.exec(folded)?.[1];
  const sealed = paper.exec(folded);
  const reason = told ?? cause ?? segments(folded, spans).find((words) => tells(words) && !known.test(words));
  const item = sealed?.[1] ?? sealed?.[2] ?? sealed?.[3] ?? drink.exec(folded)?.[0] ?? expense.exec(folded)?.[1];
  return {
    ...(purpose === undefined ? {} : { purpose: asTyped(purpose) }),
    ...(from === undefined ? {} : { guestsFrom: asTyped(from) }),
    ...(reason === undefined ? {} : { reason: asTyped(reason) }),
    ...(item === undefined || item.trim() === "" ? {} : { item: asTyped(item.trim()) }),
  };
}

/** What goes with a leave is told in passing: 陪老人看病, 老人住院. The name of its kind is none of it. */
export function whyAway(folded: string, typed: string, spans: Spans): string | undefined {
  const words =
    announced.exec(folded)?.[1]?.trim() ??
    because.exec(folded)?.[1]?.trim() ??
    segments(folded, spans).find((part) => tells(part) && !ofLeave.test(part));
  return words === undefined ? undefined : wordsTyped(words, typed);
}

/** Folded words as the person wrote them, with private numbers masked. */
function wordsTyped(words: string, typed: string): string {
  const at = fold(typed).indexOf(words);
  return masked((at < 0 ? words : typed.slice(at, at + words.length)).trim());
}

const tells = (words: string): boolean => words.length <= 40 && /[\u4e00-\u9fffa-z]{2}/.test(words);
const ofLeave =
  /^(?:等等|等一下|稍等|好的?|嗯+|那个|谢谢|算了|对|不对|是的)$|请|假|帮我|我要|我想|确认|提交|取消|改成|换成|说反|反了|科员|科长|领导|批|申请|填|继续|接着|有没有|当天|一个人|[半全几]天|上午|下午|一共|路远|时间紧|出差|接待|租车|盖章|用印|报销|公函|来函|^(?:就|是|要|休|的|年休|公休|年度|探亲|陪产|护理|工伤|婚|丧|产|事|病)*(?:吧|嘛|哈|了)?$/u;

/** The parts between commas and stops that hold no date and no place. */
function segments(folded: string, { times, places }: Spans): string[] {
  const held = [...times, ...places].map(({ span }) => span);
  const free: string[] = [];
  for (const part of folded.matchAll(/[^,,。;;!!??\n]+/gu)) {
    const from = part.index;
    const to = from + part[0].length;
    if (!held.some(([start, end]) => start < to && end > from)) free.push(part[0].trim());
  }
  return free;
}
