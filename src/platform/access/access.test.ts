import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AccessMatrix, type Actor, covers, type Grant, reachOf, requireReach, rolesWith } from './access.ts'
import { refuseHeldBack } from './held-back.ts'

const matrix: AccessMatrix = {
  read: { head: 'organisation', teacher: 'self', methodist: 'district', overseer: 'region' },
  write: { methodist: 'district' },
  nobody: {},
}
const grant = (role: string, given: Partial<Grant> = {}): Grant => ({
  role,
  region: null,
  tenant: 1,
  organisation: null,
  person: null,
  ...given,
})
const actor = (grants: readonly Grant[], given: Partial<Actor> = {}): Actor => ({
  kind: 'account',
  account: 7,
  tenant: 1,
  grants,
  ...given,
})

describe('how far a permission reaches', () => {
  test.each([
    ['the district', [grant('methodist')], { district: true, organisations: [], people: [] }],
    ['every district of the region', [grant('overseer')], { district: true, organisations: [], people: [] }],
    ['an organisation', [grant('head', { organisation: 5 })], { district: false, organisations: [5], people: [] }],
    ['oneself', [grant('teacher', { person: 9 })], { district: false, organisations: [], people: [9] }],
    ['no organisation without one', [grant('head')], { district: false, organisations: [], people: [] }],
    ['nobody without a person', [grant('teacher')], { district: false, organisations: [], people: [] }],
    [
      'all of it together, each place once',
      [
        grant('head', { organisation: 5, person: 9 }),
        grant('head', { organisation: 6 }),
        grant('head', { organisation: 5 }),
        grant('teacher', { organisation: 4, person: 9 }),
        grant('teacher', { person: 9 }),
        grant('unknown', { organisation: 8 }),
      ],
      { district: false, organisations: [5, 6], people: [9] },
    ],
    [
      'the whole district, whatever the others are',
      [grant('head', { organisation: 5 }), grant('methodist'), grant('teacher', { person: 9 })],
      { district: true, organisations: [5], people: [9] },
    ],
  ])('%s', (_, grants, reach) => {
    expect(reachOf(matrix, actor(grants), 'read')).toEqual(reach)
    expect(requireReach(matrix, actor(grants), 'read')).toEqual(reach)
  })

  test('nowhere where no role has it, or the token was not made for it', () => {
    expect(reachOf(matrix, actor([]), 'read')).toBeUndefined()
    expect(reachOf(matrix, actor([grant('head', { organisation: 5 })]), 'write')).toBeUndefined()
    expect(reachOf(matrix, actor([grant('methodist')], { only: ['read'] }), 'write')).toBeUndefined()
    expect(reachOf(matrix, actor([grant('methodist')], { only: ['read'] }), 'read')).toMatchObject({ district: true })
    expect(reachOf(matrix, actor([grant('methodist')], { only: [] }), 'read')).toBeUndefined()
  })

  test('everywhere for the operator; a permission that is not there is a bug', () => {
    const all = { district: true, organisations: [], people: [] }
    expect(reachOf(matrix, actor([], { kind: 'operator' }), 'nobody')).toEqual(all)
    expect(() => reachOf(matrix, actor([]), 'made up')).toThrow('no such permission: made up')
  })

  test('the refusal says whether nobody is known or nothing is held', () => {
    const refusal = (who: Actor): unknown => {
      try {
        return requireReach(matrix, who, 'write')
      } catch (error) {
        return error
      }
    }
    expect(refusal(actor([], { kind: 'anonymous' }))).toMatchObject({
      fault: 'unauthenticated',
      code: 'sign_in_required',
    })
    expect(refusal(actor([grant('teacher')]))).toMatchObject({ fault: 'forbidden', code: 'not_permitted' })
  })

  test('roles are found by how far a permission reaches for them', () => {
    expect(rolesWith(matrix, 'read', 'self')).toEqual(['teacher'])
    expect(rolesWith(matrix, 'read', 'district')).toEqual(['methodist'])
    expect(rolesWith(matrix, 'nobody', 'district')).toEqual([])
    expect(rolesWith(matrix, 'made up', 'district')).toEqual([])
  })
})

