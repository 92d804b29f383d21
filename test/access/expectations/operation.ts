import { sql } from 'kysely'
import type { Expectation } from '../expectation.ts'
import { at, type Place, type World } from '../world.ts'

/** Of the district, and may be tried again. */
async function failedJob({ house, ...world }: World, place: Place): Promise<{ id: string }> {
  const { tenant } = at({ house, ...world }, place).district
  const { rows } = await house.services.database.write(tenant, (tx) =>
    sql<{ id: string }>`insert into job.job (name, data, state)
      values ('registry-tidy-loads', ${JSON.stringify({ tenant })}, 'failed') returning id`.execute(tx),
  )
  return { id: rows[0]?.id ?? '' }
}

export const operation: Readonly<Record<string, Expectation>> = {
  listJobs: { may: 'operation.manage', belongs: 'nothing' },
  retryJob: { may: 'operation.manage', belongs: 'district', asks: async (w, p) => ({ params: await failedJob(w, p) }) },
  listJournal: { may: 'journal.read', belongs: 'nothing' },
  exportJournal: { may: 'journal.read', belongs: 'nothing' },
  getAttestationFolder: { may: 'trace.own', belongs: 'nothing' },
  getAttestationDocument: { may: 'trace.own', belongs: 'nothing' },
  listMySights: { may: 'trace.own', belongs: 'nothing' },
  listTasks: { may: 'signed-in', belongs: 'nothing' },
  countNotifications: { may: 'signed-in', belongs: 'nothing' },
  listNotifications: { may: 'signed-in', belongs: 'nothing' },
  seeNotifications: { may: 'signed-in', belongs: 'nothing', asks: () => ({ payload: { upTo: 1 } }) },
}
