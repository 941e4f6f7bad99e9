/**
 * Places (地点) in a message, each with the region that the allowance tables give it.
 *
 * Takes    a gazetteer (data/places.json, read by policy/places.ts) and a text.
 * Returns  the places in order of mention; the longest name wins, and a county joins the city named before it.
 * Leaves   which of them is the destination, and for how many days, to dialogue/.
 * Why      some short names are ordinary words (来宾, 合作, 天全): those are "shy" and count only after a word of motion,
 *          after their own city, in a list of places, or alone. Words that merely hold a name (天津贴) are swallowed first.
 */

/** Regions as the allowance tables divide them (三、(四)4 and 5), and the city areas with rules of their own. */
export const regions = [
  "outside-province", // 省外
  "inland", // 省内内地
  "plateau", // 甘孜、阿坝、凉山
  "outer-counties", // 简阳、安岳、乐至
  "yanjiang", // 雁江(不含城区)
  "yanjiang-city", // 雁江区城区
  "tuodong", // 资阳沱东城区
  "abroad", // 国(境)外: in no table
] as const;
export type Region = (typeof regions)[number];

/** Names of one area: places apart by ",", the names of one place apart by a space, the canonical one first. */
export interface Area {
  readonly region: Region;
  readonly province?: string | undefined;
  readonly parent: string;
  readonly names: string;
  readonly note?: string | undefined;
  /** The office's own city: rarely a destination. */
  readonly home?: boolean | undefined;
  /** A word for a whole region (省外), or for part of the place before it (城区): either gives way to a place next to it. */
  readonly wide?: boolean | undefined;
  readonly within?: boolean | undefined;
}

export interface Gazetteer {
  readonly areas: readonly Area[];
  readonly shy: string;
  readonly swallow: string;
  readonly motion: string;
  readonly origin: string;
  readonly joins: string;
}

export interface Place {
  readonly name: string;
  readonly region: Region;
  /** Start and end (exclusive) in the text. */
  readonly span: readonly [number, number];
  readonly province?: string | undefined;
  readonly note?: string | undefined;
  readonly home?: boolean;
  /** Said as the place one comes from (从成都 …). */
  readonly origin?: boolean;
}

export type ReadPlaces = (text: string) => readonly Place[];

interface Entry {
  readonly name: string;
  readonly area: Area;
}
interface Hit extends Entry {
  readonly start: number;
  readonly end: number;
  /** The name as it ends in full (武侯区), to see whether it is a district. */
  readonly said: string;
}

const LONE = /^[\s,,.。!!??、吧呢啊哦嘛呀]*$/u;
const words = (list: string): readonly string[] => list.split(" ");

/** Makes the reader; the index is built once. */
export function placeReader(gazetteer: Gazetteer): ReadPlaces {
  const index = new Map<string, Entry[]>();
  /** For each first character, a bit for every length that a name beginning with it has. */
  const lengths = new Uint32Array(0x10000);
  const entriesOf = (word: string): Entry[] => {
    const known = index.get(word);
    if (known) return known;
    const first = word.charCodeAt(0);
    lengths[first] = (lengths[first] ?? 0) | (1 << word.length);
    const entries: Entry[] = [];
    index.set(word, entries);
    return entries;
  };
  for (const area of gazetteer.areas) {
    for (const place of area.names.split(",")) {
      const said = words(place);
      const name = said[0] ?? place;
      if (area.wide || area.within) for (const word of said) entriesOf(word).push({ name: word, area });
      else {
        const entry = { name, area };
        for (const word of said) entriesOf(word).push(entry);
      }
    }
  }
  for (const word of words(gazetteer.swallow)) entriesOf(word).length = 0;

  const shy = new Set(words(gazetteer.shy));
  const ends = (text: string, list: string) => words(list).some((word) => text.endsWith(word));

  const welcome = (
    text: string,
    start: number,
    end: number,
    last: Hit | undefined,
    entries: readonly Entry[],
  ): boolean => {
    const between = last && text.slice(last.end, start).trim();
    if (last && between === "" && entries.some((entry) => entry.area.parent === last.name || inProvince(entry, last)))
      return true;
    if (last && between !== undefined && words(gazetteer.joins).includes(between)) return true;
    const before = text.slice(Math.max(0, start - 4), start);
    return (
      ends(before, gazetteer.motion) ||
      ends(before, gazetteer.origin) ||
      (LONE.test(text.slice(0, start)) && LONE.test(text.slice(end)))
    );
  };

  const hitAt = (text: string, start: number, last: Hit | undefined): Hit | number | undefined => {
    const bits = lengths[text.charCodeAt(start)] ?? 0;
    for (let length = 31 - Math.clz32(bits); length > 0; length -= 1) {
      if ((bits & (1 << length)) === 0 || start + length > text.length) continue;
      const said = text.slice(start, start + length);
      const entries = index.get(said);
      if (entries === undefined) continue;
      const end = start + length;
      if (entries.length === 0) return end;
      if (shy.has(said) && !welcome(text, start, end, last, entries)) continue;
      const touching = last?.end === start ? last : undefined;
      const own =
        touching && entries.find((entry) => entry.area.parent === touching.name || inProvince(entry, touching));
      const entry = own ?? entries[0];
      if (entry) return { ...entry, start, end, said };
    }
    return undefined;
  };

  return (text) => {
    const hits: Hit[] = [];
    for (let at = 0; at < text.length; ) {
      const last = hits.at(-1);
      const found = hitAt(text, at, last);
      if (found === undefined) at += 1;
      else if (typeof found === "number") at = found;
      else {
        const joined = last?.end === found.start ? join(last, found) : undefined;
        if (joined) hits[hits.length - 1] = joined;
        else hits.push(found);
        at = found.end;
      }
    }
    return hits.map((hit) => placeOf(hit, ends(text.slice(0, hit.start), gazetteer.origin)));
  };
}

const inProvince = (entry: Entry, before: Hit): boolean =>
  before.area.parent === "" && entry.area.province !== undefined && entry.area.province.startsWith(before.name);

/** Two names that touch are one place when one holds the other: 四川成都, 甘孜康定, 成都武侯区, 绵阳城区, 省外深圳. */
function join(before: Hit, after: Hit): Hit | undefined {
  if (after.area.within) return { ...before, end: after.end };
  if (before.area.wide) return { ...after, start: before.start };
  if (after.area.parent !== "" && after.area.parent === before.name) {
    const district = after.said.endsWith("区") && !before.area.home;
    return { ...after, start: before.start, name: district ? before.name + after.said : after.name };
  }
  return inProvince(after, before) || before.area.home ? { ...after, start: before.start } : undefined;
}

function placeOf({ name, area, start, end }: Hit, origin: boolean): Place {
  return {
    name,
    region: area.region,
    span: [start, end],
    ...(area.province === undefined ? {} : { province: area.province }),
    ...(area.note === undefined ? {} : { note: area.note }),
    ...(area.home ? { home: true } : {}),
    ...(origin ? { origin: true } : {}),
  };
}
