import { describe, expect, it } from "vitest";
import { labelledFields } from "../../src/channels/request-labels.ts";
import { forms } from "../../src/requests/forms.ts";

describe("the labels of a request's fields", () => {
  it("spell out half days and yes or no", () => {
    expect(labelledFields({ startHalf: "am", letter: false, days: 1.5 })).toEqual([
      { label: "开始于", value: "上午" },
      { label: "有公函(来函)", value: "否" },
      { label: "天数", value: "1.5" },
    ]);
  });

  it.each(forms.map((form) => [form.type, form.slots] as const))(
    "name every field of %s in Chinese",
    (_type, slots) => {
      for (const { label } of labelledFields(Object.fromEntries(slots.map((slot) => [slot, ""])))) {
        expect(label).toMatch(/\p{Script=Han}/u);
      }
    },
  );
});
