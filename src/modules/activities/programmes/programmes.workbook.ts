import type { Language, Translator } from '../../../platform/messages.ts'
import { type Cell, type WrittenColumn, writeWorkbook } from '../../../platform/spreadsheets/index.ts'
import type { ProgrammeLine } from './programmes.contract.ts'

type Say = (key: string) => string
type Column = Omit<WrittenColumn, 'header'> & { readonly name: string; cell(line: ProgrammeLine, say: Say): Cell }

const day = (date: string | null): Cell => (date === null ? null : { date })

const COLUMNS: readonly Column[] = [
  { name: 'number', width: 16, kind: 'text', cell: ({ number }) => number },
  { name: 'title', width: 60, kind: 'text', cell: ({ title }) => title },
  { name: 'edition', width: 10, kind: 'number', cell: ({ edition }) => edition },
  { name: 'kind', width: 30, cell: ({ kind }, say) => say(`kinds.${kind}`) },
  { name: 'form', width: 22, cell: ({ form }, say) => say(`forms.${form}`) },
  { name: 'hours', width: 10, kind: 'number', cell: ({ hours }) => hours },
  { name: 'topic', width: 30, kind: 'text', cell: ({ topic }) => topic?.label ?? null },
  { name: 'lead', width: 36, kind: 'text', cell: ({ lead }) => lead },
  { name: 'state', width: 18, cell: ({ state, expired }, say) => say(`states.${expired ? 'expired' : state}`) },
  { name: 'registeredOn', width: 14, kind: 'date', cell: ({ registeredOn }) => day(registeredOn) },
  { name: 'validUntil', width: 14, kind: 'date', cell: ({ validUntil }) => day(validUntil) },
]

/** The register as a workbook of one sheet. */
export async function programmesWorkbook(
  lines: readonly ProgrammeLine[],
  translator: Translator,
  language: Language,
): Promise<Buffer> {
  const say: Say = (key) => translator.say(language, `activities:programmes.${key}`)
  return await writeWorkbook({
    sheets: [
      {
        name: say('sheet'),
        columns: COLUMNS.map(({ name, cell: _, ...column }) => ({ ...column, header: say(`columns.${name}`) })),
        rows: lines.map((line) => COLUMNS.map(({ cell }) => cell(line, say))),
      },
    ],
  })
}
