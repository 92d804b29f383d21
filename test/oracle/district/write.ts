import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import type { Cell } from '../cells.ts'
import type { District, MadeSheet } from '../district.ts'

export type Written = { csv: 'utf8' | 'utf8-bom' | 'cp1251'; separator: ';' | ',' }

function quoted(text: string, separator: string): string {
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replace(/"/g, '""')}"` : text
}

function csvBytes(rows: Cell[][], { csv, separator }: Written): Uint8Array {
  const lines = rows.map((row) => row.map((cell) => quoted(String(cell ?? ''), separator)).join(separator))
  const text = `${lines.join('\r\n')}\r\n`
  // windows-1251 has no such dashes; a short one compares as the same.
  if (csv === 'cp1251') return iconv.encode(text.replace(/[\u2011\u2212]/g, '–'), 'win1251')
  return Buffer.from(csv === 'utf8-bom' ? `\ufeff${text}` : text, 'utf8')
}

async function xlsxBytes(sheets: MadeSheet[], cover: boolean): Promise<Uint8Array> {
  const pages = sheets.map((sheet) => {
    const width = sheet.rows[sheet.header]?.length ?? 1
    const merges = sheet.header > 0 ? [{ startRow: 0, startCol: 0, endRow: 0, endCol: width - 1 }] : []
    return { name: sheet.name ?? 'Лист1', rows: sheet.rows, merges: width > 1 ? merges : [] }
  })
  const notes = { name: 'Пояснения', rows: [['Выгрузка из реестра'], ['Код', 'значение']], merges: [] }
  return writeXlsx({ sheets: cover ? [notes, ...pages] : pages })
}

/** Bytes of a file that cannot be loaded, or that nobody asked for. */
async function oddBytes(kind: District['files'][number]['kind']): Promise<Uint8Array> {
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
      : await xlsxBytes(sheets, first.header > 0 && sheets.length === 1)
    writeFileSync(join(folder, file), bytes)
  }
  for (const odd of district.files) writeFileSync(join(folder, odd.file), await oddBytes(odd.kind))
}
