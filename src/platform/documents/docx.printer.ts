import {
  AlignmentType,
  BorderStyle,
  Document as DocxDocument,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, Document, Part } from './document.ts'
import { chartParagraph } from './docx.charts.ts'
import { runs } from './docx.runs.ts'
import { settleDocx } from './docx.settling.ts'
import { docxStyles, MARGIN } from './docx.styles.ts'
import { docxTable } from './docx.table.ts'
import { plainDocument } from './plain.text.ts'

const BULLETS = 'bullets'
/** Of a page of A4 between its margins, in twentieths of a point. */
const PORTRAIT_WIDTH = 9638
const LANDSCAPE_WIDTH = 14_570

/** A Word document: native headings, tables whose header rows repeat, charts with their workbook. Same input, same bytes. */
export async function printDocx(document: Document): Promise<Buffer> {
  const plain = plainDocument(document)
  const docx = new DocxDocument({
    title: plain.title,
    creator: '',
    lastModifiedBy: '',
    styles: docxStyles(plain.language),
    numbering: { config: [{ reference: BULLETS, levels: [bulletLevel] }] },
    sections: plain.parts.map((part) => sectionOf(part, plain)),
  })
  return settleDocx(await Packer.toBuffer(docx), plain.date)
}

const bulletLevel = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '–',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 425, hanging: 283 } } },
}

function sectionOf(part: Part, { footer }: Document): ISectionOptions {
  const orientation = part.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  return {
    properties: { page: { margin: MARGIN, size: { width: 11_906, height: 16_838, orientation } } },
    footers: { default: footerOf(footer) },
    children: part.blocks.flatMap((block) => childrenOf(block, part.landscape ? LANDSCAPE_WIDTH : PORTRAIT_WIDTH)),
  }
}

const footerOf = (text: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Foot',
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [text, ' · ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  })

function childrenOf(block: Block, width: number): (Paragraph | Table)[] {
  switch (block.is) {
    case 'letterhead':
      return letterhead(block, width)
    case 'title':
      return [
        new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(block.text)] }),
        ...block.under.map((line) => new Paragraph({ style: 'Under', children: [new TextRun(line)] })),
      ]
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: [new TextRun(block.text)],
        }),
      ]
    case 'paragraph':
      return [new Paragraph({ ...(block.small && { style: 'Small' }), children: runs(block.text) })]
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ style: 'Item', numbering: { reference: BULLETS, level: 0 }, children: runs(item) }),
      )
    case 'table':
      return docxTable(block, width)
    case 'chart':
      return chartParagraph(block)
    case 'signature':
      return [
        new Paragraph({
          style: 'Signature',
          tabStops: [{ type: 'right', position: width }],
          children: [new TextRun(block.position), new TextRun({ children: ['\t', block.name] })],
        }),
      ]
  }
}

/** The issuer over a line, then number and date on the left and the addressee on the right. */
function letterhead(block: Extract<Block, { is: 'letterhead' }>, width: number): (Paragraph | Table)[] {
  const half = Math.floor(width / 2)
  const cell = (text: string, alignment: 'left' | 'right'): TableCell =>
    new TableCell({
      width: { size: half, type: WidthType.DXA },
      borders: BARE,
      children: [new Paragraph({ style: 'Under', alignment, children: [new TextRun(text)] })],
    })
  return [
    new Paragraph({
      style: 'Issuer',
      border: { bottom: { style: BorderStyle.SINGLE, size: 8, space: 4, color: 'auto' } },
      children: [new TextRun(block.issuer)],
    }),
    new Table({
      width: { size: half * 2, type: WidthType.DXA },
      columnWidths: [half, half],
      borders: { ...BARE, insideHorizontal: NO_LINE, insideVertical: NO_LINE },
      rows: [new TableRow({ children: [cell(block.number, 'left'), cell(block.addressee, 'right')] })],
    }),
  ]
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const BARE = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE }
