import { expect } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, employ, unique } from '../../../../test/harness/actors.ts'
import type { TestHouse } from '../../../../test/harness/house.ts'
import type { About } from '../papers/kinds.contract.ts'

/** A district that is ready to give documents: a letterhead, somebody who signs, a series for each kind. */
export async function makeGivingDistrict(house: TestHouse) {
  const { tenant } = await addDistrict(house)
  const school = await addOrganisation(house, tenant)
  const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
  const made = async (url: string, payload: object): Promise<number> => {
    const reply = await methodist.ask('POST', url, { payload })
    expect(reply.statusCode, reply.body).toBe(201)
    return reply.json().id
  }
  const letterhead = await methodist.ask('PUT', '/api/letterhead', {
    payload: { name: 'ИМЦ Заречного района', place: 'г. Зареченск', address: 'ул. Садовая, д. 1', requisites: '' },
    headers: { 'if-match': '"0"' },
  })
  expect(letterhead.statusCode, letterhead.body).toBe(200)
  const signatory = await made('/api/document-signatories', {
    ...{ name: 'Р. Б. Сидоров', post: 'Директор', fromOn: '2020-01-01', toOn: null },
  })
  const seriesOf = (kind: string, prefix: string): Promise<number> =>
    made('/api/document-series', { kind, title: unique(kind), prefix, suffix: '/{YYYY}', digits: 4 })
  return {
    ...{ tenant, school, methodist, signatory, made },
    series: await seriesOf('participation', 'С-'),
    upskilling: await seriesOf('upskilling', 'ПК-'),
    addTeacher: async (surname = unique('Фамилия')): Promise<number> => {
      const person = await addPerson(house, tenant, surname)
      await house.services.database.write(tenant, (tx) =>
        tx.updateTable('registry.person').set({ sex: 'female' }).where('id', '=', person).execute(),
      )
      await employ(house, tenant, { person, organisation: school })
      return person
    },
  }
}

export const SEMINAR: Extract<About, { kind: 'participation' }> = {
  ...{ kind: 'participation', title: 'Оценивание на уроке', part: 'participant', hours: 4 },
  ...{ startsOn: '2026-03-02', endsOn: '2026-03-02' },
}
