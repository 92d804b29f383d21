import type { Language } from '../../platform/messages.ts'
import { type Cell, writeWorkbook } from '../../platform/spreadsheets/index.ts'
import { nameOfAction, nameOfKind } from './actions.contract.ts'
import type { JournalRow } from './journal.contract.ts'
import { journalMessages } from './messages.ts'

const WIDTHS = { at: 22, by: 16, who: 30, as: 30, action: 34, kind: 18, object: 34, id: 10, details: 50, requestId: 38 }

/** The rows as a workbook of one sheet; moments in UTC, as a machine reads them. */
export async function journalWorkbook(rows: readonly JournalRow[], language: Language): Promise<Buffer> {
  const { sheet, columns, by } = journalMessages[language].workbook
  const cells = (row: JournalRow): Cell[] => [
    row.at,
    by[row.by],
    row.who?.name ?? null,
    row.as?.name ?? null,
    nameOfAction(row.action, language),
    row.object === null ? null : nameOfKind(row.object.kind, language),
    row.object?.name ?? null,
    row.object?.id ?? null,
    row.details === null ? null : JSON.stringify(row.details),
    row.requestId,
  ]
  return await writeWorkbook({
    sheets: [
      {
        name: sheet,
        columns: (Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]).map((name) => ({
          header: columns[name],
          width: WIDTHS[name],
        })),
        rows: rows.map(cells),
      },
    ],
  })
}
