import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, anonymous, employ, type Person } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { faultsOf, hire, openDistrict } from './people.fixture.ts'

const house = await openTestHouse()
const { services } = house
const district = await openDistrict(house)
const { tenant, school, lyceum, methodist, head, otherHead, position } = district
const foreign = await openDistrict(house)

const add = async (name: string, employment: object = {}, person: object = {}): Promise<number> => {
  const [surname, givenName, patronymic = null] = name.split(' ')
  const reply = await hire(methodist, district, { surname, givenName, patronymic, ...person }, employment)
  expect(reply.statusCode, reply.body).toBe(201)
  return reply.json().id
}

const salt = await add('Салтыкова-Щедрина Алёна Петровна')
const yolkin = await add('Ёлкин Пётр Алексеевич', { organisationId: lyceum, positionId: position('директор') })
const elkina = await add('Елкина Анна Петровна', { dismissedOn: '2023-08-31' }, { birthOn: '1999-12-31' })
const percent = await add('Сто%Процентов Я')
await hire(foreign.methodist, foreign, { surname: 'Салтыкова', givenName: 'Чужая' })

type Line = {
  id: number
  pedagogue: boolean | null
  employment: { organisation: { id: number }; main: boolean } | null
}
const list = async (actor: Person, query: string): Promise<Line[]> => {
  const reply = await actor.ask('GET', `/api/people?${query}`)
  expect(reply.statusCode, reply.body).toBe(200)
  const { items, total } = reply.json()
  if (!query.includes('size')) expect(total).toBe(items.length)
  return items
}
const ids = async (query: string, actor: Person = methodist): Promise<number[]> =>
  (await list(actor, query)).map(({ id }) => id)

