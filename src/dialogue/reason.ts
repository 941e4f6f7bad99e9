/**
 * The reason (理由) of a rejection, as it was typed: what stands behind 驳回第一条 原因….
 *
 * Takes    a message as it was typed. Returns its reason with private numbers masked; empty where none was given.
 */
import { masked } from "../lib/mask.ts";
import { fold } from "../lib/text.ts";

const verdict =
  /^[^??]{0,6}?(?:那|我|先)?(?:驳回|不同意|拒绝|不批准?|不通过|退回|打回|否决|不予批准|不准)\s*(?:第\s*[一二三四五六七八九十\d]+\s*(?:条|个|项|件|份)?)?[\s,。:;、]*(?:原因|理由|因为)?(?:是)?[\s:]*/u;

/** What is said behind the verdict. */
export const reasonIn = (text: string): string => masked(text.slice(verdict.exec(fold(text))?.[0].length ?? 0).trim());
