import { Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, type Route } from '../../../platform/http/route.ts'
import type { PersonalData } from '../../../platform/personal-data.ts'
import { findSnils, takeAway } from '../../registry/index.ts'
import { exportMyData } from './copy.contract.ts'
import { copyPage } from './copy.page.ts'
import { copyOf } from './copy.ts'

export const copyRoutes = (data: readonly PersonalData[]): readonly Route[] => [
  command(exportMyData, {
    may: 'trace.own',
    run: async (context, { query: { format } }) => {
      const { tx, reach, today, language } = context
      const [person] = reach.people
      if (person === undefined) throw new Refusal('not_found', 'not_found')
      const copy = await copyOf(tx, data, { people: reach.people, accounts: accountOf(context) }, language)
      const snils = await findSnils(context, person)
      const rows = copy.reduce((sum, one) => sum + one.rows.length, 0)
      await takeAway(context, {
        action: exportMyData.id,
        ...{ kind: 'person', id: person, details: { format }, rows },
      })
      const text =
        format === 'json'
          ? JSON.stringify({ day: today, snils, tables: copy }, null, 1)
          : copyPage({ copy, snils, day: today, language })
      return {
        fileName: `my-data-${today}.${format}`,
        mediaType: format === 'json' ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
        content: Buffer.from(text),
      }
    },
  }),
]

const accountOf = ({ actor }: CommandContext): number[] => (actor.account === null ? [] : [actor.account])
