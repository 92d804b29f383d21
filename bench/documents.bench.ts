import { sql } from 'kysely'
import { issueDocuments } from '../src/modules/documents/index.ts'
import { printBatchHandler } from '../src/modules/documents/register/printing.jobs.ts'
import type { Tx } from '../src/platform/db/db.ts'
import { type BenchHouse, findTenants, openBenchHouse } from './parts/house.ts'
import type { BenchOptions, Report } from './parts/report.ts'
import { spreadOf } from './parts/timing.ts'

const PAPERS = 500
const MOST_ROUNDS = 5

/** Five hundred certificates of one event: registered in a transaction, printed by the job, kept in the database. */
export async function documents({ rounds }: BenchOptions): Promise<readonly Report[]> {
  const house = await openBenchHouse('people')
  try {
    const [tenant = 0] = await findTenants(house)
    const [registered, printed]: [number[], number[]] = [[], []]
    for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round++) {
      const began = performance.now()
      const batch = await register(house, tenant)
      const between = performance.now()
      await printBatchHandler(house.services).run({ tenant, batch }, new AbortController().signal)
      registered.push((between - began) / 1000)
      printed.push((performance.now() - between) / 1000)
    }
    return [
      {
        title: `${PAPERS} certificates at once`,
        rows: [
          {
            what: 'registered, printed and kept',
            unit: 's',
            value: spreadOf(registered.map((seconds, round) => seconds + (printed[round] ?? Number.NaN))),
            reach: '≤ 30 s',
          },
          { what: 'of that: registered under their numbers', unit: 's', value: spreadOf(registered) },
          { what: 'of that: printed and kept', unit: 's', value: spreadOf(printed) },
        ],
        notes: ['In one process, which lays out fifty sheets at a time in a process of its own.'],
      },
    ]
  } finally {
    await house.close()
  }
}

async function register({ services }: BenchHouse, tenant: number): Promise<number> {
  const { batch } = await services.database.write(tenant, async (tx) => {
    const { seriesId, signatoryId } = await makeReady(tx)
    const { rows } = await sql<{
      id: number
    }>`select id from registry.person order by random() limit ${PAPERS}`.execute(tx)
    return await issueDocuments(
      { tx, services, tenant, account: null, today: '2026-03-05' },
      {
        ...{ seriesId, signatoryId, issuedOn: '2026-03-05', people: rows.map(({ id }) => id) },
        about: {
          ...{ kind: 'participation', part: 'participant', title: 'Функциональная грамотность', hours: 4 },
          ...{ startsOn: '2026-03-02', endsOn: '2026-03-02' },
        },
      },
    )
  })
  if (batch === null) throw new Error('nobody was given anything')
  return batch
}

/** Another series each time: the numbers of the last are given. */
async function makeReady(tx: Tx): Promise<{ seriesId: number; signatoryId: number }> {
  await sql`insert into documents.letterhead (name) values ('ИМЦ') on conflict (tenant_id) do nothing`.execute(tx)
  const prefix = `${Date.now()}-`
  const made = await sql<{ seriesId: number; signatoryId: number }>`
    with s as (insert into documents.series (kind, title, prefix, suffix)
      values ('participation', ${prefix}, ${prefix}, '/{YYYY}') returning id),
    p as (insert into documents.signatory (name, post, from_on)
      values ('Р. Б. Сидоров', 'Директор', '2020-01-01') returning id)
    select s.id as "seriesId", p.id as "signatoryId" from s, p`.execute(tx)
  const [ready] = made.rows
  if (ready === undefined) throw new Error('nothing was made')
  return ready
}
