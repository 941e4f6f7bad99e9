/**
 * How many travel together, as the speaker says it: 我们3个人, 我俩, 我和小王, 就我一个人.
 *
 * Takes    any text.
 * Returns  the size of the speaker's own party when the words give it.
 * Leaves   guests and hosts to dialogue/, which knows their words.
 */
import { numeralAt } from "./chinese-numbers.ts";
import { fold } from "./text.ts";

export interface Party {
  /** People who go, the speaker included. */
  readonly value: number;
  readonly approximate: boolean;
  readonly span: readonly [number, number];
  readonly words: string;
}

const WE = "(?:我们|咱们|咱|俺们|俺|我)";
const ALONE =
  /(?:就|只有|只)?(?:我|本人)(?:自己)?(?:一|1)个?人|(?:就|只有|只)我(?:自己)?(?:去|一个|$|[,。!?])|我自己(?:一个人)?(?:去|开|出差|前往|坐|$|[,。!?])|独自|一个人去|单独(?:去|前往|出差)/;
const TOGETHER = new RegExp(
  `(?:${WE}|一行|共|一共|总共|同行)\\s*(?<count>[俩仨]|[\\d一二两三四五六七八九十几来多]+\\s*(?:个人|个|位|名|人))(?!月|小时|天)`,
);
const WITH_NUMBER =
  /我(?:和|跟|与|同|带着?)(?<others>[^。!?;\n]{1,24}?)(?:一共|总共|共|一行)?(?<count>[\d一二两三四五六七八九十]+)个?人(?!事|均|次)/;
const WITH_ONE = /我(?:和|跟|与|同|带着?)(?:另外?|其他)?(?:的)?(?<count>[\d一二两三四五六七八九十]+)(?:个|位|名)/;
/** Without 我: only those who are colleagues by their name, for guests come along as well. */
const WITH_COLLEAGUES =
  /(?:和|跟|与|带着?)(?:另外?|其他)?(?<count>[\d一二两三四五六七八九十]+)(?:个|位|名)?(?:年轻|本科室|科里|局里|同科室)?的?(?:同事|科员|同志|干部|科长|局长|下属|组员|驾驶员|司机)(?!吃|喝|谈)/;
const WITH_COLLEAGUE =
  /(?:和|跟|与|带着?)(?:[小老][\u4e00-\u9fa5]|[\u4e00-\u9fa5]{1,2}(?:科长|主任|局长|局|科|处长|处|主席|书记))(?:一起|一同|一道|一块儿?)?(?:去|到|赴|前往|出差)(?!年)/;
const INCLUDING_ME =
  /(?:连|包括|算上)(?:我|俺|师傅|驾驶员|司机|领导)(?:自己)?(?:在内|一起)?(?:一共|总共|共)?(?<count>[\d一二两三四五六七八九十]+)(?:个|位|名|口)?/;
/** 我+老杨+小蒲, 我、小陈、还有老黄. */
const LISTED =
  /我(?<names>(?:(?:[+、,和跟与]|还有)+(?:[小老][\u4e00-\u9fa5]|[\u4e00-\u9fa5]{1,2}(?:科长|主任|局长?|科|姐|哥|师傅)))+)/;
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
  const colleagues = WITH_COLLEAGUES.exec(text);
  const along = countOf(colleagues?.groups?.count);
  if (colleagues && along) return found(colleagues, along.value + 1, along.approximate);
  const including = INCLUDING_ME.exec(text);
  const counting = countOf(including?.groups?.count);
  if (including && counting) return found(including, counting.value, counting.approximate);
  const listed = LISTED.exec(text);
  const people = listed?.groups?.names?.split(/[+、,和跟与]|还有/).filter((name) => name !== "");
  if (listed && people) return found(listed, people.length + 1, false);
  const alone = ALONE.exec(text);
  if (alone) return found(alone, 1, false);
  const named = WITH_NAMES.exec(text);
  const names = named?.groups?.names?.split(/[、,和跟]/).filter((name) => name !== "");
  if (named && names && names.length > 0) return found(named, names.length + 1, false);
  const colleague = WITH_COLLEAGUE.exec(text);
  return colleague ? found(colleague, 2, false) : undefined;
}
