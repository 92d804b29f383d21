import { sql } from 'kysely'
import { expect } from 'vitest'
import { unique } from '../../../../test/harness/actors.ts'
import type { TestHouse } from '../../../../test/harness/house.ts'
import { makeGivingDistrict } from '../register/documents.fixture.ts'

/** With right check digits: any nine digits and what follows from them. */
export function someSnils(nine: number): string {
  const digits = String(nine).padStart(9, '0')
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0)
  const check = String((sum % 101) % 100).padStart(2, '0')
  return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)} ${check}`
}

export const COURSE = {
  ...{ kind: 'upskilling', title: 'Оценивание на уроке', hours: 36 },
  ...{ startsOn: '2026-02-02', endsOn: '2026-02-27' },
}

/** A district that gives documents of a qualification, and everything the federal register asks for but what is left out. */
export async function makeTellingDistrict(house: TestHouse) {
  const district = await makeGivingDistrict(house)
  const { tenant, methodist, signatory, upskilling } = district
  const write = house.services.database.write
  let nth = 200_000_000 + Number(process.pid) * 1_000

  const asIfPrinted = (): Promise<unknown> =>
    write(tenant, (tx) =>
      sql`update documents.document set state = 'issued', sheet = null, body = '%PDF', hash = 'x'
        where state = 'printing'`.execute(tx),
    )

  const give = async (person: number, issuedOn = '2026-03-05'): Promise<number> => {
    const reply = await methodist.ask('POST', '/api/documents', {
      payload: { about: COURSE, seriesId: upskilling, signatoryId: signatory, issuedOn, personIds: [person] },
    })
    expect(reply.statusCode, reply.body).toBe(201)
    await asIfPrinted()
    const { rows } = await sql<{ id: number }>`
      select id from documents.document where batch_id = ${reply.json().id}`.execute(
      house.services.database.reader(tenant),
    )
    return rows[0]?.id ?? 0
  }

  const giveSnils = async (person: number): Promise<string> => {
    const snils = someSnils(nth++)
    const { version } = (await methodist.ask('GET', `/api/people/${person}`)).json()
    const reply = await methodist.ask('PATCH', `/api/people/${person}`, {
      payload: { snils },
      headers: { 'if-match': `"${version}"` },
    })
    expect(reply.statusCode, reply.body).toBe(200)
    return snils
  }

  const fill = (id: number, facts: object) =>
    methodist.ask('POST', '/api/federal/facts', { payload: { rows: [{ id, ...facts }] } })

  /** Somebody with a document that lacks nothing. */
  const giveWhole = async (surname = unique('Фамилия')) => {
    const person = await district.addTeacher(surname)
    const [snils, id] = [await giveSnils(person), await give(person)]
    const reply = await fill(id, { education: 'higher', diplomaSurname: surname, diplomaNumber: '1234567' })
    expect(reply.json(), reply.body).toEqual({ filled: 1, left: 0 })
    return { id, person, snils, surname }
  }

  return { ...district, asIfPrinted, give, giveSnils, fill, giveWhole }
}
