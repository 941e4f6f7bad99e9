/**
 * A stored request as facts again: filed again unchanged, it comes to the very same fields.
 */
import { describe, expect, it } from "vitest";
import { factsFiled, fieldsAgain } from "../../src/requests/as-filed.ts";
import { fieldsOf, formOf } from "../../src/requests/form.ts";
import { office, openDesk } from "../talks/desk.ts";

const filled = {
  leave: ["下周二下午请半天事假,孩子家长会"],
  "leave over a weekend": ["下周五请两天事假,搬家"],
  travel: ["下周二到周四去成都、康定出差,考察项目,坐高铁"],
  reception: ["下周三接待甲公司3位客商,商务接待,我们2个人陪,有来函", "县级及以下人员出席"],
  liquor: ["下周三商务接待用酒申请", "5位", "红酒两瓶"],
  reimbursement: ["报销差旅费,高铁票236.5,住宿640"],
  seal: ["我要盖章", "与甲公司的合作协议"],
} as const;

describe("the facts of what was filed", () => {
  it.each(Object.entries(filled))("of %s make the fields they were filed as", async (_, texts) => {
    const { talk } = await openDesk();
    const { request } = await talk("keyuan", ...texts);
    if (request === undefined) throw new Error("no draft");
    const facts = factsFiled(request, { grade: "staff" }, office.readers);
    const { lines: __, ...fields } = request.fields;
    expect(fieldsOf(formOf(request.type), facts)).toEqual(fields);
  });
  it("ask again for a place that the gazetteer has no more", () => {
    const paper = { type: "travel" as const, fields: { destination: "成都、乌有乡" } };
    expect(factsFiled(paper, {}, office.readers).destination).toBeUndefined();
  });
});

describe("fields filed again", () => {
  const before = { claims: "住宿费640", amount: 640, lines: "[1]" };
  it("are the very same where no slot was changed, whatever the worked lines say today", () =>
    expect(fieldsAgain(before, { amount: 640, claims: "住宿费640", lines: "[2]" })).toBe(before));
  it("are the new ones where one was", () => {
    const now = { ...before, amount: 600 };
    expect(fieldsAgain(before, now)).toBe(now);
  });
});
