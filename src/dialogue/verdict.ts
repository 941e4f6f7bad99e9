/**
 * A verdict on one of a list (同意第一条, 看房的退回,没写地点): the command, and what is only said behind it.
 *
 * Takes    a folded message and what was typed. Returns the verdict, which one is meant, the reason, and why it may not be
 *          carried out at once; nothing where no item is named, or no verdict is heard.
 * Leaves   which list counts to moves/. What stands behind a refusal or a return is its reason and decides nothing.
 */
import { masked } from "../lib/mask.ts";
import { whichOf } from "./which.ts";

/** It is asked (同意第一条吗), left to somebody else, said with a condition, or with another verdict beside it. */
export type Doubt = "asks" | "handed-over" | "condition" | "two-verdicts";

export interface VerdictSaid {
  readonly verdict: "approve" | "reject" | "return";
  readonly which: readonly number[] | "all";
  /** The words that say which, where no number does: 看房, 驾驶员的病假. */
  readonly named?: string;
  /** As it was typed, private numbers masked. */
  readonly reason: string;
  readonly doubt?: Doubt;
  /** Nothing in what was said speaks against doing it at once. */
  readonly plain: boolean;
}

const lead =
  "(?:(?:那就?|我看|我|就|先|行|好的?|好吧|嗯|ok|中|可以|等等|等一下|算了|不对|还是|麻烦|请)[,。! ]{0,2}){0,3}";
const nth =
  "(?:第\\s*[一二三四五六七八九十\\d]{1,3}\\s*(?:条|个|项|件|份|张|单)?|头一(?:个|条|件)|[这那](?:一)?(?:条|个|件|张|份|单)(?:申请|单子)?)";
const kinds =
  "(?:请假|事假|病假|年休假|年假|探亲假|婚假|产假|陪产假|丧假|公假|销假|出差|接待|用酒|租车|报销|用印|盖章|重大事项)(?:申请|审批|方案|清单|报告|单子?|条)?";
const which = "[那这]一?(?:条|个|件|张|份|单)";
/** 看房那条, 驾驶员的, 病假那个, 科员下周三的请假: words that end in what they name. */
const named = `(?<named>(?:[^\\s,。:;、??第]{0,12}?)${kinds}|[^\\s,。:;、??第]{1,12}?(?=的|${which}))(?:的?${which}|的)?(?:${kinds}|申请|单子|审批)?`;
const refusing = "驳回|不同意|拒绝|不批准?|不通过|否决|不予批准|不予同意|不准|不行|不可以";
const returning = "退回去?|打回去?|退(?=$|[,。:; ]|给|了|吧)";
const agreeing = "同意|批准|核准|准予|通过|准了?|批了?|签了?|过(?!来|几|会|期|去)|没问题|可以|approve";
const turned = new RegExp(`${refusing}|${returning}`, "u");
const tail =
  "(?:(?:去|了|吧|掉|给(?:[他她]|申请人|本人)|[他她]|算了|(?:让[他她])?(?:重新)?(?:修改|重改|重填|改一下|补充|改(?=$|[,。 ])))){0,3}";
const behind = "(?:[\\s,。:;、!]+|(?=原因|理由|因为|由于)|$)";

const refusal = [
  `^${lead}(?<said>${refusing}|${returning})${tail}\\s*(?:${nth}(?:吧|了)?|${named})${behind}`,
  `^${lead}(?:把)?(?:${nth}|${named})[\\s,]*(?:我|就|也|都|给[他她]|直接|建议|应该|得){0,2}(?<said>${refusing}|${returning})${tail}${behind}`,
  `^${lead}(?<said>${refusing}|${returning})${tail}[\\s,:]*(?=(?:原因|理由|因为|由于)(?!充分|不|没|太|欠|[是为]?(?:什么|啥|哪|多少)))`,
].map((source) => new RegExp(source, "u"));

const approval = [
  `^${lead}(?<said>${agreeing})\\s*(?:${nth}|${named})(?:吧|了|哈)?${behind}`,
  `^${lead}(?:把)?${nth}[\\s,]*(?:我|就|也|都|给[他她]|让[他她]){0,2}(?<said>${agreeing})(?:吧|了|哈)?${behind}`,
  `^${lead}(?:把)?${named}[\\s,]*(?:我|就|也|都|给[他她]|让[他她]){0,2}(?<said>同意|批准|通过|准了?|批了?|可以批)(?:吧|了|哈)?${behind}`,
].map((source) => new RegExp(source, "u"));

