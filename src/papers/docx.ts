/**
 * A paper as a Word file: the page of html.ts, to be filled in by hand or on the screen.
 *
 * Takes    a paper. Returns the file's bytes. Faces are those that Chinese offices have; Word puts its own where one is missing.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeightRule,
  type ISectionPropertiesOptions,
  convertMillimetersToTwip as mm,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { type Cell, columns, gridOf, type Line } from "./grid.ts";
import type { Paper } from "./paper.ts";

/** Digits in the same face: where it is missing, Word takes one that is as wide. */
const face = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name });
const faces = { heading: face("方正小标宋简体"), label: face("宋体"), words: face("仿宋"), standing: face("黑体") };
/** In half points, as Word counts: 二号, 小四, 五号, 小五, and what lies between where a line must hold its words. */
const sizes = { heading: 44, words: 24, label: 22, small: 21, head: 19, notes: 18 };
const columnWidth = mm(10);
const heights = { line: mm(8.5), tall: mm(12), box: mm(18) } satisfies Record<Line["height"], number>;

const page: ISectionPropertiesOptions = {
  page: {
    size: { width: mm(210), height: mm(297) },
    margin: { top: mm(18), bottom: mm(15), left: mm(25), right: mm(25) },
  },
};

export function paperFile(paper: Paper): Promise<Buffer> {
  const { heading, standing, head, notes } = paper;
  const children = [
    words([standing], { alignment: AlignmentType.RIGHT, font: faces.standing, size: sizes.small, boxed: true }),
    words([heading], { alignment: AlignmentType.CENTER, font: faces.heading, size: sizes.heading, after: mm(5) }),
    headLine(head),
    new Table({
      width: { size: columns * columnWidth, type: WidthType.DXA },
      columnWidths: Array.from({ length: columns }, () => columnWidth),
      layout: TableLayoutType.FIXED,
      borders: { top: edge(8), bottom: edge(8), left: edge(8), right: edge(8) },
      rows: gridOf(paper).map(row),
    }),
    ...notes.map((note, at) => words([note], { size: sizes.notes, before: at === 0 ? mm(2) : 0 })),
  ];
  return Packer.toBuffer(new Document({ title: heading, sections: [{ properties: page, children }] }));
}

const edge = (size: number) => ({ style: BorderStyle.SINGLE, size, color: "000000" });

interface Look {
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly font?: ReturnType<typeof face>;
  readonly size?: number;
  readonly before?: number;
  readonly after?: number;
  readonly boxed?: boolean;
}

/** A paragraph; each text begins a line of its own. */
function words(lines: readonly string[], look: Look = {}): Paragraph {
  const { alignment, font = faces.words, size = sizes.words, before = 0, after = 0, boxed = false } = look;
  const border = boxed ? { border: edge(8) } : {};
  return new Paragraph({
    ...(alignment === undefined ? {} : { alignment }),
    spacing: { before, after },
    autoSpaceEastAsianText: false,
    children: lines.map((text, at) => new TextRun({ text, font, size, ...border, ...(at === 0 ? {} : { break: 1 }) })),
  });
}

/** Unit, day and number over the table, as far apart as the line allows. */
function headLine(head: Paper["head"]): Paragraph {
  const width = columns * columnWidth;
  return new Paragraph({
    spacing: { after: mm(1) },
    autoSpaceEastAsianText: false,
    tabStops: [
      { type: "center", position: width / 2 },
      { type: "right", position: width },
    ],
    children: [new TextRun({ text: head.join("\t"), font: faces.words, size: sizes.head })],
  });
}

function row({ height, cells }: Line): TableRow {
  return new TableRow({
    cantSplit: true,
    height: { value: heights[height], rule: HeightRule.ATLEAST },
    children: cells.map((one) => cell(one)),
  });
}

function cell({ kind, span, text, signing }: Cell): TableCell {
  return new TableCell({
    columnSpan: span,
    width: { size: span * columnWidth, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: kind === "label" ? { left: mm(0.5), right: mm(0.5) } : { left: mm(1.5), right: mm(1.5) },
    children: [words(text.split("\n"), looks[kind]), ...(signing === undefined ? [] : signed(signing))],
  });
}

/** 签字 and the day, the one under the other where the box is narrow; else at the same places in every box. */
function signed({ name, day, wide }: NonNullable<Cell["signing"]>): readonly Paragraph[] {
  if (!wide) {
    return [
      words([name], { size: sizes.small, before: mm(1) }),
      words([day], { alignment: AlignmentType.RIGHT, size: sizes.small }),
    ];
  }
  return [
    new Paragraph({
      spacing: { before: mm(3) },
      autoSpaceEastAsianText: false,
      tabStops: [
        { type: "left", position: mm(42) },
        { type: "right", position: mm(126) },
      ],
      children: [new TextRun({ text: `\t${name}\t${day}`, font: faces.words, size: sizes.small })],
    }),
  ];
}

const looks: Readonly<Record<Cell["kind"], Look>> = {
  label: { alignment: AlignmentType.CENTER, font: faces.label, size: sizes.label },
  value: {},
  sum: { alignment: AlignmentType.RIGHT, size: sizes.small },
  box: {},
};
