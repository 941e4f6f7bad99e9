/**
 * The forms of who is not there (不在岗): leave and its return, trips, who stands in meanwhile. Rows of forms.ts.
 */
import type { SlotName } from "../rules/slots.ts";
import type { Form } from "./form-row.ts";

const span: readonly SlotName[] = ["start", "end", "startHalf", "endHalf", "days"];
const inCity: readonly string[] = ["outer-counties", "yanjiang"];

export const formsOfAbsence: readonly Form[] = [
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
    sameBy: ["leaveType", "start", "end", "startHalf", "endHalf"],
    tells: ["leaveType", "start", "dueBack", "unapproved"],
    stoodOnFrom: "filing",
    absent: true,
    withdrawnBefore: "begun",
    record: "leave.record",
    followedBy: { type: "leave-return", source: "leave.record" },
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
    record: "leave.record",
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
    sameBy: ["destination", "start", "end"],
    tells: ["destination", "start", "end", "days", "people", "unitCar", "transport", "overnight"],
    closes: true,
    absent: true,
    withdrawnBefore: "begun",
    followedBy: { type: "reimbursement", source: "travel.claim" },
  },
  {
    type: "deputation",
    barredBy: [],
    slots: ["deputy", "deputyPost", "start", "end", "days"],
    needs: () => ["deputy", "start", "end"],
    rules: [],
    days: "natural",
    assumed: {},
    settled: "at-filing",
    handsOver: true,
  },
];
