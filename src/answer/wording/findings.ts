/**
 * All sentences of findings, one table a rule: the only registration.
 */
import { attendanceWording } from "./attendance.ts";
import { branchWording } from "./branch.ts";
import { claimsWording } from "./claims.ts";
import { driverWording } from "./driver.ts";
import { leaveWording } from "./leave.ts";
import { majorMatterWording } from "./major-matter.ts";
import { meetingsWording } from "./meetings.ts";
import { receptionWording } from "./reception.ts";
import type { Sentence } from "./sentence.ts";
import { trainingWording } from "./training.ts";
import { travelWording } from "./travel.ts";
import { vehicleWording } from "./vehicle.ts";
import { xingtaiWording } from "./xingtai.ts";

export const findingWords: Readonly<Record<string, Sentence>> = {
  ...attendanceWording,
  ...branchWording,
  ...claimsWording,
  ...driverWording,
  ...leaveWording,
  ...majorMatterWording,
  ...meetingsWording,
  ...receptionWording,
  ...trainingWording,
  ...travelWording,
  ...vehicleWording,
  ...xingtaiWording,
};