/** 第一条让副局长批, 把这条转给局长, 请主任定第二条: somebody else is to do it, who is not the one asking. */
const somebody = "(?!我(?!们))(?![他她](?:过|去|走|来|休|请))(?![^,。]{0,10}(?:谁|哪|什么|几))[^,。??]{1,10}?";
const pointed = `(?:${nth}|[^\\s,。:;、??第]{1,12}${which})`;
const handing = [
  `^${lead}(?:把)?${pointed}[\\s,]*(?:还是|就|先|也|得|要|应该?|该|最好|建议){0,2}(?:让|由|请|叫|找|等|给|交给|转给|报给?|麻烦|要)(?![他她](?:过|去|走|休))${somebody}(?:来|去|再|先)?(?:审批|批|定|审|签|办|看|处理|决定|把关|同意)`,
  `^${lead}(?:把)?${pointed}[\\s,]*(?:还是|就|先|也|得|要){0,2}(?:转|转给|转交给?|交给|移交给?|推给|委托给?|派给|报给)(?![^,。]{0,10}(?:谁|哪|什么|几))[^,。??]{1,10}(?:吧|了)?[。!]*$`,
  `^${lead}(?:让|由|请|叫|找|麻烦)${somebody}(?:来|去)?(?:审批|批|定|审|签|办|看|处理|决定|同意)(?:一下)?\\s*${nth}`,
  `^${lead}(?:(?:${nth})[\\s,]*我?)?(?:不批|不同意|批不了|不好批|不能批)[,。 ]+(?:还是|就)?(?:(?:让|由|请|叫|找|给|交给|转给)${somebody}(?:来|去)?(?:审批|批|定|审|签|办|处理|决定)|(?:给|交给|转给)[^,。]{0,6}(?:长|主任|领导))(?:吧)?[。! ]*$`,
].map((source) => new RegExp(source, "u"));

/** The same behind 我不批, and nothing after it: 让科长批了再报 is a reason. */
const left = new RegExp(
  `^(?:还是|就|要)?(?:让|由|请|叫|找|给|交给|转给|报给?)${somebody}(?:来|去)?(?:(?:审批|批|定|审|签|办|处理|决定)(?:吧)?)[。! ]*$`,
  "u",
);

const question =
  /[??]|(?:吗|么|嘛|呢|不呢|行不行|好不好|可不可以|对不对|行不|中不|要得不)[。! ]*$|(?:能不能|可不可以|该不该|要不要|是不是|应不应该|批不批|准不准|同不同意|能否|可否|是否)/u;
/** 第一条可以同意吗, 能不能批第二条: a verdict is named, and nothing is said but a question. */
const asking = new RegExp(
  `^${lead}(?:(?:能不能|可不可以|该不该|要不要|是不是|是否|能否|可否|能|该){0,2}(?:${agreeing}|${refusing}|${returning})${tail}\\s*(?:${nth}|${named})|(?:${nth}|${named})[\\s,]*(?:我|就|也|到底|究竟|是|能|该|要|应该){0,2}(?:能不能|可不可以|该不该|要不要|是不是|应不应该|是否|能否|可否|可以|能|该)?(?:给[他她])?(?:${agreeing}|${refusing}|${returning}|批不批|准不准|同不同意|行不行|可不可以))[^,。]{0,6}(?:[,。 ].{0,8})?$`,
  "u",
);
/** 批了吗 asks what has become of it. */
const standing = /(?:批|过|签|准|同意|批准|通过)了?(?:没|没有)[??。]*$|了吗[??。]*$/u;

const later = /下次|下回|以后|今后|下不为例/u;
const condition =
  /前提|条件|只要|只能|如果|要是|假如|除非|的话|改成|改为|改到|换成|减到|减为|缩短|压缩|去掉|扣掉|(?:但是?|不过|只是|可是|就是|得|必须|需要?|要|请)[^,。]{0,6}(?:改|补|换|减|缩|压|删|重新|重填|退|先|再|附|说明|核对|调整)/u;
/** What may be said behind a yes without taking any of it back. */
const remark =
  /^(?:但是?|不过|只是|就是|请|让[他她]|记得|也)*[^不没别莫先等]{0,6}(?:下不为例|下次|下回|以后|今后|注意|仅此|就这一次|早点|早去早回|安全|好好|记得|别忘|辛苦|谢谢|快去|祝|路上|抓紧|控制|节约|从简|按规定|做好|情况属实|属实)/u;
/** The other verdict, said as a second thought: 驳回第一条吧,同意也行. */
const second = new RegExp(
  `^(?:还是|不对|算了|要不|要么|或者|其实|哦|不|,|。| )*(?:${agreeing}|${refusing}|${returning})(?:也行|也可以|也好|都行|吧|算了|了|也成)?[。! ]*$`,
  "u",
);
const others = new RegExp(
  `(?:其他|其余|剩下|别的|第\\s*[一二三四五六七八九十\\d]+)[^,。]{0,8}(?:${agreeing}|${refusing}|${returning})|(?:${agreeing}|${refusing}|${returning})[^,。]{0,3}(?:其他|其余|剩下|别的|第\\s*[一二三四五六七八九十\\d])`,
  "u",
);
const marker = /^(?:(?:原因|理由|因为|由于)(?:是|为)?)?[\s:,]*/u;

