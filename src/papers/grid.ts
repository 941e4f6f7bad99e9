/**
 * A paper as one ruled table: every line of it on the same sixteen columns, so that HTML and Word draw the same page.
 *
 * Takes    a paper. Returns its lines, each a list of cells that fill the width.
 */
import { paperWords as words } from "../answer/wording/papers.ts";
import type { Paper, PaperField, Signature } from "./paper.ts";

export const columns = 16;

export interface Cell {
  readonly kind: "label" | "value" | "sum" | "box";
  readonly span: number;
  readonly text: string;
  /** Where to sign, at the foot of a box; the day stands beside it, or under it where the box is narrow. */
  readonly signing?: { readonly name: string; readonly day: string; readonly wide: boolean } | undefined;
}

export interface Line {
  readonly height: "line" | "tall" | "box";
  readonly cells: readonly Cell[];
}

/** Label and value twice in a line: 3 + 5 + 3 + 5. */
const label = 3;
const half = columns / 2 - label;
const whole = columns - label;
/** 项目, four sums, 说明. */
const claim = [3, 2, 2, 2, 2, 5] as const;

export function gridOf({ rows, table, attachments, signatures }: Paper): readonly Line[] {
  const attached: Line = {
    height: "line",
    cells: [
      { kind: "label", span: label, text: words.attachments },
      { kind: "value", span: whole, text: attachments.map(words.attachment).join("　") },
    ],
  };
  return [
    ...rows.map(fieldLine),
    ...(table === undefined ? [] : tableLines(table)),
    ...(attachments.length === 0 ? [] : [attached]),
    ...signatures.map(boxLine),
  ];
}

/** A field with the line to itself is for words, which need room. */
function fieldLine(fields: readonly PaperField[]): Line {
  const alone = fields.length === 1;
  const cells = fields.flatMap(({ label: text, value }): Cell[] => [
    { kind: "label", span: label, text },
    { kind: "value", span: alone ? whole : half, text: value ?? "" },
  ]);
  return { height: alone && fields[0]?.value === null ? "tall" : "line", cells };
}

function tableLines({ columns, rows }: NonNullable<Paper["table"]>): readonly Line[] {
  const cells = (row: readonly string[], kind: (at: number) => Cell["kind"]): readonly Cell[] =>
    claim.map((span, at) => ({ kind: kind(at), span, text: row[at] ?? "" }));
  const isSum = (at: number) => at > 0 && at < claim.length - 1;
  return [
    { height: "line", cells: cells(columns, () => "label") },
    ...rows.map((row): Line => ({ height: "line", cells: cells(row, (at) => (isSum(at) ? "sum" : "value")) })),
  ];
}

function boxLine(boxes: readonly Signature[]): Line {
  const wide = boxes.length === 1;
  const cells = boxes.flatMap(({ label: text, decided, signing: day }): Cell[] => [
    { kind: "label", span: label, text },
    {
      kind: "box",
      span: wide ? whole : half,
      text: decided ?? "",
      signing: day === undefined ? undefined : { name: words.sign, day, wide },
    },
  ]);
  return { height: "box", cells };
}
