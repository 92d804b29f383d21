import type { Block, Document } from '../../../../platform/documents/index.ts'

export type SheetFacts = {
  readonly title: string
  readonly kind: string
  readonly organiser: string
  readonly meeting: {
    readonly title: string
    readonly day: string
    readonly from: string
    readonly until: string
    readonly where: string | null
  }
  /** ISO, when it was printed. */
  readonly today: string
  readonly people: readonly { readonly name: string; readonly organisation: string | null }[]
}

/** For who comes without a seat, and for guests. */
const EMPTY_LINES = 8

const inWords = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' })

/** What lies at the door of the hall: a paper of a Russian district, whoever prints it. */
export function sheetDocument({ title, kind, organiser, meeting, today, people }: SheetFacts): Document {
  const { day, from, until, where } = meeting
  const when = `${inWords.format(Date.parse(`${day}T00:00:00Z`))}, ${from}–${until}`
  const about = [kind, organiser].join(', ')
  const under = [`«${title}»`, about, [when, where].filter(Boolean).join(', '), meeting.title].filter(Boolean)
  const blocks: Block[] = [
    { is: 'title', text: 'Лист регистрации участников', under },
    {
      is: 'table',
      caption: 'Участники',
      columns: [
        { title: '№', width: 1, align: 'end' },
        { title: 'Фамилия, имя, отчество', width: 6 },
        { title: 'Организация', width: 6 },
        { title: 'Подпись', width: 4 },
      ],
      rows: [
        ...people.map(({ name, organisation }, at) => [[String(at + 1)], [name], [organisation ?? ''], ['']]),
        ...Array.from({ length: EMPTY_LINES }, (_, at) => [[String(people.length + at + 1)], [''], [''], ['']]),
      ],
    },
    { is: 'signature', position: 'Ответственный', name: '____________________' },
  ]
  return {
    ...{ title: `Лист регистрации: ${title}`, language: 'ru', date: today, footer: `${title}, ${when}` },
    parts: [{ landscape: false, blocks }],
  }
}
