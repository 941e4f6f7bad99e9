/** What staff say about duty rosters, as it comes back through the one door: days, names, turns, pasted rosters. */
import { describe, expect, it } from "vitest";
import { openDesk } from "../talks/desk.ts";

const september = "2026-09-21T09:00:00+08:00";
const said = async (...texts: readonly string[]) => {
  const { say } = await openDesk();
  let text = "";
  for (const one of texts) text = (await say("keyuan", one, { now: september })).text;
  return text;
};
/** The rows of the table of a reply, without its head. */
const rowsIn = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.startsWith("| 2"))
    .map((line) => line.split("|").map((cell) => cell.trim()));
const first = (text: string) => rowsIn(text)[0]?.slice(2, 5);

const names = "局领导:张局、李局;科室负责人:王科、赵科、刘科;职工:甲、乙、丙、丁";
const onTheFirst = "张三,李四,王五";

describe("the days of a roster", () => {
  it.each([
    ["国庆值班表帮我排一下", 7],
    ["十一值班排个表", 7],
    ["中秋值班安排", 3],
    ["中秋国庆值班一起排一下", 10],
    ["10月1日到3日值班表排一下", 3],
    ["从10月1日开始排4天班", 4],
    ["下周六周日的值班排一下", 2],
  ])("of «%s» are %i", async (text, days) => expect(rowsIn(await said(text))).toHaveLength(days));

  it.each([
    ["排2026年元旦的值班表", 3],
    ["2024年国庆的值班表怎么排", 7],
    ["2026年国庆值班表排一下", 7],
  ])("of a year that is said, past or to come: «%s» are %i", async (text, days) =>
    expect(rowsIn(await said(text))).toHaveLength(days),
  );
  it("are asked for where the year's notice is not here, and then taken", async () => {
    expect(await said("春节值班表排一下")).toContain("2027年春节的放假安排手头没有");
    expect(rowsIn(await said("春节值班表排一下", "2月5日到11日"))).toHaveLength(7);
  });
});

describe("the people of a roster", () => {
  it.each([
    `国庆值班排一下,${names}`,
    "国庆值班,领导有张局和李局,科长王科、赵科、刘科,科员甲乙丙丁,排一下",
    "国庆值班排一下:张局、李局带班,王科、赵科、刘科是科室负责人,甲、乙、丙、丁是职工",
    "国庆排班,张局(局领导)、李局(局领导)、王科(科室负责人)、甲(职工)",
  ])("are read from «%s»", async (text) => expect(first(await said(text))).toEqual(["张局", "王科", "甲"]));

  it("are asked for, one role after the other", async () => {
    const lead = "国庆值班排一下,局领导:张局、李局";
    expect(await said(lead)).toContain("科");
    expect(first(await said(lead, "王科、赵科", "小李、小陈"))).toEqual(["张局", "王科", "小李"]);
  });
  it("begin with the one whose turn it is, said at once or afterwards", async () => {
    expect(first(await said(`国庆值班排一下,${names}。上次排到张局,从赵科开始`))).toEqual(["李局", "赵科", "甲"]);
    expect(first(await said(`国庆值班排一下,${names}`, "从刘科开始"))).toEqual(["张局", "刘科", "甲"]);
  });
  it("are named once it is drawn up, and it is drawn up anew", async () => {
    const names = "局领导张三、李四，科室负责人王五、赵六、钱七，职工孙八、周九、吴十";
    expect(first(await said("国庆值班表帮我排一下", names))).toEqual(["张三", "王五", "孙八"]);
    expect(first(await said("国庆值班排一下,局领导张局,科长王科,职工小李", names))).toEqual(["张三", "王五", "孙八"]);
  });
  it("are shown without the marks somebody typed", async () =>
    expect(await said("国庆值班表\n日期|局领导|科室负责人|职工\n10月1日|**张三**|<b>李四|[王五](x)")).not.toMatch(
      /<b>|\*\*张|\]\(/u,
    ));
});

