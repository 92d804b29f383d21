import type { Language, Translator } from '../../../platform/messages.ts'
import { writeWorkbook } from '../../../platform/spreadsheets/index.ts'
import type { CellMember } from './members.ts'

type Telling = { readonly translator: Translator; readonly language: Language }

/** Who is behind a figure, a row each: with the facts, where they come from, and why somebody is not counted. */
export async function membersWorkbook(
  members: readonly CellMember[],
  { translator, language }: Telling,
): Promise<Buffer> {
  const say = (key: string): string => translator.say(language, `indicators:members.${key}`)
  const places = (facts: CellMember['facts']): string =>
    [...new Set(facts.flatMap(({ file, row }) => (file === null ? [] : [`${file} (${row})`])))].join(', ')
  return await writeWorkbook({
    sheets: [
      {
        name: say('sheet'),
        columns: [
          { header: say('name'), width: 36 },
          { header: say('code'), width: 10, kind: 'text' },
          { header: say('organisation'), width: 36 },
          { header: say('facts'), width: 70 },
          { header: say('unknown'), width: 40 },
          { header: say('source'), width: 40 },
        ],
        rows: members.map(({ label, organisation, facts, unknown }) => [
          label,
          organisation?.code ?? null,
          organisation?.name ?? null,
          facts.map((fact) => [fact.label, daysOf(fact)].filter(Boolean).join(' · ')).join('; ') || null,
          unknown.join('; ') || null,
          places(facts) || null,
        ]),
      },
    ],
  })
}

const daysOf = ({ from, to }: CellMember['facts'][number]): string =>
  [from, to].flatMap((day) => (day === null ? [] : [day.split('-').reverse().join('.')])).join('–')
