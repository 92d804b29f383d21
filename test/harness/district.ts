import { loadFolder } from '../../src/modules/registry/index.ts'
import { modules } from '../../src/modules.ts'
import { sheets } from '../../src/sheets.ts'
import { addDistrict } from './actors.ts'
import { fillingOf, openTestHouse, type TestHouse, type TestHouseOptions } from './house.ts'

const seeds = modules.flatMap((module) => module.seedDistrict ?? [])

const sample = fillingOf('sample', async (house) => {
  const { code } = await addDistrict(house, { seeds })
  await loadFolder(house.services, code, 'test/fixtures/district', { sheets })
})

export type SampleHouse = TestHouse & {
  readonly district: { readonly tenant: number; readonly code: string; readonly region: number }
}

/** The whole house with one district, into which the sample folder is loaded: once in a run, every file has a copy. */
export async function openSampleHouse(options: Omit<TestHouseOptions, 'filling'> = {}): Promise<SampleHouse> {
  const house = await openTestHouse({ ...options, filling: sample })
  const { id, code, region_id } = await house.services.database
    .reader(null)
    .selectFrom('registry.district')
    .select(['id', 'code', 'region_id'])
    .executeTakeFirstOrThrow()
  if (region_id === null) throw new Error('the sample district has a region')
  return { ...house, district: { tenant: id, code, region: region_id } }
}
