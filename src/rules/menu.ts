/**
 * What may not be served at a reception (禁止的菜肴、烟酒), and the clause that forbids it.
 *
 * Takes    the menu as said. Returns a finding for each forbidden thing in it; of a dish that is not listed it says just that.
 * Why      the clause names few things. What it names is forbidden, and bars a plan; what people name besides (brands,
 *          animals) falls under it only by a reading, which is data, is shown as one, and warns.
 */
import type { Figures } from "../policy/figures.ts";
import { answer, breach, reading } from "./finding.ts";
import type { Finding } from "./rule.ts";
import type { Facts } from "./slots.ts";

const forbidden: readonly {
  readonly kind: "dishes" | "wildlife" | "tobacco-liquor";
  readonly words: readonly string[];
}[] = [
  { kind: "dishes", words: ["鱼翅", "燕窝", "高档菜", "高档佳肴"] },
  {
    kind: "wildlife",
    words: ["野生保护动物", "保护动物"],
  },
  {
    kind: "tobacco-liquor",
    words: ["香烟", "中华烟", "高档烟", "抽的烟", "高档酒", "高档白酒"],
  },
];

/** Brands of drinks that fall under 高档酒水 by a reading. */
export const brandFindings = (said: string | undefined, figures: Figures): readonly Finding[] =>
  byReading("menu.brands", said, figures);

function byReading(name: string, said: string | undefined, figures: Figures): readonly Finding[] {
  const item = figures.reading(name).words?.find((word) => said?.includes(word));
  return item === undefined ? [] : [breach(reading("answer", "menu.by-reading", figures, name, { item }))];
}

export function menuFindings({ menu, category }: Facts, figures: Figures): readonly Finding[] {
  if (menu === undefined) return [];
  const dishes = [
    ...(category === "商务" ? [] : [figures.source("menu.official-dishes")]),
    ...(category === "公务" ? [] : [figures.source("menu.business-dishes")]),
  ];
  const found = forbidden.flatMap(({ kind, words }) => {
    const item = words.find((word) => menu.includes(word));
    if (item === undefined) return [];
    const sources = kind === "tobacco-liquor" ? [figures.source("menu.tobacco-liquor")] : dishes;
    return [breach(answer(`menu.${kind}`, { item }, ...sources))];
  });
  const read = ["menu.brands", "menu.animals"].flatMap((name) => byReading(name, menu, figures));
  if (found.length + read.length > 0) return [...found, ...read];
  return [answer("menu.unlisted", { menu }, ...dishes, figures.source("menu.tobacco-liquor"))];
}
