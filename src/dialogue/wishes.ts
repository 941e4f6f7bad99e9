/**
 * Several requests in one message (一句话里几件事): 明天请一天事假,另外帮我把上周的车票报了.
 *
 * Takes    the message as typed, and the patterns of acts.ts. Returns one text for each request, in order; one text where
 *          there is only one.
 * Leaves   reading each to read.ts. A new request begins where another form is named and asked for: what only names one
 *          (接待客商,要上酒) belongs to the request before it.
 */
import { fold } from "../lib/text.ts";
import { formOf } from "../requests/form.ts";
import type { RequestType } from "../requests/request.ts";
import type { ActReader } from "./acts.ts";

const clauseEnds =
  /[,\uff0c。;\uff1b!\uff01\n]+|(?<=假|差|车|章|销|账)(?:和|跟|以及|还有)(?=(?:帮我|申请)?(?:报销|报账|请|出差|租车|盖章|用印))/u;
const besides =
  /^\s*(?:另外|还有|顺便|顺带|同时|再(?=帮|给|报|填|请|申请|走|租|盖)|还要|还想|也(?=帮|要|想)|然后(?=再|帮|给|报|租|盖))/u;

/** A clause that is nothing but the wish: 报销车票. */
const plainly = /^\s*(?:帮我)?(?:报销|报账|申请|租车|盖章|用印)(?!的|单|流程|手续|制度)/u;

/** 病假休完了,今天销假: the leave is named for its return; a reception for the drinks that are applied for. */
const belongs = (form: RequestType, named: RequestType): boolean =>
  (formOf(form).standsOn?.({}).includes(named) ?? false) || (form === "reception" && named === "liquor");

/** 我下礼拜休假,审批交给副局 tells when and why somebody stands in; 请一天事假 before it is a wish of its own. */
const whileAway = (form: RequestType, named: RequestType, before: string, acts: ActReader): boolean =>
  formOf(form).handsOver === true &&
  formOf(named).absent === true &&
  !acts.leadsRequest(before) &&
  !/请[^,,]{0,8}假/u.test(before);

/** The texts of the requests in a message; a message that does something else as a whole is never cut up, but for a change. */
export function wishesIn(text: string, acts: ActReader): readonly string[] {
  const act = acts.act(fold(text));
  if (act === "approve" || act === "reject") return withDeputation(text, acts);
  if (act !== undefined && act !== "change") return [text];
  const wishes: { form: RequestType | undefined; wished: boolean; readonly clauses: string[] }[] = [];
  for (const clause of text.split(clauseEnds).filter((part) => part.trim() !== "")) {
    const folded = fold(clause);
    const form = acts.form(folded);
    const last = wishes.at(-1);
    const leads = acts.leadsRequest(folded);
    // 商务宴请想上点红酒,走个用酒审批 wishes for one thing: what stands before it is no wish of its own.
    const named = plainly.test(folded) || leads || acts.says("dated", folded);
    const asked = besides.test(folded) || (named && last?.wished === true);
    const wished = leads || form === "leave";
    const other =
      last?.form !== undefined &&
      form !== undefined &&
      form !== last.form &&
      !whileAway(form, last.form, fold(last.clauses.join(",")), acts) &&
      (besides.test(folded) || !belongs(form, last.form));
    if (other && asked && !acts.asks(folded)) wishes.push({ form, wished, clauses: [clause] });
    else if (last === undefined) wishes.push({ form, wished, clauses: [clause] });
    else {
      last.form ??= form;
      last.wished ||= wished;
      last.clauses.push(clause);
    }
  }
  return wishes.length < 2 ? [text] : wishes.map(({ clauses }) => clauses.join(","));
}

/** 同意第一条,顺便下周让办公室主任代我审批: a decision, and who is to take the next ones. */
function withDeputation(text: string, acts: ActReader): readonly string[] {
  const clauses = text.split(clauseEnds).filter((part) => part.trim() !== "");
  const at = clauses.findIndex((clause, place) => place > 0 && besides.test(fold(clause)));
  if (at < 0) return [text];
  const [decision, wish] = [clauses.slice(0, at).join(","), clauses.slice(at).join(",")];
  const named = acts.form(fold(wish));
  const isWish = named !== undefined && formOf(named).handsOver === true && !acts.asks(fold(wish));
  return isWish ? [decision, wish] : [text];
}
