/** Places and their regions, read from data/places.json as it is. */
import { describe, expect, it } from "vitest";
import { openPlaces } from "../../src/policy/places.ts";

const read = openPlaces("data/places.json");
const regions = (text: string) => read(text).map(({ name, region }) => `${name} ${region}`);

describe("places in a message", () => {
  it("are read with the region of the allowance tables", () => {
    expect(regions("下周先去成都再去康定,最后到安岳")).toEqual(["成都 inland", "康定 plateau", "安岳 outer-counties"]);
  });

  it.each([
    ["去甘孜州", "plateau"],
    ["去九寨沟县", "plateau"],
    ["到西昌市", "plateau"],
    ["去乐至县", "outer-counties"],
    ["去简阳", "outer-counties"],
    ["下雁江乡镇", "yanjiang"],
    ["雁江(不含城区)", "yanjiang"],
    ["去雁江区伍隍镇", "yanjiang"],
    ["在雁江城里打车", "yanjiang-city"],
    ["去市区办事", "yanjiang-city"],
    ["资阳城区", "yanjiang-city"],
    ["去沱东新区", "tuodong"],
    ["去眉山", "inland"],
    ["去峨眉山", "inland"],
    ["去重庆", "outside-province"],
    ["去浦东", "outside-province"],
    ["去义乌", "outside-province"],
    ["去新加坡", "abroad"],
    ["去香港", "abroad"],
    ["去台北", "abroad"],
    ["出国", "abroad"],
    ["省外", "outside-province"],
  ])("%s is %s", (text, region) => {
    expect(read(text).map((place) => place.region)).toEqual([region]);
  });

  it("stand where their span says", () => {
    const text = "接待内江市经合局的客人";
    const [place] = read(text);
    expect(text.slice(...(place?.span ?? [0, 0]))).toBe("内江市");
    expect(place?.name).toBe("内江");
  });

  it("join when one holds the other", () => {
    expect(regions("四川省成都市武侯区")).toEqual(["成都武侯区 inland"]);
    expect(regions("甘孜康定3天,阿坝九寨沟两天")).toEqual(["康定 plateau", "九寨沟 plateau"]);
    expect(regions("绵阳城区")).toEqual(["绵阳 inland"]);
    expect(regions("省内江油")).toEqual(["江油 inland"]);
  });

  it("take the city before them when two cities share a name", () => {
    expect(regions("去长宁县")).toEqual(["长宁 inland"]);
    expect(regions("去上海长宁")).toEqual(["长宁 outside-province"]);
    expect(regions("去九龙县")).toEqual(["九龙 plateau"]);
    expect(regions("去香港九龙")).toEqual(["九龙 abroad"]);
  });

  it.each([
    "来宾5人,都是企业家",
    "今天津贴怎么算",
    "协会理事会什么时候开",
    "招商引资中心",
    "安居乐业",
    "完成都没问题",
    "推广东西",
    "今天全部交齐",
    "隆重庆祝",
    "迎接客商",
    "周日本来要值班",
    "处长大理石",
    "大方一点",
    "在合作方面",
    "同心协力",
  ])("do not hide in %s", (text) => expect(read(text)).toEqual([]));

  it("count even as ordinary words when one goes there", () => {
    expect(regions("去来宾出差两天")).toEqual(["来宾 outside-province"]);
    expect(regions("到资中调研")).toEqual(["资中 inland"]);
    expect(regions("会理")).toEqual(["会理 plateau"]);
  });

  it("know the city one works in, and the place one comes from", () => {
    expect(read("从资阳去成都")).toMatchObject([{ name: "资阳", home: true, origin: true }, { name: "成都" }]);
    expect(read("宝台镇")[0]?.note).toContain("所辖城区");
  });
});
