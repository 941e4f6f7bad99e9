/**
 * Hiring a car (租用社会车辆): three conditions that must all hold, once the office's own retained cars do not suffice.
 *
 * Takes    how many go, whether public transport reaches the place, emergency, kind of car, length of hire, retained cars.
 * Returns  which conditions fail, or which hold and which still need to be seen to.
 * Leaves   the chain of the 租车审批单 to requests/route.ts, the use of retained cars to retained-car.ts.
 */
import type { Figures } from "../policy/figures.ts";
import { answer, breach, note, told, warning } from "./finding.ts";
import type { Finding, Rule } from "./rule.ts";
import type { Facts } from "./slots.ts";

export const vehicleRental: Rule = {
  id: "vehicle-rental",
  unit: "ziyang",
  slots: [
    ...(["people", "noPublicTransport", "crossRegion", "emergency", "withinStandard", "longTerm"] as const),
    ...(["retainedCarBusy", "grade"] as const),
  ],
  figures: ["rental.people"],

  compute(facts, figures) {
    const branch = facts.grade === "branch-staff" || facts.grade === "branch-head";
    const own = branch ? [figures.source("rental.branch")] : [];
    const fails = failures(facts, figures);
    if (branch && facts.longTerm)
      return told(breach(answer("rental.branch-long", {}, ...own, figures.source("rental.single"))));
    if (fails.length > 0) {
      return told(answer("rental.refused", { count: fails.length }, figures.source("rental.head")), ...fails);
    }
    const aside: readonly Finding[] = [
      ...(facts.emergency ? [note("rental.urgent", {}, figures.source("rental.urgent"))] : []),
      ...(branch ? [note("rental.branch", {}, ...own)] : []),
      note("rental.approval", { leads: facts.grade === "leader" }, figures.source("rental.approval")),
    ];
    const conditions = ["head", "task", "standard", "single"].map((name) => figures.source(`rental.${name}`));
    const { people, noPublicTransport, emergency, crossRegion } = facts;
    if (people === undefined && noPublicTransport === undefined && emergency === undefined) {
      const values = { people: figures.get("rental.people").value };
      return told(answer("rental.conditions", values, ...conditions), ...aside);
    }
    if (!emergency && people === undefined) return { kind: "missing", slot: "people" };
    if (!emergency && noPublicTransport === undefined) return { kind: "missing", slot: "noPublicTransport" };
    const open = (unknown: boolean, code: string, name: string) =>
      unknown ? [warning(code, {}, figures.source(name))] : [];
    return told(
      answer(
        emergency ? "rental.allowed-urgent" : "rental.allowed",
        { people: people ?? "" },
        figures.source("rental.task"),
      ),
      ...open(!emergency && crossRegion === undefined, "rental.check-region", "rental.task"),
      ...open(facts.retainedCarBusy === undefined, "rental.check-retained", "rental.head"),
      ...open(facts.withinStandard === undefined, "rental.check-standard", "rental.standard"),
      ...open(facts.longTerm === undefined, "rental.check-single", "rental.single"),
      ...aside,
    );
  },
};

/** The conditions that what is known already breaks. */
function failures(facts: Facts, figures: Figures): readonly Finding[] {
  const needed = figures.get("rental.people");
  const { people, noPublicTransport, emergency, crossRegion } = facts;
  const when = (broken: boolean, code: string, name: string, values: Finding["values"] = {}) =>
    broken ? [breach(warning(code, values, figures.source(name)))] : [];
  return [
    ...when(facts.retainedCarBusy === false, "rental.car-free", "rental.head"),
    ...when(!emergency && people !== undefined && people < needed.value, "rental.alone", "rental.task", {
      people: people ?? 0,
      needed: needed.value,
    }),
    ...when(!emergency && noPublicTransport === false, "rental.public-transport", "rental.task"),
    ...when(!emergency && crossRegion === false, "rental.same-region", "rental.task"),
    ...when(facts.withinStandard === false, "rental.above-standard", "rental.standard"),
    ...when(facts.longTerm === true, "rental.long-term", "rental.single"),
  ];
}
