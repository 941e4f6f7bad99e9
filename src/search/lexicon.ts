/**
 * Terms numbered as they come: the fast half of building an index.
 *
 * Takes    terms (numbers up to 32 bits). Returns small consecutive ids. Open addressing on typed arrays, doubled when half full.
 */
import type { Term } from "./tokens.ts";

export interface Lexicon {
  readonly size: () => number;
  /** The term's id, given one now if it has none. */
  readonly add: (term: Term) => number;
  /** The term's id, or -1. */
  readonly find: (term: Term) => number;
  /** Every term, in rising order; their ids are as they came. */
  readonly sorted: () => Uint32Array;
}

/** An empty lexicon. */
export function lexicon(): Lexicon {
  let bits = 15;
  let mask = 2 ** bits - 1;
  let keys = new Uint32Array(mask + 1);
  let ids = new Int32Array(mask + 1).fill(-1);
  let size = 0;

  // The high bits of the product: the low ones would see only the second character of a bigram.
  const slot = (term: Term): number => {
    let at = Math.imul(term, 0x9e3779b1) >>> (32 - bits);
    while (ids[at] !== -1 && keys[at] !== term) at = (at + 1) & mask;
    return at;
  };
  const grow = (): void => {
    const [oldKeys, oldIds] = [keys, ids];
    bits += 1;
    mask = 2 ** bits - 1;
    keys = new Uint32Array(mask + 1);
    ids = new Int32Array(mask + 1).fill(-1);
    for (let at = 0; at < oldKeys.length; at++) {
      const id = oldIds[at] as number;
      if (id === -1) continue;
      const place = slot(oldKeys[at] as number);
      keys[place] = oldKeys[at] as number;
      ids[place] = id;
    }
  };
  return {
    size: () => size,
    find: (term) => ids[slot(term)] as number,
    add(term) {
      const at = slot(term);
      const known = ids[at] as number;
      if (known !== -1) return known;
      keys[at] = term;
      ids[at] = size++;
      if (size * 2 > mask) grow();
      return size - 1;
    },
    sorted() {
      const terms = new Uint32Array(size);
      let next = 0;
      for (let at = 0; at < keys.length; at++) if (ids[at] !== -1) terms[next++] = keys[at] as number;
      return terms.sort();
    },
  };
}
