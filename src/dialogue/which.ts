/**
 * Which of a list are meant (第几条): 第一条, 第一条和第三条, 1和3, 全部.
 *
 * Takes    a folded message. Returns the numbers said before any reason, or "all".
 * Leaves   which list they count on to moves/. 除了第一条都同意 means a part of all, 11月2、3号 are days.
 */
import { readNumeral } from "../lib/chinese-numbers.ts";

const ordinal = /第\s*([一二三四五六七八九十\d]+)\s*(?:条|个|项|件|份|张|单|$|(?=第)|[,。、;:\s])/gu;

/** Several numbers said in one breath: 第一、三条, 第一二条, 1和3. */
const several =
  /第\s*(?<words>[一二三四五六七八九](?:[、,和跟]?[一二三四五六七八九])+)(?=\s*[条个项件份张单])|(?<![\d.月])第?(?<digits>\d{1,3}(?:\s{0,2}[、,和跟]\s{0,2}第?\d{1,3})+)(?!\d|\s*[号日月天点时元块万人位岁年周.%])/u;

const everyOne = /全部|所有|都(?:同意|批|通过|驳回|退回|打回)|一起批|全都|这几条|都批/u;
const butSome = /除|以外|之外|其他|其余|剩下|别的/u;

/** The numbers in their order, each once. 第一二条 are two: twelve is 十二. */
export function whichOf(folded: string): readonly number[] | "all" {
  const decided = folded.split(/原因|理由|因为|[:]/)[0] ?? folded;
  const { words, digits } = several.exec(decided)?.groups ?? {};
  const told = words?.match(/[一二三四五六七八九]/gu) ?? digits?.match(/\d+/gu);
  const numbers = (told ?? [...decided.matchAll(ordinal)].map(([, said = ""]) => said)).flatMap(
    (said) => readNumeral(said)?.value ?? [],
  );
  const all = everyOne.test(decided) && (numbers.length === 0 || butSome.test(decided));
  return all ? "all" : [...new Set(numbers)];
}
