/**
 * The list of forms (表单): what each must know before it can be confirmed, and what it files.
 *
 * A form is a row of this list: the dialogue has no script of its own. What is asked next and what is stored follows
 * from the row, in form.ts; figures and checks are its rules', the chain is route.ts's. What a row can say: form-row.ts.
 */
import type { Facts } from "../rules/slots.ts";
import type { Form } from "./form-row.ts";
import { formsOfAbsence } from "./forms-of-absence.ts";
import { formsOfHosting } from "./forms-of-hosting.ts";
import type { RequestType } from "./request.ts";

/** What a claim stands on: the list of a reception tells what it cost, its plan what it might. Other claims stand on nothing. */
const founded = (claim: Facts["claim"]): readonly RequestType[] =>
  claim === "差旅费" ? ["travel"] : claim === "接待费" ? ["reception-list", "reception"] : [];

export const forms: readonly Form[] = [
  ...formsOfAbsence,
  ...formsOfHosting,
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
    sameBy: ["start", "end", "destination", "purpose"],
  },
  {
    type: "reimbursement",
    barredBy: [],
    slots: ["basis", "claim", "item", "claims", "amount", "start", "end", "invoice"],
    needs: (facts) => ["claim", ...(founded(facts.claim).length > 0 ? (["basis"] as const) : []), "item", "amount"],
    rules: ["claim-lines"],
    days: "none",
    assumed: {},
    sameBy: ["claim", "item", "claims", "amount", "start", "basis"],
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
    sameBy: ["item"],
    recurs: true,
  },
  {
    type: "major-matter",
    barredBy: [],
    slots: ["item", "start", "emergency"],
    needs: () => ["item", "start"],
    rules: ["major-matter"],
    days: "none",
    assumed: {},
    sameBy: ["item", "start"],
  },
  {
    type: "tally",
    barredBy: ["tally.future", "tally.nothing", "tally.foreign"],
    slots: ["reported", "amount", "foreignMoney", "month", "year", "start"],
    needs: ({ amount }) => (amount === undefined ? ["reported", "month"] : ["month"]),
    rules: ["tally"],
    days: "none",
    assumed: {},
    sameBy: ["month", "reported", "amount"],
    recurs: true,
    settled: "at-filing",
    targets: ["information.month", "target.year"],
  },
];
