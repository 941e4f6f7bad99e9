/**
 * The list of forms (表单): what each must know before it can be confirmed, and what it files.
 *
 * A form is a row of this list: the dialogue has no script of its own. What is asked next and what is stored follows
 * from the row, in form.ts; figures and checks are its rules', the chain is route.ts's.
 */
import type { Facts, SlotName } from "../rules/slots.ts";
import type { RequestType } from "./request.ts";

export interface Form {
  readonly type: RequestType;
  /** Slots that a message may fill while this form is open. */
  readonly slots: readonly SlotName[];
  /** Slots without which it cannot be filed, given what is known. */
  readonly needs: (facts: Facts) => readonly SlotName[];
  /** Findings of its rules with which it may not be filed: the clause is shown instead. */
  readonly barredBy: readonly string[];
  /** Rules that are worked for the card: figures, warnings, papers. */
  readonly rules: readonly string[];
  /** How its days are counted. */
  readonly days: "working" | "natural" | "none";
  /** Filled in without asking; the card shows it. */
  readonly assumed: Facts;
  /** Nobody decides it: it takes note, stands once it is filed, and whoever filed it may take it back. */
  readonly settled?: "at-filing";
  /** Figures it counts towards: a unit whose documents set none of them has no use for it. */
  readonly targets?: readonly string[];
  /** Types of request that it stands on (依据), the nearer first; asked for only where several could be meant. */
  readonly standsOn?: (facts: Facts) => readonly RequestType[];
  /** When what its paper is about lets it be filed: one may come back early from a leave, but claims for a trip that is over. */
  readonly standsOnce?: "begun" | "over";
}

const span: readonly SlotName[] = ["start", "end", "startHalf", "endHalf", "days"];
const inCity: readonly string[] = ["outer-counties", "yanjiang"];

/** What a claim stands on: the list of a reception tells what it cost, its plan what it might. Other claims stand on nothing. */
const founded = (claim: Facts["claim"]): readonly RequestType[] =>
  claim === "差旅费" ? ["travel"] : claim === "接待费" ? ["reception-list", "reception"] : [];

/** 国内公务接待清单 that says nothing of its kind is of an official reception, as its name is. */
export const officialByName = { category: "公务" } as const satisfies Facts;

