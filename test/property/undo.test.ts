/** A comparison says what a load will do and leaves nothing; a load taken back leaves the district as if it had never been, and may be loaded again with the same result. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareFolder, createDistrict, loadFolder } from '../../src/modules/registry/index.ts'
import { modules } from '../../src/modules.ts'
import { sheets } from '../../src/sheets.ts'
import { addActor } from '../harness/actors.ts'
import { openTestHouse } from '../harness/house.ts'
import { correctDistrict, DIRT, EDGE_DATES, makeDistrict, type Written, writeDistrict } from '../oracle/district.ts'
import { exactFacts, saidFacts } from './facts.ts'

const DISTRICTS = 3
const WRITTEN: Written = { csv: 'utf8', separator: ';' }
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])

const house = await openTestHouse({ work: true })
const { database, master } = house.services

test.each(Array.from({ length: DISTRICTS }, (_, index) => index + 1))(
  'district %i: the second load is taken back, and loaded again; then both go',
  { timeout: 120_000 },
  async (seed) => {
    const place = await mkdtemp(join(tmpdir(), 'rost-undo-'))
    const code = `undo-${seed}`
    const tenant = await database.write(null, (tx) => createDistrict(tx, { code, name: code }, { master, seeds }))
    const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
    const last = async (): Promise<number> => (await methodist.ask('GET', '/api/loads?size=1')).json().items[0].id
    const load = async (chapter: string): Promise<number> => {
      await loadFolder(house.services, code, join(place, chapter), { sheets, seeds })
      return await last()
    }
    const undo = async (id: number): Promise<void> => {
      const reply = await methodist.ask('POST', `/api/loads/${id}/undo`)
      expect(reply.statusCode, reply.body).toBe(201)
      const path = `/api/loads/${reply.json().id}`
      const look = async () => (await methodist.ask('GET', path)).json()
      await expect
        .poll(async () => (await look()).state, { timeout: 60_000, interval: 50 })
        .toSatisfy((state: string) => ['done', 'failed'].includes(state))
      expect(await look()).toMatchObject({ state: 'done', fault: null, undoes: id })
    }
    try {
      const date = EDGE_DATES[seed % EDGE_DATES.length] ?? '2025-05-15'
      const district = makeDistrict({ seed, date, edges: true, dirt: DIRT })
      await writeDistrict(district, join(place, 'a'), WRITTEN)
      const [a, b] = await differing(place, () =>
        writeDistrict(correctDistrict(district, seed + 1, 0.4), join(place, 'b'), WRITTEN),
      )
      expect(a).not.toEqual(b)

      const empty = await exactFacts(database, tenant)
      const first = await load('a')
      const afterA = await exactFacts(database, tenant)
      const compared = await compareFolder(house.services, code, join(place, 'b'), { sheets })
      expect(await exactFacts(database, tenant)).toEqual(afterA)
      const second = await load('b')
      const { answer } = (await methodist.ask('GET', `/api/loads/${second}`)).json()
      expect(compared.files.map(countsOf)).toEqual(answer.files.map(countsOf))
      const afterB = await exactFacts(database, tenant)
      const saidB = await saidFacts(database, tenant)
      expect(afterB).not.toEqual(afterA)

      // What the second load found as it is would go with the first.
      const refused = await methodist.ask('POST', `/api/loads/${first}/undo`)
      expect([refused.statusCode, refused.json().code]).toEqual([409, 'undo_blocked'])

      await undo(second)
      expect(await exactFacts(database, tenant)).toEqual(afterA)
      const third = await load('b')
      expect(await saidFacts(database, tenant)).toEqual(saidB)
      await undo(third)
      expect(await exactFacts(database, tenant)).toEqual(afterA)
      await undo(first)
      expect(await exactFacts(database, tenant)).toEqual(empty)
    } finally {
      await rm(place, { recursive: true })
    }
  },
)

type Counted = { file: string; accepted: number; updated: number; unchanged: number; rejected: readonly unknown[] }

const countsOf = ({ file, accepted, updated, unchanged, rejected }: Counted): unknown => ({
  ...{ file, accepted, updated, unchanged },
  rejected: rejected.length,
})

/** The contents of two folders; the second is made first. */
async function differing(place: string, make: () => Promise<unknown>): Promise<(string | undefined)[][]> {
  await make()
  const read = async (folder: string) => {
    const names = (await readdir(join(place, folder))).sort()
    return await Promise.all(names.map((name) => readFile(join(place, folder, name), 'latin1')))
  }
  return [await read('a'), await read('b')]
}
