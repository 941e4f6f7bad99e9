/**
 * A clause (条款): the unit that answers cite. A tree a document, held as a flat list in the document's order.
 */
export interface Clause {
  readonly doc: string;
  /** Canonical, unique in the document: "三、(四)5", "三、(四)5表1行1", "文件头", "序言", "结尾". */
  readonly address: string;
  /** The titles above it and its own, in the document's words; for a row of a table also its columns. */
  readonly path: readonly string[];
  /** Its own paragraphs, label included, joined by "\n"; what its children say is not in it. */
  readonly text: string;
  readonly kind: "heading" | "text" | "table-row";
  readonly parent: string | null;
  readonly children: readonly string[];
  /** Its place among the document's clauses, from 0. */
  readonly order: number;
  /** The document's blocks that it and everything below it fill: body.slice(first, end). */
  readonly first: number;
  readonly end: number;
}
