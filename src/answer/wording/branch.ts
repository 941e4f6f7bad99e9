/**
 * What is said about a branch's monthly money (分局经费): one sentence a finding of rules/branch.ts.
 */
import type { Sentence } from "./sentence.ts";

export const branchWording = {
  "branch.within": (v) => `市局可拨付${v.paid}元:票据${v.amount}元,没有超过每月限额${v.limit}元,凭据拨付。`,
  "branch.over": (v) =>
    `市局只能拨付${v.paid}元:票据${v.amount}元,超出每月限额${v.limit}元,超出的${v.excess}元不在拨付范围。`,
  "branch.excess": (v) => `${v.reading}`,
} satisfies Record<string, Sentence>;
