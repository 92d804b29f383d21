import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { pruneLogs } from './logs.ts'
import { clearPlaces, makeFolder } from './place.fixture.ts'

afterAll(clearPlaces)

it('keeps the ten newest log files and nothing that is not a log file out of its business', () => {
  const folder = makeFolder()
  for (let day = 10; day < 25; day++) writeFileSync(join(folder, `postgresql-202611${day}-000000.log`), '')
  writeFileSync(join(folder, 'a-note'), '')
  pruneLogs(folder)
  const left = readdirSync(folder).sort()
  expect(left).toHaveLength(11)
  expect(left[0]).toBe('a-note')
  expect(left[1]).toBe('postgresql-20261115-000000.log')
})

it('does not mind a folder that is gone', () => {
  expect(() => pruneLogs(join(makeFolder(), 'gone'))).not.toThrow()
})
