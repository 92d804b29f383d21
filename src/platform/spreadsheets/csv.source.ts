import { guessCsvDialect } from './csv.dialect.ts'
import { createCsvScanner } from './csv.scanner.ts'
import type { ReadingLimits } from './reading.limits.ts'
import { createRowPacker } from './row.packer.ts'
import { SpreadsheetFault } from './spreadsheet.fault.ts'
import type { TableSource } from './table.source.ts'
import { decodeInChunks, detectEncoding } from './text.decoding.ts'

const headCharacters = 64 * 1024

const LINE_FEED = 10

/** Of a text in UTF-16 every other zero byte makes no difference: a line ends with one such byte. */
function countLines(content: Buffer): number {
  let lines = 1
  for (let at = content.indexOf(LINE_FEED); at >= 0; at = content.indexOf(LINE_FEED, at + 1)) lines++
  return lines
}

/** Opens a text file as a workbook of one sheet, which has the name of the file as in Excel. */
export function openCsv(content: Buffer, name: string, limits: ReadingLimits): TableSource {
  const encoding = detectEncoding(content)
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be'
  if (!isWide && content.includes(0)) throw new SpreadsheetFault('not_a_table')
  return {
    format: 'csv',
    told: { savedOn: null, rows: [countLines(content)] },
    sheets: [{ name: name.replace(/\.[^.]*$/, ''), state: 'visible' }],
    async *read() {
      const packer = createRowPacker(limits)
      let scanner: ReturnType<typeof createCsvScanner> | undefined
      for (const text of decodeInChunks(content, encoding)) {
        let piece = text
        if (scanner === undefined) {
          const dialect = guessCsvDialect(text.slice(0, headCharacters))
          scanner = createCsvScanner(dialect.delimiter, packer, limits)
          piece = text.slice(dialect.skip)
        }
        scanner.push(piece)
        yield* packer.full()
      }
      scanner?.finish()
      yield* packer.full()
      yield* packer.rest()
    },
  }
}
