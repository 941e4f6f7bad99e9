/**
 * The numbers that Word counts by itself ("一、", "第三条", "(二)"), written into the text.
 *
 * Takes    document.xml, numbering.xml and styles.xml of a Word file.
 * Returns  document.xml with each number as a run of its own, and how many there were.
 * Why      a regulation numbered with Word's lists has no label in its text at all: without this no clause is found.
 *          mammoth tells only that an item is ordered, not how.
 */
import { writeNumeral } from "../lib/write-numeral.ts";

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
}
type Levels = ReadonlyMap<number, Level>;
interface Place {
  readonly list: string;
  readonly level: number;
}

const PROPERTIES = /<w:pPr>(?:<w:pPrChange[\s\S]*?<\/w:pPrChange>|(?!<\/w:pPr>)[\s\S])*<\/w:pPr>/gu;
const NUMBERED = /<w:numPr>[\s\S]*?<\/w:numPr>/u;
const UNNUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';

/** Writes the numbers out. */
export function writeNumbers(
  document: string,
  numbering: string,
  styles: string,
): { readonly document: string; readonly count: number } {
  const lists = listsOf(numbering);
  const ofStyle = placesOfStyles(styles);
  const counters = new Map<Levels, readonly number[]>();
  let count = 0;
  const written = document.replaceAll(PROPERTIES, (properties) => {
    const own = properties.replaceAll(/<w:pPrChange[\s\S]*?<\/w:pPrChange>/gu, "");
    const style = attributeOf(own, "pStyle");
    const place = placeOf(own, style === undefined ? undefined : ofStyle.get(style));
    const levels = place === undefined ? undefined : lists.get(place.list);
    const level = place === undefined ? undefined : levels?.get(place.level);
    if (place === undefined || levels === undefined || level === undefined || level.format === "bullet")
      return properties;
    const numbers = counted(counters.get(levels) ?? [], place.level, levels);
    counters.set(levels, numbers);
    const label = labelOf(level, numbers, levels);
    if (label === "") return properties;
    count += 1;
    const bare = NUMBERED.test(properties)
      ? properties.replace(NUMBERED, UNNUMBERED)
      : properties.replace(/<w:pStyle [^>]*>/u, (element) => element + UNNUMBERED);
    return `${bare}<w:r><w:t xml:space="preserve">${escaped(label)}</w:t></w:r>`;
  });
  return { document: written, count };
}

/** Lists of the same kind count on from each other, unless one of them starts anew. */
function listsOf(numbering: string): ReadonlyMap<string, Levels> {
  const kinds = new Map<string, Levels>();
  for (const [, id = "", inner = ""] of elements(numbering, "abstractNum", "abstractNumId"))
    kinds.set(id, levelsOf(inner));
  const lists = new Map<string, Levels>();
  for (const [, id = "", inner = ""] of elements(numbering, "num", "numId")) {
    const levels = kinds.get(attributeOf(inner, "abstractNumId") ?? "");
    if (levels !== undefined) lists.set(id, inner.includes("<w:startOverride") ? new Map(levels) : levels);
  }
  return lists;
}

function levelsOf(inner: string): Levels {
  const levels = new Map<number, Level>();
  for (const [, index = "0", level = ""] of elements(inner, "lvl", "ilvl")) {
    levels.set(Number(index), {
      start: Number(attributeOf(level, "start") ?? "1"),
      format: attributeOf(level, "numFmt") ?? "decimal",
      text: unescaped(attributeOf(level, "lvlText") ?? ""),
    });
  }
  return levels;
}

function placesOfStyles(styles: string): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const [, id = "", inner = ""] of elements(styles, "style", "styleId")) {
    const place = placeOf(inner, undefined);
    if (place !== undefined) places.set(id, place);
  }
  return places;
}

function placeOf(properties: string, ofStyle: Place | undefined): Place | undefined {
  const numbered = NUMBERED.exec(properties)?.[0];
  if (numbered === undefined) return ofStyle;
  const list = attributeOf(numbered, "numId") ?? ofStyle?.list;
  return list === undefined ? undefined : { list, level: Number(attributeOf(numbered, "ilvl") ?? ofStyle?.level ?? 0) };
}

/** The counters after one more item of a level: those below it start anew. */
function counted(before: readonly number[], level: number, levels: Levels): number[] {
  const startOf = (at: number) => levels.get(at)?.start ?? 1;
  const above = Array.from({ length: level }, (_, at) => before[at] ?? startOf(at));
  return [...above, before[level] === undefined ? startOf(level) : before[level] + 1];
}

function labelOf(level: Level, numbers: readonly number[], levels: Levels): string {
  return level.text.replaceAll(/%(\d)/gu, (_, place: string) => {
    const at = Number(place) - 1;
    return spelled(numbers[at] ?? 1, levels.get(at)?.format ?? "decimal");
  });
}

function spelled(number: number, format: string): string {
  if (/chinese|taiwanese|japaneseCounting|ideographDigital/u.test(format)) return writeNumeral(number);
  if (format === "decimalEnclosedCircle" && number <= 20) return String.fromCodePoint(0x245f + number);
  if (format === "lowerLetter") return String.fromCodePoint(0x60 + number);
  if (format === "upperLetter") return String.fromCodePoint(0x40 + number);
  return format === "none" ? "" : String(number);
}

function elements(xml: string, name: string, id: string): Iterable<RegExpExecArray> {
  return xml.matchAll(new RegExp(`<w:${name} [^>]*?w:${id}="([^"]*)"[^>]*>([\\s\\S]*?)</w:${name}>`, "gu"));
}

function attributeOf(xml: string, name: string): string | undefined {
  return new RegExp(`<w:${name} [^>]*?w:val="([^"]*)"`, "u").exec(xml)?.[1];
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
