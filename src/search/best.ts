/**
 * The best hits of many, without sorting the rest: a heap whose root is the worst of those kept.
 *
 * Takes    passages with their scores, in any order. Returns the best, best first; equal scores in the order of the passages.
 */
export interface Hit {
  readonly passage: number;
  readonly score: number;
}

export interface Best {
  readonly limit: number;
  /** No score under this one gets in: 0 as long as there is room, infinity where there never was any. */
  readonly floor: () => number;
  readonly offer: (passage: number, score: number) => void;
  readonly hits: () => readonly Hit[];
}

/** Keeps the best `limit` of what is offered. */
export function best(limit: number): Best {
  const scores = new Float64Array(limit);
  const passages = new Uint32Array(limit);
  let size = 0;

  /** Whether what is kept at this place is worse than this hit. */
  const under = (at: number, passage: number, score: number): boolean =>
    (scores[at] as number) < score || (scores[at] === score && (passages[at] as number) > passage);
  const put = (at: number, passage: number, score: number): void => {
    scores[at] = score;
    passages[at] = passage;
  };
  const move = (from: number, to: number): void => put(to, passages[from] as number, scores[from] as number);
  const rise = (passage: number, score: number): void => {
    let at = size++;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (under(parent, passage, score)) break;
      move(parent, at);
      at = parent;
    }
    put(at, passage, score);
  };
  const sink = (passage: number, score: number): void => {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && under(child + 1, passages[child] as number, scores[child] as number)) child += 1;
      if (!under(child, passage, score)) break;
      move(child, at);
      at = child;
    }
    put(at, passage, score);
  };

  return {
    limit,
    floor: () => (size < limit ? 0 : (scores[0] ?? Number.POSITIVE_INFINITY)),
    offer(passage, score) {
      if (size < limit) rise(passage, score);
      else if (size > 0 && under(0, passage, score)) sink(passage, score);
    },
    hits: () =>
      Array.from({ length: size }, (_, at) => ({ passage: passages[at] as number, score: scores[at] as number })).sort(
        (left, right) => right.score - left.score || left.passage - right.passage,
      ),
  };
}
