/**
 * Errands in the Tuodong area (资阳沱东城区): missed meals (误餐补助) and taxis (市内交通费), both with the consent of 局主要领导.
 *
 * Takes    the meals of one person over all days, what the taxis cost, the days and people.
 * Returns  a line for each claim, cut to its daily cap; with neither claim known, the terms.
 * Leaves   the meal and sundries tables of travel.ts, which do not name this area.
 */
import { answer, note, reading, warning } from "./finding.ts";
import { type Finding, fenOf, inHundredths, type Line, type Rule } from "./rule.ts";
import { reversed, tripDays } from "./travel-days.ts";

export const tuodong: Rule = {
  id: "tuodong",
  unit: "ziyang",
  slots: [
    "destination",
    "tuodongMeals",
    "taxiPaid",
    "taxiFares",
    "grade",
    "days",
    "perDay",
    "start",
    "end",
    "people",
    "unitCar",
    "transport",
  ],
  figures: ["tuodong.meal", "tuodong.meals-a-day", "tuodong.taxi"],

  compute(facts, figures) {
    const back = reversed(facts);
    if (back !== undefined) return back;
    const [meal, most, taxi] = [
      figures.get("tuodong.meal"),
      figures.get("tuodong.meals-a-day"),
      figures.get("tuodong.taxi"),
    ];
    const { taxiFares } = facts;
    const taxiPaid = taxiFares === undefined ? facts.taxiPaid : sumOf(taxiFares);
    const days = facts.taxiFares?.length ?? tripDays(facts) ?? 1;
    const people = facts.people ?? 1;
    // 三天,每天两顿: the meals said are of one day.
    const tuodongMeals = facts.tuodongMeals && facts.perDay ? facts.tuodongMeals * days : facts.tuodongMeals;
    const terms = { meal: meal.value, most: most.value, taxi: taxi.value };
    const approval = figures.source("tuodong.approval");
    const consent = warning("tuodong.consent", { leads: facts.grade === "leader" }, approval);
    const area = reading("note", "tuodong.area", figures, "tuodong.area");
    if (tuodongMeals === undefined && taxiPaid === undefined) {
      const opening = answer("tuodong.terms", terms, meal.source, taxi.source);
      return { kind: "worked", findings: [opening, consent, area], lines: [] };
    }

    const lines: (Line & { fen: number })[] = [];
    const over: Finding[] = [];
    if (tuodongMeals !== undefined) {
      const paid = Math.min(tuodongMeals, most.value * days);
      const source = meal.source;
      const fen = fenOf(meal.value * paid * people);
      lines.push({ label: "误餐补助", fen, unit: "元", formula: `${meal.value} × ${paid} 餐 × ${people} 人`, source });
      const values = { ...terms, meals: tuodongMeals, paid, days };
      if (paid < tuodongMeals) over.push(warning("tuodong.meals-over", values, most.source));
    }
    const refused = taxiPaid !== undefined && (facts.unitCar === true || facts.transport === "单位派车");
    if (refused) over.push(warning("tuodong.taxi-refused", terms, taxi.source));
    else if (taxiPaid !== undefined) {
      const daily = taxiFares?.map((fare) => Math.min(fare, taxi.value));
      const paid = daily === undefined ? Math.min(taxiPaid, taxi.value * days) : sumOf(daily);
      const formula = daily?.join(" + ") ?? `min(${taxiPaid}, ${taxi.value} × ${days} 天)`;
      lines.push({ label: "市内交通费(出租车)", fen: fenOf(paid), unit: "元", formula, source: taxi.source });
      const values = { ...terms, spent: taxiPaid, paid, days, own: inHundredths(taxiPaid - paid) };
      if (paid < taxiPaid) over.push(warning("tuodong.taxi-over", values, taxi.source));
      else if (days > 1 && taxiFares === undefined) over.push(note("tuodong.taxi-each-day", values, taxi.source));
    }
    const totalFen = lines.reduce((so, line) => so + line.fen, 0);
    const opening = answer("tuodong.total", { yuan: totalFen / 100 }, ...lines.map((line) => line.source), approval);
    return { kind: "worked", findings: [opening, ...over, consent, area], lines, totalFen };
  },
};

const sumOf = (fares: readonly number[]): number => inHundredths(fares.reduce((so, fare) => so + fare, 0));
