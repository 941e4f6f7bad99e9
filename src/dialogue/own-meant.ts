/**
 * Which of one's own requests a message means: by number, by the list shown, by type, place and day.
 *
 * Takes    the requests, the message, the list last shown. Returns those meant; all of them where it names none.
 */
import { readNumeral } from "../lib/chinese-numbers.ts";
import type { OfficeRequest, RequestType } from "../requests/request.ts";
import type { Understood } from "./read.ts";

type Named = Pick<Understood, "text" | "folded" | "which" | "facts">;

/** The requests that the message means. */
export function ownMeant(
  requests: readonly OfficeRequest[],
  message: Named,
  type: RequestType | undefined,
  listed: readonly string[],
): readonly OfficeRequest[] {
  const said = message.text.toUpperCase();
  const byId = requests.filter(({ id }) => said.includes(id));
  if (byId.length > 0) return byId;
  const counted = message.which === "all" ? [] : message.which.map((nth) => listed[nth - 1]);
  if (counted.length > 0) return requests.filter(({ id }) => counted.includes(id));
  const { destination, start, leaveType, month } = message.facts;
  const there = ({ fields }: OfficeRequest): boolean =>
    destination === undefined || destination.some(({ place }) => String(fields.destination ?? "").includes(place));
  return requests.filter(
    (request) =>
      (type === undefined || request.type === type) &&
      there(request) &&
      (leaveType === undefined || request.type !== "leave" || request.fields.leaveType === leaveType) &&
      (start === undefined || request.fields.start === start) &&
      (month === undefined || request.fields.month === undefined || request.fields.month === month),
  );
}

/** Does the message say anything of which request is meant? */
export const namesOwn = (message: Named, type: RequestType | undefined): boolean => {
  const { destination, start, leaveType, month } = message.facts;
  const told = [type, destination, start, leaveType, month].some((one) => one !== undefined);
  return told || message.which.length > 0 || /q-\d{8}-[0-9a-f]{8}/iu.test(message.text);
};

const bare =
  /^(?:就|选|是|改)?第?\s*(?<nth>[\d一二三四五六七八九十]{1,2})\s*(?:个|条|项|件|份|张|单|趟|次)?(?:吧|那个)?[。!]*$/u;

/** 第二条, or a bare 2 where a list was shown. */
export const nthSaid = ({ which, folded }: Pick<Understood, "which" | "folded">): number | undefined =>
  which !== "all" && which.length === 1 ? which[0] : bareNth(folded);

/** A number of a list, and nothing else: 2, 第二条吧. */
export function bareNth(folded: string): number | undefined {
  const said = bare.exec(folded)?.groups?.nth;
  return said === undefined ? undefined : readNumeral(said)?.value;
}
