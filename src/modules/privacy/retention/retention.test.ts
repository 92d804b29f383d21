import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { personalData } from '../../../personal-data.ts'
import { expire, findExpired } from './retention.ts'

const house = await openTestHouse()
const { services } = house
const { tenant } = await addDistrict(house)
await addOrganisation(house, tenant)
const admin = await addActor(house, [{ tenant, role: 'admin' }])
const security = await addActor(house, [{ tenant, role: 'security' }])
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])

const DAY_MS = 86_400_000
const tables = personalData.flatMap((one) => Object.entries(one.tables))

test('every term that ends by itself is held by a declaration the database understands, and no other', async () => {
  const ends = ['ninety_days', 'half_year', 'half_year_after', 'session', 'traces', 'answers', 'day']
  // What only names accounts stays with them.
  const wrong = tables.filter(([, { term, expires }]) => ends.includes(term) !== (expires !== undefined))
  expect(wrong.map(([name]) => name)).toEqual([])
  const found = await findExpired(services.database.reader(tenant), personalData, new Date(0))
  expect(found.length).toBeGreaterThan(8)
})

test('what is over is told before, goes by night, is counted in the journal, and what is not stays', async () => {
  const person = await addPerson(house, tenant)
  const old = new Date(Date.now() - 1_200 * DAY_MS)
  await services.database.write(tenant, async (tx) => {
    for (const at of [old, new Date()]) {
      await sql`insert into platform.sight (at, actor_kind, action, person_ids)
        values (${at}, 'account', 'x', array[${person}::bigint])`.execute(tx)
      await sql`insert into registry.look (looker_id, account_id, reason, started_at, ends_at)
        values (${admin.account}, ${methodist.account}, 'смотрю', ${at}, ${at})`.execute(tx)
      await sql`insert into privacy.request (applicant, kind, on_paper, received_on, due_on, state, answer, answered_at)
        values ('Иванова', 'copy', true, '2020-01-01', '2020-01-15', 'done', 'Ответ', ${at})`.execute(tx)
      await sql`insert into registry.export_use (on_day, account_id, exports, rows)
        values (${at}, ${methodist.account}, 1, 1)`.execute(tx)
    }
    await sql`insert into identity.session (token_hash, account_id, opened_by, expires_at, user_agent, address)
      values ('\\x01', ${methodist.account}, 'password', ${old}, '', '')`.execute(tx)
  })
  const count = async (): Promise<number[]> => {
    const { rows } = await sql<{ counts: number[] }>`
      select array[(select count(*) from platform.sight), (select count(*) from registry.look),
        (select count(*) from privacy.request), (select count(*) from registry.export_use),
        (select count(*) from identity.session)]::int[] as counts`.execute(services.database.reader(tenant))
    return rows[0]?.counts ?? []
  }
  expect(await count()).toEqual([2, 2, 2, 2, 1])
  const foretold = (await admin.ask('GET', '/api/personal-data/expiring')).json()
  expect(foretold.total).toBe(4)
  expect((await methodist.ask('GET', '/api/personal-data/expiring')).statusCode).toBe(403)

  await expire(services, personalData)
  expect(await count()).toEqual([1, 1, 1, 1, 0])
  expect((await admin.ask('GET', '/api/personal-data/expiring')).json().total).toBe(0)
  const { items } = (await security.ask('GET', '/api/journal')).json()
  const entry = items.find(({ action }: { action: string }) => action === 'privacy-retention')
  expect(entry?.details).toEqual({ 'privacy.request': 1, 'registry.export_use': 1 })
})
