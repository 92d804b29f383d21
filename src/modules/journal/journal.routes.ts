import { Refusal } from '../../platform/errors.ts'
import { command, query, type Route } from '../../platform/http/route.ts'
import type { Module } from '../../platform/module.ts'
import { WORKBOOK_TYPE } from '../../platform/spreadsheets/index.ts'
import { takeAway } from '../registry/index.ts'
import * as contract from './journal.contract.ts'
import { namesOf, withNames } from './journal.names.ts'
import { findJournal } from './journal.repo.ts'
import { journalWorkbook } from './journal.workbook.ts'
import { sightRoutes } from './sights/sights.routes.ts'

const may = 'journal.read'
const over = async () => 'district' as const

export function journalRoutes(modules: readonly Module[]): readonly Route[] {
  const names = namesOf(modules)
  return [
    ...sightRoutes,
    query(contract.listJournal, {
      may,
      over,
      run: async ({ db }, { query }) => {
        const { rows, total } = await findJournal(db, query)
        return { items: await withNames(db, names, rows), total }
      },
    }),
    // Taking the journal away is journalled: by which filters, how many rows.
    command(contract.exportJournal, {
      may,
      over,
      run: async (context, { query }) => {
        const { tx, tenant, language, today } = context
        const most = contract.JOURNAL_IN_WORKBOOK
        const { rows, total } = await findJournal(tx, { ...query, page: 1, size: most })
        if (total > rows.length) throw new Refusal('conflict', 'journal_too_long', { params: { most } })
        const { who, ...filters } = query
        await takeAway(context, {
          action: contract.exportJournal.id,
          ...{ kind: 'district', id: tenant ?? 0, details: { ...filters, byName: who !== undefined }, rows: total },
        })
        const content = await journalWorkbook(await withNames(tx, names, rows), language)
        return { fileName: `journal-${today}.xlsx`, mediaType: WORKBOOK_TYPE, content }
      },
    }),
  ]
}
