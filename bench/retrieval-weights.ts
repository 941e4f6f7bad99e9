/**
 * What each weight of the ranking is worth: `node bench/retrieval-weights.ts FOLDER`.
 *
 * Takes    the folder of the retrieval sets. Prints the fitted weights' figures, then those with one weight at a time set to
 *          "as if it were not there".
 * Why      only on what they were fitted on: the train part of STARD (each fifth with the other four as past questions), and the parts
 *          of CMRC and DRCD that were watched meanwhile. The dev part and the rest are measured by the bench alone.
 */
import { openRanking } from "../src/search/ranking.ts";
import { fitted, type RankingWeights } from "../src/search/ranking-weights.ts";
import { judgedBy } from "./retrieval.ts";
import { type Judged, measured } from "./retrieval-measure.ts";
import { openSet, type Question, type RetrievalSet, type SetName } from "./retrieval-sets.ts";

const absent: RankingWeights = {
  asking: 1,
  besideAsking: 1,
  withinWord: 1,
  latin: 1,
  again: 0,
  common: 0,
  headings: 0,
  sentence: 0,
  document: 0,
  votes: 0,
  documentVotes: 0,
  learned: 0,
};
const folds = 5;

const folder = process.argv[2];
if (folder === undefined) throw new Error("name the folder of the sets: node bench/retrieval-weights.ts FOLDER");
const part = (name: SetName, split: string): RetrievalSet => {
  const { passages, questions } = openSet(folder, name);
  return { passages, questions: questions.filter((question) => question.split.includes(split)) };
};
const watched = [part("stard", "train"), part("cmrc2018_dev", "trial"), part("drcd", "DRCD_dev")] as const;

/** Each fifth of the questions, asked with the others as past questions. */
function taught({ passages, questions }: RetrievalSet, weights: RankingWeights): readonly Judged[] {
  return Array.from({ length: folds }, (_, fold) => {
    const inFold = (_question: Question, at: number): boolean => at % folds === fold;
    const past = questions.filter((question, at) => !inFold(question, at));
    const ranking = openRanking(
      passages,
      past.map(({ text, relevant }) => ({ question: text, passages: relevant })),
      weights,
    );
    return judgedBy(ranking, questions.filter(inFold));
  }).flat();
}

function show(name: string, weights: RankingWeights): void {
  const [stard, cmrc, drcd] = watched.map(({ passages, questions }) =>
    measured(judgedBy(openRanking(passages, [], weights), questions)),
  );
  const past = measured(taught(watched[0], weights));
  const cells = [stard?.recall10, stard?.mrr10, past.recall10, past.mrr10, cmrc?.recall1, drcd?.recall1];
  console.log([name.padEnd(22), ...cells.map((cell) => (cell ?? Number.NaN).toFixed(1).padStart(11))].join(" "));
}

console.log("STARD train (alone, then with past questions: recall@10 and MRR@10), CMRC trial and DRCD dev (recall@1)");
show("fitted", fitted);
for (const name of Object.keys(absent) as (keyof RankingWeights)[]) {
  show(`without ${name}`, { ...fitted, [name]: absent[name] });
}
show("without any", absent);
