import { sqlState } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, query, type Route } from '../../../platform/http/route.ts'
import * as contract from './series.contract.ts'
import * as repo from './series.repo.ts'

export const yearOf = (day: string): number => Number(day.slice(0, 4))

async function getSeries({ tx, today }: CommandContext, id: number): Promise<contract.Series> {
  const [found] = await repo.findSeries(tx, yearOf(today), id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}

/** A title or a row of numbers that is there already is the fault of its field. */
async function orTaken<T>(saving: Promise<T>): Promise<T> {
  try {
    return await saving
  } catch (error) {
    if (sqlState(error) !== '23505') throw error
    const isTitle = error instanceof Error && 'constraint' in error && String(error.constraint).includes('title')
    throw isTitle ? invalidField('title', 'series_title_taken') : invalidField('prefix', 'series_numbers_taken')
  }
}

export const seriesRoutes: readonly Route[] = [
  query(contract.listSeries, {
    may: 'document.manage',
    run: async ({ db, today }) => {
      const items = await repo.findSeries(db, yearOf(today))
      return { items, total: items.length }
    },
  }),
  command(contract.createSeries, {
    may: 'document.manage',
    run: async (context, { body }) => {
      const id = await orTaken(repo.insertSeries(context.tx, body))
      context.note({ kind: 'document_series', id })
      return await getSeries(context, id)
    },
  }),
  command(contract.changeSeries, {
    may: 'document.manage',
    over: async ({ db }, { params }) => ((await repo.findSeries(db, 0, params.id)).length > 0 ? 'district' : undefined),
    run: async (context, { params: { id }, body }) => {
      const { tx, note, expectedVersion: version } = context
      const before = await getSeries(context, id)
      if (before.version !== version) throw new Refusal('version_conflict', 'version_conflict')
      if (before.used && looksOtherwise(before, body)) throw new Refusal('conflict', 'series_used')
      if (!(await orTaken(repo.updateSeries(tx, { ...body, id, version }))))
        throw new Refusal('version_conflict', 'version_conflict')
      note({ kind: 'document_series', id })
      return await getSeries(context, id)
    },
  }),
]

type Looks = Pick<contract.Series, 'kind' | 'prefix' | 'suffix' | 'digits'>

const looksOtherwise = (before: Looks, after: Looks): boolean =>
  (['kind', 'prefix', 'suffix', 'digits'] as const).some((key) => before[key] !== after[key])
