/**
 * The places a message goes to, each with the days said beside it.
 *
 * Takes    a folded message, its places and its times. Returns the stops in order; the place one comes from, and one's own city,
 *          are none.
 * Leaves   reading places to lib/places.ts, the days of the whole trip to read.ts.
 */
import type { TimeReading } from "../lib/chinese-time/reading.ts";
import type { Place } from "../lib/places.ts";
import type { Stop } from "../rules/slots.ts";

const onTheWay = /^(?:去|到|在|赴|跑|往)$/;

/** Places gone to, each with the days said beside it. The place one comes from, and one's own city, are not stops. */
export function stopsOf(folded: string, places: readonly Place[], times: readonly TimeReading[]): Stop[] {
  const meant = places.filter(
    ({ span }) =>
      !/(?:不去|不到|不是|取消|别去|莫去)$/.test(folded.slice(0, span[0])) &&
      !/^(?:先)?(?:不去|去不成|去不了|取消|写错|写成了)/.test(folded.slice(span[1])),
  );
  const away = (meant.length > 0 ? meant : places).filter((place) => place.origin !== true);
  // 去深圳和广州各两天: the length is every place's.
  const each = times
    .filter((time) => time.kind === "duration")
    .find(({ span }) => /各(?:待|住|去|呆)?$/.test(folded.slice(0, span[0])));
  const abroad = away.filter((place) => place.home !== true);
  const gone = (abroad.length > 0 ? abroad : away).filter(
    (place, at, all) => all.findIndex(({ name }) => name === place.name) === at,
  );
  return gone.map((place, at) => {
    const until = gone[at + 1]?.span[0] ?? Number.POSITIVE_INFINITY;
    const since = gone[at - 1]?.span[1] ?? 0;
    const lengths = times.filter((time) => time.kind === "duration");
    // 后两天去内江: a length right before 去 and a place is that place's, wherever else it could belong.
    const before = lengths.find(({ span }) => span[0] >= since && onTheWay.test(folded.slice(span[1], place.span[0])));
    const next = gone[at + 1];
    const after = lengths.find(
      ({ span }) =>
        span[0] >= place.span[1] &&
        span[0] < until &&
        !(next !== undefined && onTheWay.test(folded.slice(span[1], next.span[0]))),
    );
    const first = /第一天[^,。]{0,2}$/.test(folded.slice(since, place.span[0])) ? { days: 1 } : undefined;
    const stay = first ?? each ?? after ?? before;
    const days = gone.length > 1 ? stay?.days : undefined;
    return {
      place: place.name,
      region: place.region,
      ...(days === undefined || !Number.isInteger(days) ? {} : { days }),
    };
  });
}