test('names are found by the beginnings of their words, whatever the order, case and ё', async () => {
  const named = (q: string): Promise<number[]> => ids(`q=${encodeURIComponent(q)}`)
  expect(await named('САЛТ')).toEqual([salt])
  expect(await named('щедр ален')).toEqual([salt])
  expect(await named('Салтыкова‑Щедрина А.П.')).toEqual([salt])
  expect(await named('елкин')).toEqual([yolkin])
  expect(await named('Ёлкин петр')).toEqual([yolkin])
  expect(await named('щедрость')).toEqual([])
  expect(await named('%')).toEqual([])
  expect(await named('сто%')).toEqual([percent])
  expect(await named(' - ')).toEqual([salt, percent, yolkin].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
})
const order = [yolkin, salt, percent]

test('a line has the name and the main employment', async () => {
  const [line] = await list(methodist, `q=${encodeURIComponent('ёлкин')}`)
  expect(line).toEqual({
    id: yolkin,
    surname: 'Ёлкин',
    givenName: 'Пётр',
    patronymic: 'Алексеевич',
    birthOn: '1980-05-01',
    pedagogue: false,
    employment: {
      id: expect.any(Number),
      organisation: { id: lyceum, code: expect.any(String), name: expect.any(String) },
      position: { id: position('директор'), name: 'директор' },
      hiredOn: '2020-09-01',
      dismissedOn: null,
      rate: 1,
      main: true,
    },
  })
})

test('filters by organisation, position and being a pedagogue, as of any day', async () => {
  expect(await ids('')).toEqual(order)
  expect(await ids(`organisation=${lyceum}`)).toEqual([yolkin])
  expect(await ids(`organisation=${lyceum}&organisation=${school}`)).toEqual(order)
  expect(await ids(`position=${position('учитель')}`)).toEqual([salt, percent])
  expect(await ids(`organisation=${school}&position=${position('директор')}`)).toEqual([])
  expect(await ids('pedagogue=yes')).toEqual([salt, percent])
  expect(await ids('pedagogue=no')).toEqual([yolkin])
  expect(await ids('pedagogue=unknown')).toEqual([])
  expect(await ids('activeOn=2023-08-31')).toEqual([yolkin, elkina, salt, percent])
  expect(await ids(`activeOn=2023-08-31&organisation=${school}`)).toEqual([elkina, salt, percent])
  expect(await ids('activeOn=2020-08-31')).toEqual([])
  expect(await ids('employed=no')).toEqual([elkina])
  expect(await ids(`employed=no&organisation=${lyceum}`)).toEqual([])
})

test('sorts by name, birth and organisation, and pages without gaps', async () => {
  const all = 'activeOn=2023-08-31'
  expect(await ids(`${all}&sort=-name`)).toEqual([percent, salt, elkina, yolkin])
  expect(await ids(`${all}&sort=-birth,name`)).toEqual([elkina, yolkin, salt, percent])
  const byOrganisation = await list(methodist, `${all}&sort=-organisation,name`)
  const names = byOrganisation.map(({ employment }) => employment?.organisation.id)
  expect(new Set(names.slice(0, names.indexOf(names.at(-1)))).size).toBe(1)
  const pages = await Promise.all([1, 2, 3].map((page) => ids(`${all}&size=2&page=${page}`)))
  expect(pages).toEqual([[yolkin, elkina], [salt, percent], []])
})

test('an employer sees its own people with its own employment, which is the main one there', async () => {
  const person = await add('Двойная Нина', { positionId: position('учитель') })
  await employ(house, tenant, { person, organisation: lyceum })
  await services.database.write(tenant, async (tx) => {
    await sql`update registry.employment set main = false, position_id = ${position('директор')}
      where person_id = ${person} and organisation_id = ${lyceum}`.execute(tx)
    await sql`select registry.rebuild_spans(${[person]}::bigint[])`.execute(tx)
  })
  const q = `q=${encodeURIComponent('двойная')}`
  const seen = async (actor: Person, query = q) =>
    (await list(actor, query)).map(({ id, pedagogue, employment }) => [id, pedagogue, employment?.organisation.id])
  expect(await seen(methodist)).toEqual([[person, true, school]])
  expect(await seen(head)).toEqual([[person, true, school]])
  expect(await seen(otherHead)).toEqual([[person, false, lyceum]])
  expect(await seen(otherHead, `${q}&organisation=${school}`)).toEqual([])
  expect(await seen(otherHead, `${q}&pedagogue=yes`)).toEqual([])
  const self = await addActor(house, [{ tenant, role: 'teacher', person }])
  expect(await seen(self, '')).toEqual([[person, true, school]])
  const both = await addActor(house, [
    { tenant, role: 'teacher', person },
    { tenant, role: 'head', organisation: lyceum },
  ])
  expect(await seen(both, '')).toEqual([
    [person, true, school],
    [yolkin, false, lyceum],
  ])
  const nobody = await addActor(house, [{ tenant, role: 'teacher' }])
  expect(await seen(nobody, '')).toEqual([])
})

test('a former employer lists who left within the year, and as of earlier days nobody who left before', async () => {
  const today = (
    await sql<{ day: string }>`select (now() at time zone 'Europe/Moscow')::date as day`.execute(
      services.database.reader(tenant),
    )
  ).rows[0]?.day
  const left = await add('Ушедшая Ольга', { dismissedOn: today })
  expect(await ids('employed=no', head)).not.toContain(left)
  expect(await ids('', head)).toContain(left)
  await services.database.write(tenant, async (tx) => {
    await sql`update registry.employment set dismissed_on = ${today}::date - 1 where person_id = ${left}`.execute(tx)
    await sql`select registry.rebuild_spans(null)`.execute(tx)
  })
  expect(await ids('employed=no', head)).toEqual([left])
  expect(await ids('employed=no', otherHead)).toEqual([])
  expect(await ids('employed=no')).toEqual([elkina, left])
  // Елкина left years ago.
  expect(await ids('activeOn=2023-08-31', head)).not.toContain(elkina)
  expect(await ids('activeOn=2023-08-31', head)).toContain(left)
})

test('refuses nobody, roles without the right, and queries that are none', async () => {
  expect((await anonymous(house).ask('GET', '/api/people')).statusCode).toBe(401)
  const admin = await addActor(house, [{ tenant, role: 'admin' }])
  expect((await admin.ask('GET', '/api/people')).statusCode).toBe(403)
  const reply = await methodist.ask('GET', '/api/people?activeOn=31.12.2025&size=201&pedagogue=maybe&sort=snils')
  expect(reply.statusCode).toBe(422)
  expect(new Set(faultsOf(reply).map((fault) => fault.split(' ')[0]))).toEqual(
    new Set(['activeOn', 'pedagogue', 'size', 'sort.0']),
  )
})

test('a misspelt name, or one typed on the wrong keyboard, finds who was meant and says so', async () => {
  const found = async (q: string, actor: Person = methodist) => {
    const reply = await actor.ask('GET', '/api/people', { query: { q } })
    const { items, total, meant } = reply.json()
    return { ids: items.map(({ id }: Line) => id), total, meant }
  }
  expect(await found('солтыкова')).toEqual({ ids: [salt], total: 1, meant: ['салтыкова'] })
  expect(await found('салтыков алена')).toEqual({ ids: [salt], total: 1, meant: [] })
  expect(await found('солтыкова олена')).toMatchObject({ ids: [salt], meant: ['салтыкова', 'алена'] })
  expect(await found('cfknsrjdf')).toMatchObject({ ids: [salt], meant: ['салтыкова'] })
  expect(await found('щербатова')).toEqual({ ids: [], total: 0, meant: [] })
  expect(await found('зю')).toEqual({ ids: [], total: 0, meant: [] })
  // Who is out of reach is not given away by what was meant.
  expect(await found('солтыкова', otherHead)).toEqual({ ids: [], total: 0, meant: [] })
})

test('those of whom something is not known are found', async () => {
  const bare = await add('Безданных Анна', {}, { snils: null })
  expect(await ids('missing=snils')).toContain(bare)
  expect(await ids('missing=category')).toContain(bare)
  expect(await ids('missing=subject')).toContain(bare)
  expect(await ids('missing=position')).not.toContain(bare)
  // A director needs no subject.
  expect(await ids('missing=subject')).not.toContain(yolkin)
  expect(await ids(`missing=snils&organisation=${lyceum}`)).toContain(yolkin)
  expect(await ids(`missing=snils&organisation=${lyceum}`)).not.toContain(bare)
  const refused = await methodist.ask('GET', '/api/people?missing=hair')
  expect(refused.statusCode).toBe(422)
})
