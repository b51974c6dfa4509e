// Minutes as a .docx: the same blocks as on the screen.

import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { paperNumber } from '../../i18n/indonesian-words';
import { paperWords as words } from '../../i18n/paper-words';
import type { Block, Paper, PaperTable, Run, Signature } from './paper';
import { tableSetting } from './paper-widths';
import { qrGif } from './qr';

const kFont = 'Times New Roman';
const kOrdered = 'ordered';
const kBullets = 'bullets';
const kMargin = 1134; // twentieths of a point: 2 cm
const kTextWidth = 11906 - 2 * kMargin; // of A4
const kQrSide = 130; // pixels
const kNoBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const kNoBorders = {
  top: kNoBorder,
  bottom: kNoBorder,
  left: kNoBorder,
  right: kNoBorder,
  insideHorizontal: kNoBorder,
  insideVertical: kNoBorder,
};

export function paperDocx(paper: Paper): Promise<Blob> {
  let lists = 0;
  const children = paper.blocks.flatMap((block) => {
    lists += block.kind === 'list' ? 1 : 0;
    return drawBlock(block, lists);
  });
  const text = (format: string): object[] => [
    {
      level: 0,
      format,
      text: format === LevelFormat.BULLET ? '•' : '%1.',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 425, hanging: 425 } } },
    },
  ];
  const document = new Document({
    creator: 'padan',
    title: paper.title,
    styles: {
      default: {
        document: {
          run: { font: kFont, size: 23 },
          paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } },
        },
        heading1: { run: { font: kFont, size: 26, bold: true, color: '000000' } },
        heading2: {
          run: { font: kFont, size: 23, bold: true, color: '000000' },
          paragraph: { spacing: { before: 200, after: 80 } },
        },
      },
    },
    numbering: {
      config: [
        { reference: kOrdered, levels: text(LevelFormat.DECIMAL) as never },
        { reference: kBullets, levels: text(LevelFormat.BULLET) as never },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: kMargin, bottom: kMargin, left: kMargin, right: kMargin },
          },
        },
        footers: { default: footer(paper.foot) },
        children,
      },
    ],
  });
  return Packer.toBlob(document);
}

function footer(foot: string): Footer {
  const size = 16;
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ text: `${foot} · ${words.page} `, size }),
          new TextRun({ children: [PageNumber.CURRENT], size }),
          new TextRun({ text: ` ${words.pageOf} `, size }),
          new TextRun({ children: [PageNumber.TOTAL_PAGES], size }),
        ],
      }),
    ],
  });
}

function drawBlock(block: Block, instance: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'letterhead':
      return letterhead(block.lines);
    case 'title':
      return [
        centred(block.text, { heading: true }),
        ...(block.number === '' ? [] : [centred(`Nomor: ${block.number}`)]),
      ];
    case 'paragraph':
      return [new Paragraph({ children: runs(block.runs), alignment: AlignmentType.BOTH })];
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2, keepNext: true })];
    case 'list': {
      const reference = block.ordered ? kOrdered : kBullets;
      return block.items.map(
        (item) => new Paragraph({ children: runs(item), numbering: { reference, level: 0, instance } }),
      );
    }
    case 'table':
      return drawTable(block);
    case 'signatures':
      return [signatureTable(block.blocks)];
    case 'seal':
      return [sealTable(block.link, block.lines)];
    case 'newPage':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

function centred(text: string, { heading }: { heading: boolean } = { heading: false }): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text, bold: heading, ...(heading ? { size: 26 } : {}) })],
    alignment: AlignmentType.CENTER,
    ...(heading ? { heading: HeadingLevel.HEADING_1 } : {}),
  });
}

function letterhead(lines: readonly string[]): Paragraph[] {
  return lines.map(
    (text, i) =>
      new Paragraph({
        children: [new TextRun({ text, bold: i < 2, size: i === 1 ? 30 : i === 0 ? 26 : 19 })],
        alignment: AlignmentType.CENTER,
        spacing: { after: i === lines.length - 1 ? 240 : 0 },
        ...(i === lines.length - 1
          ? { border: { bottom: { style: BorderStyle.THICK, size: 12, space: 4, color: '000000' } } }
          : {}),
      }),
  );
}

function runs(parts: readonly Run[]): TextRun[] {
  return parts.map((run) =>
    typeof run === 'string'
      ? new TextRun(run)
      : 'strong' in run
        ? new TextRun({ text: run.strong, bold: true })
        : new TextRun({ text: paperNumber(run.value), bold: true }),
  );
}

