/**
 * All sentences of findings, one table a rule: the only registration.
 */
import { attendanceWording } from "./attendance.ts";
import { branchWording } from "./branch.ts";
import { claimsWording } from "./claims.ts";
import { deadlinesWording } from "./deadlines.ts";
import { driverWording } from "./driver.ts";
import { dutyWording } from "./duty.ts";
import { leaveWording } from "./leave.ts";
import { majorMatterWording } from "./major-matter.ts";
import { meetingsWording } from "./meetings.ts";
import { provisionWording } from "./provision.ts";
import { receptionWording } from "./reception.ts";
import type { Sentence } from "./sentence.ts";
import { tallyWording } from "./tally.ts";
import { trainingWording } from "./training.ts";
import { travelWording } from "./travel.ts";
import { vehicleWording } from "./vehicle.ts";
import { xingtaiWording } from "./xingtai.ts";

export const findingWords: Readonly<Record<string, Sentence>> = {
  ...attendanceWording,
  ...branchWording,
  ...deadlinesWording,
  ...claimsWording,
  ...driverWording,
  ...dutyWording,
  ...leaveWording,
  ...majorMatterWording,
  ...meetingsWording,
  ...provisionWording,
  ...receptionWording,
  ...tallyWording,
  ...trainingWording,
  ...travelWording,
  ...vehicleWording,
  ...xingtaiWording,
};
