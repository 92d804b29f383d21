import type { Block, Document, Inline, Text } from './document.ts'

/**
 * The document without what no file of XML may hold: control characters but tab and line feed, halves of surrogate
 * pairs, U+FFFE and U+FFFF. Names come from spreadsheets and may have any of them.
 */
export function plainDocument(document: Document): Document {
  return {
    ...document,
    title: plainText(document.title),
    footer: plainText(document.footer),
    parts: document.parts.map((part) => ({ ...part, blocks: part.blocks.map(plainBlock) })),
  }
}

export function plainText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
}

function plainBlock(block: Block): Block {
  switch (block.is) {
    case 'letterhead':
      return {
        ...block,
        issuer: plainText(block.issuer),
        number: plainText(block.number),
        addressee: plainText(block.addressee),
      }
    case 'title':
      return { ...block, text: plainText(block.text), under: block.under.map(plainText) }
    case 'heading':
      return { ...block, text: plainText(block.text) }
    case 'paragraph':
      return { ...block, text: plainInlines(block.text) }
    case 'list':
      return { ...block, items: block.items.map(plainInlines) }
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, title: plainText(column.title) })),
        rows: block.rows.map((row) => row.map(plainInlines)),
      }
    case 'chart':
      return {
        ...block,
        categories: block.categories.map(plainText),
        series: block.series.map((one) => ({ ...one, name: plainText(one.name) })),
      }
    case 'signature':
      return { ...block, position: plainText(block.position), name: plainText(block.name) }
  }
}

const plainInlines = (text: Text): Text => text.map(plainInline)

const plainInline = (inline: Inline): Inline =>
  typeof inline === 'string' ? plainText(inline) : { ...inline, text: plainText(inline.text) }
