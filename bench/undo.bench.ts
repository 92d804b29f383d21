import { rmSync } from 'node:fs'
import { type Measured, measure, workbook } from './load.bench.ts'
import { openOn } from './parts/house.ts'
import { cached } from './parts/place.ts'
import type { BenchOptions, Report } from './parts/report.ts'
import { ratioOf, spreadOf } from './parts/timing.ts'

const MOST_ROUNDS = 5

/** 100,000 staff rows compared and taken back, against the load that takes them. */
export async function undo({ rounds }: BenchOptions): Promise<readonly Report[]> {
  const folder = await workbook()
  const data = cached('undo')
  rmSync(data, { recursive: true, force: true })
  const house = await openOn(data)
  const loads: Measured[] = []
  const undos: Measured[] = []
  /** All new, and all as it is. */
  const previews: Measured[] = []
  const again: Measured[] = []
  try {
    for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round++) {
      const district = `undo-${round}`
      await measure('district', folder, data, district)
      previews.push(await measure('preview', folder, data, district))
      loads.push(await measure('load', folder, data, district))
      again.push(await measure('preview', folder, data, district))
      undos.push(await measure('undo', folder, data, district))
    }
  } finally {
    await house.close()
    rmSync(data, { recursive: true, force: true })
  }
  const ms = (all: readonly Measured[]): number[] => all.map((one) => one.ms)
  const seconds = (all: readonly Measured[]) => spreadOf(all.map((one) => one.ms / 1000))
  const rows = [
    { what: 'taken back / load', unit: '×', value: ratioOf(ms(undos), ms(loads)), reach: '≤ 1 ×' },
    { what: 'compared, all new', unit: 's', value: seconds(previews), reach: '≤ 20 s' },
    { what: 'compared, nothing new', unit: 's', value: seconds(again), reach: '≤ 20 s' },
    { what: 'taken back', unit: 's', value: seconds(undos) },
    { what: 'load', unit: 's', value: seconds(loads) },
    {
      what: 'peak memory of comparing',
      unit: 'MB',
      value: spreadOf(previews.map((one) => one.peak)),
      reach: '≤ 600 MB',
    },
  ]
  const notes = [`${(undos[0]?.rows ?? 0).toLocaleString('en')} records go, people included.`]
  return [{ title: 'Comparing a load of 100,000 staff rows, and taking it back', rows, notes }]
}
