/**
 * How something is done in the program itself (怎么撤回, 被退回怎么办): the guide's own section.
 *
 * Takes    the scene and what is asked about. Returns a help reply; nothing is looked up in the documents.
 * Leaves   what the guide says to data/guide.md, its headings to answer/wording/how-to.ts.
 */
import { paragraphs } from "../../answer/layout.ts";
import { howToWords } from "../../answer/wording/how-to.ts";
import type { HowTo } from "../../dialogue/move.ts";
import { type Done, type Scene, said } from "../move.ts";

export function howTo(scene: Scene, about: HowTo): Done {
  const text = paragraphs(howToWords.head, sectionOf(scene.office.guide, howToWords.section[about]));
  return said(scene, { kind: "help", text, citations: [] });
}

/** What stands under a heading of the guide, down to the next. */
export const sectionOf = (guide: string, heading: string): string =>
  guide
    .split(/^#{2,3} /mu)
    .find((section) => section.startsWith(`${heading}\n`))
    ?.slice(heading.length)
    .trim() ?? "";
