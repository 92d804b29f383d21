import { sql } from 'kysely'
import type { NamesOf } from '../../../platform/module.ts'
import type { TaskSource } from '../../../platform/tasks.ts'
import { countUrgent } from './due.service.ts'

/** Documents the federal register is to be told of soon; the whole list stands on the page at any time. */
export const federalTasks: TaskSource = {
  may: 'document.federal',
  async find({ db, today }) {
    const { count, until } = await countUrgent(db, today)
    if (until === null) return []
    return [{ code: 'federal_due', count, dueOn: until, link: '/documents/federal' }]
  },
}

/** A file goes by its number of the year. */
export const federalFileNames: NamesOf = async (db, ids) => {
  const { rows } = await sql<{ id: number; number: string }>`
    select id, year || '-' || count as number from documents.federal_file
    where id = any (${[...ids]}::bigint[])`.execute(db)
  return new Map(rows.map(({ id, number }) => [id, number]))
}
