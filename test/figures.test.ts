/** Every figure, source and reading of every unit: its quote stands in its clause, and a figure's number in its quote. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { figureBook, library } from "./rules/law.ts";

const han = "零一二三四五六七八九";

/** The spellings a document may use for a number: 15, 十五, 三千, 半, 90%. */
function spellings(value: number): readonly string[] {
  if (value === 0.5) return ["半"];
  const digit = (number: number) => han.charAt(number);
  const tens = `${value >= 20 ? digit(Math.floor(value / 10)) : ""}十${value % 10 === 0 ? "" : digit(value % 10)}`;
  if (value > 0 && value < 1) return [`${Math.round(value * 100)}%`];
  if (value === 2) return ["2", "二", "两"];
  return value < 10 ? [String(value), digit(value)] : value < 100 ? [String(value), tens] : [String(value)];
}

const holdsNumber = (quote: string, value: number) =>
  spellings(value).some((number) => new RegExp(`(?<![0-9.])${number}(?![0-9.])`, "u").test(quote.normalize("NFKC")));

const rows = z.array(z.object({ from: z.string(), value: z.number() }));
const figureFile = z.object({ figures: z.record(z.string(), rows).default({}) });
const figures = readdirSync("data/figures").flatMap((unit) =>
  readdirSync(`data/figures/${unit}`).flatMap((name) => {
    const file = figureFile.parse(JSON.parse(readFileSync(`data/figures/${unit}/${name}`, "utf8")));
    return Object.entries(file.figures).flatMap(([figure, dated]) =>
      dated.map(({ from }) => ({ unit, figure, found: figureBook.on(unit, from).get(figure) })),
    );
  }),
);

describe("figures", () => {
  it.each(figures)("$unit $figure stands in its quote", ({ found }) => {
    expect(found.source.quote).toSatisfy((quote: string) => holdsNumber(quote, found.value));
  });
  it.each(figureBook.entries.map((entry) => ({ ...entry })))("$unit $name is quoted from its clause", ({ sources }) => {
    for (const source of sources) expect(library.quote(source.doc, source.clause, source.quote)).toEqual(source);
  });
});
