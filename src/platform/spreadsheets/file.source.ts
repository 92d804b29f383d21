import { openCsv } from './csv.source.ts'
import { compoundFileFault, sniffedBytes, sniffFileKind } from './file.kinds.ts'
import type { ReadingLimits } from './reading.limits.ts'
import type { SourceFile } from './source.file.ts'
import { SpreadsheetFault } from './spreadsheet.fault.ts'
import type { TableSource } from './table.source.ts'
import { openWorkbook } from './workbook.source.ts'

/** Opens a file as what its content is, whatever its name ends with. `name` is how its owner calls it. */
export async function openTable(file: SourceFile, name: string, limits: ReadingLimits): Promise<TableSource> {
  if (file.bytes === 0) throw new SpreadsheetFault('empty')
  if (file.bytes > limits.fileBytes) throw new SpreadsheetFault('file_bytes', { limit: limits.fileBytes })
  const kind = sniffFileKind(file.read(0, sniffedBytes))
  if (kind === 'archive') return openWorkbook(file, limits)
  const content = file.read(0, file.bytes)
  if (kind === 'compound') throw compoundFileFault(content)
  return openCsv(content, name, limits)
}
