/**
 * Travel allowance (出差补助): meals (伙食补助费) and sundries (公杂费) for the days of an official trip.
 *
 * Takes    the places with their regions, the days, how many people, whether the unit drives them, and which part is asked.
 * Returns  a line a claim and place; for a question about one day, the rates; else what falls away, and why.
 * Leaves   the Tuodong area to tuodong.ts, days to travel-days.ts, fares to travel-class.ts, consent to requests/route.ts.
 * Why      out-of-province meals are in an annex the document does not carry: then the sundries stand alone, and are called so.
 */
import type { Figures } from "../policy/figures.ts";
import { answer, note, reading, told, warning } from "./finding.ts";
import { type Finding, fenOf, type Line, type Outcome, type Rule } from "./rule.ts";
import type { Facts, Region, Stop } from "./slots.ts";
import { asides, atLodging } from "./travel-asides.ts";
import { named, type Stay, stays, tripDays } from "./travel-days.ts";
import { tuodong } from "./tuodong.ts";

const rated = ["outside-province", "inland", "plateau", "outer-counties", "yanjiang"] as const;
const fed = ["inland", "plateau", "outer-counties", "yanjiang"] as const;
const isFed = (region: Region): boolean => fed.some((known) => known === region);
const isRated = (stop: Stop): boolean => rated.some((known) => known === stop.region);

export const travel: Rule = {
  id: "travel-allowance",
  unit: "ziyang",
  slots: [
    ...([
      "destination",
      "stopDays",
      "start",
      "end",
      "days",
      "nights",
      "overnight",
      "perDay",
      "asks",
      "people",
    ] as const),
    ...(["unitCar", "transport", "invoice", "hostMeals", "hostLodging", "taxiPaid", "tuodongMeals", "grade"] as const),
  ],
  figures: [...fed.map((region) => `travel.meal.${region}`), ...rated.map((region) => `travel.sundries.${region}`)],

  compute(facts, figures) {
    const lodging = atLodging(facts, figures);
    if (lodging) return lodging;
    if (facts.destination === undefined) return withoutPlace(facts, figures);

    const places = facts.destination.filter(isRated);
    if (facts.destination.some((stop) => stop.region === "abroad")) {
      return { kind: "not-covered", findings: [answer("travel.abroad", {}, figures.source("travel.scope"))] };
    }
    if (places.length === 0) {
      const inTuodong = facts.destination.some((stop) => stop.region === "tuodong");
      return inTuodong ? tuodong.compute(facts, figures) : inCity(facts, figures);
    }
    if (facts.asks === "meal" && !places.some((stop) => isFed(stop.region))) {
      return { kind: "not-covered", findings: [noAnnex("answer", places, figures)] };
    }
    // A question about one day's rate has no length, and is not asked for one.
    if (facts.perDay && tripDays({ ...facts, overnight: undefined }) === undefined)
      return rates(facts, places, figures);

    const divided = stays(facts, places, figures.source("travel.days"));
    return divided.kind === "stays" ? total(facts, divided.stays, figures) : divided;
  },
};

/** Inside the city no fare is claimed; of meals there the tables say nothing. */
function inCity({ asks }: Facts, figures: Figures): Outcome {
  const tables = figures.source("travel.city-meals");
  if (asks === "meal") return { kind: "not-covered", findings: [answer("travel.city-meals", {}, tables)] };
  return told(answer("travel.city", {}, figures.source("travel.city"), tables));
}

function withoutPlace(facts: Facts, figures: Figures): Outcome {
  const { overnight, unitCar, asks, days, start } = facts;
  if (overnight === false && asks === undefined && unitCar === undefined) {
    return told(answer("travel.same-day", {}, figures.source("travel.days")));
  }
  if (unitCar && asks === "sundries" && days === undefined && start === undefined) {
    const [halved, fare] = [figures.source("travel.halved"), figures.source("travel.unit-car-fare")];
    return told(answer("travel.halved", {}, halved), note("travel.unit-car-fare", {}, fare));
  }
  return { kind: "missing", slot: "destination" };
}