export const forms: readonly Form[] = [
  {
    type: "leave",
    barredBy: [],
    slots: ["leaveType", ...span, "reason"],
    needs: ({ days, startHalf }) => [
      "leaveType",
      "start",
      "end",
      ...(days === 0.5 && startHalf === undefined ? (["startHalf"] as const) : []),
    ],
    rules: ["leave", "xingtai-leave"],
    days: "working",
    assumed: {},
  },
  {
    type: "travel",
    barredBy: ["travel.abroad"],
    slots: [
      "destination",
      "start",
      "end",
      "days",
      "purpose",
      "transport",
      "unitCar",
      "people",
      "overnight",
      "nights",
      "allCountyRank",
      "tuodongMeals",
      "taxiPaid",
    ],
    needs: ({ destination, people = 1, countyRank }) => [
      "destination",
      "start",
      "end",
      "purpose",
      "transport",
      ...(destination?.some(({ region }) => inCity.includes(region)) ? (["overnight"] as const) : []),
      // One's own rank says nothing of those who travel along.
      ...(people > 1 && countyRank === true ? (["allCountyRank"] as const) : []),
    ],
    rules: ["travel-allowance", "travel-class"],
    days: "natural",
    assumed: { people: 1 },
  },
  {
    type: "reception",
    barredBy: [
      "reception.past",
      "reception.no-letter",
      "reception.no-business-letter",
      "liquor.official",
      "menu.dishes",
      "menu.wildlife",
      "menu.tobacco-liquor",
    ],
    slots: [
      "category",
      "start",
      "end",
      "guests",
      "hosts",
      "guestsFrom",
      "letter",
      "contactRecord",
      "attending",
      "alcohol",
      "meals",
      "mealTime",
      "perHead",
      "amount",
      "menu",
      "purpose",
      "outsideCity",
    ],
    needs: ({ category, letter }) => [
      "category",
      "guests",
      "hosts",
      "start",
      "letter",
      ...(category === "商务" ? (["attending"] as const) : []),
      ...(category === "商务" && letter === false ? (["contactRecord"] as const) : []),
    ],
    rules: ["reception", "reception-plan"],
    days: "none",
    assumed: { alcohol: false },
  },
  {
    type: "liquor",
    barredBy: ["liquor.official"],
    slots: ["category", "start", "guests", "hosts", "item", "purpose", "attending"],
    needs: () => ["category", "start", "guests", "item"],
    rules: ["liquor"],
    days: "none",
    assumed: { alcohol: true },
  },
  {
    type: "vehicle",
    barredBy: [
      "rental.refused",
      "rental.alone",
      "rental.long-term",
      "rental.above-standard",
      "rental.public-transport",
      "rental.branch-long",
    ],
    slots: [
      "start",
      "end",
      "people",
      "destination",
      "purpose",
      "noPublicTransport",
      "crossRegion",
      "emergency",
      "longTerm",
      "withinStandard",
      "retainedCarBusy",
      "vehicleUse",
      "item",
    ],
    needs: ({ emergency }) => [
      "start",
      "people",
      "purpose",
      ...(emergency === true ? [] : (["noPublicTransport"] as const)),
      "retainedCarBusy",
    ],
    rules: ["vehicle-rental"],
    days: "none",
    assumed: {},
  },
  {
    type: "reimbursement",
    barredBy: [],
    slots: ["basis", "claim", "item", "claims", "amount", "start", "end", "invoice"],
    needs: (facts) => ["claim", ...(founded(facts.claim).length > 0 ? (["basis"] as const) : []), "item", "amount"],
    rules: ["claim-lines"],
    days: "none",
    assumed: {},
    standsOn: ({ claim }) => founded(claim),
    standsOnce: "over",
  },
  {
    type: "seal",
    barredBy: [],
    slots: ["item", "copies", "purpose"],
    needs: () => ["item"],
    rules: [],
    days: "none",
    assumed: {},
  },
  {
    type: "leave-return",
    barredBy: ["leave-return.not-yet", "leave-return.before-leave"],
    slots: ["basis", "leaveType", "end"],
    needs: () => ["basis", "end"],
    rules: ["leave-return"],
    days: "none",
    assumed: {},
    standsOn: () => ["leave"],
    standsOnce: "begun",
  },
  {
    type: "reception-list",
    barredBy: [],
    slots: ["basis", "category", "attending", "guestsFrom", "start", "guests", "hosts", "purpose", "amount"],
    // The document names the list after official receptions, and wants one of any reception: which cap holds is asked.
    needs: ({ category }) => [
      ...(["basis", "guestsFrom", "category"] as const),
      ...(category === "商务" ? (["attending"] as const) : []),
      ...(["start", "guests", "hosts", "purpose", "amount"] as const),
    ],
    rules: ["reception", "reception-list"],
    days: "none",
    assumed: {},
    standsOn: () => ["reception"],
    standsOnce: "over",
  },
  {
    type: "major-matter",
    barredBy: [],
    slots: ["item", "start", "emergency"],
    needs: () => ["item", "start"],
    rules: ["major-matter"],
    days: "none",
    assumed: {},
  },
  {
    type: "tally",
    barredBy: ["tally.future", "tally.nothing", "tally.foreign"],
    slots: ["reported", "amount", "foreignMoney", "month", "year", "start"],
    needs: ({ amount }) => (amount === undefined ? ["reported", "month"] : ["month"]),
    rules: ["tally"],
    days: "none",
    assumed: {},
    settled: "at-filing",
    targets: ["information.month", "target.year"],
  },
];
