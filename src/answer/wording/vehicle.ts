/**
 * What is said about cars (租车、保留车辆): one sentence a finding of rules/vehicle.ts and retained-car.ts.
 */
import type { Sentence } from "./sentence.ts";

export const vehicleWording = {
  "rental.refused": (v) => `不能租车:租用社会车辆的条件须同时满足,有${v.count}项不符合。`,
  "rental.car-free": () => "还有保留车辆可用:只有保留车辆不能满足公务需要时才可以租用社会车辆。",
  "rental.alone": (v) => `只有${v.people}人:除抢险救灾等紧急任务外,要${v.needed}人及以上工作组。`,
  "rental.public-transport": () => "目的地通公共交通:要前往公共交通尚未覆盖的地区才行。",
  "rental.same-region": () => "没有跨地区:条件是跨地区前往公共交通尚未覆盖的地区。",
  "rental.above-standard": () => "车辆超标:必须符合党政机关公务用车配备标准,不得租赁超标车辆。",
  "rental.long-term": () => "不得长期租用:实行“一事一批”,以完成单次工作任务为租用时限。",
  "rental.branch-long": () =>
    "不能长期租:各分局原则上不长期租赁工作用车;确需临时租用的,坚持实用、从简,以完成单次任务为限。",
  "rental.branch": () => "分局原则上不长期租赁工作用车,确需临时租用的应坚持实用、从简的原则。",
  "rental.conditions": (v) =>
    `保留车辆不能满足需要时才可以租,三个条件须同时满足:一是重大抢险救灾、事故处理、处置突发事件,或${v.people}人及以上工作组跨地区前往公共交通尚未覆盖的地区等;二是车辆不超标;三是一事一批、单次任务,不得长期租用。在市机关事务管理局确定的定点服务单位租。`,
  "rental.allowed": (v) => `可以申请租车:${v.people}人前往公共交通尚未覆盖的地区,符合任务这一条。`,
  "rental.allowed-urgent": () => "可以申请租车:抢险救灾、事故处理、处置突发事件属于可以租车的任务。",
  "rental.check-region": () => "还要是跨地区出行。",
  "rental.check-retained": () => "先确认保留车辆不能满足需要,并在定点服务单位租用。",
  "rental.check-standard": () => "租的车不得超标。",
  "rental.check-single": () => "以完成单次任务为租用时限,不得长期租用。",
  "rental.urgent": () => "紧急情况下可先口头报局主要领导批准,完成任务后补办手续。",
  "rental.approval": (v) =>
    `提前填写《资阳市投资促进局租车审批单》,报${v.leads ? "" : "分管局领导、"}局主要领导批准后,由局办公室安排。`,

  "car.listed": (v) => `可以使用保留车辆:属于“${v.words}”。`,
  "car.case-4": (v) => `可以使用保留车辆,限于重要调研或公务活动:属于“${v.words}”。`,
  "car.case-5": (v) => `经市领导和局主要领导批准的,可以使用保留车辆:属于“${v.words}”;没有批准的不能用。`,
  "car.unlisted": () => "不在列明的情形里,原则上不能使用保留车辆;情况较为特殊的,须经局主要领导同意。",
  "car.private": () => "不能用:保留车辆只保障公务出行,私事不得使用;不出任务时一律停放在本局指定地点。",
  "car.public-transport": () => "能够使用公共交通工具的,原则上不使用保留车辆。",
  "car.hire-instead": () => "保留车辆不能满足需要的,符合条件时可以申请租用社会车辆。",
} satisfies Record<string, Sentence>;
