/**
 * The lines of a stored claim read again in the words they were said with: what was taken (飞机, 高铁) is not stored.
 *
 * Takes    a draft made from a stored claim, the moment, the readers. Returns it with its lines as they were read when they
 *          were said; as it is, where the words come to anything else.
 */
import type { Moment } from "../lib/dates.ts";
import type { ClaimLine } from "../rules/slots.ts";
import { type Readers, understand } from "./read.ts";
import { type Draft, freshState } from "./state.ts";

/** The draft with its lines read again. */
export function claimsAgain(draft: Draft, now: Moment, readers: Readers): Draft {
  const { claims = [] } = draft.facts;
  if (claims.length === 0) return draft;
  const spelt = claims.map(({ label, said, yuan }) => `${said ?? label}${yuan}元`).join(",");
  const { claims: read = [] } = understand(spelt, now, readers, {
    ...freshState,
    draft: { ...draft, facts: {} },
  }).facts;
  const same = read.length === claims.length && claims.every((one, at) => isLine(one, read[at]));
  return same ? { ...draft, facts: { ...draft.facts, claims: read } } : draft;
}

const isLine = (one: ClaimLine, other: ClaimLine | undefined): boolean =>
  one.label === other?.label && one.yuan === other.yuan;
