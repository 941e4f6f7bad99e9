/**
 * Seats (乘坐等级) as tickets name them, each with its means of transport and its rank there: 1 is the plain class.
 *
 * Takes    a seat as the vocabulary gives it. Returns where it belongs. Leaves who may take which to travel-class.ts.
 * Why      the class table names a class a row; to say "above it" one must know the order, which every ticket office shares.
 */
import type { Facts } from "./slots.ts";

export type Means = "air" | "ship" | "fast-rail" | "rail" | "road";

export interface Seat {
  readonly means: Means;
  readonly rank: number;
}

const ladders: readonly { readonly means: Means; readonly classes: readonly (readonly string[])[] }[] = [
  { means: "air", classes: [["经济舱", "普通舱", "超级经济舱"], ["公务舱", "商务舱"], ["头等舱"]] },
  { means: "fast-rail", classes: [["二等座"], ["一等座"], ["商务座", "特等座"]] },
  { means: "rail", classes: [["硬座", "硬卧", "二等软座"], ["软座", "软卧", "一等软座"], ["高级软卧"]] },
  { means: "ship", classes: [["三等舱", "四等舱", "散席"], ["二等舱"], ["一等舱", "特等舱"]] },
];
const seats = new Map<string, Seat>(
  ladders.flatMap(({ means, classes }) =>
    classes.flatMap((names, index) => names.map((name): [string, Seat] => [name, { means, rank: index + 1 }])),
  ),
);

export const seatNamed = (name: string | undefined): Seat | undefined =>
  name === undefined ? undefined : seats.get(name);

/** The means that a transport slot stands for; undefined for those of the unit, the host, one's own car and taxis. */
export function meansOf(transport: Facts["transport"]): Means | undefined {
  switch (transport) {
    case "飞机":
      return "air";
    case "轮船":
      return "ship";
    case "高铁":
    case "动车":
      return "fast-rail";
    case "火车":
      return "rail";
    case "大巴":
      return "road";
    default:
      return undefined;
  }
}
