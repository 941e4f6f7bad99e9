/**
 * What is said about a reimbursement held line by line: the findings of rules/claim-lines.ts, and the reason of each line.
 */
import type { Sentence } from "./sentence.ts";

export const claimsWording = {
  "claim.payable": (v) => `按批准的单子和标准核对,可报${v.yuan}元(共报${v.claimed}元)。`,
  "claim.over": (v) => `超出部分不予报销,共${v.over}元:${v.items}。照报也可以提交,由办公室审核决定;要改直接说。`,
  "claim.no-trip": () =>
    "没有找到您名下已批准、已结束、还没有报过的出差审批单:坚持先审批、后出差,报销差旅费时应当提供出差审批单。可以提交,能不能报由办公室审核决定。",
  "claim.no-plan": () =>
    "没有找到您名下已批准、已结束、还没有报过的接待方案或接待清单:不得先接待、后审批,报销接待费须附接待清单和经签批的接待方案。可以提交,能不能报由办公室审核决定。",
  "claim.flight": (v) => `批准的交通工具是${v.transport},报的是机票:乘坐飞机须经局主要领导批准,请附批准的依据。`,
  "claim.trip-papers": () => "报销要附:出差审批单,机票、车(船)票、住宿费发票等凭证。",
  "claim.over-plan": (v) => `比批准的方案(或清单)上的${v.limit}元多${v.over}元,请向审批人说明。`,

  // reasons of a line
  "claim.by-rate": (v) => `定额:${v.formula}`,
  "claim.beyond-days": (v) => `批准${v.approved}天,去了${v.away}天,超出批准天数的不报;定额:${v.formula}`,
  "claim.annex": () => "省外标准在附表里,现有文件没有数,请问办公室",
  "claim.no-rate": () => "这次出差的地点或各地天数在现有标准里对不上,请问办公室",
  "claim.nothing-approved": () => "没有已批准的单子可以对照",
  "claim.unit-car": () => "单位提供了交通工具,不报城市间交通费",
  "claim.by-class": () => "按规定的乘坐等级凭据报销,超出等级的部分自理",
  "claim.lodging": () => "在批准的天数内凭发票据实报;限额在资财行〔2016〕50号,现有文件没有数",
  "claim.insurance": () => "凭据,每人每次乘坐可买一份",
  "claim.no-extra": () => "已由补助包干,不得另行报销",
  "claim.no-invoice": () => "实际住宿而没有住宿发票,不得报销",
  "claim.one-sum": () => "只有一个总数,没有分项,没法对照标准;请分项说,比如:高铁票236、住宿640",
  "claim.not-travel": () => "不在差旅费列明的项目里,由办公室审核",
  "claim.no-drinks": () => "公务接待一律不提供酒类",
  "claim.by-plan": (v) =>
    v.left === v.limit
      ? `批准的方案(或清单)是${v.limit}元,超出的不报`
      : `批准的方案(或清单)是${v.limit}元,前面各项报后还剩${v.left}元,超出的不报`,
  "claim.no-cap": () => "这种情形每人每次多少钱,条文没有写,请问办公室",
  "claim.receipts": () => "凭据,由办公室审核",
} satisfies Record<string, Sentence>;
