/**
 * Sentences of standing in (代): who decides for whom, and naming a deputy (委托代理).
 */
import type { Stead } from "../../requests/deputies.ts";
import type { RequestType } from "../../requests/request.ts";
import type { Grade } from "../../rules/slots.ts";
import { typeName } from "./replies.ts";
import { gradeName } from "./values.ts";

export const deputyWords = {
  inStead: {
    away: (by, of) => `(${of}不在岗,由${by}代)`,
    named: (by, of) => `(${of}委托${by}代)`,
    "passed-on": (by, of) => `(由${by}代${of})`,
  } satisfies Record<Stead["why"], (by: string, of: string) => string>,
  inPlaceOf: (by: string, of: string) => `${by} 代 ${of}`,
  standsFor: (of: string) => `代${of}`,
  reading: "制度没有写由谁代批,这里按本人的委托办理:委托期间轮到您审批的,由代理人办;您本人仍然可以批。",
  limit: (types: readonly RequestType[], grades: readonly Grade[]) =>
    `${types.map((type) => typeName[type]).join("、")}只能委托${grades.map((grade) => gradeName[grade]).join("、")},代理人不是的,这一项他不能代。`,
  endsEarlier: "不用审批。情况有变说“撤回”,委托就不再有效。",
  noStep: "审批流程里没有要您审批的环节,没有可以委托别人代批的事,所以不用办委托代理。",
} as const;
