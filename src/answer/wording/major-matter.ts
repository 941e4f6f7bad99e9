/**
 * What is said about a matter of weight that is reported: the findings of rules/major-matter.ts.
 */
import type { Sentence } from "./sentence.ts";

export const majorMatterWording = {
  "major.ask-first": () => "重大事项和问题坚持先请示后办理。",
  "major.scope": () =>
    "重大事项和问题包括:接待或邀请上级机关、领导和兄弟单位人员,可能产生影响的重大活动,接待和安排媒体采访报道,突发事件,本机关人员及家庭的重要情况等(原文见出处)。",
  "major.act-first": (v) => `${v.reading}`,
  "major.pass-over": (v) => `${v.reading}`,
} satisfies Record<string, Sentence>;
