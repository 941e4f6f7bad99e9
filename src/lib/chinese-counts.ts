/**
 * Head counts with what they count: 5个客人2个陪同, 客商9位, 我们陪7个, 我俩, 就我一个人.
 *
 * Takes    any text.
 * Returns  each count with its label as typed, and the size of the speaker's own party when the words give it.
 * Leaves   which label is guests and which hosts to dialogue/.
 * Why      a label serves one count only, so 客人5个陪同2个 and 5个客人2个陪同 both come out right.
 */
import { NUMERAL_START, numeralAt } from "./chinese-numbers.ts";
import { fold } from "./text.ts";

export interface Count {
  readonly value: number;
  /** The words beside the number: 客商, 客人, 陪同, 司机; nothing if none stands near. */
  readonly label?: string;
  /** The classifier as typed: 个, 位, 名, 人, 桌. */
  readonly unit: string;
  readonly approximate: boolean;
  readonly span: readonly [number, number];
  readonly words: string;
}

export interface Party {
  /** People who go, the speaker included. */
  readonly value: number;
  readonly approximate: boolean;
  readonly span: readonly [number, number];
  readonly words: string;
}

const UNIT =
  /\s*(?:个(?!月|小时|星期|礼拜|工作日|半|钟|季度|自然日|晚|亿|项目|点)人?|位|名(?!称|单|义|额|字)|人(?!民币|次|均|事|员|大|社|才|工|·)|桌|口人|口子)/y;
const ROLE =
  /市领导|县领导|局领导|领导|客商|客人|来宾|嘉宾|贵宾|外宾|宾客|来客|企业家|投资商|老板|陪同人员|陪同|陪客|陪餐|作陪|陪|司机|驾驶员|随行人员|随行|工作人员|同事|同志|科员|代表|成员|干部|学员|专家|记者|员工|职工|游客|朋友|学生|孩子|女士|先生|人员/g;
const CLAUSE_END = /[。!?;\n]/;

interface Found {
  readonly from: number;
  readonly to: number;
}

/** Reads every count of people or tables in a text. */
export function readCounts(message: string): Count[] {
  const text = fold(message);
  const roles = [...text.matchAll(ROLE)]
    .filter((match) => !/没有?|无$/.test(text.slice(Math.max(0, match.index - 2), match.index)))
    .map((match) => ({ from: match.index, to: match.index + match[0].length }));
  const used = new Set<number>();
  const counts: Count[] = [];
  for (const one of numbersWithUnits(text)) {
    const index = one.unit === "桌" ? undefined : labelFor(text, one, roles, used);
    // 一个 without people behind it is an article: 去一个乡镇, 补一个假.
    if (index === undefined && one.value === 1 && one.unit === "个" && !one.approximate) continue;
    const role = index === undefined ? undefined : roles[index];
    if (index !== undefined) used.add(index);
    const label = role ? message.slice(role.from, role.to) : undefined;
    const behind = role && role.from >= one.to && role.from - one.to <= 1 ? role.to : one.to;
    counts.push({
      value: one.value,
      ...(label === undefined ? {} : { label }),
      unit: one.unit,
      approximate: one.approximate,
      span: [one.from, behind],
      words: message.slice(one.from, behind),
    });
  }
  return counts;
}

interface Numbered extends Found {
  readonly value: number;
  readonly unit: string;
  readonly approximate: boolean;
}

function* numbersWithUnits(text: string): Generator<Numbered> {
  for (let index = 0; index < text.length; index++) {
    if (!NUMERAL_START.test(text[index] ?? "")) continue;
    const numeral = numeralAt(text, index);
    if (!numeral) continue;
    UNIT.lastIndex = numeral.to;
    const unit = UNIT.exec(text);
    const ordinal = /[第每几周]\s*$/.test(text.slice(Math.max(0, index - 2), index));
    // 俩 and 仨 hold their 个 already.
    const pair = /[俩仨]/.test(text[index] ?? "") && numeral.to === index + 1;
    if (!ordinal && Number.isInteger(numeral.value) && (unit || pair)) {
      const to = unit ? numeral.to + unit[0].length : numeral.to;
      const about = /^(?:左右|上下|多|来)/.test(text.slice(to, to + 2));
      yield {
        from: index,
        to,
        value: numeral.value,
        unit: unit ? unit[0].trim() : "个",
        approximate: numeral.approximate || about,
      };
    }
    index = numeral.to - 1;
  }
}

