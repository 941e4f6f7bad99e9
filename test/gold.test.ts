/**
 * The gold questions: the clause that answers is first, the first sentence holds the fact, and what is not there is not answered.
 *
 * Only those that were read stand here: who breaks a test reads it, and the others must stay unread (`npm run -s bench -- retrieval`).
 */
import { expect, it } from "vitest";
import { office, openDesk } from "./talks/desk.ts";
import { goldQuestions, type Judged, judgeGold, same, sharesOf } from "./talks/gold.ts";

async function judged(questions: typeof goldQuestions): Promise<readonly Judged[]> {
  const all: Judged[] = [];
  for (const question of questions) {
    const { say } = await openDesk();
    all.push(judgeGold(question, { office, reply: await say(question.as, question.question) }));
  }
  return all;
}

it("gold questions are found, told and left open as they should be", async () => {
  const shares = sharesOf(await judged(goldQuestions.filter(({ heldOut }) => !heldOut)));
  expect(shares.recallAt1).toBeGreaterThanOrEqual(0.85);
  expect(shares.recallAt5).toBeGreaterThanOrEqual(0.97);
  expect(shares.told).toBeGreaterThanOrEqual(0.88);
  expect(shares.abstainF1).toBeGreaterThanOrEqual(0.92);
});

it("of those that can be answered none is without words of a document, and the others have no fact", () => {
  for (const { id, gold, fact } of goldQuestions) expect(gold.length > 0, id).toBe(fact.length > 0);
  const whole = new Map(
    office.library.documents.map(({ id }) => {
      const roots = office.library.clauses.filter(({ doc, parent }) => doc === id && parent === null);
      return [id, same(roots.map(office.library.fullText).join(""))];
    }),
  );
  for (const { id, gold } of goldQuestions)
    for (const { doc, quote } of gold) expect(whole.get(doc), id).toContain(same(quote));
});
