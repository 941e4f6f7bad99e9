/**
 * The answer to the slot just asked, where its kind lets a bare message be one: 有, 没有, 5个, 考察水电项目.
 *
 * Takes    the slot and the message. Returns the facts it gives; an empty record where the message names the slot itself;
 *          nothing where it answers something else.
 */
import { readMoney } from "../lib/chinese-money.ts";
import { readNumeral } from "../lib/chinese-numbers.ts";
import { masked } from "../lib/mask.ts";
import { type Facts, type SlotName, slots } from "../rules/slots.ts";
import type { ActReader } from "./acts.ts";
import type { Understood } from "./read.ts";

const yesNo: ReadonlySet<SlotName> = new Set([
  "letter",
  "allCountyRank",
  "contactRecord",
  "overnight",
  "alcohol",
  "noPublicTransport",
  "retainedCarBusy",
  "unitCar",
  "emergency",
  "crossRegion",
]);
const freeWords: ReadonlySet<SlotName> = new Set(["purpose", "reason", "item", "guestsFrom", "menu", "vehicleUse"]);

const halves = [
  { half: "am", said: /^(?:am|上午|上半天?|早上|前半天?)[。!吧]*$/u },
  { half: "pm", said: /^(?:pm|下午|下半天?|后半天?)[。!吧]*$/u },
] as const;

/** Is the slot one that any words fill? */
export const freely = (slot: SlotName | undefined): boolean => slot !== undefined && freeWords.has(slot);

/** What the message answers to the slot asked. */
export function answerTo(asked: SlotName | undefined, message: Understood, acts: ActReader): Facts | undefined {
  if (asked === undefined) return undefined;
  // 有没得公函要不要紧 asks; 确认 means the card, not a fact.
  const asks = message.asks && message.folded.length > 4;
  if (asked === "retainedCarBusy" && !asks) {
    // 没得车 is of the cars that were asked about, not of a bus.
    const cars = { noPublicTransport: undefined };
    if (acts.says("cars-out", message.folded)) return { ...cars, retainedCarBusy: true };
    if (acts.says("cars-in", message.folded)) return { ...cars, retainedCarBusy: false };
  }
  if (yesNo.has(asked) && message.facts[asked] === undefined && !asks) {
    if (message.act === "agree" || (message.act !== "confirm" && acts.says("yes", message.folded)))
      return { [asked]: true };
    if (acts.says("no", message.folded)) return { [asked]: false };
  }
  // 县级, of the two that were named in the question.
  if (
    asked === "attending" &&
    message.facts.attending === undefined &&
    /^(?:就|只有?|是)?(?:县级|以下)/u.test(message.folded)
  )
    return { attending: "county-or-below" };
  // A bare answer is the words themselves, not the part of them that looks like an errand: 介绍信一份, 差旅费.
  // 在资阳宾馆 tells where, whatever was asked.
  const elsewhere = asked !== "item" && !/[^\s\p{P}]/u.test(acts.without("venue", message.folded));
  if (freely(asked) && !elsewhere && !message.asks && message.act === undefined && message.text.length <= 100) {
    const others = Object.entries(message.facts).filter(
      ([slot, value]) => value !== undefined && !freely(slot as SlotName) && !counts.has(slot),
    );
    // 是的,都在外头 answers what was asked before.
    const late = acts.says("yes", message.folded) && /^(?:是|对|嗯|有)的?[,。,]/u.test(message.folded);
    // A bare day or 3份 says something else: what was asked for is still to come.
    const nothing = message.bare && message.facts.destination === undefined;
    if (!late && !nothing && (asked === "item" || others.length === 0))
      return { [asked]: masked(asked === "item" ? beforeCount(message.text) : message.text) };
  }
  if (asked === "startHalf" || asked === "endHalf") {
    const half = halves.find(({ said }) => said.test(message.folded))?.half;
    if (half !== undefined && message.facts[asked] === undefined) return { [asked]: half };
  }
  if (asked === "amount") {
    const [sum, ...others] = readMoney(message.folded);
    const single = sum !== undefined && others.length === 0 && !sum.approximate;
    if (single && slots.amount.safeParse(sum.yuan).success) return { amount: sum.yuan };
  }
  const bare = /^(?:大概|一共|共|就)?\s*([\d一二两三四五六七八九十]+)\s*(?:个|位|名|人|份)*[。!]?$/u.exec(
    message.folded,
  )?.[1];
  if (bare !== undefined && counted.has(asked) && message.facts[asked] === undefined) {
    const value = readNumeral(bare)?.value;
    // A number that the slot cannot hold is no answer: it is asked again.
    if (slots[asked].safeParse(value).success) return { [asked]: value };
  }
  return message.facts[asked] === undefined ? undefined : {};
}
/** 框架协议,一式三份: the copies are told beside the paper, in a part of their own. */
const beforeCount = (text: string): string =>
  text.replace(
    /(?<=.{2})(?:\s*[,，、]\s*(?:一式|一共|共)?|\s*一式)[\d一二两三四五六七八九十]{1,4}[份张套][。!！]*$/u,
    "",
  );

/** What may be said in passing beside free words. */
const counts: ReadonlySet<string> = new Set(["copies", "amount", "people", "destination", "month", "year"]);
const counted: ReadonlySet<SlotName> = new Set([
  "guests",
  "hosts",
  "people",
  "copies",
  "members",
  "present",
  "amount",
  "daysAtPost",
  "reported",
  "times",
  "meals",
]);