/** The role beside a number: the unused one right before it, else the nearest behind, else one earlier in the clause. */
function labelFor(
  text: string,
  { from, to }: Found,
  roles: readonly Found[],
  used: ReadonlySet<number>,
): number | undefined {
  const free = (index: number) => !used.has(index);
  const gapHasNumber = (a: number, b: number) => /[\d一二三四五六七八九十]/.test(text.slice(a, b));
  const before = roles.findLastIndex((role, index) => role.to <= from && free(index));
  const after = roles.findIndex((role, index) => role.from >= to && free(index));
  const left = roles[before];
  const right = roles[after];
  const leftGap = left ? text.slice(left.to, from) : "";
  const rightGap = right ? text.slice(to, right.from) : "";
  const leftNear = left !== undefined && leftGap.length <= 1 && !CLAUSE_END.test(leftGap) && !/[,、的]/.test(leftGap);
  if (leftNear) return before;
  if (right && rightGap.length <= 8 && !/[,。!?;、\n]/.test(rightGap) && !gapHasNumber(to, right.from)) return after;
  if (left && leftGap.length <= 8 && !CLAUSE_END.test(leftGap) && !gapHasNumber(left.to, from)) return before;
  return undefined;
}

const WE = "(?:我们|咱们|咱|俺们|我)";
const ALONE =
  /(?:就|只有|只)?(?:我|本人)(?:自己)?(?:一|1)个?人|(?:就|只有|只)我(?:自己)?(?:去|一个|$|[,。!?])|我自己(?:一个人)?(?:去|开|出差|前往|坐|$|[,。!?])|独自|一个人去|单独(?:去|前往|出差)/;
const TOGETHER = new RegExp(
  `(?:${WE}|一行|共|一共|总共|同行)\\s*(?<count>[俩仨]|[\\d一二两三四五六七八九十几来多]+\\s*(?:个人|个|位|名|人))(?!月|小时|天)`,
);
const WITH_NUMBER =
  /我(?:和|跟|与|同|带着?)(?<others>[^。!?;\n]{1,24}?)(?:一共|总共|共|一行)?(?<count>[\d一二两三四五六七八九十]+)个?人(?!事|均|次)/;
const WITH_ONE = /我(?:和|跟|与|同|带着?)(?:另外?|其他)?(?:的)?(?<count>[\d一二两三四五六七八九十]+)(?:个|位|名)/;
const WITH_NAMES =
  /我(?:和|跟|与|同)(?<names>[\u4e00-\u9fa5]{1,6}?(?:[、,和跟][\u4e00-\u9fa5]{2,4}?)*?)(?=[,。!?;\s]|一起|一同|去|坐|到|前往|出差|两人|俩|$)/;

const countOf = (words: string | undefined) => {
  if (words === undefined) return undefined;
  const numeral = numeralAt(words.replace(/\s/g, ""), 0);
  return numeral && { value: numeral.value, approximate: numeral.approximate };
};

/** The size of the speaker's party, when the message gives it: 我们3个人 3, 我俩 2, 我跟另一位 2, 就我一个人 1. */
export function readParty(message: string): Party | undefined {
  const text = fold(message);
  const found = (match: RegExpExecArray, value: number, approximate: boolean): Party => {
    const span = [match.index, match.index + match[0].length] as const;
    return { value, approximate, span, words: message.slice(...span) };
  };
  const numbered = WITH_NUMBER.exec(text);
  const total = countOf(numbered?.groups?.count);
  if (numbered && total && total.value > 1) return found(numbered, total.value, total.approximate);
  const together = TOGETHER.exec(text);
  const counted = countOf(together?.groups?.count);
  if (together && counted) return found(together, counted.value, counted.approximate);
  const others = WITH_ONE.exec(text);
  const more = countOf(others?.groups?.count);
  if (others && more) return found(others, more.value + 1, more.approximate);
  const alone = ALONE.exec(text);
  if (alone) return found(alone, 1, false);
  const named = WITH_NAMES.exec(text);
  const names = named?.groups?.names?.split(/[、,和跟]/).filter((name) => name !== "");
  return named && names && names.length > 0 ? found(named, names.length + 1, false) : undefined;
}
