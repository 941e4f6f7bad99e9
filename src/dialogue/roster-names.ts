/**
 * Names by what they are (局领导、科室负责人、职工), in a list or in a row of a roster.
 *
 * Takes    a piece of a message as typed, its dates blanked. Returns the names of each role as they were written, and those
 *          that have none; `roleOf` says which role a heading names.
 * Leaves   days and rows to roster-read.ts. A word of a role stands before its names (局领导:张局、李局) or behind them
 *          (张局、李局是局领导); 王科长 is a name.
 */
import { fold } from "../lib/text.ts";
import type { RosterRow } from "../rules/slots.ts";

export type Role = "leaders" | "heads" | "others";
export type Named = Omit<RosterRow, "day">;

/** Words that are never part of a name … */
const plainly: readonly (readonly [Role, string])[] = [
  ["leaders", "(?:各位|本局|局|会|带班|值班|单位)*领导(?:班子)?(?:成员)?|班子成员|带班(?:人员?)?"],
  ["heads", "(?:各?科室?|处室|中心|部门|股室|值班)?(?:主要)?负责人|科室领导|科室长|中层(?:干部|正职|副职|领导)?"],
  [
    "others",
    "(?:普通|一般)?(?:干部)?职工|(?:普通|一般)(?:干部|人员|同志)|(?:普通|一般|值班)?工作人员|值班(?:人)?员|科室人员|办事员|员工",
  ],
];
export const surnames =
  "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳唐罗薛雷贺汤孟黄萧尹姚邵汪毛戴宋熊纪项祝董梁杜阮闵季贾江颜郭梅林钟徐邱骆高夏蔡田胡凌霍卢莫裘丁邓洪左石崔龚程陆曾肖谭廖易叶余段侯龙史黎";
/** … and titles, which are a role only where no name stands before them. */
const titles: readonly (readonly [Role, string])[] = [
  ["heads", "科长|主任|处长"],
  ["others", "科员"],
];
/** Posts, which stand for whoever holds them; beside a name they are a role: 分管副局长李四, 办公室主任王五. */
const posts: readonly (readonly [Role, string])[] = [
  [
    "leaders",
    "(?:分管|常务|值班|带班|主要)*副?(?:局长|会长)|(?:机关)?党组(?:副?书记|成员)|(?:驻局)?纪检(?:监察)?(?:组)?组长",
  ],
  ["heads", "\\p{Script=Han}{0,8}?(?:科长|主任|秘书长|处长)"],
  ["others", "\\p{Script=Han}{0,8}?(?:科员|干事)"],
];
const either = (list: readonly (readonly [Role, string])[]) => list.map(([, words]) => words).join("|");
const label = new RegExp(
  `(?:${either(plainly)})|(?<![^\\s是为当任])(?:(?:${either(posts)})(?=[${surnames}]\\p{Script=Han}{1,2}$)|(?:${either(titles)}))|(?<=是)(?:${either(posts)})$`,
  "gu",
);
const wholeOf = (list: readonly (readonly [Role, string])[]) =>
  list.map(([role, words]) => ({ role, pattern: new RegExp(`^(?:${words})$`, "u") }));
const whole = wholeOf([...plainly, ...titles, ...posts]);

/** The role that a word or a heading of a column names: 带班领导, 科室负责人姓名. */
export function roleOf(words: string): Role | undefined {
  const folded = fold(words)
    .replace(/[\s*()]|(?:姓名|名单|值班|\(.*\))$/gu, "")
    .trim();
  return whole.find(({ pattern }) => pattern.test(folded))?.role;
}

interface Mark {
  readonly role: Role;
  /** Said to be of the names before it: 是局领导, (局领导). */
  readonly behind: boolean;
}

/** The names in a text, by role. */
export function namesIn(typed: string): Named {
  const named = { leaders: [] as string[], heads: [] as string[], others: [] as string[], unsaid: [] as string[] };
  const parts = partsOf(typed);
  const first = parts.find((part) => typeof part === "object" || part.length > 1);
  // 张三 局领导 李四 科室负责人: where a name stands first, each word is of the names before it.
  const backwards = typeof first === "string" && !parts.some((part) => part === FORWARD);
  let role: Role | undefined;
  let waiting: string[] = [];
  for (const part of parts) {
    if (part === FORWARD) continue;
    if (typeof part === "string") {
      if (role === undefined) waiting.push(part);
      else named[role].push(part);
    } else if (part.behind || backwards) {
      named[part.role].push(...waiting);
      waiting = [];
      role = undefined;
    } else {
      named.unsaid.push(...waiting);
      waiting = [];
      role = part.role;
    }
  }
  named.unsaid.push(...waiting);
  return named;
}

const ends: readonly (readonly [Role, RegExp])[] = [
  ["leaders", /(?:局|局长|书记|会长|党组成员|纪检组长)$/u],
  ["heads", /(?:科|科长|主任|处长|秘书长)$/u],
];

/** 张局 and 王科长 say what they are where nothing else does. */
export function byTitle({ unsaid, ...named }: Named): Named {
  const of = (name: string): Role | undefined => ends.find(([, words]) => words.test(name))?.[0];
  return {
    leaders: [...named.leaders, ...unsaid.filter((name) => of(name) === "leaders")],
    heads: [...named.heads, ...unsaid.filter((name) => of(name) === "heads")],
    others: named.others,
    unsaid: unsaid.filter((name) => of(name) === undefined),
  };
}

