import { existsSync, rmSync } from 'node:fs'
import { bigWorkbook } from '../test/oracle/district/big.ts'
import { writeDistrict } from '../test/oracle/district.ts'
import { type Measured, measure, ROWS, SEED, workbook } from './load.bench.ts'
import { dirtied } from './parts/dirty.ts'
import { openOn } from './parts/house.ts'
import { cached } from './parts/place.ts'
import type { BenchOptions, Report } from './parts/report.ts'
import { ratioOf, spreadOf } from './parts/timing.ts'

const MOST_ROUNDS = 5

/** 100,000 untidy staff rows through a profile: compared, taken and taken back, against the same rows tidy and plain. */
export async function dirty({ rounds }: BenchOptions): Promise<readonly Report[]> {
  const tidy = await workbook()
  const untidy = await untidyWorkbook()
  const data = cached('dirty')
  rmSync(data, { recursive: true, force: true })
  const house = await openOn(data)
  const plain: Measured[] = []
  const previews: Measured[] = []
  const loads: Measured[] = []
  const undos: Measured[] = []
  try {
    for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round++) {
      plain.push(await measure('load', tidy, data, `tidy-${round}`))
      const district = `dirty-${round}`
      await measure('district', untidy, data, district)
      previews.push(await measure('preview', untidy, data, district, 'usual'))
      loads.push(await measure('load', untidy, data, district, 'usual'))
      undos.push(await measure('undo', untidy, data, district))
    }
  } finally {
    await house.close()
    rmSync(data, { recursive: true, force: true })
  }
  const ms = (all: readonly Measured[]): number[] => all.map((one) => one.ms)
  const seconds = (all: readonly Measured[]) => spreadOf(all.map((one) => one.ms / 1000))
  const rows = [
    { what: 'taken through a profile / plain', unit: '×', value: ratioOf(ms(loads), ms(plain)), reach: '≤ 2.5 ×' },
    { what: 'taken back / taken', unit: '×', value: ratioOf(ms(undos), ms(loads)), reach: '≤ 1 ×' },
    { what: 'compared', unit: 's', value: seconds(previews), reach: '≤ 20 s' },
    { what: 'taken through a profile', unit: 's', value: seconds(loads) },
    { what: 'taken plain, the same rows tidy', unit: 's', value: seconds(plain) },
    { what: 'taken back', unit: 's', value: seconds(undos) },
    {
      what: 'peak memory of the loading process',
      unit: 'MB',
      value: spreadOf(loads.map((one) => one.peak)),
      reach: '≤ 600 MB',
    },
  ]
  const taken = (loads[0]?.rows ?? 0).toLocaleString('en')
  const notes = [
    `${taken} rows accepted; in each some twelve cells are set right, and all of those are kept as they were.`,
  ]
  return [{ title: 'Loading 100,000 untidy staff rows through a profile', rows, notes }]
}

/** Made when it is not there. */
async function untidyWorkbook(): Promise<string> {
  const folder = cached('untidy-workbook')
  if (existsSync(folder)) return folder
  process.stderr.write('bench: making the untidy workbook\n')
  await writeDistrict(dirtied(bigWorkbook(SEED, ROWS)), folder)
  return folder
}
