/** Reporting a matter of weight: 一、(八)2. */
import { describe, expect, it } from "vitest";
import { majorMatter } from "../../src/rules/major-matter.ts";
import { work } from "../../src/rules/rule.ts";
import { openDesk } from "../talks/desk.ts";
import { codes, ziyang } from "./law.ts";

describe("a matter of weight", () => {
  it("is asked about before it is done, and the clause says what counts as one", () =>
    expect(codes(work(majorMatter, {}, ziyang))).toEqual(["major.ask-first", "major.scope"]));
  it("may be acted on first, and pass a step over, where it is urgent", () =>
    expect(codes(work(majorMatter, { emergency: true }, ziyang))).toEqual([
      "major.ask-first",
      "major.act-first",
      "major.pass-over",
      "major.scope",
    ]));
  it("has it on the card, once", async () => {
    const { say } = await openDesk();
    const { kind, text } = await say("keyuan", "报个重大事项:下周三电视台来采访我局招商工作");
    expect([kind, text.split("坚持先请示后办理。").length - 1]).toEqual(["confirm", 1]);
  });
  it("answers a plain question by the clause, the answer first", async () => {
    const { say } = await openDesk();
    const { kind, text } = await say("keyuan", "重大事项能不能先做了再报告");
    expect([kind, text.slice(0, 2)]).toEqual(["answer", "不行"]);
  });
});
