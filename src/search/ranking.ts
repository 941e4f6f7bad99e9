/**
 * Question → ranked passages of any collection: an index, a second look at its best, and past questions where there are some.
 *
 * Takes    passages, past questions with the passages that answered them; then a question.
 * Returns  the best passages, each with its score and why: the parts it was added up from.
 * Leaves   units, named documents and silence, which only an office has, to rank.ts.
 */
import { fold } from "../lib/text.ts";
import { type Asked, type Bm25, bm25, type Hit } from "./bm25.ts";
import { type History, openHistory, type PastQuestion } from "./history.ts";
import { type LearnedWords, learnWords } from "./learned-words.ts";
import { questionTerms } from "./question-terms.ts";
import { fitted, type RankingWeights } from "./ranking-weights.ts";
import { type Looked, lookAgain, type Passage } from "./second-look.ts";
import { type Term, terms } from "./tokens.ts";
import { wordsOf } from "./words-of.ts";

export interface Ranked {
  readonly passage: number;
  readonly score: number;
  readonly why: Why;
}

/** The parts of a score, in shares of the best passage's: they add up to it. */
export interface Why {
  readonly words: number;
  readonly headings: number;
  readonly sentence: number;
  readonly document: number;
  readonly votes: number;
}

export interface Ranking {
  /** The best passages, at most a hundred and those voted for; of all, or of those that `only` lets through. */
  readonly find: (question: string, limit: number, only?: (passage: number) => boolean) => readonly Ranked[];
}

/** So many of the index's best are looked at again. */
const deep = 100;
/** What no text has. */
const noTerm: Term = 0;
/** Passages that were voted for are looked for so far down. */
const farther = 1000;

/** Indexes the passages now; past questions are read by the first search. */
export function openRanking(
  passages: readonly Passage[],
  past: readonly PastQuestion[] = [],
  weights: RankingWeights = fitted,
): Ranking {
  const index = bm25(passages.map((passage) => terms(indexedText(passage))));
  return rankingOver(index, (at) => passages[at] as Passage, past, weights);
}

/** What the index of a passage is made of: one field, folded. */
export const indexedText = ({ title, headings, text }: Passage): string => fold(`${title} ${headings} ${text}`);

/** The same over an index that stands already, its passages read where they are kept. */
export function rankingOver(
  index: Bm25,
  passageAt: (passage: number) => Passage,
  past: readonly PastQuestion[],
  weights: RankingWeights,
): Ranking {
  let read: Experience | undefined;

  return {
    find(question, limit, only) {
      const folded = fold(question);
      const asked = questionTerms(folded, weights);
      read ??= past.length === 0 ? nothing : experience(past, passageAt);
      const meant = [...asked, ...learnedTerms(folded, asked, read.learned, weights)];
      const worth = new Map(meant.map(({ term, weight }) => [term, weight * index.idf(term)]));
      const votes = read.history.votes(asked);
      const searched = telling(meant, index, weights);
      const found =
        only === undefined
          ? index.search(searched, votes.size > 0 ? farther : deep)
          : index.search(searched, index.size).filter(({ passage }) => only(passage));
      const hits = candidates(found, votes);
      const looked = lookAgain(hits, worth, passageAt, weights);
      return added(looked, votes, passageAt, weights)
        .sort((left, right) => right.score - left.score || left.passage - right.passage)
        .slice(0, limit);
    },
  };
}

/** The terms without those that nearly every passage has: they cost the index most and tell least. All, where no other is there. */
function telling(asked: readonly Asked[], index: Bm25, weights: RankingWeights): readonly Asked[] {
  const least = weights.common * index.idf(noTerm);
  const rest = asked.filter(({ term }) => index.idf(term) >= least);
  return rest.length > 0 ? rest : asked;
}

interface Experience {
  readonly history: History;
  readonly learned: LearnedWords;
}

const nothing: Experience = { history: { votes: () => new Map() }, learned: { meaning: () => [] } };

function experience(past: readonly PastQuestion[], passageAt: (at: number) => Passage): Experience {
  const questions = past.map(({ question }) => fold(question));
  const words = (folded: string): string[] => wordsOf(folded).map(({ word }) => word);
  const pairs = past.flatMap(({ passages }, at) => {
    const said = words(questions[at] as string);
    return passages.map((passage) => ({ said, written: words(fold(passageAt(passage).text)) }));
  });
  return { history: openHistory(past, questions.map(terms)), learned: learnWords(pairs) };
}

/** The pairs of characters of the words that the question's words were learned to stand for; what it says itself is not said again. */
function learnedTerms(
  folded: string,
  asked: readonly Asked[],
  { meaning }: LearnedWords,
  weights: RankingWeights,
): readonly Asked[] {
  const own = new Set(asked.map(({ term }) => term));
  const meant = new Map<Term, number>();
  for (const word of new Set(wordsOf(folded).map((placed) => placed.word))) {
    for (const { word: written, likelihood } of meaning(word)) {
      for (const term of new Set(terms(written))) {
        if (!own.has(term)) meant.set(term, (meant.get(term) ?? 0) + weights.learned * likelihood);
      }
    }
  }
  return [...meant].map(([term, weight]) => ({ term, weight }));
}

/** The index's best, and whatever further down was voted for. */
function candidates(hits: readonly Hit[], votes: ReadonlyMap<number, number>): readonly Hit[] {
  const found = new Set(hits.map(({ passage }) => passage));
  const unfound = [...votes.keys()].filter((passage) => !found.has(passage)).map((passage) => ({ passage, score: 0 }));
  return [...hits.filter(({ passage }, at) => at < deep || votes.has(passage)), ...unfound];
}

function added(
  looked: readonly Looked[],
  votes: ReadonlyMap<number, number>,
  passageAt: (passage: number) => Passage,
  weights: RankingWeights,
): Ranked[] {
  // Where no passage holds a word of the question, the votes alone decide.
  const whole = looked.reduce((most, parts) => Math.max(most, sum(parts)), 0) || 1;
  const forDocuments = new Map<number, number>();
  for (const [passage, likeness] of votes) {
    const { document } = passageAt(passage);
    forDocuments.set(document, (forDocuments.get(document) ?? 0) + likeness);
  }
  return looked.map((parts) => {
    const { passage } = parts;
    const forDocument = Math.log1p(forDocuments.get(passageAt(passage).document) ?? 0);
    const why = {
      words: parts.words / whole,
      headings: parts.headings / whole,
      sentence: parts.sentence / whole,
      document: parts.document / whole,
      votes: weights.votes * (votes.get(passage) ?? 0) + weights.documentVotes * forDocument,
    };
    return { passage, score: sum(parts) / whole + why.votes, why };
  });
}

const sum = ({ words, headings, sentence, document }: Looked): number => words + headings + sentence + document;
