/**
 * A search that learns: with the confirmed questions as they were last read.
 *
 * Takes    the search of an office, and how to read the confirmed questions.
 * Returns  the search to ask now; after `renew` they are read again, by the next question: no press waits for an index.
 */
import type { ConfirmedQuestion } from "./confirmed.ts";
import type { Search } from "./rank.ts";

export interface Learning {
  readonly search: () => Promise<Search>;
  /** One was confirmed. */
  readonly renew: () => void;
}

/** Nothing is read before the first question; what could not be read is read again at the next. */
export function learning(search: Search, read: () => Promise<readonly ConfirmedQuestion[]>): Learning {
  let known: Promise<Search> | undefined;
  return {
    async search() {
      known ??= read().then(search.knowing);
      const asked = known;
      try {
        return await asked;
      } catch (cause) {
        if (known === asked) known = undefined;
        throw cause;
      }
    },
    renew() {
      known = undefined;
    },
  };
}
