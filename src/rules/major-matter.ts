/**
 * Reporting a matter of weight (重大事项报告): what counts as one, that the word comes before the deed, and what haste allows.
 *
 * Takes    whether the matter is urgent. Returns notes with their clauses; readings where haste lets one pass a step over.
 * Leaves   to whom it is reported, grade by grade, to the route; a question about it to the provision reporting.json: only
 *          the form works this rule, and its card shows notes.
 */
import { note, reading, told } from "./finding.ts";
import type { Rule } from "./rule.ts";

export const majorMatter: Rule = {
  id: "major-matter",
  unit: "ziyang",
  slots: ["emergency"],
  figures: [],

  compute({ emergency }, figures) {
    const urgent =
      emergency === true
        ? [
            reading("note", "major.act-first", figures, "major.act-first"),
            reading("note", "major.pass-over", figures, "major.pass-over"),
          ]
        : [];
    return told(
      note("major.ask-first", {}, figures.source("major.ask-first")),
      ...urgent,
      note("major.scope", {}, figures.source("major.scope")),
    );
  },
};
