import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect } from 'vitest'
import { addActor, addDistrict, type Person } from '../../../../test/harness/actors.ts'
import type { TestHouse } from '../../../../test/harness/house.ts'
import type { DistrictSeed } from '../districts/district.creation.ts'

export const ORGANISATIONS = 'Код;Краткое наименование;Тип\nШ1;Школа 1;школа\n'
export const STAFF = 'Код ОО;Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Должность;Ставка;Основное место работы;Принят\n'
export const ANNA = 'Ш1;Орлова;Анна;;01.05.1980;;учитель;1;да;01.09.2010\n'

export type Files = Readonly<Record<string, string | Uint8Array>>

/** A district of its own for each test, and its methodist, who loads files over HTTP and waits for the end. */
export function openLoads(house: TestHouse, seeds: readonly DistrictSeed[]) {
  let begun: { readonly tenant: number; readonly methodist: Person } | undefined
  beforeEach(async () => {
    const { tenant } = await addDistrict(house, { seeds })
    begun = { tenant, methodist: await addActor(house, [{ tenant, role: 'methodist' }]) }
  })
  const at = {
    get tenant() {
      return (begun ?? expect.unreachable()).tenant
    },
    get methodist() {
      return (begun ?? expect.unreachable()).methodist
    },
  }
  const look = async (id: number) => (await at.methodist.ask('GET', `/api/loads/${id}`)).json()
  const ended = async (id: number) => {
    await expect
      .poll(async () => (await look(id)).state, { timeout: 60_000, interval: 100 })
      .toSatisfy((state: string) => ['compared', 'done', 'failed'].includes(state))
    // Mending follows the end of the load; the folder of the run goes last.
    await expect.poll(() => readdir(join(house.dataFolder, 'loading')), { timeout: 20_000 }).toEqual([])
    return await look(id)
  }
  const begin = async (files: Files, query = ''): Promise<number> => {
    const payload = new FormData()
    for (const [name, content] of Object.entries(files)) payload.append('file', new File([Buffer.from(content)], name))
    const reply = await at.methodist.ask('POST', `/api/loads${query}`, { payload })
    expect(reply.statusCode, reply.body).toBe(201)
    return reply.json().id
  }
  return {
    at,
    look,
    ended,
    begin,
    load: async (files: Files) => await ended(await begin(files)),
    compare: async (files: Files) => await ended(await begin(files, '?compare=yes')),
    faulty: async (id: number, query = '') =>
      (await at.methodist.ask('GET', `/api/loads/${id}/faulty-rows${query}`)).json(),
  }
}
