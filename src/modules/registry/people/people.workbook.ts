import type { Language, Translator } from '../../../platform/messages.ts'
import { type Cell, type WrittenColumn, writeWorkbook } from '../../../platform/spreadsheets/index.ts'
import type { PersonLine } from './people.contract.ts'

type Say = (key: string) => string
type Column = WrittenColumn & { readonly name: string; cell(person: PersonLine, say: Say): Cell }

const day = (value: string | null | undefined): Cell => (value === null || value === undefined ? null : { date: value })

/** Columns of the list as it is taken away; `name` is that of its header in the messages. */
const COLUMNS: readonly Omit<Column, 'header'>[] = [
  { name: 'surname', width: 20, cell: ({ surname }) => surname },
  { name: 'givenName', width: 16, cell: ({ givenName }) => givenName },
  { name: 'patronymic', width: 18, cell: ({ patronymic }) => patronymic },
  { name: 'birthOn', width: 14, kind: 'date', cell: ({ birthOn }) => day(birthOn) },
  {
    name: 'organisationCode',
    width: 10,
    kind: 'text',
    cell: ({ employment }) => employment?.organisation.code ?? null,
  },
  { name: 'organisation', width: 36, cell: ({ employment }) => employment?.organisation.name ?? null },
  { name: 'position', width: 24, cell: ({ employment }) => employment?.position.name ?? null },
  { name: 'rate', width: 9, kind: 'number', cell: ({ employment }) => employment?.rate ?? null },
  { name: 'hiredOn', width: 14, kind: 'date', cell: ({ employment }) => day(employment?.hiredOn) },
  { name: 'dismissedOn', width: 14, kind: 'date', cell: ({ employment }) => day(employment?.dismissedOn) },
  { name: 'subjects', width: 30, cell: ({ employment }) => employment?.subjects?.join(', ') || null },
  { name: 'category', width: 14, cell: ({ employment }) => employment?.category ?? null },
  { name: 'educationLevel', width: 20, cell: ({ employment }) => employment?.educationLevel ?? null },
  { name: 'experienceSince', width: 14, kind: 'date', cell: ({ employment }) => day(employment?.experienceSince) },
  {
    name: 'kind',
    width: 24,
    cell: ({ employment }, say) => (employment?.kind ? say(`employmentKind.${employment.kind}`) : null),
  },
  { name: 'categoryOn', width: 14, kind: 'date', cell: ({ employment }) => day(employment?.categoryOn) },
  { name: 'categoryEndsOn', width: 14, kind: 'date', cell: ({ employment }) => day(employment?.categoryEndsOn) },
  { name: 'leaveKind', width: 26, cell: ({ employment }) => employment?.leaveKind ?? null },
  { name: 'leaveOn', width: 14, kind: 'date', cell: ({ employment }) => day(employment?.leaveOn) },
  { name: 'leaveUntil', width: 14, kind: 'date', cell: ({ employment }) => day(employment?.leaveUntil) },
  { name: 'deputyFunction', width: 18, cell: ({ employment }) => employment?.deputyFunction ?? null },
  { name: 'classLed', width: 12, cell: ({ employment }) => employment?.classLed ?? null },
]

/** The list as a workbook of one sheet. */
export async function peopleWorkbook(
  people: readonly PersonLine[],
  { translator, language }: { readonly translator: Translator; readonly language: Language },
): Promise<Buffer> {
  const say: Say = (key) => translator.say(language, `registry:${key}`)
  return await writeWorkbook({
    sheets: [
      {
        name: say('people.sheet'),
        columns: COLUMNS.map(({ name, cell: _, ...column }) => ({ ...column, header: say(`people.columns.${name}`) })),
        rows: people.map((person) => COLUMNS.map(({ cell }) => cell(person, say))),
      },
    ],
  })
}
