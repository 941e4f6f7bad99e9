/**
 * Heads at a table, by whose they are.
 */
import { describe, expect, it } from "vitest";
import { headsOf } from "../../src/dialogue/heads.ts";

describe("heads at a table", () => {
  it.each([
    ["客5陪6 超了吧", { guests: 5, hosts: 6 }],
    ["来8个陪4个,一桌顶多好多钱", { guests: 8, hosts: 4 }],
    ["客方九位 咱们局五位 出席的都是县级以下", { guests: 9, hosts: 5 }],
    ["guest 3个, host 2个", { guests: 3, hosts: 2 }],
    ["商务;客=5;陪=5;来函=有", { guests: 5, hosts: 5 }],
    ["四位客人我们仨", { guests: 4, hosts: 3 }],
    ["带队共11人,同志作陪,6个人", { guests: 11, hosts: 6 }],
    ["三男两女共五个客人", { guests: 5 }],
    ["陪同砍到三个,不然超了", { hosts: 3 }],
  ])("have sides: %s", (text, heads) => expect(headsOf(text)).toEqual(heads));
  it.each([
    ["20人,麻烦帮我走商务接待", { unsided: 20 }],
    ["宜宾贸促会3人,公函已收,陪餐2人", { unsided: 3, hosts: 2 }],
  ])("have none where it is not said: %s", (text, heads) => expect(headsOf(text)).toEqual(heads));
  it.each(["白酒两瓶红酒一瓶", "接待三天", "人均160元", "一个公务接待", "十几个客人"])(
    "are no other numbers: %s",
    (text) => expect(headsOf(text)).toEqual({}),
  );
});
