/**
 * The lines of a reimbursement (报销明细) as people list them: 高铁票236、住宿640、伙食补助300, 三百六的打车费.
 *
 * Takes    the words for each label (data/vocabulary.json), then a folded message without its dates. Returns its lines.
 * Leaves   adding them to what was said before to claimed.ts, holding them against the law to rules/claim-lines.ts.
 * A sum belongs to the name before it, else to the one behind it. A total (一共1200) is no line, and a name that no list has
 * makes one only in a list of several.
 */
import { type Money, readMoney } from "../lib/chinese-money.ts";
import type { ClaimLabel, ClaimLine } from "../rules/slots.ts";

export interface ClaimWords {
  readonly label: ClaimLabel;
  readonly said: readonly string[];
  /** What was taken, where the words say so. */
  readonly transport?: ClaimLine["transport"];
}

interface Named {
  readonly line: Omit<ClaimLine, "yuan">;
  readonly known: boolean;
  /** Where the name ends in the piece of text it was found in. */
  readonly to: number;
}

const total = /(?:合计|一共|总共|共计|总计|总额|加起来|共)[^,,。;;、]{0,4}$/u;
const between = /[,,。;;、!!\n]/u;
const ownName = /(?<name>[\p{Script=Han}a-z]{1,10}(?:费|票|钱|款|券))[^\p{Script=Han}]{0,4}$/u;
/** These name the whole claim, not a line of it. */
const wholeClaim = /(?:差旅|出差|接待|招待|报销|报账|垫|垫付|其中|所有|全部)(?:的)?(?:费|费用|钱|款|票)?$/u;
/** 去213.5,回213.5: the way back is named like the way out. */
const likewise = /^[,,、;;和\s]*(?:返程?|回程?|来|又|再|还有)(?:是|要|花了?)?[^\p{Script=Han}]{0,2}$/u;

/** 来回各118 is twice the sum; of anything else that costs so much each, nobody said how many there are. */
const timesOf = (before: string): number | undefined =>
  /(?:来回|往返|去回)(?:的)?(?:各|每趟)(?:是|花了?)?$/u.test(before)
    ? 2
    : /(?:各|每)[^,,。;;\d]{0,3}$/u.test(before)
      ? undefined
      : 1;

const wholeTrip = /差旅|出差/u;
const ownNamed = (label: string): Named["line"] => ({ label, ...(wholeTrip.test(label) && { whole: true }) });

/** A line under a name that no list has. */
export const ownLine = (label: string, yuan: number): ClaimLine => ({ ...ownNamed(label), yuan });

/** Makes the reader of the lines. */
export function claimLines(lists: readonly ClaimWords[]): (undated: string) => readonly ClaimLine[] {
  const names = lists
    .flatMap(({ said, ...rest }) => said.map((words) => ({ words, line: { ...rest, said: words } })))
    .sort((one, other) => other.words.length - one.words.length);

  /** The name that stands last in a piece of text, the longest of those that end there. */
  const lastIn = (piece: string): Named | undefined => {
    const found = names
      .map(({ line, words }) => ({ line, known: true, at: piece.lastIndexOf(words), length: words.length }))
      .filter(({ at }) => at >= 0)
      .map(({ length, ...name }) => ({ ...name, to: name.at + length }))
      .toSorted((one, other) => other.to - one.to || one.at - other.at)[0];
    if (found !== undefined) return found;
    const own = ownName.exec(piece);
    const label = own?.groups?.name;
    if (own === null || label === undefined || wholeClaim.test(label)) return undefined;
    return { line: ownNamed(label), known: false, to: own.index + label.length };
  };

  return (undated) => {
    const sums = readMoney(undated).filter(({ rate, approximate }) => !rate && !approximate);
    const lines: (Named & { readonly yuan: number })[] = [];
    let from = 0;
    for (const [at, sum] of sums.entries()) {
      const before = undated.slice(from, sum.span[0]);
      from = sum.span[1];
      const times = timesOf(before);
      if (total.test(before) || times === undefined) continue;
      const told = lastIn(before);
      const behind = told === undefined ? behindOf(undated, sum, sums[at + 1], lastIn) : undefined;
      const previous = likewise.test(before) ? lines.at(-1) : undefined;
      const name = told ?? behind ?? previous;
      if (name === undefined) continue;
      if (behind !== undefined) from += behind.to;
      lines.push({ ...name, yuan: sum.yuan * times });
    }
    const kept = lines.length > 1 ? lines : lines.filter(({ known }) => known);
    return kept.map(({ line, yuan }) => ({ ...line, yuan }));
  };
}

/** 236的高铁票: the name behind a sum, up to the next stop. */
function behindOf(
  text: string,
  { span }: Money,
  next: Money | undefined,
  lastIn: (piece: string) => Named | undefined,
): Named | undefined {
  const piece = text.slice(span[1], next?.span[0]).split(between)[0] ?? "";
  return lastIn(piece);
}
