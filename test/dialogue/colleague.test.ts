/** The colleague whom a message names by their post. */
import { describe, expect, it } from "vitest";
import { colleaguesOf } from "../../src/dialogue/colleague.ts";
import { staff } from "../rules/law.ts";

const named = (speaker: string, text: string) => {
  const person = staff.person(speaker);
  if (person === undefined) throw new Error(`no ${speaker}`);
  return colleaguesOf(person, staff)(text)?.id;
};

describe("a colleague is named", () => {
  it.each([
    ["fuju", "由办公室主任代我审批", "bangongshi"],
    ["juzhang", "请分管副局长代批", "fuju"],
    ["juzhang", "请副局长代批", "fuju"],
    ["bangongshi", "由分管局领导代我批", "fuju"],
    ["fuju", "由局长代我批", "juzhang"],
    ["fuju", "由科长代我批", "kezhang"],
    ["fuju", "由投资促进一科 科长代我批", "kezhang"],
    ["kezhang", "由投资促进一科科员代我批", "keyuan"],
    ["fuju", "bangongshi", "bangongshi"],
    ["xingtaizhuren", "由工作人员代我批", "xingtai"],
  ])("to %s: %s", (speaker, text, id) => expect(named(speaker, text)).toBe(id));

  it.each([
    ["fuju", "由分管副局长代我批"], // oneself
    ["fuju", "由副局长代我批"],
    ["fuju", "由北京联络处主任代我批"], // another unit's
    ["juzhang", "由办公室主任或者副局长代我批"], // two of them
    ["kezhang", "由分局长代我批"], // no post is called so
    ["fuju", "由他代我批"],
  ])("by nobody to %s: %s", (speaker, text) => expect(named(speaker, text)).toBeUndefined());
});
