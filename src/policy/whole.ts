/**
 * A document as one folded text, in which words are located whatever clause they stand in.
 *
 * Takes    a document and its clauses; folded words. Returns for each place of the words the deepest clause that holds them.
 * Leaves   which of several clauses is meant to library.ts.
 */
import type { Clause } from "./clause.ts";
import type { PolicyDocument } from "./document.ts";
import { fold } from "./verbatim.ts";

/** The document as one folded text, where each block begins in it, and the clause that each block is of. */
export interface Whole {
  readonly text: string;
  readonly blocks: readonly number[];
  readonly homes: readonly (Clause | undefined)[];
}

/** Makes the text of a document ready. */
export function wholeOf(document: PolicyDocument, clauses: readonly Clause[]): Whole {
  const homes: (Clause | undefined)[] = [];
  // Children stand behind their parent, so that the deepest clause has the last word.
  for (const clause of clauses) for (let at = clause.first; at < clause.end; at++) homes[at] = clause;
  let text = "";
  const blocks = document.body.map((block) => {
    const start = text.length;
    text += fold(block.text).text;
    return start;
  });
  return { text, blocks, homes };
}

/** The last block that begins at or before this place. */
function blockAt(blocks: readonly number[], place: number): number {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((blocks[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** For each place where the words stand in the document, the deepest clause that holds them whole. */
export function holdersOf(
  { text, blocks, homes }: Whole,
  byAddress: ReadonlyMap<string, Clause>,
  sought: string,
): readonly Clause[] {
  const holders = new Set<Clause>();
  for (let at = sought === "" ? -1 : text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const last = blockAt(blocks, at + sought.length - 1);
    let home = homes[blockAt(blocks, at)];
    while (home !== undefined && home.end <= last) home = byAddress.get(home.parent ?? "");
    if (home !== undefined) holders.add(home);
  }
  return [...holders];
}
