import { type Cell, readsAs } from './cell.values.ts'
import { looksLikeFormula } from './formula.texts.ts'

export type WrittenTable = { readonly header: readonly string[]; readonly rows: Iterable<readonly Cell[]> }

/**
 * CSV that a Russian Excel opens by a double click: UTF-8 with its mark, `;`, CRLF, cells as `readsAs` gives them.
 * Texts that could run as a formula get an apostrophe in front, as they would be typed.
 */
export function writeCsv(table: WrittenTable): Buffer {
  const lines = ['\ufeff', line(table.header)]
  for (const row of table.rows) lines.push(line(row))
  return Buffer.from(lines.join(''))
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(field).join(';')}\r\n`
}

function field(cell: Cell): string {
  const text = typeof cell === 'string' ? cell : readsAs(cell)
  const safe = typeof cell === 'string' && looksLikeFormula(text) ? `'${text}` : text
  // A reader that looks for the separator counts the commas of a text, though not those in quotes.
  const misleads = typeof cell === 'string' && safe.includes(',')
  return misleads || /[";\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
