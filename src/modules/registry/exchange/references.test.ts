import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addDistrict } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import type { Tx } from '../../../platform/db/db.ts'

const house = await openTestHouse()
const { tenant } = await addDistrict(house)

async function employ(tx: Tx, organisation: number | undefined): Promise<void> {
  const person = { surname: 'Орлова', given_name: 'Анна', given_key: 'анна', birth_on: '1980-05-01' }
  const { id } = await tx.insertInto('registry.person').values(person).returning('id').executeTakeFirstOrThrow()
  const school = { code: '1', code_key: '1', name: '№ 1', type: 'school' }
  const there = await tx.insertInto('registry.organisation').values(school).returning('id').executeTakeFirstOrThrow()
  await sql`insert into registry.employment (person_id, organisation_id, position_id, hired_on, rate, main)
    select ${id}, ${organisation ?? there.id}, min(p.id), '2020-01-01', 1, true from registry.position p`.execute(tx)
}

const NOWHERE = 999_999_999

test('an employment by hand that refers to nothing is refused at once', async () => {
  const done = house.services.database.write(tenant, (tx) => employ(tx, NOWHERE))
  await expect(done).rejects.toThrow(/organisation_id of registry.employment refers to nothing/)
})

test.each([
  ['refused at the end of a load', NOWHERE, false],
  ['no hindrance where all is there', undefined, true],
] as const)('an employment that refers to nothing is %s', async (_, organisation, isFine) => {
  const done = house.services.database.write(tenant, async (tx) => {
    await sql`set local rost.loading = 'on'`.execute(tx)
    await employ(tx, organisation)
    await sql`select registry.rebuild_spans(null)`.execute(tx)
  })
  if (isFine) await expect(done).resolves.toBeUndefined()
  else await expect(done).rejects.toThrow('an employment refers to nothing')
})
