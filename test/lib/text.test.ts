import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, sameWords, stripControls } from "../../src/lib/text.ts";

describe("fold", () => {
  it("makes full width half, capitals small and traditional simplified", () =>
    expect(fold("當天打來回,補助 ABC１２３（週五～週日）後天")).toBe("当天打来回,补助 abc123(周五~周日)后天"));
  it("keeps every position", () =>
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => fold(text).length === text.length)));
  it("changes nothing the second time", () =>
    fc.assert(fc.property(fc.string(), (text) => fold(fold(text)) === fold(text))));
  it("leaves what would grow as it is", () => expect(fold("…㈠")).toBe("…㈠"));
});

describe("stripControls", () => {
  it("drops escapes, controls, direction marks and zero-width characters", () =>
    expect(stripControls("\u0007\u0000请问\u202e\u202c公\u200b章\u001b[31m由谁保管\b\u009b\ufeff")).toBe(
      "请问公章由谁保管",
    ));
  it("keeps line ends and tabs", () => expect(stripControls("甲\n乙\t丙")).toBe("甲\n乙\t丙"));
});

describe("sameWords", () => {
  it("sets white space and width aside", () =>
    expect(sameWords("二天以上（含二天）", "二天 以上(含\n二天)")).toBe(true));
  it("sees one changed character", () => expect(sameWords("二天以上", "三天以上")).toBe(false));
});
