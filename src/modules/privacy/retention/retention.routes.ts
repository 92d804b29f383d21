import { query, type Route } from '../../../platform/http/route.ts'
import type { PersonalData } from '../../../platform/personal-data.ts'
import { registerIn } from '../register/register.ts'
import { listExpiring } from './retention.contract.ts'
import { findExpired } from './retention.ts'

export const retentionRoutes = (data: readonly PersonalData[]): readonly Route[] => [
  query(listExpiring, {
    may: 'rules.read',
    run: async ({ db, language }) => {
      const told = new Map(registerIn(language, data).map((entry) => [entry.table, entry]))
      const items = (await findExpired(db, data)).map(({ table, rows }) => ({
        ...{ table, rows },
        about: told.get(table)?.about ?? table,
        term: told.get(table)?.term ?? '',
      }))
      return { items, total: items.reduce((sum, { rows }) => sum + rows, 0) }
    },
  }),
]
