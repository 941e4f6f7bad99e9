/**
 * The gold questions of test/talks/gold.jsonl: found, told in the first sentence, and left open where nothing is written.
 *
 * Takes    nothing. Returns the shares in percent, of those held out and of those that were read.
 */
import { openOffice } from "../src/office.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import { goldQuestions, type Judged, judgeGold, sharesOf } from "../test/talks/gold.ts";
import { openDesks } from "./desk.ts";
import { type Row, rounded } from "./row.ts";

const asked = "2026-11-23T09:00:00+08:00";

export async function gold(): Promise<Row[]> {
  const none = await openSqlite(":memory:");
  const office = openOffice("data", "data/staff.json", none);
  await none.close();
  const withDesk = await openDesks();
  const judged: Judged[] = [];
  for (const question of goldQuestions) {
    const { id, as, question: text } = question;
    const turn = { id, conversation: id, as, now: asked, text };
    const reply = await withDesk(":memory:", (handle) => handle(turn));
    judged.push(judgeGold(question, { office, reply }));
  }
  return [true, false].flatMap((heldOut) => {
    const part = judged.filter(({ question }) => question.heldOut === heldOut);
    const { answerable, recallAt1, recallAt5, told, abstainPrecision, abstainRecall, abstainF1 } = sharesOf(part);
    const name = heldOut ? "gold, held out" : "gold, read";
    const row = (measure: string, share: number, of: number): Row => ({
      measure: `${name}: ${measure}`,
      value: rounded(100 * share, 1),
      unit: `% of ${of}`,
    });
    return [
      row("recall@1", recallAt1, answerable),
      row("recall@5", recallAt5, answerable),
      row("fact in the first sentence", told, answerable),
      row("abstains, precision", abstainPrecision, part.length - answerable),
      row("abstains, recall", abstainRecall, part.length - answerable),
      row("abstains, F1", abstainF1, part.length),
    ];
  });
}
