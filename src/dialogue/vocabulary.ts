/**
 * Words → slot values (待填项), by the lists of data/vocabulary.json.
 *
 * Takes    a folded message. Returns the slots its words, counts and sums of money name.
 * Leaves   dates to when.ts, places to lib/places.ts, free text to read.ts.
 *
 * A slot is taught by adding words to the file. The longest match wins (没有来函 before 来函), a denied one is dropped
 * (不坐飞机), and what follows 改成 beats what stands before it.
 */
import { z } from "zod";
import { DataError } from "../errors.ts";
import { readNumeral } from "../lib/chinese-numbers.ts";
import { readJson } from "../lib/read-json.ts";
import { readPattern } from "../lib/read-pattern.ts";
import { fold } from "../lib/text.ts";
import { allowed, type ClaimLine, claimLabels, type Facts, type SlotName, slotNames, slots } from "../rules/slots.ts";
import { claimLines } from "./claims.ts";
import { fares, taxiFares } from "./fares.ts";

const words = z.array(z.string().min(1)).min(1);
const name = z.enum(slotNames as [SlotName, ...SlotName[]]);
const shape = z.strictObject({
  words: z.partialRecord(
    name,
    z.array(z.strictObject({ value: z.union([z.string(), z.boolean(), z.number()]), said: words })),
  ),
  numbers: z.partialRecord(name, words),
  money: z.partialRecord(name, words),
  /** What the lines of a reimbursement are called: 高铁票 is 城市间交通费. */
  claims: z.array(z.strictObject({ label: z.enum(claimLabels), said: words, transport: slots.transport.optional() })),
  /** Terms that are often mistyped by sound (请嫁, 公咋费), and the characters that sound alike. */
  homophones: z.strictObject({ terms: words, sounds: words }),
  /** A post is the asker's or the subject's only between such words: 科员请两天, not 科长批. */
  subject: z.strictObject({ before: z.string(), after: z.string(), notBefore: z.string() }),
});

export interface Vocabulary {
  /** `undated` is the message with its dates blanked, so that the 五 of 周五 is never a head count. */
  readonly read: (folded: string, undated: string) => Facts;
  /** The message with known terms that were mistyped by sound put right; the same length. */
  readonly respell: (folded: string) => string;
  /** The lines of a reimbursement: 高铁票236、住宿640. */
  readonly claims: (undated: string) => readonly ClaimLine[];
  /** Every value of one slot that is said, in the order of the message. */
  readonly each: (folded: string, slot: SlotName) => readonly Facts[];
}

interface Said {
  readonly words: string;
  readonly value: string | boolean | number;
  /** Where the words stand in a message: their place and the text found. */
  readonly find: (heard: string) => { readonly index: number; readonly text: string } | undefined;
}

/** Reads and compiles the file once; a value that the slot does not allow is a DataError. */
export function openVocabulary(path: string): Vocabulary {
  const file = readJson(path, shape);
  const lists = Object.entries(file.words).map(([slot, values]) => ({
    slot: slot as SlotName,
    said: values
      .flatMap(({ value, said }) =>
        said.map((words): Said => ({ words: fold(words), value, find: finder(fold(words)) })),
      )
      .sort((one, other) => other.words.length - one.words.length),
  }));
  for (const { slot, said } of lists) {
    for (const { value, words } of said) {
      if (!slots[slot].safeParse(value).success)
        throw new DataError(path, `words.${slot}`, `${words}: the slot does not allow ${value}`);
    }
  }
  const numbers = patterns(path, file.numbers);
  const money = patterns(path, file.money);
  const subject = subjectPattern(file.subject, lists.find(({ slot }) => slot === "grade")?.said ?? []);

  return {
    read(folded, undated) {
      const found: Partial<Record<SlotName, unknown>> = {};
      const take = (slot: SlotName, value: unknown): void => {
        if (value !== undefined && found[slot] === undefined) found[slot] = value;
      };
      for (const { slot, said } of lists) {
        take(slot, slot === "grade" ? subject(folded) : bestSaid(folded, said));
      }
      for (const { slot, pattern } of numbers) take(slot, numberIn(undated, pattern)?.value);
      // What was read as 人均 is not read again as the amount.
      let rest = undated;
      for (const { slot, pattern } of money) {
        const sum = numberIn(rest, pattern);
        take(slot, sum?.value);
        if (sum !== undefined) rest = rest.replace(sum.words, " ".repeat(sum.words.length));
      }
      Object.assign(found, fares(undated), taxiFares(undated));
      return allowed(found);
    },
    respell: respelling(file.homophones),
    claims: claimLines(file.claims),
    each: (folded, slot) =>
      eachSaid(folded, lists.find((list) => list.slot === slot)?.said ?? []).map((value) => allowed({ [slot]: value })),
  };
}

