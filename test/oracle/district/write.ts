import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import type { Cell } from '../cells.ts'
import type { District, MadeSheet } from '../district.ts'
import { tableOf } from '../tables.ts'

export type Written = {
  csv: 'utf8' | 'utf8-bom' | 'cp1251'
  separator: ';' | ','
  /** Line feeds alone, no empty cells at the ends of lines, and no line break at the end. */
  ragged?: boolean
  quoteAll?: boolean
  /** Workbooks count days from 1904. */
  from1904?: boolean
  /** Workbooks have sheets that nobody asked for, and the named ones in another order and spelling. */
  decoys?: boolean
}

function quoted(text: string, { separator, quoteAll = false }: Written): string {
  return quoteAll || /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replace(/"/g, '""')}"` : text
}

function csvBytes(rows: Cell[][], written: Written): Uint8Array {
  const { csv, separator, ragged = false } = written
  const lines = rows.map((row) => {
    const last = ragged ? row.findLastIndex((cell) => cell !== null && cell !== '') : row.length - 1
    const cells = row.slice(0, last + 1).map((cell) => quoted(String(cell ?? ''), written))
    return cells.join(separator)
  })
  const text = ragged ? lines.join('\n') : `${lines.join('\r\n')}\r\n`
  // windows-1251 has neither such dashes nor marks apart from their letters; these compare as the same.
  if (csv === 'cp1251') return iconv.encode(text.normalize('NFC').replace(/[\u2011\u2212]/g, '–'), 'win1251')
  return Buffer.from(csv === 'utf8-bom' ? `\ufeff${text}` : text, 'utf8')
}

type Page = Pick<WriteSheet, 'name' | 'merges' | 'hidden'> & { rows: Cell[][] }

/** Before the sheets one that is none of the table, though it looks like one; behind them one more like the first. */
function withDecoys(pages: Page[], isNamed: boolean): Page[] {
  const header = pages[0]?.rows.find((row) => row.filter((cell) => cell !== null && cell !== '').length > 2) ?? []
  const draft = { name: 'Черновик', rows: [header.slice(0, 2), ['Ш777', 'черновик']], merges: [], hidden: true }
  const empty = { name: 'Пустой', rows: [], merges: [] }
  if (isNamed) return [draft, ...pages.map((page) => ({ ...page, name: page.name.toUpperCase() })).reverse(), empty]
  const other = { name: 'Архив', rows: [header, ...(pages[0]?.rows.slice(-2) ?? [])], merges: [] }
  return [empty, draft, ...pages, other]
}

async function xlsxBytes(sheets: MadeSheet[], cover: boolean, written: Written): Promise<Uint8Array> {
  const pages = sheets.map((sheet): Page => {
    const width = sheet.rows[sheet.header]?.length ?? 1
    const merges = sheet.header > 0 ? [{ startRow: 0, startCol: 0, endRow: 0, endCol: width - 1 }] : []
    return { name: sheet.name ?? 'Лист1', rows: sheet.rows, merges: width > 1 ? merges : [] }
  })
  const notes = { name: 'Пояснения', rows: [['Выгрузка из реестра'], ['Код', 'значение']], merges: [] }
  const all = written.decoys ? withDecoys(pages, tableOf(sheets[0]?.table ?? 'staff').sheet !== null) : pages
  return writeXlsx({ sheets: cover ? [notes, ...all] : all, dateSystem: written.from1904 ? '1904' : '1900' })
}

/** Bytes of a file that cannot be loaded, or that nobody asked for. */
async function oddBytes(kind: District['files'][number]['kind']): Promise<Uint8Array> {
  if (kind === 'empty') return new Uint8Array(0)
  if (kind === 'unknown') return Buffer.from('заметка;число\r\nпозвонить;5\r\n', 'utf8')
  if (kind === 'unsupported') return Buffer.from('d0cf11e0a1b11ae1', 'hex')
  const sheets = [{ name: 'Лист1', rows: [['Код'], ['Ш001']] }]
  if (kind === 'encrypted') return writeXlsx({ sheets, encryption: { password: 'secret', spinCount: 1000 } })
  const whole = await writeXlsx({ sheets })
  return whole.subarray(0, Math.floor(whole.length / 2))
}

/** Writes the district as an exchange folder; makes the folder. */
export async function writeDistrict(
  district: District,
  folder: string,
  written: Written = { csv: 'utf8', separator: ';' },
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const file of new Set(district.sheets.map((sheet) => sheet.file))) {
    const sheets = district.sheets.filter((sheet) => sheet.file === file)
    const [first] = sheets
    if (!first) continue
    const bytes = file.endsWith('.csv')
      ? csvBytes(first.rows, written)
      : await xlsxBytes(sheets, first.header > 0 && sheets.length === 1, written)
    writeFileSync(join(folder, file), bytes)
  }
  for (const odd of district.files) writeFileSync(join(folder, odd.file), await oddBytes(odd.kind))
}
