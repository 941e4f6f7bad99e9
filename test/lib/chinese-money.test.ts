import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMoney } from "../../src/lib/chinese-money.ts";

const shown = (text: string) =>
  readMoney(text)
    .map(({ yuan, bare, rate, approximate }) =>
      [yuan, bare && "bare", rate && "rate", approximate && "about"].filter((mark) => mark !== false).join(" "),
    )
    .join(" | ");

describe("money", () => {
  it.each([
    ["一千二百块", "1200"],
    ["五十六块五", "56.5"],
    ["三块零四", "3.04"],
    ["¥4,800", "4800"],
    ["3万元", "30000"],
    ["五元三毛", "5.3"],
    ["50元6角三分", "50.63"],
    ["两毛五", "0.25"],
    ["8亿元人民币", "800000000"],
    ["人民币50元", "50"],
    ["十块钱", "10"],
    ["2.5元", "2.5"],
    ["３８００塊", "3800"],
    ["三块五毛", "3.5"],
    ["2000万", "20000000 bare"],
    ["三万四", "34000 bare"],
    ["经济舱1450", "1450 bare"],
    ["七八百块", "700 about"],
    ["150元/人·次", "150 rate"],
    ["每人150元", "150 rate"],
    ["人均吃超150了", "150 bare rate"],
    ["头等舱3800块,经济舱1450", "3800 | 1450 bare"],
    ["限额三万,票据三万四", "30000 bare | 34000 bare"],
    ["4人民币5美元", "4"],
  ])("%s is %s", (text, expected) => expect(shown(text)).toBe(expected));

  it.each([
    "3个人",
    "25号",
    "住3晚",
    "12月3号",
    "2026年",
    "15分钟",
    "五角大楼",
    "一块地",
    "5美元",
    "三分之二",
    "7座",
    "20日",
    "第12条",
    "八折",
    "国办发〔2015〕88号",
    "30公里",
    "一会儿",
  ])("%s is no money", (text) => expect(shown(text)).toBe(""));

  it("gives whole 分 and the words as typed", () =>
    expect(readMoney("票价５６块５")).toEqual([
      { yuan: 56.5, fen: 5650, approximate: false, bare: false, rate: false, span: [2, 6], words: "５６块５" },
    ]));
  it("never throws on any text", () =>
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void readMoney(text))));
});