/** The verdict of a message, if it gives one on an item. `listed` says whether a list was shown to count on. */
export function verdictSaid(folded: string, text: string, listed: boolean): VerdictSaid | undefined {
  if (standing.test(folded)) return undefined;
  if (ownApproved.test(folded)) return { which: [], reason: "", named: "自己", verdict: "approve", plain: true };
  const first = folded.split(/[,。;\n]/u)[0] ?? folded;
  const handed = match(handing, folded);
  if (handed !== undefined) return { ...about(handed, folded), verdict: "approve", doubt: "handed-over", plain: true };
  const refused = match(refusal, folded);
  if (refused !== undefined) return refusalOf(refused, folded, text);
  const agreed = match(approval, folded);
  const asks = asking.test(folded) && question.test(folded);
  if (asks && (listed || agreed !== undefined || /^(?:同意|批准|驳回|退回)/u.test(folded))) {
    const verdict = turned.test(first) ? (/退|打回/u.test(first) ? "return" : "reject") : "approve";
    const found = asking.exec(folded)?.groups?.named;
    return { ...about(found === undefined ? {} : { named: found }, folded), verdict, doubt: "asks", plain: true };
  }
  return agreed === undefined ? undefined : approvalOf(agreed, folded, text);
}

interface Heard {
  readonly named?: string | undefined;
  readonly said?: string | undefined;
  readonly end?: number;
}

function match(patterns: readonly RegExp[], folded: string): Heard | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(folded);
    if (found !== null) return { ...found.groups, end: found[0].length };
  }
  return undefined;
}

const about = ({ named: words }: Heard, counted: string) => {
  const which = whichOf(counted);
  const byName = words === undefined || which === "all" || which.length > 0 ? {} : { named: words };
  return { which, reason: "", ...byName };
};

function refusalOf(heard: Heard, folded: string, text: string): VerdictSaid | undefined {
  const { said = "", end = 0 } = heard;
  const rest = folded.slice(end);
  const verdict = /退|打回/u.test(said) ? ("return" as const) : ("reject" as const);
  const given = about(heard, folded.slice(0, end));
  // 第一条我不批,让副局长批 rejects nothing.
  if (left.test(rest)) return { ...given, verdict: "approve", doubt: "handed-over", plain: true };
  // 第一条驳回,其他的都同意 is of several.
  if (others.test(rest)) return undefined;
  if (second.test(rest)) return { ...given, verdict, doubt: "two-verdicts", plain: true };
  // 退回第二条吗 asks; 退回第二条 为什么要三天? tells why.
  if (question.test(folded.slice(0, end))) return { ...given, verdict, doubt: "asks", plain: true };
  const from = end + (marker.exec(rest)?.[0].length ?? 0);
  return { ...given, verdict, reason: masked(text.slice(from).trim()), plain: true };
}

function approvalOf(heard: Heard, folded: string, text: string): VerdictSaid | undefined {
  const { end = 0 } = heard;
  const rest = folded.slice(end).trim();
  const counted = about(heard, folded);
  const given = { ...counted, verdict: "approve" as const, plain: rest === "" || remark.test(rest) };
  // 同意第一条,驳回第二条 is of two items.
  if (counted.which === "all" || counted.which.length > 1) return undefined;
  if (question.test(folded)) return { ...given, doubt: "asks", plain: true };
  if (turned.test(rest)) return { ...given, doubt: "two-verdicts", plain: true };
  if (condition.test(rest) && !(later.test(rest) && !/改成|改为|如果|只要/u.test(rest)))
    return { ...given, doubt: "condition", reason: masked(text.slice(end).trim()), plain: true };
  return given;
}

/** 我能自己批自己的吗, 我的假我自己批了. */
const ownApproved =
  /^(?=[^局主科]{0,30}$)[^,。]{0,8}(?:自己|本人|我)[^,。]{0,6}(?:审批|批准|批|签|同意)(?:得了)?(?:我?自己|我本人)|(?:我自己的|自己的|我的)[^,。的]{0,8}我?自己(?:能不能|能|可以|来|就|直接|把){0,2}(?:审批|批|签|同意)/u;

/** 我自己的: whoever decides names a request of their own. */
export const isOwn = (words: string | undefined): boolean => /我自己|我本人|自己|^我的?$/u.test(words ?? "");