/** One day of one person, place by place. */
function rates(facts: Facts, places: readonly Stop[], figures: Figures): Outcome {
  const one = { ...facts, people: 1 };
  const of = (stop: Stop) => lines(one, [{ ...stop, days: 1 }], figures, places.length > 1);
  // Where only meals are asked, a place outside the province has no rate to tell: the missing annex is told instead.
  const told = places.filter((stop) => facts.asks !== "meal" || isFed(stop.region));
  const findings = told.map((stop) => {
    const fens = of(stop).map((line) => line.fen);
    const meal = facts.asks !== "sundries" && isFed(stop.region);
    const values = { place: stop.place, yuan: fens.reduce((so, fen) => so + fen, 0) / 100, ...parts(fens, meal) };
    const sources = of(stop).map((line) => line.source);
    return answer(code(facts, "rate", isFed(stop.region)), values, ...sources);
  });
  return finish(facts, findings, told.flatMap(of), places, figures, false);
}

const parts = (fens: readonly number[], meal: boolean) => {
  const [first = 0, second = first] = fens;
  return { meal: meal ? first / 100 : 0, sundries: second / 100 };
};

function total(facts: Facts, where: readonly Stay[], figures: Figures): Outcome {
  const all = lines(facts, where, figures, where.length > 1);
  const yuan = all.reduce((so, line) => so + line.fen, 0) / 100;
  const days = where.reduce((so, stay) => so + stay.days, 0);
  const fedAll = where.every((stay) => isFed(stay.region));
  const values = { yuan, days, people: facts.people ?? 1, place: named(where) };
  const opening = answer(code(facts, "total", fedAll), values, figures.source("travel.days"));
  const parts = facts.days !== undefined && !Number.isInteger(facts.days) && facts.days < days;
  const whole = parts
    ? [reading("warning", "travel.part-day", figures, "travel.part-day", { said: facts.days, days })]
    : [];
  return finish(facts, [opening, ...whole], all, where, figures, true);
}

/** travel.total, travel.total-meal, travel.total-sundries; "-only-sundries" when meals are asked too but stand in no table here. */
const code = ({ asks }: Facts, kind: "rate" | "total", whole: boolean): string => {
  if (asks === "sundries") return `travel.${kind}-sundries`;
  if (asks === "meal") return `travel.${kind}-meal`;
  return whole ? `travel.${kind}` : `travel.${kind}-without-annex`;
};

function finish(
  facts: Facts,
  opening: readonly Finding[],
  all: readonly PaidLine[],
  where: readonly Stop[],
  figures: Figures,
  summed: boolean,
): Outcome {
  const annexed = where.filter((stop) => !isFed(stop.region));
  const annex = facts.asks !== "sundries" && annexed.length > 0 ? [noAnnex("warning", annexed, figures)] : [];
  return {
    kind: "worked",
    findings: [...opening, ...annex, ...asides(facts, where, figures)],
    lines: all,
    ...(summed || where.length === 1 ? { totalFen: all.reduce((so, line) => so + line.fen, 0) } : {}),
  };
}

const noAnnex = (
  level: "answer" | "warning",
  places: readonly { readonly place: string }[],
  figures: Figures,
): Finding =>
  (level === "answer" ? answer : warning)(
    "travel.annex",
    { place: named(places) },
    figures.source("travel.appendix"),
    figures.source("travel.appendix-rule"),
  );

type PaidLine = Line & { readonly fen: number };

function lines(facts: Facts, where: readonly Stay[], figures: Figures, many: boolean): readonly PaidLine[] {
  const people = facts.people ?? 1;
  const byUnit = facts.unitCar ?? facts.transport === "单位派车";
  return where.flatMap(({ place, region, days }) => {
    const line = (label: string, name: string, halved: boolean): PaidLine => {
      const { value, source } = figures.get(name);
      return {
        label: many ? `${label}(${place})` : label,
        fen: (fenOf(value) * days * people) / (halved ? 2 : 1),
        unit: "元",
        formula: `${value}${halved ? " ÷ 2" : ""} × ${days} 天 × ${people} 人`,
        source,
      };
    };
    const meal = facts.asks !== "sundries" && isFed(region) ? [line("伙食补助费", `travel.meal.${region}`, false)] : [];
    const sundries = facts.asks === "meal" ? [] : [line("公杂费", `travel.sundries.${region}`, byUnit)];
    return [...meal, ...sundries];
  });
}
