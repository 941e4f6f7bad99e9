/**
 * What a question wants, and whether the words found hold such a thing: a neighbouring clause shares every word but that one.
 */
import { describe, expect, it } from "vitest";
import { missing } from "../../src/answer/wanted.ts";
import { said } from "../../src/answer/wording/replies.ts";

describe("what is asked for and not written is told by its kind", () => {
  it.each([
    ["保险柜里最多能放好多现金", "按财政核定的库存现金限额执行", said.silentMoney],
    ["迟到一次罚多少钱", "批评教育", said.silentMoney],
    ["驻京办有多少工作人员", "驻京办与各部委保持联系", said.silentPeople],
    ["家长会定在几月几号", "要召开毕业班家长会", said.silentDate],
    ["一年报几趟车票", "凭据报销", said.silentTimes],
    ["史志办完成了几个项目", "没有经济职能也完成了任务", said.silentNumber],
    ["秘密文件保存几年", "妥善保存", said.silentTerm],
    ["值班电话是多少", "电话24小时畅通", said.silentPerson],
  ])("%s", (question, found, sentence) => expect(missing(question, found)).toBe(sentence));
});

describe("nothing is missing", () => {
  it.each([
    ["where the thing stands there", "一餐能花多少钱", "每人每次不超过200元"],
    ["where the document is as vague as that", "工会一年活动几次", "定期组织活动"],
    ["where 几 is no question but 'several'", "几次接待能合并成一次报销吗", "一事一结"],
    ["where which ones are asked for", "哪几个人能看", "局领导"],
  ])("%s", (_, question, found) => expect(missing(question, found)).toBeUndefined());
});
