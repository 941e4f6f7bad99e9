/**
 * The retained cars of the office (保留车辆): whether an errand is among the cases that may use one.
 *
 * Takes    the use as said (of a form's slot, else of the question itself), the destination, and whether public transport would do.
 * Returns  the case of 三、(三)5 it falls under, or that only the consent of 局主要领导 opens it; private use is no errand.
 * Leaves   hiring a car to vehicle.ts.
 */
import { answer, note, told, warning } from "./finding.ts";
import type { Finding, Rule } from "./rule.ts";
import type { Facts } from "./slots.ts";

/** What people call the cases, by the number of the case in 三、(三)5; the first that matches counts. */
const cases: readonly { readonly number: number; readonly words: RegExp }[] = [
  { number: 10, words: /送医|受伤|急病|急诊|晕倒|摔伤|病倒|发病|送.{0,6}医院/ },
  { number: 1, words: /抢险|救灾|事故|突发/ },
  { number: 9, words: /现金|取钱|取款|存款|送款/ },
  { number: 3, words: /国家安全|保密|机要|涉密|密件|密电/ },
  { number: 7, words: /机场|接机|送机/ },
  { number: 2, words: /[一二]类.{0,4}会|重要活动|省(?:级|上|里|政府|委).{0,10}会/ },
  {
    number: 5,
    words: /(?:客商|投资商|企业家|外商).{0,8}(?:考察|来)|(?:接待|陪同?|接).{0,8}(?:客商|投资商|企业家|外商)/,
  },
  { number: 6, words: /集体活动|统一组织|团建|西博会|重大(?:投资|招商|活动)|投资促进活动|招商活动|推介会/ },
  { number: 8, words: /(?:送|取|拉|运|搬).{0,10}(?:用品|物资|资料|展板|设备|器材|礼品|东西)/ },
];
const privateUse = /私事|私人|个人的?事|接孩子|接娃|送孩子|上下班|回老家|回家|旅游|开回家|走亲戚|相亲/;
const unlistedMeeting = /[三四]类.{0,4}会/;
const farErrand = /调研|考察|公务|出差|开会|拜访|对接|办事/;

/** The use that a question names itself; one that names none is told the cases by what the search finds. */
const askedUse = ({ matter = "" }: Facts): string | undefined =>
  privateUse.test(matter) || unlistedMeeting.test(matter) || cases.some(({ words }) => words.test(matter))
    ? matter
    : undefined;

const caseOf = ({ vehicleUse = "", destination, emergency }: Facts): number | undefined => {
  const listed = cases.find(({ words }) => words.test(vehicleUse))?.number;
  if (listed !== undefined) return listed;
  if (emergency) return cases[0]?.number;
  const outside = destination?.some((stop) => stop.region !== "yanjiang-city") ?? false;
  return outside && (vehicleUse === "" || farErrand.test(vehicleUse)) && !unlistedMeeting.test(vehicleUse)
    ? 4
    : undefined;
};

export const retainedCar: Rule = {
  id: "retained-car",
  unit: "ziyang",
  slots: ["vehicleUse", "matter", "destination", "emergency", "noPublicTransport", "retainedCarBusy"],
  figures: [],

  compute(known, figures) {
    const facts = { ...known, vehicleUse: known.vehicleUse ?? askedUse(known) };
    const { vehicleUse = "", noPublicTransport, retainedCarBusy } = facts;
    if (privateUse.test(vehicleUse)) {
      return told(answer("car.private", {}, figures.source("car.list"), figures.source("car.parking")));
    }
    const number = caseOf(facts);
    if (number === undefined && vehicleUse === "") return { kind: "missing", slot: "vehicleUse" };
    const publicly = figures.source("car.public-transport");
    const besides: readonly Finding[] = [
      noPublicTransport === false
        ? warning("car.public-transport", {}, publicly)
        : note("car.public-transport", {}, publicly),
      ...(retainedCarBusy ? [note("car.hire-instead", {}, figures.source("rental.head"))] : []),
    ];
    if (number === undefined) {
      const sources = [figures.source("car.list"), figures.source("car.case-11")];
      return told(answer("car.unlisted", {}, ...sources), ...besides);
    }
    const source = figures.source(`car.case-${number}`);
    return told(
      answer(number === 4 || number === 5 ? `car.case-${number}` : "car.listed", { words: source.quote }, source),
      ...besides,
    );
  },
};
