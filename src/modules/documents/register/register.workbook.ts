import type { Language, Translator } from '../../../platform/messages.ts'
import { type Cell, type WrittenColumn, writeWorkbook } from '../../../platform/spreadsheets/index.ts'
import type { DocumentLine } from './documents.contract.ts'

type Say = (key: string) => string
type Column = Omit<WrittenColumn, 'header'> & { readonly name: string; cell(line: DocumentLine, say: Say): Cell }

const COLUMNS: readonly Column[] = [
  { name: 'number', width: 20, kind: 'text', cell: ({ number }) => number },
  { name: 'issuedOn', width: 14, kind: 'date', cell: ({ issuedOn }) => ({ date: issuedOn }) },
  { name: 'kind', width: 36, cell: ({ kind }, say) => say(`kinds.${kind}`) },
  { name: 'holder', width: 36, kind: 'text', cell: ({ holder }) => holder },
  { name: 'title', width: 60, kind: 'text', cell: ({ title }) => title },
  { name: 'edition', width: 10, kind: 'number', cell: ({ edition }) => edition },
  { name: 'state', width: 16, cell: ({ state }, say) => say(`states.${state}`) },
]

/** The register as a workbook of one sheet. */
export async function registerWorkbook(
  lines: readonly DocumentLine[],
  translator: Translator,
  language: Language,
): Promise<Buffer> {
  const say: Say = (key) => translator.say(language, `documents:${key}`)
  return await writeWorkbook({
    sheets: [
      {
        name: say('register.sheet'),
        columns: COLUMNS.map(({ name, cell: _, ...column }) => ({
          ...column,
          header: say(`register.columns.${name}`),
        })),
        rows: lines.map((line) => COLUMNS.map(({ cell }) => cell(line, say))),
      },
    ],
  })
}
