import type { Language, Translator } from '../../../platform/messages.ts'
import { type Cell, type WrittenColumn, writeWorkbook } from '../../../platform/spreadsheets/index.ts'
import type { InHouse } from './in-house.contract.ts'

type Say = (key: string) => string
type Column = Omit<WrittenColumn, 'header'> & { readonly name: string; cell(event: InHouse, say: Say): Cell }

const day = (date: string | null): Cell => (date === null ? null : { date })

const COLUMNS: readonly Column[] = [
  { name: 'organisation', width: 36, kind: 'text', cell: ({ organiser }) => organiser.name },
  { name: 'title', width: 50, kind: 'text', cell: ({ title }) => title },
  { name: 'form', width: 22, kind: 'text', cell: ({ form }) => form.label },
  { name: 'heldOn', width: 14, kind: 'date', cell: ({ heldOn }) => day(heldOn) },
  { name: 'hours', width: 10, kind: 'number', cell: ({ hours }) => hours },
  { name: 'people', width: 12, kind: 'number', cell: ({ people }) => people },
  { name: 'topic', width: 30, kind: 'text', cell: ({ topic }) => topic?.label ?? null },
  { name: 'about', width: 50, kind: 'text', cell: ({ about }) => about },
  {
    name: 'evidence',
    width: 40,
    kind: 'text',
    cell: ({ evidence }) => evidence.map(({ link }) => link).join(', '),
  },
  { name: 'state', width: 26, cell: ({ state }, say) => say(`states.${state}`) },
  { name: 'askedOn', width: 14, kind: 'date', cell: ({ askedOn }) => day(askedOn) },
  { name: 'decidedOn', width: 14, kind: 'date', cell: ({ decidedOn }) => day(decidedOn) },
  { name: 'word', width: 40, kind: 'text', cell: ({ word }) => word },
]

/** What organisations held for their own people, as a workbook of one sheet, without who was there. */
export async function inHouseWorkbook(
  events: readonly InHouse[],
  translator: Translator,
  language: Language,
): Promise<Buffer> {
  const say: Say = (key) => translator.say(language, `activities:in_house.${key}`)
  return await writeWorkbook({
    sheets: [
      {
        name: say('sheet'),
        columns: COLUMNS.map(({ name, cell: _, ...column }) => ({ ...column, header: say(`columns.${name}`) })),
        rows: events.map((event) => COLUMNS.map(({ cell }) => cell(event, say))),
      },
    ],
  })
}
