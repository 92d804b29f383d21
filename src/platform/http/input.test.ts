/** What a request may hold, asked of every endpoint alike. */
import { describe, expect, test } from 'vitest'
import { addActor, addDistrict } from '../../../test/harness/actors.ts'
import { openTestHouse } from '../../../test/harness/house.ts'
import { ROLES } from '../../access-matrix.ts'
import { modules } from '../../modules.ts'
import type { Route } from './route.ts'

const house = await openTestHouse()
const { tenant, region } = await addDistrict(house)
const everybody = await addActor(
  house,
  ROLES.map((role) => (role === 'region' ? { tenant, role, region } : { tenant, role })),
)
const routes = modules.flatMap((module) => module.routes).filter((route) => route.may !== 'public')
const named = routes.map((route) => [route.contract.id, route] as const)
const methodOf = ({ contract }: Route): 'POST' => contract.method.toUpperCase() as 'POST'
const pathOf = ({ contract }: Route): string => contract.path.replace(/\{\w+\}/g, '999999999')

type Fault = { readonly in: string; readonly path: string; readonly code: string }
const faultsOf = (reply: { body: string; json(): { errors?: Fault[] } }): Fault[] =>
  (reply.body === '' ? [] : (reply.json().errors ?? [])).map(({ in: where, path, code }) => ({ in: where, path, code }))

test.each(named)('%s: a parameter it does not know is refused by name', async (_, route) => {
  const reply = await everybody.ask(methodOf(route), pathOf(route), { query: { pagge: '2' } })
  expect(reply.statusCode, reply.body).toBe(422)
  expect(faultsOf(reply)).toContainEqual({ in: 'query', path: 'pagge', code: 'unknown_field' })
})

const bodiless = named.filter(
  ([, { contract }]) => contract.body === undefined && contract.takes !== 'files' && contract.method !== 'get',
)

test.each(bodiless)('%s takes no body: keys are refused by name, an empty one is none', async (_, route) => {
  const send = (payload: object) => everybody.ask(methodOf(route), pathOf(route), { payload })
  const unknown = { in: 'body', path: 'force', code: 'unknown_field' }
  expect(faultsOf(await send({ force: true }))).toContainEqual(unknown)
  expect(faultsOf(await send({}))).not.toContainEqual(expect.objectContaining({ in: 'body' }))
})

describe('a field', () => {
  const create = async (change: object) => {
    const whole = { surname: 'Ли', givenName: 'Анна', birthOn: '1980-05-01' }
    return faultsOf(await everybody.ask('POST', '/api/people', { payload: { ...whole, ...change } }))
  }

  test('of another kind is told from one that is not there', async () => {
    expect(await create({ surname: 7 })).toEqual([{ in: 'body', path: 'surname', code: 'wrong_type' }])
    expect(await create({ surname: null })).toEqual([{ in: 'body', path: 'surname', code: 'wrong_type' }])
    expect(await create({ surname: undefined })).toEqual([{ in: 'body', path: 'surname', code: 'required' }])
  })

  test('of a closed list too', async () => {
    const add = async (type: unknown) =>
      faultsOf(await everybody.ask('POST', '/api/organisations', { payload: { code: 'Ш9', name: 'Школа', type } }))
    expect(await add('castle')).toEqual([{ in: 'body', path: 'type', code: 'not_one_of' }])
    expect(await add(undefined)).toEqual([{ in: 'body', path: 'type', code: 'required' }])
  })

  test('inside another is named with its way', async () => {
    const employment = { organisationId: 1, positionId: 1, hiredOn: '2020-01-01', rate: 'half', subjectIds: [true] }
    expect(await create({ employment })).toEqual(
      expect.arrayContaining([
        { in: 'body', path: 'employment.rate', code: 'wrong_type' },
        { in: 'body', path: 'employment.main', code: 'required' },
      ]),
    )
    expect(await create({ employment: { ...employment, salary: 1 } })).toContainEqual({
      in: 'body',
      path: 'employment.salary',
      code: 'unknown_field',
    })
  })

  test('of the address is of the wrong kind when it is no number', async () => {
    const reply = await everybody.ask('GET', '/api/people', { query: { page: 'two' } })
    expect(faultsOf(reply)).toEqual([{ in: 'query', path: 'page', code: 'wrong_type' }])
  })
})