describe("a pasted roster", () => {
  it.each([
    "10月1日 局领导张三,科室负责人李四,职工王五\n10月2日 局领导张三,职工赵六",
    "10月1日:局领导张三,科长李四,科员王五;2日:局领导张三,科员赵六",
    "10月1日(周四):张三(局领导)、李四(科室负责人)、王五(职工)\n10月2日(周五):张三(局领导)、赵六(职工)",
    "日期\t带班领导\t科室负责人\t值班人员\n10.1\t张三\t李四\t王五\n10.2\t张三\t\t赵六",
    "| 日期 | 星期 | 局领导 | 科室负责人 | 职工 | 电话 |\n|---|---|---|---|---|---|\n| 10月1日 | 周四 | 张三 | 李四 | 王五 | 1 |\n| 10月2日 | 周五 | 张三 | - | 赵六 | |",
    "10月1日\n带班领导:张三\n科室负责人:李四\n值班员:王五\n10月2日\n带班领导:张三\n值班员:赵六",
  ])("is read as it is laid out: %s", async (roster) => {
    const text = await said(`帮我看看这个值班表行不行:\n${roster}`);
    expect(first(text)?.join(",")).toBe(onTheFirst);
    expect(text).toMatch(/不符合.有1处/u);
    expect(text).toContain("2026年10月2日（周五）缺科室负责人");
  });
  it("must cover the holiday that is named", async () =>
    expect(
      await said(
        "国庆值班表核对一下:\n10月1日 局领导张三,科室负责人李四,职工王五\n10月3日 局领导张三,科室负责人李四,职工王五",
      ),
    ).toContain("10月2日、10月4日至10月7日没有排班"));
  it("of our own passes", async () => {
    const drawn = await said(`国庆值班排一下,${names}`);
    const table = drawn.split("\n").filter((line) => line.startsWith("|"));
    expect(await said(`国庆值班表合不合规?\n${table.join("\n")}`)).toMatch(/^符合/u);
  });
  it("is asked for, then checked", async () =>
    expect(await said("帮我核对一下国庆值班表", "10月1日 局领导张三,科室负责人李四,职工王五")).toContain(
      "10月2日至10月7日没有排班",
    ));
});

describe("talk of duty that is no roster", () => {
  it.each([
    "值班期间手机能关吗",
    "值班要24小时吗",
    "国庆谁值班",
    "值班表报给谁备案",
    "值班几个人一组",
    "春节值班有补助吗",
  ])("goes to the clauses: %s", async (text) => expect(rowsIn(await said(text))).toEqual([]));
  it("leaves an open form as it was", async () => {
    const text = await said("我要请假", "国庆值班表帮我排一下");
    expect(rowsIn(text)).toHaveLength(7);
    expect(text).toContain("请假还没填完");
  });
  it("of another unit's people draws up nothing", async () => {
    const { say } = await openDesk();
    expect(rowsIn((await say("xingtai", "国庆值班表帮我排一下", { now: september })).text)).toEqual([]);
  });
});

describe("a correct roster", () => {
  it.each([
    "帮我看看值班表对不对：10月1日：局领导张三，科室负责人王五，职工孙八；10月2日：局领导李四，科室负责人赵六，职工周九",
    "检查值班表 10月1日 局领导张三 科长王五 职工孙八；10月2日 局领导李四 科长赵六 职工周九",
    "检查值班表 10月1日 李四 赵六 周九；10月2日 张三 王五 孙八",
    "检查值班表：10月1日 局长张三 办公室主任王五 干事孙八；10月2日 分管副局长李四、科长赵六、科员周九",
    "这样排值班表对不对：10月1日：张三（局领导）、王五（科长）、孙八（职工）；10月2日：李四（副局长）、赵六（办公室主任）、周九（科员）",
    "检查值班表：2026-10-01 局长 办公室主任 科员；2026-10-02 分管副局长 科长 科员",
    "值班表对不对：2026-10-01 党组成员 中心主任 干事；2026-10-02 纪检组长 秘书长 工作人员",
  ])("complies, however it is typed: %s", async (text) => {
    const reply = await said(text);
    expect(reply).toMatch(/^符合/u);
    expect(rowsIn(reply)).toHaveLength(2);
  });
  it("of posts alone lacks whom it lacks", async () =>
    expect(await said("检查值班表：2026-10-01 局长 副局长 科员；2026-10-02 局长 科长 科员")).toContain("缺科室负责人"));
});
