/**
 * The bars: what each measure must reach, all of them in one place.
 *
 * Takes    a suite and a measure. Returns the bar, or nothing where a number is only shown.
 */
export type Bar = { readonly atMost: number } | { readonly atLeast: number };

const bars: Readonly<Record<string, Readonly<Record<string, Bar>>>> = {
  start: {
    "ask: first answer, median of 5": { atMost: 1 },
    "ask: first answer, by a search, median of 5": { atMost: 1 },
    "ask: first answer, by a search, the indexes kept, median of 5": { atMost: 1 },
    "ask --jsonl: first answer, median of 5": { atMost: 1 },
    "npm run -s ask: first answer, median of 5": { atMost: 1 },
  },
  turn: { "a turn, p95": { atMost: 30 } },
  memory: { "resident after 500 turns": { atMost: 250 } },
  store: { "filings, share of bare inserts": { atLeast: 40 } },
  scale: {
    "1,000: a question, p95": { atMost: 1 },
    "10,000: a question, p95": { atMost: 2 },
    "100,000: a question, p95": { atMost: 5 },
    "1,000,000: a question, p95": { atMost: 80 },
    "1,000: start from what was saved": { atMost: 0.1 },
    "10,000: start from what was saved": { atMost: 0.2 },
    "100,000: start from what was saved": { atMost: 1 },
    "1,000,000: start from what was saved": { atMost: 8 },
    "1,000,000: memory of the process that is asked": { atMost: 1200 },
  },
  talks: {
    "qa, right": { atLeast: 95 },
    "abstain, right": { atLeast: 95 },
    "guard, right": { atLeast: 90 },
    "calc, right": { atLeast: 90 },
    "dialog, right": { atLeast: 90 },
  },
  language: {
    "duckling time, simplified": { atLeast: 176 },
    "duckling time, all scripts": { atLeast: 370 },
    "recognizers times": { atLeast: 175 },
    "recognizers date periods": { atLeast: 90 },
    "recognizers CNY": { atLeast: 14 },
    "recognizers numbers": { atLeast: 350 },
    "formal integers there and back": { atLeast: 13_001 },
    "colloquial numerals": { atLeast: 80 },
    "load, median of 7": { atMost: 30 },
    "a message of 40 characters, median": { atMost: 0.2 },
    "a message of 4,000 characters, median": { atMost: 20 },
  },
  retrieval: {
    "gold, held out: recall@1": { atLeast: 85 },
    "gold, held out: recall@5": { atLeast: 97 },
    "gold, held out: fact in the first sentence": { atLeast: 88 },
    "gold, held out: abstains, F1": { atLeast: 92 },
    "STARD dev, past questions, recall@10": { atLeast: 57 },
    "STARD, recall@10": { atLeast: 50.5 },
    "STARD, MRR@10": { atLeast: 41 },
    "STARD, a question, p95": { atMost: 5 },
    "CMRC, recall@1": { atLeast: 97.5 },
    "DRCD, recall@1": { atLeast: 93 },
    "DRCD asked Simplified, recall@1": { atLeast: 93 },
    ...abovePeers(
      "STARD, recall@10",
      "STARD, MRR@10",
      "CMRC, recall@1",
      "DRCD, recall@1",
      "DRCD asked Simplified, recall@1",
    ),
  },
  fuzz: { "any text, slowest": { atMost: 50 } },
  understand: { "held out, intent": { atLeast: 95 }, "held out, slots, F1": { atLeast: 93 } },
};

/** Ours over theirs, on the questions that the peer answered in the same run. */
function abovePeers(...measures: readonly string[]): Readonly<Record<string, Bar>> {
  const rows = measures.flatMap((measure) =>
    ["MiniSearch", "Orama", "SQLite FTS5"].map((peer) => [`${measure}, over ${peer}`, { atLeast: 1.001 }] as const),
  );
  return Object.fromEntries(rows);
}

export function barOf(suite: string, measure: string): Bar | undefined {
  return bars[suite]?.[measure];
}

export const reaches = (value: number, bar: Bar): boolean =>
  "atMost" in bar ? value <= bar.atMost : value >= bar.atLeast;

/** Every measure that has a bar, to be held against what was measured: a renamed measure must not lose its bar. */
export const barred = (suite: string): readonly string[] => Object.keys(bars[suite] ?? {});
