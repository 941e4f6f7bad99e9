import { describe, expect, it } from "vitest";
import { formalMoney } from "../../src/lib/formal-money.ts";

describe("a sum in formal numerals", () => {
  it.each([
    [0, "零元整"],
    [640, "陆佰肆拾元整"],
    [10, "壹拾元整"],
    [1015, "壹仟零壹拾伍元整"],
    [100_010, "壹拾万零壹拾元整"],
    [1280.5, "壹仟贰佰捌拾元伍角整"],
    [56.05, "伍拾陆元零伍分"],
    [0.35, "叁角伍分"],
    [0.1 + 0.2, "叁角整"],
    [20_000_000, "贰仟万元整"],
  ])("of %d is %s", (yuan, written) => expect(formalMoney(yuan)).toBe(written));
});
