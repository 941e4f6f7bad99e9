/**
 * The documents as they lie in data/documents, by the public door: addresses, subtrees, quotes, speed.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DataError } from "../../src/errors.ts";
import { openLibrary } from "../../src/policy/library.ts";

const root = join(import.meta.dirname, "../..");
const directory = join(root, "data/documents");
const library = openLibrary(directory);
const at = (doc: string, address: string) => {
  const clause = library.clause(doc, address);
  if (clause === undefined) throw new Error(`${doc} has no ${address}`);
  return clause;
};
const spoken = (words: string, doc = "ziyang-2020") => library.findAddress(words, doc)?.address;

describe("the library", () => {
  it("quotes a clause in the document's own characters", () => {
    expect(library.quote("ziyang-2020", "三、(四)5", "提供了交通工具的,公杂费减半发放")).toEqual({
      doc: "ziyang-2020",
      title: "资阳市投资促进局资阳市贸促会管理制度",
      clause: "三、(四)5",
      quote: "提供了交通工具的,公杂费减半发放",
    });
  });

  it("forgives width and white space in the words asked for, and gives back what is printed", () => {
    const typed = "一天以内 (含一天) 向科长\u3000(主任、秘书长)请假\uff0c二天以上";
    expect(library.quote("ziyang-2020", "一、(十)2", typed).quote).toBe(
      "一天以内(含一天)向科长(主任、秘书长)请假,二天以上",
    );
  });

  it("refuses words that do not stand in the clause, and says which clause", () => {
    const wrong = () => library.quote("ziyang-2020", "三、(四)5", "公杂费全额发放");
    expect(wrong).toThrow(DataError);
    expect(wrong).toThrow(/ziyang-2020\.md \(三、\(四\)5\).*公杂费全额发放/u);
    expect(() => library.quote("ziyang-2020", "三、(四)5", " ")).toThrow(DataError);
    expect(() => library.quote("ziyang-2020", "三、(四)99", "公杂费")).toThrow(/no clause has this address/u);
    expect(() => library.quote("nowhere", "一", "公杂费")).toThrow(/there are .*ziyang-2020/u);
  });

  it("refuses the simplified spelling of a document in traditional characters", () => {
    expect(() => library.quote("hebei-2001", "第6段", "每年要对驻外机构工作进行一次考核")).toThrow(DataError);
    expect(library.quote("hebei-2001", "第6段", "每年要對駐外機構工作進行一次考核").clause).toBe("第6段");
  });

  it("locates words in the deepest clause that holds them", () => {
    expect(library.locate("ziyang-2020", "每天最多补助两餐")?.clause).toBe("三、(四)4");
    expect(library.locate("ziyang-2020", "标准 | 80 | 50 | 40 | 30")?.clause).toBe("三、(四)5表1行1");
    expect(library.locate("xingtai-2008", "离岗一周以上")?.clause).toBe("五、(二)1");
    expect(library.locate("ziyang-2020", "年休假十五天")).toBeUndefined();
  });

  it("loads every document in less than 80 ms", () => {
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      openLibrary(directory);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(80);
  });
});

describe("addresses", () => {
  it("lead back to their clause, by the letter and as read", () => {
    for (const clause of library.clauses) {
      expect(library.clause(clause.doc, clause.address)).toBe(clause);
      expect(library.findAddress(clause.address, clause.doc)).toBe(clause);
      expect(library.findAddress(clause.address.replaceAll("(", "\uff08").replaceAll(")", "\uff09"), clause.doc)).toBe(
        clause,
      );
    }
  });

  it.each([
    "三、(四)5",
    "三(四)5",
    "三、\uff08四\uff095",
    "第三部分第四条第五款",
    "第三章(四)第5条",
    "三.四.5",
    "财务制度三、(四)差旅管理办法5公杂费",
    "三、(四)5的规定",
  ])("are understood as people say them: %s", (words) => expect(spoken(words)).toBe("三、(四)5"));

  it("tell the two (二) of Xingtai's part 五 apart by title", () => {
    expect(spoken("五、(二)1", "xingtai-2008")).toBe("五、(二)1");
    expect(spoken("五(二)财务管理第2条", "xingtai-2008")).toBe("五、(二)财务管理2");
    expect(at("xingtai-2008", "五、(二)财务管理").text).toBe("(二)财务管理");
  });

  it("mean nothing where there is no such clause", () => {
    expect(spoken("九、(四)5")).toBeUndefined();
    expect(spoken("三、(四)接待管理办法5")).toBeUndefined();
    expect(spoken("差旅费")).toBeUndefined();
  });
});

describe("clauses of the documents", () => {
  it("hold lists whose numbers restart inside a numbered clause", () => {
    expect(at("ziyang-2020", "二、(六)").children).toEqual(
      ["一", "二", "三", "四", "五", "六", "七"].map((n) => `二、(六)${n}`),
    );
    expect(at("ziyang-2020", "三、(三)5").children).toHaveLength(11);
    expect(at("ziyang-2020", "三、(三)6(二)").path).toEqual(["财务制度", "公务出行及车辆使用管理暂行办法"]);
    expect(at("ziyang-2020", "三").children).toEqual(["三、(一)", "三、(二)", "三、(三)", "三、(四)"]);
  });

  it("know their titles, their parent and all that is below them", () => {
    const officials = at("ziyang-2020", "三、(二)3.2)");
    expect(officials.path).toEqual(["财务制度", "接待管理办法", "接待要求", "严格实行公函制度"]);
    expect(officials.parent).toBe("三、(二)3");
    expect(
      library
        .subtree(at("ziyang-2020", "三、(二)"))
        .map((clause) => clause.address)
        .slice(0, 3),
    ).toEqual(["三、(二)1", "三、(二)1.1)", "三、(二)1.2)"]);
    expect(library.fullText(at("ziyang-2020", "三、(二)2"))).toMatch(/^2\.接待范围\n1\)出席.*\n2\)国内外.*接待。$/u);
  });

  it("are headings where they say nothing but a title, even one with a full stop", () => {
    const kinds = ["五", "五、(二)", "五、(二)财务管理", "五、(二)1", "一"].map(
      (each) => at("xingtai-2008", each).kind,
    );
    expect(kinds).toEqual(["heading", "heading", "heading", "text", "text"]);
    expect(at("ziyang-2020", "三、(三)5").kind).toBe("text");
  });

  it("take no whole sentence for a title", () => {
    expect(at("ziyang-2020", "一、(九)2.5)").path.at(-1)).toBe("失职追究的范围");
    expect(at("ziyang-2020", "一、(十)2").path.at(-1)).toBe("事假");
    expect(at("speech-zhuwaiban", "三、(二)").path.at(-1)).toBe("完善制度,强化管理");
  });

  it("give each row of a table an address and the names of its columns", () => {
    const meals = at("ziyang-2020", "三、(四)4表1行1");
    expect(meals.text).toBe("标准 | 详见附表 | 100 | 120 | 80 | 60");
    expect(meals.path.slice(-6)).toEqual([
      "地区",
      "省外",
      "省内 内地",
      "省内 甘孜、阿坝、凉山",
      "市内 简阳 安岳 乐至",
      "市内 雁江(不含城区)",
    ]);
    expect(at("ziyang-2020", "三、(四)5表1行1").path.slice(-4)).toEqual([
      "省外",
      "省内 其他市州",
      "市内 简阳、安岳、乐至",
      "市内 雁江(不含城区)",
    ]);
    expect(at("ziyang-2020", "三、(四)2").children).toHaveLength(2);
    expect(library.fullText(at("ziyang-2020", "三、(四)6"))).toContain("合计\n150 | 100 | 90 | 50 | 390\n到常驻地");
  });

  it("stand in passages where Hebei's copy lost its section numbers", () => {
    expect(at("hebei-2001", "第5段(四)2").text).toContain("嚴格考核,做到優勝劣汰");
    expect(at("hebei-2001", "结尾").text).toContain("可參照執行");
    expect(at("hebei-2001", "第1段").children).toEqual([]);
  });

  it("begin with what is printed above the text: title, number and dates", () => {
    expect(library.locate("hebei-2001", "【發布文號】冀政辦函[2001]13號")?.clause).toBe("文件头");
    expect(library.locate("xingtai-2008", "发布时间: 2008-09-18")?.clause).toBe("文件头");
    expect(at("xingtai-2008", "序言").text).toContain("特制定本办法");
  });

  it("keep a repeated number as a clause of its own", () => {
    expect(at("speech-zhaoshang", "一").children).toContain("一、4力促“优”");
    expect(at("speech-zhuwaiban", "一").text).toContain("新形势下的办事处工作还存在");
  });

  it("cover every line of every document once", () => {
    for (const document of library.documents) {
      const lines = document.body.filter((block) => block.kind !== "table-head").map((block) => block.text);
      const own = library.clauses
        .filter((clause) => clause.doc === document.id)
        .flatMap((clause) => clause.text.split("\n"));
      expect(own.toSorted()).toEqual(lines.toSorted());
    }
  });
});

describe("the text of the documents", () => {
  const fingerprints: unknown = JSON.parse(readFileSync(join(import.meta.dirname, "fingerprints.json"), "utf8"));

  it("has lost and altered no sentence since it was taken from the copies", () => {
    const now = library.documents.map((document) => {
      const words = document.body
        .map((block) => block.text)
        .join("")
        .replace(/[\s|]+/gu, "");
      const sentences = words.split(/(?<=[。!?;])/u);
      return [document.id, sentences.map((text) => createHash("sha256").update(text).digest("hex").slice(0, 12))];
    });
    expect(Object.fromEntries(now)).toEqual(fingerprints);
  });
});
