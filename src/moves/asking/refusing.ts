/**
 * What is refused outright (不答, 不办): secrets, attacks, ways round the rules.
 *
 * Takes    the scene and why. Returns the refusal; of evasion with the clause against it.
 */
import { paragraphs, sourceBlock } from "../../answer/layout.ts";
import { said as words } from "../../answer/wording/replies.ts";
import { type Done, type Scene, said, told } from "../move.ts";
import { answerBySearch } from "./searching.ts";

/** Secrets are refused without a search: nothing of them is kept or repeated. Evasion is answered with the clause against it. */
export function refuse(scene: Scene, why: "secret" | "attack" | "evade"): Done {
  switch (why) {
    case "attack":
      return said(scene, { kind: "refuse", text: words.refuse.attack, citations: [] });
    case "secret":
      return refuseSecret(scene);
    case "evade": {
      const found = answerBySearch(scene);
      return told(scene, { ...found, kind: "refuse", body: paragraphs(words.refuse.evade, found.body) });
    }
  }
}

/** A text with a classification marking: not searched, not kept, not shown again. */
export function refuseSecret(scene: Scene): Done {
  const figures = scene.office.figures.on(scene.person.unit, scene.now.date);
  const citations = scene.office.library.standing([figures.source("secrets.not-here")]);
  const text = paragraphs(words.refuse.secret, sourceBlock(citations));
  return said(scene, { kind: "refuse", text, citations, unkept: true });
}
