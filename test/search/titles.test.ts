/**
 * A title that is spoken chooses the document, and says nothing of the clause.
 */
import { expect, it } from "vitest";
import { withoutTitles } from "../../src/search/titles.ts";

const cut = withoutTitles(["关于加强省政府驻外机构建设的意见", "資陽市投資促進局管理制度"]);
const rest = (question: string) => cut(question).replace(/ /g, "");

it("a title repeated is cut, what is asked beside it stays", () =>
  expect(rest("加强省政府驻外机构建设的意见里几年不调干部")).toBe("里几年不调干部"));
it("a part of a title is cut where it is long enough to be no chance", () => {
  expect(rest("驻外机构建设的意见谁发的")).toBe("谁发的");
  expect(rest("驻外机构的干部谁调")).toBe("驻外机构的干部谁调");
});
it("a title in traditional characters is cut from a question in simplified ones", () =>
  expect(rest("资阳市投资促进局管理制度有几章")).toBe("有几章"));
it("a question that is nothing but the title stays whole", () =>
  expect(rest("加强省政府驻外机构建设的意见")).toBe("加强省政府驻外机构建设的意见"));
