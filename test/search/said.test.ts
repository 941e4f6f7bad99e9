/**
 * How much of a question a text says: the same terms as the index has, read another way.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/lib/text.ts";
import { saidOf } from "../../src/search/said.ts";
import { terms } from "../../src/search/tokens.ts";

const asked = (question: string) => saidOf(new Map(terms(fold(question)).map((term) => [term, 1])));
const distinct = (text: string) => new Set(terms(fold(text)));

describe("a text", () => {
  it("says of a question each character and pair that they share, once", () => {
    expect(asked("公章").whole("公章由办公室管,公章不外借")).toBe(3);
    expect(asked("公章").whole("印章")).toBe(1);
    expect(asked("公章").whole("请假")).toBe(0);
  });
  it("says Latin words and numbers whole, in any width and case", () => {
    expect(asked("WIFI 5.5").whole("用ＷｉＦｉ的5.5元")).toBe(2);
    expect(asked("wifi").whole("wifi2")).toBe(0);
  });
  it("says in Traditional what is asked in Simplified", () => expect(asked("归谁").whole("歸誰")).toBe(3));
  it("says the most of a question in its best sentence", () => {
    const said = asked("请假找谁");
    expect(said.bestSentence("请假要写申请。找谁都行。")).toBe(3);
    expect(said.bestSentence("请假找谁。请假。")).toBe(said.whole("请假找谁"));
  });
  it("says what its terms say, whatever it is", () => {
    const text = fc.string({
      unit: fc.constantFrom(..."请假找谁歸归公章ABcＡ15５.。;!?,，\n 한😀豈"),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, text, (question, passage) => {
        const [of, shared] = [distinct(question), [...distinct(passage)]];
        expect(asked(question).whole(passage)).toBe(shared.filter((term) => of.has(term)).length);
      }),
      { numRuns: 500 },
    );
  });
});
