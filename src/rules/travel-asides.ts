/**
 * What must be said beside a travel sum: papers, consents, claims that fall away, and how unclear places of the tables are read.
 *
 * Takes    the facts of a trip and its places.
 * Returns  findings for travel.ts; `atLodging` answers alone when lodging decides everything.
 * Leaves   lodging caps, which stand in another document: never a number here.
 */
import type { Figures } from "../policy/figures.ts";
import { answer, note, reading, told, warning } from "./finding.ts";
import type { Finding, Outcome } from "./rule.ts";
import type { Facts, Region } from "./slots.ts";

/** The county that stands in the tables under 市内 and has since moved to another city. */
const MOVED_COUNTY = "简阳";
const inCounties = (region: Region): boolean => region === "outer-counties" || region === "yanjiang";
const staysOver = ({ overnight, nights }: Facts): boolean => overnight === true || (nights !== undefined && nights > 0);

/** The outcome when lodging decides: nights without an invoice, or a question about the lodging cap. */
export function atLodging(facts: Facts, figures: Figures): Outcome | undefined {
  if (facts.invoice === false && facts.overnight !== false) {
    return told(
      answer("travel.no-invoice", {}, figures.source("travel.no-invoice")),
      reading("note", "travel.some-nights", figures, "travel.some-nights"),
    );
  }
  if (facts.asks !== "lodging") return undefined;
  const counties = facts.destination?.some((stop) => inCounties(stop.region)) ?? false;
  const cap = [figures.source("travel.lodging-cap"), figures.source("travel.lodging-claim")];
  const findings = [answer("travel.lodging-cap", {}, ...cap)];
  return { kind: "not-covered", findings: counties ? [...findings, countyLodging(figures)] : findings };
}

const countyLodging = (figures: Figures): Finding =>
  warning("travel.county-lodging", {}, figures.source("travel.county-lodging"));

/** Findings after the sum: first what costs money when overlooked, then what is good to know. */
export function asides(
  facts: Facts,
  where: readonly { readonly place: string; readonly region: Region }[],
  figures: Figures,
): readonly Finding[] {
  const say = (when: boolean | undefined, make: () => Finding): readonly Finding[] => (when ? [make()] : []);
  const cite = (level: typeof note, code: string) => () => level(code, {}, figures.source(code));
  const counties = where.some((stop) => inCounties(stop.region));
  const outer = where.some((stop) => stop.region === "outer-counties");
  const branch = facts.grade === "branch-staff" || facts.grade === "branch-head";
  const byUnit = facts.unitCar ?? facts.transport === "单位派车";
  const others = (region: Region) => facts.destination?.some((stop) => stop.region === region) ?? false;
  return [
    ...say(byUnit, cite(note, "travel.halved")),
    ...say(byUnit, cite(note, "travel.unit-car-fare")),
    ...say(counties && staysOver(facts), () => countyLodging(figures)),
    ...say(facts.taxiPaid !== undefined, cite(warning, "travel.no-extra")),
    ...say(others("yanjiang-city"), cite(note, "travel.city")),
    ...say(others("tuodong"), () => note("travel.tuodong-apart", {}, figures.source("tuodong.approval"))),
    ...say(facts.hostMeals, cite(note, "travel.host-meals")),
    ...say(facts.hostLodging, cite(note, "travel.host-lodging")),
    ...say(facts.transport === "接待单位派车", cite(note, "travel.host-transport")),
    ...say(facts.transport === "飞机", () =>
      note(
        "class.flight",
        { leads: facts.grade === "leader" },
        figures.source("class.flight"),
        figures.source("class.flight-approval"),
      ),
    ),
    ...say(staysOver(facts), cite(note, "travel.lodging-cap")),
    ...say(branch, () =>
      note("travel.branch", {}, figures.source("travel.branch"), figures.source("travel.branch-rates")),
    ),
    ...say(where.length > 1, () => reading("note", "travel.move-day", figures, "travel.move-day")),
    ...say(
      where.some((stop) => stop.place.includes(MOVED_COUNTY)),
      () => reading("note", "travel.jianyang", figures, "travel.jianyang"),
    ),
    ...say(outer && facts.asks !== "sundries", () => reading("note", "travel.cell", figures, "travel.cell")),
    reading("note", "travel.unit", figures, "travel.unit"),
  ];
}