function drawTable(paper: PaperTable): (Paragraph | Table)[] {
  const { caption, head, numeric, rows } = paper;
  const { size, widths } = tableSetting(paper, kTextWidth);
  const plain = head.length === 0;
  const cell = (children: TextRun[], i: number): TableCell =>
    new TableCell({
      margins: { top: 30, bottom: 30, left: 80, right: 80 },
      children: [
        new Paragraph({
          children,
          spacing: { after: 0, line: 240 },
          alignment: numeric[i] ? AlignmentType.RIGHT : AlignmentType.LEFT,
        }),
      ],
    });
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: head.map((text, i) => cell([new TextRun({ text, bold: true, size })], i)),
  });
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((each, i) => cell([small(each, plain ? 23 : size)], i)),
      }),
  );
  const table = new Table({
    width: { size: kTextWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    ...(plain ? { borders: kNoBorders } : {}),
    rows: plain ? body : [header, ...body],
  });
  return [
    ...(caption === ''
      ? []
      : [new Paragraph({ children: [new TextRun({ text: caption, italics: true })], keepNext: true })]),
    table,
    new Paragraph({ spacing: { after: 60 } }),
  ];
}

function small(run: Run, size: number): TextRun {
  const text = typeof run === 'string' ? run : 'strong' in run ? run.strong : paperNumber(run.value);
  return new TextRun({ text, size: text.length === 64 ? 15 : size }); // a SHA-256 on one line
}

function signatureTable(blocks: readonly Signature[]): Table {
  const rows: TableRow[] = [];
  for (let i = 0; i < blocks.length; i += 2) {
    const pair = blocks.length === 1 ? [undefined, blocks[0]] : [blocks[i], blocks[i + 1]]; // one alone signs at the right
    rows.push(
      new TableRow({
        cantSplit: true,
        children: pair.map(
          (block) =>
            new TableCell({
              width: { size: 50, type: WidthType.PERCENTAGE },
              verticalAlign: VerticalAlignTable.BOTTOM,
              margins: { top: 160, left: 80, right: 80 },
              children: block ? signatureLines(block) : [new Paragraph('')],
            }),
        ),
      }),
    );
  }
  return new Table({
    width: { size: kTextWidth, type: WidthType.DXA },
    columnWidths: [kTextWidth / 2, kTextWidth / 2],
    borders: kNoBorders,
    rows: rows.length > 0 ? rows : [new TableRow({ children: [new TableCell({ children: [new Paragraph('')] })] })],
  });
}

function signatureLines({ above, titles, name, nip, agency, stamp }: Signature): Paragraph[] {
  const line = (text: string, more: { bold?: boolean; underline?: object } = {}): Paragraph =>
    new Paragraph({
      children: [new TextRun({ text, ...more } as never)],
      alignment: AlignmentType.CENTER,
      spacing: { after: 0 },
      keepNext: true,
    });
  const space = Array.from({ length: stamp ? 1 : 3 }, () => line(''));
  return [
    line(above),
    ...titles.map((title, i) => line(i === titles.length - 1 ? `${title},` : title)),
    ...(agency === '' ? [] : [line(agency)]),
    ...space,
    ...(stamp ? [meterai()] : []),
    ...(stamp ? [line('')] : []),
    line(name === '' ? '(……………………………)' : name, { bold: true, ...(name === '' ? {} : { underline: {} }) }),
    ...(nip === '' ? [] : [line(`${words.nip} ${nip}`)]),
  ];
}

function meterai(): Paragraph {
  const edge = { style: BorderStyle.DASHED, size: 6, space: 6, color: '666666' };
  return new Paragraph({
    children: [new TextRun({ text: words.stamp, size: 18, color: '666666' })],
    border: { top: edge, bottom: edge, left: edge, right: edge },
    alignment: AlignmentType.CENTER,
    indent: { left: 1200, right: 1200 },
    spacing: { before: 120, after: 120 },
  });
}

function sealTable(link: string, lines: readonly string[]): Table {
  const picture = new ImageRun({
    type: 'gif',
    data: qrGif(link),
    transformation: { width: kQrSide, height: kQrSide },
    altText: { name: 'segel', title: words.sealTitle, description: link },
  });
  const left = 2200;
  return new Table({
    width: { size: kTextWidth, type: WidthType.DXA },
    columnWidths: [left, kTextWidth - left],
    borders: kNoBorders,
    rows: [
      new TableRow({
        children: [
          new TableCell({
            children: [new Paragraph({ children: [picture], spacing: { line: 240, lineRule: LineRuleType.AUTO } })],
          }),
          new TableCell({
            children: lines.map(
              (text) => new Paragraph({ children: [new TextRun({ text, size: 20 })], spacing: { after: 80 } }),
            ),
          }),
        ],
      }),
    ],
  });
}
