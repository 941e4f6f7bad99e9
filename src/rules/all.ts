/**
 * Every rule there is: the only registration. A rule that is not in this list does not exist.
 */
import { attendance } from "./attendance.ts";
import { branchFunds } from "./branch.ts";
import { claimLinesHeld } from "./claim-lines.ts";
import { companions } from "./companions.ts";
import { driverDelay } from "./driver.ts";
import { leave } from "./leave.ts";
import { leaveReturn } from "./leave-return.ts";
import { liquor } from "./liquor.ts";
import { majorMatter } from "./major-matter.ts";
import { lifeMeetingRecord, quorum } from "./meetings.ts";
import { reception } from "./reception.ts";
import { receptionClaim } from "./reception-claim.ts";
import { receptionList } from "./reception-list.ts";
import { receptionPlan } from "./reception-plan.ts";
import { retainedCar } from "./retained-car.ts";
import type { Rule } from "./rule.ts";
import { study } from "./study.ts";
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
];

/** The rule with this id, if there is one. */
export const ruleOf = (id: string): Rule | undefined => rules.find((rule) => rule.id === id);
