import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { modules } from '../../modules.ts'
import { type Bounds, createAdmission, type Kind, kindOf } from './admission.ts'

const LONG = 60_000
const bounds = (given: Partial<Bounds>): Bounds => ({
  ...{ atOnce: 2, waiting: 10 },
  entry: { least: 0, most: 2, patience: LONG },
  saving: { least: 0, most: 2, patience: LONG },
  reading: { least: 0, most: 2, patience: LONG },
  heavy: { least: 0, most: 1, patience: LONG },
  ...given,
})

/** Requests that note when they are served and end when told to. */
function crowd(given: Partial<Bounds>) {
  const admission = createAdmission(bounds(given))
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const come = (name: string, kind: Kind, isGone?: () => boolean): Promise<string> => {
    const { promise, resolve } = Promise.withResolvers<string>()
    ends.set(name, () => resolve(name))
    return admission(
      kind,
      () => {
        begun.push(name)
        return promise
      },
      isGone,
    )
  }
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.()
    await turn()
  }
  return { come, end, begun }
}

test('who is at the door comes first, then who saves, then who reads', async () => {
  const { come, end, begun } = crowd({})
  void come('a', 'reading')
  void come('b', 'reading')
  for (const [name, kind] of [
    ['heavy', 'heavy'],
    ['read 1', 'reading'],
    ['read 2', 'reading'],
    ['save 1', 'saving'],
    ['save 2', 'saving'],
    ['door', 'entry'],
  ] as const)
    void come(name, kind)
  await turn()
  expect(begun).toEqual(['a', 'b'])
  for (const name of ['a', 'b', 'door', 'save 1', 'save 2', 'read 2', 'read 1']) await end(name)
  // Those who save in turn; of those who look the last first.
  expect(begun.slice(2)).toEqual(['door', 'save 1', 'save 2', 'read 2', 'read 1', 'heavy'])
})

test('so many of a kind at once, and the places left are for others', async () => {
  const { come, end, begun } = crowd({ atOnce: 3 })
  void come('heavy 1', 'heavy')
  void come('heavy 2', 'heavy')
  void come('save 1', 'saving')
  void come('save 2', 'saving')
  void come('save 3', 'saving')
  void come('read', 'reading')
  await turn()
  expect(begun).toEqual(['heavy 1', 'save 1', 'save 2'])
  await end('heavy 1')
  expect(begun.slice(3)).toEqual(['read'])
  await end('save 1')
  expect(begun.slice(4)).toEqual(['save 3'])
  await end('read')
  expect(begun.slice(5)).toEqual(['heavy 2'])
})

test('places of its own are kept for a kind, and those of nobody go to the first that waits', async () => {
  const { come, end, begun } = crowd({
    atOnce: 3,
    saving: { least: 0, most: 3, patience: LONG },
    reading: { least: 1, most: 3, patience: LONG },
  })
  for (const name of ['save 1', 'save 2', 'save 3']) void come(name, 'saving')
  void come('read 1', 'reading')
  void come('read 2', 'reading')
  await turn()
  expect(begun).toEqual(['save 1', 'save 2', 'read 1'])
  await end('read 1')
  expect(begun.slice(3)).toEqual(['read 2'])
  await end('save 1')
  expect(begun.slice(4)).toEqual(['save 3'])
})

test('who waits too long is told when to come again, and nobody waits behind a full house', async () => {
  const { come, end, begun } = crowd({ atOnce: 1, waiting: 2, reading: { least: 0, most: 1, patience: 5 } })
  void come('a', 'saving')
  const late = expect(come('late', 'reading')).rejects.toMatchObject({
    retryAfter: expect.toSatisfy((s: number) => s >= 2 && s <= 6),
  })
  const next = come('next', 'saving')
  await expect(come('too many', 'saving')).rejects.toMatchObject({ name: 'Unavailable' })
  await late
  await end('a')
  await end('next')
  expect(await next).toBe('next')
  expect(begun).toEqual(['a', 'next'])
})

test('for whom has gone nothing is done, and work that fails leaves its place', async () => {
  const { come, end, begun } = crowd({ atOnce: 1 })
  const admission = createAdmission(bounds({ atOnce: 1 }))
  await expect(admission('reading', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  expect(await admission('reading', async () => 'served')).toBe('served')
  void come('a', 'saving')
  const gone = expect(come('gone', 'saving', () => true)).rejects.toMatchObject({ name: 'Unavailable' })
  void come('b', 'saving')
  await turn()
  await end('a')
  await gone
  expect(begun).toEqual(['a', 'b'])
})

test('signing in, saving, files and figures of a district are what they are', () => {
  const routes = modules.flatMap((module) => module.routes)
  const kinds = (ids: readonly string[]) =>
    ids.map((id) => kindOf(routes.find(({ contract }) => contract.id === id) ?? expect.unreachable()))
  expect(kinds(['signIn', 'useSignInLink', 'signInByPasskey'])).toEqual(['entry', 'entry', 'entry'])
  expect(kinds(['createOrganisation', 'changePerson', 'answerQuestion'])).toEqual(['saving', 'saving', 'saving'])
  expect(kinds(['listPeople', 'listOrganisations', 'listIndicatorMembers'])).toEqual(['reading', 'reading', 'reading'])
  expect(kinds(['listIndicators', 'exportIndicatorSlices', 'previewPopulation'])).toEqual(['heavy', 'heavy', 'heavy'])
  expect(kinds(['createLoad'])).toEqual([undefined])
})