describe('what a reach covers', () => {
  const some = { district: false, organisations: [1, 2], people: [3] }

  test.each([
    ['an organisation of it', some, { organisations: [9, 2] }, true],
    ['a person of it', some, { people: [3] }, true],
    ['one of the two is enough', some, { organisations: [9], people: [3] }, true],
    ['another organisation', some, { organisations: [3] }, false],
    ['another person', some, { people: [1] }, false],
    ['nothing that belongs nowhere', some, {}, false],
    ['what belongs to the district', some, 'district', false],
    ['the district, for whom it reaches so far', { ...some, district: true }, 'district', true],
    ['anything, for whom it reaches so far', { ...some, district: true }, { people: [99] }, true],
  ] as const)('%s', (_, reach, scope, is) => {
    expect(covers(reach, scope)).toBe(is)
  })

  test('more grants never reach less, and their order makes no difference', () => {
    const roles = fc.constantFrom('head', 'teacher', 'methodist', 'overseer', 'unknown')
    const id = fc.option(fc.integer({ min: 1, max: 4 }))
    const grants = fc.array(fc.record({ role: roles, region: id, tenant: id, organisation: id, person: id }), {
      maxLength: 5,
    })
    const scopes = fc.oneof(
      fc.constant('district' as const),
      fc.record({
        organisations: fc.array(fc.integer({ min: 1, max: 4 })),
        people: fc.array(fc.integer({ min: 1, max: 4 })),
      }),
    )
    fc.assert(
      fc.property(grants, grants, scopes, (some, others, scope) => {
        const may = (all: readonly Grant[]): boolean => {
          const reach = reachOf(matrix, actor(all), 'read')
          return reach !== undefined && covers(reach, scope)
        }
        expect(may([...some, ...others])).toBe(may(some) || may(others))
        expect(may([...others, ...some])).toBe(may([...some, ...others]))
      }),
    )
  })
})

describe('what holds somebody back whatever the grants give', () => {
  type Asked = Parameters<typeof refuseHeldBack>[0]
  const route = (given: Partial<Asked>): Asked => ({ kind: 'query', may: 'read', ...given })
  const codeOf = (asked: Asked, given: Partial<Actor>): unknown => {
    try {
      refuseHeldBack(asked, actor([], given))
      return undefined
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : error
    }
  }
  const command = { kind: 'command' } as const
  const own = { own: true } as const
  const early = { early: true } as const
  const mine = { may: 'signed-in' } as const

  test.each([
    ['nobody, usually', {}, {}, undefined],
    ['not from what is public', { may: 'public', ...own }, { unready: true, looker: 1, only: [] }, undefined],
    ['a second factor to be set up', {}, { unready: true }, 'second_factor_needed'],
    ['not from setting it up', early, { unready: true }, undefined],
    ['eyes of another from what is the owner’s', own, { looker: 1 }, 'owner_only'],
    ['eyes of another from changing', command, { looker: 1 }, 'look_only'],
    ['not from looking', {}, { looker: 1 }, undefined],
    ['not from changing where the rules allow it', command, { looker: 1, lookerChanges: true }, undefined],
    ['from the owner’s even then', { ...command, ...own }, { looker: 1, lookerChanges: true }, 'owner_only'],
    ['not from ending the look', { ...command, ...own, whileLooking: true }, { looker: 1 }, undefined],
    ['a token from what belongs to the account', mine, { only: ['read'] }, 'token_of_few'],
    ['a token from the owner’s', { ...mine, ...own, ...early }, { only: ['read'] }, 'token_of_few'],
    ['not from saying who it is', { ...mine, ...early }, { only: ['read'] }, undefined],
    ['not from what it was made for', {}, { only: ['read'] }, undefined],
    ['a look by a token is a look', mine, { looker: 1, only: ['read'] }, undefined],
    ['not from one’s own with all permissions', { ...mine, ...own }, {}, undefined],
  ] as const)('%s', (_, asked, who, code) => {
    expect(codeOf(route(asked), who)).toBe(code)
  })

  test('each refusal is one of rights', () => {
    for (const [asked, who] of [
      [route({}), { unready: true as const }],
      [route(own), { looker: 1 }],
      [route(command), { looker: 1 }],
      [route(mine), { only: [] }],
    ] as const)
      expect(() => refuseHeldBack(asked, actor([], who))).toThrow(expect.objectContaining({ fault: 'forbidden' }))
  })
})
