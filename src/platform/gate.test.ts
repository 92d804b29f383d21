import { expect, test } from 'vitest'
import { createGate } from './gate.ts'

/** A work that ends when it is told to. */
function work(): { run: () => Promise<string>; end: (fails?: boolean) => void; begun: () => boolean } {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let begun = false
  return {
    run: () => {
      begun = true
      return promise
    },
    end: (fails = false) => (fails ? reject(new Error('failed')) : resolve('done')),
    begun: () => begun,
  }
}

test('so many run, so many wait in turn, the next is told to come again', async () => {
  const gate = createGate({ atOnce: 1, waiting: 1 })
  const [first, second, third] = [work(), work(), work()]
  const one = gate(first.run)
  const two = gate(second.run)
  await expect(gate(third.run)).rejects.toMatchObject({ name: 'Unavailable' })
  expect([first.begun(), second.begun(), third.begun()]).toEqual([true, false, false])
  first.end()
  expect(await one).toBe('done')
  second.end()
  expect(await two).toBe('done')
})

test('a work that fails lets the next one in', async () => {
  const gate = createGate({ atOnce: 1, waiting: 5 })
  const [first, second] = [work(), work()]
  const one = gate(first.run)
  const two = gate(second.run)
  first.end(true)
  await expect(one).rejects.toThrow('failed')
  second.end()
  expect(await two).toBe('done')
})
