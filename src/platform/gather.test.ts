import { expect, test } from 'vitest'
import { gather } from './gather.ts'

/** Questions as they were put together, each answered when told to. */
function asker(atOnce: number) {
  const asked: (readonly number[])[] = []
  const answers: (() => void)[] = []
  const ask = gather(
    (all: readonly number[]) => {
      asked.push(all)
      return new Promise<number[]>((resolve) => answers.push(() => resolve(all.map((n) => n * 10))))
    },
    { atOnce },
  )
  return { ask, asked, answer: (at: number) => answers[at]?.() }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

test('those of one turn go together, each gets its own answer', async () => {
  const { ask, asked, answer } = asker(2)
  const all = [ask(1), ask(2), ask(3)]
  await turn()
  expect(asked).toEqual([[1, 2, 3]])
  answer(0)
  expect(await Promise.all(all)).toEqual([10, 20, 30])
})

test('who asks later never joins a question under way; beyond the most at once they wait for the next', async () => {
  const { ask, asked, answer } = asker(2)
  const first = ask(1)
  await turn()
  const second = ask(2)
  await turn()
  const [third, fourth] = [ask(3), ask(4)]
  await turn()
  expect(asked).toEqual([[1], [2]])
  answer(1)
  expect(await second).toBe(20)
  await turn()
  expect(asked).toEqual([[1], [2], [3, 4]])
  answer(2)
  answer(0)
  expect(await Promise.all([first, third, fourth])).toEqual([10, 30, 40])
})

test('more than go in one go in the next', async () => {
  const { ask, asked, answer } = asker(1)
  const all = Array.from({ length: 150 }, (_, n) => ask(n))
  await turn()
  expect(asked.map((some) => some.length)).toEqual([100])
  answer(0)
  await turn()
  expect(asked.map((some) => some.length)).toEqual([100, 50])
  answer(1)
  expect((await Promise.all(all)).at(-1)).toBe(1490)
})

test('a failure is everybody’s who was in it, and nobody’s after', async () => {
  let count = 0
  const ask = gather(
    async (all: readonly number[]) => {
      if (count++ === 0) throw new Error('away')
      return all
    },
    { atOnce: 1 },
  )
  expect((await Promise.allSettled([ask(1), ask(2)])).map((one) => one.status)).toEqual(['rejected', 'rejected'])
  expect(await ask(3)).toBe(3)
})

test('where the database is away, those who wait are told with those who asked', async () => {
  const failures: ((error: Error) => void)[] = []
  const ask = gather((_: readonly number[]) => new Promise<number[]>((_resolve, reject) => failures.push(reject)), {
    atOnce: 1,
  })
  const first = ask(1)
  await turn()
  const behind = ask(2)
  await turn()
  failures[0]?.(new Error('timeout: the database is silent'))
  await expect(first).rejects.toThrow('silent')
  await expect(behind).rejects.toThrow('silent')
  const after = ask(3)
  await turn()
  expect(failures).toHaveLength(2)
  failures[1]?.(new Error('what one of them asked is wrong'))
  await expect(after).rejects.toThrow('wrong')
})
