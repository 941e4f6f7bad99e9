/**
 * Confirmed questions in the store: what was asked, and found answered by a clause. No part of the chained log.
 *
 * Takes    a connection, or the transaction of a change.
 * Returns  the questions, oldest first; a question is kept once for each clause, whoever confirms it again.
 * Leaves   what the search makes of them to search/confirmed.ts.
 */
import { type Kysely, sql, type Transaction } from "kysely";
import { intact } from "./failure.ts";
import type { StoredQuestion } from "./store.ts";
import { questionRow, type Tables } from "./tables.ts";

/** All of them, in the order in which they came. */
export async function readConfirmed(db: Kysely<Tables>): Promise<readonly StoredQuestion[]> {
  const rows = await db.selectFrom("confirmed_questions").selectAll().orderBy("seq").execute();
  return rows.map(questionFrom);
}

/** Keeps one, unless it is there. */
export async function keepConfirmed(
  db: Transaction<Tables>,
  { question, doc, clause, quote, provision, by, at }: StoredQuestion,
): Promise<void> {
  const { next } = await db
    .selectFrom("confirmed_questions")
    .select(sql<number>`coalesce(max(seq), 0) + 1`.as("next"))
    .executeTakeFirstOrThrow();
  const said = { rule: provision?.id ?? null, entry: provision?.entry ?? null };
  await db
    .insertInto("confirmed_questions")
    .values({ seq: next, question, doc, clause, quote, ...said, actor: by, at })
    .onConflict((conflict) => conflict.columns(["question", "doc", "clause"]).doNothing())
    .execute();
}

function questionFrom(row: unknown): StoredQuestion {
  return intact("a confirmed question", () => {
    const { question, doc, clause, quote, rule, entry, actor: by, at } = questionRow.parse(row);
    const provision = rule === null || entry === null ? {} : { provision: { id: rule, entry } };
    return { question, doc, clause, quote, ...provision, by, at };
  });
}
