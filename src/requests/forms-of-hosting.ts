/**
 * The forms of receptions (接待): the plan, the list afterwards, liquor. Rows of forms.ts.
 */
import { type Form, plannedSlots } from "./form-row.ts";

export const formsOfHosting: readonly Form[] = [
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
    // Until it is known whether guests are 公务 or 商务, nothing of either bars.
    barredOnce: "category",
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
    sameBy: ["category", "start", "mealTime", "guests", "guestsFrom"],
    plans: plannedSlots,
    tells: ["category", "start", "guests", "hosts", "guestsFrom", "purpose", "attending", "limit"],
    followedBy: { type: "reception-list", source: "claim.list" },
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
    plans: ["amount"],
    sameBy: ["category", "start", "guests", "guestsFrom", "amount", "basis"],
    standsOn: () => ["reception"],
    standsOnce: "over",
    tells: ["category", "attending", "start", "guests", "hosts", "guestsFrom", "purpose", "limit"],
    // 国内公务接待清单: of an official reception.
    byName: { category: "公务" },
  },
  {
    type: "liquor",
    barredBy: ["liquor.official"],
    barredOnce: "category",
    slots: ["category", "start", "guests", "hosts", "item", "purpose", "attending"],
    needs: () => ["category", "start", "guests", "item"],
    rules: ["liquor"],
    days: "none",
    assumed: { alcohol: true },
    sameBy: ["category", "start", "item"],
  },
];
