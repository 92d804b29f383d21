import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { addDistrict } from '../../../test/harness/actors.ts'
import { cloneDatabase } from '../../../test/harness/database.ts'
import { openTestHouse } from '../../../test/harness/house.ts'
import { createLog } from '../log.ts'
import { openDatabase } from './db.ts'

const { appUrl } = await cloneDatabase()
const database = openDatabase({ url: appUrl, log: createLog('silent'), writers: 1 })
afterAll(() => database.close())

const TIMES = Array.from({ length: 6 }, (_, at) => at)

test('what is asked often is prepared, and answers as before', async () => {
  await database.write(null, async (tx) => {
    for (const at of TIMES) {
      const { rows } =
        await sql`select ${at}::int as a, ${JSON.stringify({ at })}::jsonb as b, ${[at]}::int[] as c`.execute(tx)
      expect(rows).toEqual([{ a: at, b: { at }, c: [at] }])
    }
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from pg_prepared_statements where name ~ '^w'`.execute(tx)
    expect(rows[0]?.n).toBeGreaterThan(0)
  })
})

test('a prepared statement that fails takes its transaction back, and the next one is served', async () => {
  for (const at of [...TIMES, 0])
    await database
      .write(null, (tx) => sql`select 1 / ${at}::int`.execute(tx))
      .catch((error) => expect(error).toMatchObject({ code: '22012' }))
  expect.assertions(2)
})

test('each transaction is its own tenant, whichever connection it got', async () => {
  const house = await openTestHouse()
  const [one, other] = [await addDistrict(house), await addDistrict(house)]
  const { write } = house.services.database
  const tenantOf = (tenant: number | null) =>
    write(
      tenant,
      async (tx) => (await sql<{ is: string }>`select current_setting('rost.tenant') as is`.execute(tx)).rows[0]?.is,
    )
  const asked = TIMES.flatMap(() => [one.tenant, other.tenant, null])
  expect(await Promise.all(asked.map(tenantOf))).toEqual(asked.map((tenant) => String(tenant ?? '')))
})
