/**
 * Splitting: a document's body → its clauses, by the heading grammar 第一章 第一条 一、(一)1.1), and its annexes 附件1.
 *
 * Takes    a document (blocks, and the few places that labels do not tell).
 * Returns  its clauses in order, each with a unique address.
 * Leaves   looking clauses up to library.ts.
 * Why      kinds of label are mixed and numbers restart (a list 一、…七、 inside 二、(六)), so there is no fixed ladder of
 *          levels: a label continues the deepest open list of its kind that waits for its number; 1 opens a list below
 *          the clause at hand; a number seen last is a repeated label; anything else is text.
 */
import { DataError } from "../errors.ts";
import { addressBelow, CLOSING, HEAD, PREAMBLE, rowAddress } from "./address.ts";
import type { Clause } from "./clause.ts";
import type { PolicyDocument } from "./document.ts";
import { isBareTitle, type Label, opening, readLabel, titleOf, titleOver } from "./label.ts";

interface Growing {
  readonly address: string;
  readonly label: Label | undefined;
  readonly parent: Growing | undefined;
  readonly children: Growing[];
  readonly paragraphs: string[];
  /** The columns, for a row of a table. */
  readonly columns: readonly string[] | undefined;
  readonly first: number;
  end: number;
  tables: number;
}

/** The document's clauses, in order. */
export function splitDocument(document: PolicyDocument): readonly Clause[] {
  const grown: Growing[] = [];
  const waiting = new Map(Object.entries(document.places));
  let current: Growing | undefined;
  let last: Last = { article: 0, annex: 0 };
  let passages = 0;

  const add = (address: string, parent: Growing | undefined, first: number, more: Partial<Growing> = {}): Growing => {
    const clause: Growing = {
      ...{ address, parent, first, end: first, children: [], paragraphs: [], tables: 0 },
      ...{ label: more.label, columns: more.columns },
    };
    grown.push(clause);
    parent?.children.push(clause);
    return clause;
  };
  const write = (clause: Growing, text: string, at: number): Growing => {
    clause.paragraphs.push(text);
    for (const each of lineage(clause)) each.end = at + 1;
    return clause;
  };
  const labelled = (label: Label, paragraph: string, parent: Growing | undefined, at: number): Growing => {
    const address = addressBelow(parent?.address ?? "", label);
    const taken = grown.some((clause) => clause.address === address);
    if (label.kind === "article") last = { ...last, article: label.ordinal };
    if (label.kind === "annex") last = { article: 0, annex: label.ordinal };
    return add(taken ? address + opening(paragraph, label) : address, parent, at, { label });
  };

  document.body.forEach((block, at) => {
    if (block.kind === "table-head") {
      for (const each of lineage(current)) each.end = at + 1;
      return;
    }
    if (block.kind === "table-row") {
      if (current === undefined)
        throw new DataError(document.file, block.text, "a table before any text: put its lead-in above it");
      if (block.row === 1) current.tables += 1;
      const row = add(rowAddress(current.address, current.tables, block.row), current, at, { columns: block.columns });
      write(row, block.text, at);
      return;
    }

    const place = [...waiting].find(([, words]) => block.text.startsWith(words))?.[0];
    if (place !== undefined) {
      waiting.delete(place);
      const unnumbered = [HEAD, PREAMBLE, CLOSING].includes(place);
      const open = unnumbered ? add(place, undefined, at) : lineage(current).find((each) => each.address === place);
      if (open === undefined) {
        throw new DataError(
          document.file,
          `places.${place}`,
          "no such clause is open there: name one that the paragraph follows",
        );
      }
      current = write(open, block.text, at);
      return;
    }

    const label = readLabel(block.text);
    const parent = label === undefined ? undefined : parentFor(label, block.text, current, last);
    if (label !== undefined && parent !== undefined) {
      current = write(labelled(label, block.text, parent.clause, at), block.text, at);
    } else if (current === undefined) {
      current = write(add(PREAMBLE, undefined, at), block.text, at);
    } else if (document.unlabelled === "sections" && ![HEAD, CLOSING].includes(current.address)) {
      passages += 1;
      const passage: Label = { kind: "passage", ordinal: passages, numeral: String(passages), length: 0 };
      current = write(labelled(passage, block.text, undefined, at), block.text, at);
    } else {
      write(current, block.text, at);
    }
  });

  for (const [place, words] of waiting) {
    throw new DataError(document.file, `places.${place}`, `no paragraph begins with "${words}": copy its first words`);
  }
  return grown.map((clause, order) => finish(clause, document.id, order));
}

/** The numbers seen last of what is counted through: articles within the text or an annex, annexes within the document. */
interface Last {
  readonly article: number;
  readonly annex: number;
}

/** Under which clause the label opens an item; undefined when it is no label here. `clause` is undefined at the top. */
function parentFor(
  label: Label,
  paragraph: string,
  current: Growing | undefined,
  last: Last,
): { readonly clause: Growing | undefined } | undefined {
  const open = lineage(current).filter((each) => each.label !== undefined);
  if (label.kind === "annex") return label.ordinal === last.annex + 1 ? { clause: undefined } : undefined;
  if (label.kind === "article") {
    const over = open.find((each) => ["chapter", "part", "annex"].includes(each.label?.kind ?? ""));
    return label.ordinal === last.article + 1 ? { clause: over } : undefined;
  }
  const same = open.filter((each) => each.label?.kind === label.kind);
  const before = same.find((each) => each.label?.ordinal === label.ordinal - 1);
  if (before !== undefined) return { clause: before.parent };
  if (label.ordinal === 1) return { clause: open[0] };
  const repeated = same.find((each) => each.label?.ordinal === label.ordinal);
  return repeated !== undefined && repeated.paragraphs[0] !== paragraph ? { clause: repeated.parent } : undefined;
}

/** The clause and all above it, the deepest first. */
function lineage(clause: Growing | undefined): readonly Growing[] {
  const above: Growing[] = [];
  for (let each = clause; each !== undefined; each = each.parent) above.push(each);
  return above;
}

function finish(clause: Growing, doc: string, order: number): Clause {
  const titles = lineage(clause).toReversed().map(ownTitle);
  return {
    doc,
    address: clause.address,
    path: [...titles, ...(clause.columns ?? [])].filter((title) => title !== ""),
    text: clause.paragraphs.join("\n"),
    kind: kindOf(clause),
    parent: clause.parent?.address ?? null,
    children: clause.children.map((child) => child.address),
    order,
    first: clause.first,
    end: clause.end,
  };
}

function ownTitle({ label, paragraphs, children }: Growing): string {
  if (label?.kind === "annex") return titleUnder(paragraphs);
  const first = paragraphs[0];
  if (label === undefined || label.kind === "passage" || first === undefined) return "";
  return children.length > 0 || paragraphs.length > 1 ? titleOver(first, label) : titleOf(first, label);
}

/** An annex has its title on the line below its number. */
function titleUnder([, title = ""]: readonly string[]): string {
  return isBareTitle(title) ? title : "";
}

function kindOf({ columns, label, paragraphs, children }: Growing): Clause["kind"] {
  if (columns !== undefined) return "table-row";
  const bare = paragraphs.length === 1 && isBareTitle(paragraphs[0] ?? "");
  return label !== undefined && children.length > 0 && bare ? "heading" : "text";
}