/** 请嫁 → 请假: one character of a known term written with another of the same sound. */
function respelling({
  terms,
  sounds,
}: {
  terms: readonly string[];
  sounds: readonly string[];
}): (folded: string) => string {
  const meant = new Map<string, string>();
  for (const term of terms) {
    for (const [at, character] of [...term].entries()) {
      for (const alike of sounds.find((group) => group.startsWith(character)) ?? []) {
        const mistyped = term.slice(0, at) + alike + term.slice(at + 1);
        if (!terms.includes(mistyped)) meant.set(mistyped, term);
      }
    }
  }
  const pattern = new RegExp([...meant.keys()].join("|"), "gu");
  return (folded) => folded.replace(pattern, (mistyped) => meant.get(mistyped) ?? mistyped);
}

const numeral = "(?<!\\d)(?<value>[\\d.零〇一二两三四五六七八九十百千万半俩仨壹贰叁肆伍陆柒捌玖拾佰仟]{1,12})";
const amount =
  "[¥¥]?(?<value>\\d[\\d,.]{0,14}(?:万|千|百)?\\d?|[零一二两三四五六七八九十百千万]{2,12}|[一二两三四五六七八九十](?=元|块|万))(?:元|块钱?|块|万元?)?";

/** {n} a number, {m} a sum of money, {y} a sum with its unit said. */
const marks: readonly (readonly [string, string])[] = [
  ["{n}", numeral],
  ["{m}", amount],
  ["{y}", `${amount.slice(0, amount.lastIndexOf("(?:"))}(?:元|块钱?|块|万元)`],
];

function patterns(path: string, lists: Partial<Record<SlotName, string[]>>) {
  return Object.entries(lists).map(([slot, sources]) => {
    const filled = sources.map((source) => marks.reduce((text, [mark, by]) => text.replaceAll(mark, by), source));
    return { slot: slot as SlotName, pattern: filled.map((source) => readPattern(source, path, slot, "u")) };
  });
}

function numberIn(folded: string, tried: readonly RegExp[]): { value: number; words: string } | undefined {
  for (const pattern of tried) {
    const found = pattern.exec(folded);
    const written = found?.groups?.value?.replaceAll(",", "");
    const read = written === undefined ? undefined : readNumeral(written);
    if (found !== null && read !== undefined && !read.approximate) return { value: read.value, words: found[0] };
  }
  return undefined;
}

const denied = /(?:不|没|没有|未|别|非|不是|不用|无需|不再|取消)$/u;
const changed = /改成|改为|换成|改|应该是|还是|更正为/gu;

/** The value of the longest word said and not denied; after a word of change, only what follows it counts. */
function bestSaid(folded: string, said: readonly Said[]): string | boolean | number | undefined {
  const last = [...folded.matchAll(changed)].at(-1);
  const after = last === undefined ? "" : folded.slice(last.index + last[0].length);
  return longest(after, said) ?? longest(folded, said);
}

/** The distinct values said, by where each is first said; a word within a longer one is that one's. */
function eachSaid(folded: string, said: readonly Said[]): (string | boolean | number)[] {
  let heard = folded;
  const at = new Map<string | boolean | number, number>();
  for (const { find, value } of said) {
    for (let found = find(heard); found !== undefined; found = find(heard)) {
      at.set(value, Math.min(found.index, at.get(value) ?? found.index));
      heard = heard.replace(found.text, " ".repeat(found.text.length));
    }
  }
  return [...at].toSorted(([, one], [, other]) => one - other).map(([value]) => value);
}

function longest(folded: string, said: readonly Said[]): string | boolean | number | undefined {
  let heard = folded;
  for (const { find, value } of said) {
    const found = find(heard);
    if (found === undefined) continue;
    if (!denied.test(heard.slice(Math.max(0, found.index - 3), found.index))) return value;
    if (value === true) return false;
    // 不坐飞机: neither 坐飞机 nor the 飞机 in it is meant.
    heard = heard.replace(found.text, " ".repeat(found.text.length));
  }
  return undefined;
}

/** Finds words that are said; 伙食…公杂 finds both parts, in this order, with little between. Plain words need no pattern of their own. */
function finder(words: string): Said["find"] {
  const parts = words.split("…");
  if (parts.length === 1) {
    return (heard) => {
      const index = heard.indexOf(words);
      return index < 0 ? undefined : { index, text: words };
    };
  }
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(escaped.join("[^。;;]{0,30}?"), "u");
  return (heard) => {
    const found = pattern.exec(heard);
    return found === null ? undefined : { index: found.index, text: found[0] };
  };
}

function subjectPattern(
  { before, after, notBefore }: { before: string; after: string; notBefore: string },
  said: readonly Said[],
): (folded: string) => string | boolean | number | undefined {
  const posts = said.map(({ words }) => words).join("|");
  if (posts === "") return () => undefined;
  const named = new RegExp(`(?:${before})(${posts})(?!们?的?(?:批|签))`, "u");
  const acting = new RegExp(`(?<!${notBefore})(${posts})(?:们|本人|自己)?(?=${after})`, "u");
  return (folded) => {
    const post = (named.exec(folded) ?? acting.exec(folded))?.[1];
    return said.find(({ words }) => words === post)?.value;
  };
}
