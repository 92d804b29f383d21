import { execFile } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cellText } from '../test/oracle/cells.ts'
import { bigWorkbook } from '../test/oracle/district/big.ts'
import { writeDistrict } from '../test/oracle/district.ts'
import { openOn } from './parts/house.ts'
import { cached, root } from './parts/place.ts'
import type { BenchOptions, Report, Row } from './parts/report.ts'
import { ratioOf, spreadOf } from './parts/timing.ts'

export const SEED = 7
export const ROWS = 100_000
/** A load takes seconds, its noise is small beside it. */
const MOST_ROUNDS = 5
const PATIENCE_MS = 300_000

/** `processor`: milliseconds of the process itself, without the database. */
export type Measured = Readonly<Record<'ms' | 'processor' | 'rows' | 'peak', number>>

/** 100,000 staff rows from a workbook, against reading the same cells with the same reader and COPY. */
export async function load({ rounds }: BenchOptions): Promise<readonly Report[]> {
  const folder = await workbook()
  const changed = await changedWorkbook()
  const data = cached('load')
  rmSync(data, { recursive: true, force: true })
  const house = await openOn(data)
  const ours: Measured[] = []
  const yardstick: Measured[] = []
  /** The same folder once more, and with a part of the rows changed. */
  const again: Measured[] = []
  const changes: Measured[] = []
  try {
    await measure('copy', folder, data, 'warm-up')
    for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round++) {
      ours.push(await measure('load', folder, data, `load-${round}`))
      yardstick.push(await measure('copy', folder, data, ''))
      again.push(await measure('load', folder, data, `load-${round}`))
      changes.push(await measure('load', changed, data, `load-${round}`))
    }
  } finally {
    await house.close()
    rmSync(data, { recursive: true, force: true })
  }
  const ms = (all: readonly Measured[]): number[] => all.map((one) => one.ms)
  const seconds = (all: readonly Measured[]) => spreadOf(all.map((one) => one.ms / 1000))
  const processor = (all: readonly Measured[]) => spreadOf(all.map((one) => one.processor / 1000))
  const rows: Row[] = [
    { what: 'load / reading and COPY', unit: '×', value: ratioOf(ms(ours), ms(yardstick)), reach: '≤ 2.5 ×' },
    {
      what: 'rows taken a second',
      unit: 'rows/s',
      value: spreadOf(ours.map((one) => (one.rows / one.ms) * 1000)),
      reach: '≥ 5,000',
    },
    { what: 'load', unit: 's', value: seconds(ours) },
    { what: 'reading and COPY', unit: 's', value: seconds(yardstick) },
    { what: 'the same folder once more', unit: 's', value: seconds(again) },
    { what: 'the same with 5 % of the rows changed', unit: 's', value: seconds(changes) },
    { what: 'processor time of the loading process', unit: 's', value: processor(ours) },
    { what: 'processor time of reading and COPY', unit: 's', value: processor(yardstick) },
    {
      what: 'peak memory of the loading process',
      unit: 'MB',
      value: spreadOf(ours.map((one) => one.peak)),
      reach: '≤ 600 MB',
    },
    { what: 'peak memory of reading and COPY', unit: 'MB', value: spreadOf(yardstick.map((one) => one.peak)) },
  ]
  const taken = ours[0]?.rows ?? 0
  const notes = [
    `${taken.toLocaleString('en')} rows accepted, organisations included, each time into a new district of the same database.`,
  ]
  return [{ title: 'Loading a workbook of 100,000 staff rows', rows, notes }]
}

/** The folder with the workbook, made when it is not there. */
export async function workbook(): Promise<string> {
  const folder = cached('workbook')
  if (existsSync(folder)) return folder
  process.stderr.write('bench: making the workbook\n')
  await writeDistrict(bigWorkbook(SEED, ROWS), folder)
  return folder
}

/** The same with another rate in one of twenty places of work. */
async function changedWorkbook(): Promise<string> {
  const folder = cached('changed-workbook')
  if (existsSync(folder)) return folder
  process.stderr.write('bench: making the changed workbook\n')
  const district = bigWorkbook(SEED, ROWS)
  const sheets = district.sheets.map((sheet) => {
    if (sheet.table !== 'staff') return sheet
    const place = (sheet.rows[sheet.header] ?? []).findIndex((cell) => cellText(cell) === 'Ставка')
    const rows = sheet.rows.map((row, at) =>
      at > sheet.header && at % 20 === 0 ? row.map((cell, column) => (column === place ? 0.35 : cell)) : row,
    )
    return { ...sheet, rows }
  })
  await writeDistrict({ ...district, sheets }, folder)
  return folder
}

type Kind = 'district' | 'load' | 'copy' | 'preview' | 'undo'

/** One run in a process of its own; `profile`: the files are read through it. */
export async function measure(
  kind: Kind,
  folder: string,
  data: string,
  district: string,
  profile?: 'usual',
): Promise<Measured> {
  const child = join(root, 'bench', 'parts', 'load.child.ts')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...[child, kind, folder, data, district], ...(profile === undefined ? [] : [profile])],
    { timeout: PATIENCE_MS },
  )
  return JSON.parse(stdout)
}
