/**
 * What stands beside a verdict: the reason (理由) behind 驳回第一条, and whatever is named before it.
 *
 * Takes    a message. Returns its reason as it was typed, with private numbers masked, empty where none was given; or whether
 *          something is named that the verdict is about.
 */
import { masked } from "../lib/mask.ts";
import { fold } from "../lib/text.ts";

/** What the verdict is about: 第一条, 科员的报销, 那个请假申请. */
const kinds =
  "(?:请假|事假|病假|年休假|年假|探亲假|婚假|产假|销假|出差|接待|用酒|租车|报销|用印|盖章|重大事项|申请|方案|清单|单子|假条|报告)";
const about = `(?:第\\s*[一二三四五六七八九十\\d]+\\s*(?:条|个|项|件|份|张|单)?|(?:[这那][个条张份件单]?)?(?:[^\\s,。:;、]{1,10}?的|科员|科长|驾驶员|主任|[他她])?(?:[这那][个条张份件单]?)?${kinds}(?:申请|审批|方案|清单|报告|单子?|条)?|[这那](?:一)?[个条张份件单])`;
const verdict = new RegExp(
  `^(?:[^??]{0,6}?|(?:[^??,。]{0,4}[,。])?${about})(?:那|我|先|也|都)?(?:驳回|不同意|拒绝|不批准?|不通过|退回|打回|否决|不予批准|不准)(?:去|了|给[他她])?(?:修改|重改|重填|补充|改)?\\s*${about}?[\\s,。:;、]*(?:原因|理由(?![不没太欠])|因为)?(?:是)?[\\s:]*`,
  "u",
);

/** What is said behind the verdict. */
export const reasonIn = (text: string): string => masked(text.slice(verdict.exec(fold(text))?.[0].length ?? 0).trim());

const judged = /驳回|不同意|拒绝|不批|不通过|退回|打回|否决|不予|不准|不行|同意|批准|批了|通过|准了|核准|可以/u;
const particles =
  /^(?:那|我|我看|我们|这|这个|这条|这件|行|好|好的|嗯|可以|中|ok|都|先|算了|不对|等等|等一下|[\s,。!、~])*$/u;

/** 喝酒的不批: words before the verdict that are more than 我 and 这个. */
export function namesSomething(folded: string): boolean {
  const at = judged.exec(folded)?.index ?? 0;
  return !particles.test(folded.slice(0, at));
}
