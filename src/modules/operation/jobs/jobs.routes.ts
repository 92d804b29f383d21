import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import * as contract from './jobs.contract.ts'
import { findJob, findJobs } from './jobs.repo.ts'

const may = 'operation.manage'

export const jobRoutes: readonly Route[] = [
  query(contract.listJobs, {
    may,
    over: async () => 'district',
    run: ({ db }, { query }) => findJobs(db, query),
  }),
  command(contract.retryJob, {
    may,
    over: async ({ db }, { params }) => ((await findJob(db, params.id)) === undefined ? undefined : 'district'),
    run: async ({ tx, tenant, note, services }, { params: { id } }) => {
      const job = await findJob(tx, id)
      if (job === undefined) throw new Refusal('not_found', 'not_found')
      if (!job.can.includes('retry')) throw new Refusal('conflict', 'job_not_failed')
      await services.jobs.retry(tx, job.name, id)
      note({ kind: 'district', id: tenant ?? 0, details: { job: job.name } })
      return (await findJob(tx, id)) ?? job
    },
  }),
]
