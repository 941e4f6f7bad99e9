/**
 * What is said to and about drivers (驾驶员延误用车): one sentence a finding of rules/driver.ts.
 */
import type { Sentence } from "./sentence.ts";

export const driverWording = {
  "driver.rate": (v) =>
    `因驾驶员个人原因延误用车,除通报批评外,一次扣差旅补助${v.rate}元;${v.dismissal}次以上解除劳动合同。`,
  "driver.deducted": (v) =>
    `扣差旅补助${v.amount}元(${v.rate} × ${v.times}次),另外还要通报批评;限于因驾驶员个人原因延误的。`,
  "driver.dismissed": (v) => `延误${v.times}次,已到“${v.dismissal}次以上”,按条文要解除劳动合同。`,
  "driver.third-delay": (v) => `已延误${v.times}次:${v.dismissal}次以上解除劳动合同。${v.reading}`,
  "driver.not-dismissed": (v) => `${v.times}次还没到解除劳动合同的${v.dismissal}次以上。`,
} satisfies Record<string, Sentence>;
