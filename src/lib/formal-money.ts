/**
 * Sums as papers write them a second time, so that no digit can be changed: 1280.5 → 壹仟贰佰捌拾元伍角整.
 *
 * Takes    a sum in yuan, from 0 up to what is counted exactly in 分. Returns the formal numeral.
 */
import { writeNumeral } from "./write-numeral.ts";

const PLAIN = "零一二三四五六七八九十百千万亿兆";
const FORMAL = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿兆";

const formal = (value: number): string =>
  [...writeNumeral(value).replace(/^十/, "一十")].map((character) => FORMAL[PLAIN.indexOf(character)]).join("");

export function formalMoney(yuan: number): string {
  const fen = Math.round(yuan * 100);
  const [whole, jiao, rest] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10];
  const main = whole > 0 || fen === 0 ? `${formal(whole)}元` : "";
  if (jiao === 0 && rest === 0) return `${main}整`;
  const gap = jiao === 0 && main !== "" ? "零" : "";
  return `${main}${jiao === 0 ? gap : `${formal(jiao)}角`}${rest === 0 ? "整" : `${formal(rest)}分`}`;
}