/** 局长 办公室主任 科员: a row of posts and of nothing else; each stands for whoever holds it. */
export function postsIn(row: string): Named | undefined {
  const words = row.split(marks).filter((word) => word !== "");
  const found = words.map((word) => ({ word, role: roleOf(word.replace(/\d$/u, "")) }));
  if (words.length < 2 || found.some(({ role }) => role === undefined)) return undefined;
  const of = (role: Role): string[] => found.filter((one) => one.role === role).map(({ word }) => word);
  return { leaders: of("leaders"), heads: of("heads"), others: of("others"), unsaid: [] };
}

/** Those of the words that are surely names: 张三, and not 轮一轮. */
export const surely = (names: readonly string[]): string[] => names.filter((name) => common.test(name));

/** What stands between names. */
const marks = /[\s、,:;。|/+&]+/u;

/** A colon: the word before it is a heading. */
const FORWARD = ":";

/** The words of roles and the names of a text, in order. */
function partsOf(typed: string): readonly (string | Mark)[] {
  // The brackets of the clause's own words are none; 张三(局领导) says what he is, 张三(手机…) something else.
  const text = typed
    .replace(/科[((]室[、,]处[、,]中心[))]/gu, "科室")
    .replace(/局[((]会[))]/gu, "局")
    .replace(/[((]([^()()]*)[))]/gu, (_, inside: string) =>
      roleOf(inside) === undefined ? " " : ` 是${inside.trim()} `,
    );
  const parts: (string | Mark)[] = [];
  for (const piece of text
    .replace(/[::]/g, ": ")
    .split(/[\s、,;。|/+&]+/u)
    .flatMap(pairs)) {
    const folded = fold(piece);
    let at = 0;
    for (const found of folded.matchAll(label)) {
      const before = folded.slice(0, found.index);
      const behind = /(?:是|为|当|任)$/u.test(before);
      parts.push(...namesOf(piece.slice(at, found.index).replace(/(?:是|为|当|担?任)$/u, "")));
      at = found.index + found[0].length;
      const role = roleOf(found[0]);
      if (role !== undefined) parts.push({ role, behind });
      if (/^\s*[::]/u.test(folded.slice(at))) parts.push(FORWARD);
    }
    parts.push(...namesOf(piece.slice(at)));
  }
  return parts;
}

/** 张局和李局, 甲和乙 are two; 张和平 is one. */
function pairs(piece: string): readonly string[] {
  const both = /^(.+?)(?:和|与|跟|以及|还有)(.+)$/u.exec(piece);
  const [one, other] = [both?.[1] ?? "", both?.[2] ?? ""];
  const letter = /^[甲乙丙丁戊己庚辛壬癸a-z]$/iu;
  const two = (one.length > 1 && other.length > 1) || (letter.test(one) && letter.test(other));
  return both !== null && two ? [one, ...pairs(other)] : [piece];
}

const around =
  /^(?:[::]|是|为|有|由|叫|就|分别|包括|各|每天|(?:[一二两三四五六七八九十]|\d+)(?:名|个|位)|的)+|(?:们|值班|来|(?:[一二两三四五六七八九十]|\d+)(?:名|个|位)人?|[::!!??])+$/gu;
const title = /(?:局|科|处|主任|科长|局长|处长|书记|秘书长|会长|科员|总|工|[师长员])$/u;
const noise =
  /值班|排|安排|帮|看看|看下|行不|怎么|咋|如何|可以|可否|能否|谢谢|多谢|请|放假|假期|节日|上午|下午|晚上|每天|每人|轮流|公平|尽量|名单|领导|一下|就行|这个|那个|这样|我们|他们|大家|一起|开始|上次|日期|星期|备注|电话|手机|没有|待定|暂无|合适|合规|符合|规定|问题|检查|核对|麻烦|缺人|空缺|人员|剩下|其他|另外|通知|报备|草稿|不知道|不清楚|不晓得|随便|都行|没想好|等等|等下|稍等|[吗呢吧呀嘛无缺空了]$/u;

/** 甲乙丙, 小李小王, 王科赵科, 张三李四: names that nothing parts. */
const glued = [
  /^[甲乙丙丁戊己庚辛壬癸]{2,}$/u,
  /^(?:[小老]\p{Script=Han}){2,}$/u,
  /^(?:\p{Script=Han}[局科处总]){2,}$/u,
  new RegExp(`^(?:[${surnames}]\\p{Script=Han}){2,}$`, "u"),
];
const common = new RegExp(`^[${surnames}]\\p{Script=Han}{1,2}$`, "u");
const single = new RegExp(`^[甲乙丙丁戊己庚辛壬癸${surnames}]$`, "u");

function namesOf(piece: string): readonly string[] {
  const words = piece.trim().replace(around, "").trim();
  const at = glued.findIndex((pattern) => pattern.test(words));
  if (at < 0) return nameIn(words);
  return words.match(at === 0 ? /./gu : /../gu) ?? [];
}

/** A name as it was written; nothing where the words are no name. */
function nameIn(words: string): readonly string[] {
  const folded = fold(words);
  if (noise.test(folded)) return [];
  const fits =
    /^[\p{Script=Han}·]{2,4}$/u.test(folded) ||
    single.test(folded) ||
    /^[a-z][a-z.]{0,11}\d?$/u.test(folded) ||
    (/^[\p{Script=Han}·\d]{2,14}$/u.test(folded) && title.test(folded.replace(/\d+$/u, "")));
  return fits ? [words] : [];
}
