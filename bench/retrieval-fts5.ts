/** SQLite FTS5 with its trigram tokenizer: the question's trigrams, any of them, ranked by its BM25. */
import Database from "better-sqlite3";
import { z } from "zod";
import type { Peer } from "./retrieval-peer.ts";

const run = /[\p{L}\p{N}]{3,}/gu;
const found = z.array(z.number());

export const fts5: Peer = {
  name: "SQLite FTS5",
  terms: "its trigrams",
  open(texts) {
    const database = new Database(":memory:");
    database.exec("create virtual table passages using fts5(text, tokenize = 'trigram')");
    const insert = database.prepare("insert into passages(rowid, text) values (?, ?)");
    database.transaction(() => {
      for (const [at, text] of texts.entries()) insert.run(at, text);
    })();
    const search = database.prepare("select rowid from passages where passages match ? order by rank limit 10").pluck();
    return (question) => {
      const trigrams = [...question.matchAll(run)].flatMap(([piece]) =>
        Array.from({ length: piece.length - 2 }, (_, at) => `"${piece.slice(at, at + 3)}"`),
      );
      return trigrams.length === 0 ? [] : found.parse(search.all([...new Set(trigrams)].join(" OR ")));
    };
  },
};
