/**
 * Writes whole numbers as formal Chinese numerals: 10040 → 一万零四十, 15 → 十五.
 *
 * Takes    a whole number from 0 up to what JavaScript counts exactly.
 * Returns  the numeral; chinese-numbers.ts reads every one of them back.
 */

const PLAIN = "零一二三四五六七八九";
const PLAIN_UNITS = ["", "十", "百", "千"];

const writeSection = (value: number): string => {
  let out = "";
  let gap = false;
  for (const [index, character] of [...String(value).padStart(4, "0")].entries()) {
    const digit = Number(character);
    if (digit === 0) {
      gap = out !== "";
      continue;
    }
    out += `${gap ? "零" : ""}${PLAIN[digit]}${PLAIN_UNITS[3 - index]}`;
    gap = false;
  }
  return out;
};

/** Writes a whole number from 0 to 9999兆 formally: 10040 → 一万零四十, 15 → 十五. */
export function writeNumeral(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`Not a whole number from 0: ${value}`);
  if (value === 0) return "零";
  let out = "";
  let rest = value;
  for (const [unit, size] of [
    ["兆", 1e12],
    ["亿", 1e8],
    ["万", 1e4],
    ["", 1],
  ] as const) {
    const section = Math.floor(rest / size);
    rest -= section * size;
    if (section === 0) continue;
    const needsZero = out !== "" && (section < 1000 || value % (size * 1e5) < size * 1000);
    out += `${needsZero ? "零" : ""}${writeSection(section)}${unit}`;
  }
  return out.replace(/^一十/, "十");
}
