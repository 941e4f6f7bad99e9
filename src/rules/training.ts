/**
 * Board and lodging while in training (培训期间食宿): who pays, and how much where the host arranges nothing.
 *
 * Takes    who bears board and lodging, the days of the course, how many people.
 * Returns  the ceiling: lodging and meals a day × days × the share for a course of that length, the whole course at one share.
 * Leaves   the days on the way to travel.ts; which band 7, 15 and 30 days are in is a reading, shown when it matters.
 */
import type { Figure, Figures } from "../policy/figures.ts";
import { answer, note, reading, told } from "./finding.ts";
import { type Finding, fenOf, type Rule } from "./rule.ts";
import { reversed, tripDays } from "./travel-days.ts";

const PERCENT = 100;

export const training: Rule = {
  id: "training",
  unit: "ziyang",
  slots: ["training", "trainingBoard", "days", "start", "end", "nights", "people", "perDay", "destination"],
  figures: [
    ...["training.lodging", "training.meal", "training.band1.days", "training.band2.days", "training.band3.days"],
    ...["training.band2.share", "training.band3.share", "training.band4.share"],
  ],

  compute(facts, figures) {
    const back = reversed(facts);
    if (back !== undefined) return back;
    const { trainingBoard, perDay } = facts;
    const days = tripDays({ ...facts, overnight: undefined });
    const way = note("training.way", {}, figures.source("training.way"));
    const [lodging, meal] = [figures.get("training.lodging"), figures.get("training.meal")];
    const daily = { lodging: lodging.value, meal: meal.value, daily: lodging.value + meal.value };
    if (trainingBoard === "host-pays")
      return told(answer("training.host-pays", {}, figures.source("training.host-pays")), way);
    if (trainingBoard === "fee-to-host") {
      return told(answer("training.fee-to-host", {}, figures.source("training.fee-to-host")), way);
    }
    const quota = reading("note", "training.quota", figures, "training.quota");
    if (perDay && days === undefined) {
      const opening = answer(
        "training.rate",
        { ...daily, ...bandValues(figures) },
        lodging.source,
        figures.source("training.bands"),
        figures.source("training.own"),
      );
      return told(opening, quota, way);
    }
    if (trainingBoard === undefined) return { kind: "missing", slot: "trainingBoard" };
    if (days === undefined) return { kind: "missing", slot: "days" };

    const { share, edge } = bandOf(days, figures);
    const people = facts.people ?? 1;
    const fen = Math.round((fenOf(daily.daily) * days * people * share) / PERCENT);
    const bands = figures.source("training.bands");
    const percent = share === PERCENT ? "" : ` × ${share}%`;
    const formula = `(${lodging.value} + ${meal.value}) × ${days} 天${percent} × ${people} 人`;
    const values = { ...daily, yuan: fen / 100, days, people, share };
    const opening = answer("training.total", values, lodging.source, bands, figures.source("training.own"));
    const edges: readonly Finding[] = edge
      ? [reading("note", "training.edge", figures, "training.edge", { days })]
      : [];
    return {
      kind: "worked",
      findings: [opening, ...edges, quota, note("training.entry", {}, figures.source("training.entry")), way],
      lines: [{ label: "培训期间食宿限额", fen, unit: "元", formula, source: bands }],
      totalFen: fen,
    };
  },
};

/** The share for a course of so many days; an upper edge counts as inside its band, and is marked. */
function bandOf(days: number, figures: Figures): { readonly share: number; readonly edge: boolean } {
  const ends: readonly Figure[] = [1, 2, 3].map((band) => figures.get(`training.band${band}.days`));
  const band = ends.findIndex((end) => days <= end.value);
  const edge = ends.some((end) => end.value === days);
  if (band === 0) return { share: PERCENT, edge };
  const last = ends.length;
  return { share: figures.get(`training.band${(band === -1 ? last : band) + 1}.share`).value, edge };
}

/** The bands as the rate's sentence names them. */
const bandValues = (figures: Figures) => ({
  end1: figures.get("training.band1.days").value,
  end2: figures.get("training.band2.days").value,
  end3: figures.get("training.band3.days").value,
  share2: figures.get("training.band2.share").value,
  share3: figures.get("training.band3.share").value,
  share4: figures.get("training.band4.share").value,
});
