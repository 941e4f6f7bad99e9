/**
 * Which of one's own requests a message means: by number, by the list shown, by type, place and day.
 *
 * Takes    the requests, the message, the list last shown. Returns those meant; all of them where it names none.
 */
import { readNumeral } from "../lib/chinese-numbers.ts";
import type { OfficeRequest, RequestType } from "../requests/request.ts";
import type { ActReader } from "./acts.ts";
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
  const fit = requests.filter(
    (request) =>
      (type === undefined || request.type === type) &&
      there(request) &&
      (leaveType === undefined || request.type !== "leave" || request.fields.leaveType === leaveType) &&
      (start === undefined || request.fields.start === start) &&
      (month === undefined || request.fields.month === undefined || request.fields.month === month),
  );
  const byWords = wordsNamed(fit, message.folded);
  return byWords.length > 0 ? byWords : fit;
}

/** The kind that is named: 那个假 is a leave, 那趟 a trip. */
export const kindSaid = (folded: string, acts: Pick<ActReader, "form">): RequestType | undefined =>
  acts.form(folded) ??
  (/假/u.test(folded) ? "leave" : /[这那]趟|行程|差(?!一?点)/u.test(folded) ? "travel" : undefined);

/** What says in the person's own words what a request was for. */
const ownWords = ["reason", "purpose", "item", "guestsFrom", "claims"] as const;
/** Words that many a request has, and that name none. */
const common = /申请|请假|出差|接待|用印|盖章|报销|租车|用酒|审批|办理|费用|[事病婚产年]假|[一二两三四五]天|一个/gu;

/** The requests whose reason, task or item the message names by two characters or more of it: 看房的那个. */
export function wordsNamed(requests: readonly OfficeRequest[], folded: string): readonly OfficeRequest[] {
  const said = folded.replace(common, " ");
  return requests.filter(({ fields }) =>
    ownWords.some((field) => {
      const told = String(fields[field] ?? "").replace(common, " ");
      return [...told].some(
        (_, at) => /^\p{Script=Han}{2}$/u.test(told.slice(at, at + 2)) && said.includes(told.slice(at, at + 2)),
      );
    }),
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
