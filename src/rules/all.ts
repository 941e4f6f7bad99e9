/**
 * Every rule there is: the only registration. A rule in code that is not in this list does not exist; one that is data,
 * a provision, joins it when the office is opened.
 */
import { DataError } from "../errors.ts";
import { attendance } from "./attendance.ts";
import { branchFunds } from "./branch.ts";
import { claimLinesHeld } from "./claim-lines.ts";
import { companions } from "./companions.ts";
import { deadlines } from "./deadlines.ts";
import { driverDelay } from "./driver.ts";
import { dutyRoster } from "./duty-roster.ts";
import { leave } from "./leave.ts";
import { leaveReturn } from "./leave-return.ts";
import { liquor } from "./liquor.ts";
import { majorMatter } from "./major-matter.ts";
import { meetingTimes } from "./meeting-times.ts";
import { lifeMeetingRecord, quorum } from "./meetings.ts";
import type { Provision } from "./provision.ts";
import { reception } from "./reception.ts";
import { receptionClaim } from "./reception-claim.ts";
import { receptionList } from "./reception-list.ts";
import { receptionPlan } from "./reception-plan.ts";
import { retainedCar } from "./retained-car.ts";
import type { Rule } from "./rule.ts";
import { study } from "./study.ts";
import { tally } from "./tally.ts";
import { training } from "./training.ts";
import { travel } from "./travel.ts";
import { travelClass, travelInsurance } from "./travel-class.ts";
import { tuodong } from "./tuodong.ts";
import { vehicleRental } from "./vehicle.ts";
import { award, awayFromPost, daysAtPost } from "./xingtai.ts";
import { information, officeTarget, reports } from "./xingtai-office.ts";

export const rules: readonly Rule[] = [
  leave,
  attendance,
  quorum,
  lifeMeetingRecord,
  study,
  driverDelay,
  branchFunds,
  travel,
  travelClass,
  travelInsurance,
  tuodong,
  training,
  reception,
  receptionPlan,
  companions,
  receptionClaim,
  receptionList,
  claimLinesHeld,
  leaveReturn,
  majorMatter,
  liquor,
  vehicleRental,
  retainedCar,
  awayFromPost,
  daysAtPost,
  award,
  officeTarget,
  information,
  reports,
  dutyRoster,
  tally,
  deadlines,
  meetingTimes,
];

/** Every rule of an office: those in code, and the provisions of its data. */
export interface RuleBook {
  readonly all: readonly Rule[];
  readonly provisions: readonly Provision[];
  readonly of: (id: string) => Rule | undefined;
  readonly provision: (id: string) => Provision | undefined;
}

/** The rules in code with an office's provisions; throws DataError where a provision has the id of a rule in code. */
export function ruleBook(provisions: readonly Provision[]): RuleBook {
  const all = [...rules, ...provisions];
  const byId = new Map(all.map((rule) => [rule.id, rule]));
  const twice = all.find((rule) => byId.get(rule.id) !== rule);
  if (twice !== undefined) throw new DataError("data/provisions", twice.id, "two rules have this id: rename the file");
  return {
    all,
    provisions,
    of: (id) => byId.get(id),
    provision: (id) => provisions.find((one) => one.id === id),
  };
}
