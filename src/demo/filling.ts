import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasBands, setBandsAsOperator, takeSnapshotAsOperator } from '../modules/indicators/index.ts'
import {
  chooseDistrict,
  createDistrict,
  findOrMakeRegion,
  keepQualityAsOperator,
  loadFolder,
  writeStateFormsAsOperator,
} from '../modules/registry/index.ts'
import { modules } from '../modules.ts'
import type { Services } from '../platform/services.ts'
import { sheets } from '../sheets.ts'
import { vocabulary } from '../vocabulary.ts'
import { BANDS } from './bands.ts'
import { addDays, type Day, yearOf } from './days.ts'
import type { MadeDistrict } from './district.ts'
import { writeFolder } from './folder.ts'
import { REGION } from './plans.ts'
import type { MadeTable } from './sheets.ts'
import type { Plan } from './story.ts'

type Say = (line: string) => void

/** A district of the demo as it is to become. */
export type Filling = { readonly plan: Plan; readonly make: () => MadeDistrict }

/**
 * Brings the districts of the demo into being, through the loads and commands everybody has, side by side: while one is
 * read the other is written. What an earlier call has done is found; one that was cut short is taken up again.
 */
export async function fillDistricts(
  services: Services,
  fillings: readonly Filling[],
  { until, say }: { until: Day; say: Say },
): Promise<void> {
  const created: (Filling & { tenant: number })[] = []
  for (const filling of fillings) created.push({ ...filling, tenant: await findOrCreate(services, filling.plan) })
  await Promise.all(created.map((one) => fill(services, one, until, (line) => say(`${one.plan.name}: ${line}`))))
}

async function fill(
  services: Services,
  { plan, make, tenant }: Filling & { tenant: number },
  until: Day,
  say: Say,
): Promise<void> {
  // Said last: where it is said, all the rest is there.
  if (await hasBands(services, tenant)) return
  const { tables, mended } = make()
  say(`${tables.reduce((sum, { rows }) => sum + rows.length, 0)} rows of spreadsheets as of ${until}`)
  await load(services, plan.code, tables)
  await load(services, plan.code, mended)
  say('loaded')
  await tellOfPast(services, tenant, until)
  for (const snapshot of snapshotsUntil(until)) {
    await takeSnapshotAsOperator(services, { tenant, ...snapshot }, vocabulary)
    say(`figures of ${snapshot.date} frozen`)
  }
  await setBandsAsOperator(services, tenant, BANDS)
}

async function load(services: Services, code: string, tables: readonly MadeTable[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rost-demo-'))
  try {
    await writeFolder(folder, tables)
    await loadFolder(services, code, folder, { sheets })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What the centre has kept of other days: how good its records were, month by month, and the forms of state statistics. */
async function tellOfPast(services: Services, tenant: number, until: Day): Promise<void> {
  for (let back = 11; back > 0; back--) await keepQualityAsOperator(services, tenant, addDays(until, -30 * back))
  await writeStateFormsAsOperator(services, tenant, {
    year: yearOf(until) - 1,
    // In every seventh somebody was put a line too far.
    told: (counted, at) =>
      at % 7 > 0 || counted.age45 === 0 ? counted : { ...counted, age45: counted.age45 - 1, age50: counted.age50 + 1 },
  })
}

async function findOrCreate({ database, master }: Services, { code, name }: Plan): Promise<number> {
  const known = await chooseDistrict(database, code)
  if (known.is === 'found') return known.district.id
  const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
  return await database.write(null, async (tx) => {
    const regionId = await findOrMakeRegion(tx, REGION)
    return await createDistrict(tx, { code, name, demo: true, regionId }, { master, seeds })
  })
}

type Frozen = { date: Day; title: string; approval?: { number: string; date: Day; signatory: string } }

/** The two last turns of the year, published, and the last middle of one, not approved yet: as a centre freezes them. */
function snapshotsUntil(until: Day): readonly Frozen[] {
  const year = yearOf(until)
  const middle = until >= `${year}-06-30` ? year : year - 1
  return [
    { date: `${year - 2}-12-31`, title: `Мониторинг за ${year - 2} год`, approval: approvalIn(year - 1, '14-р') },
    { date: `${year - 1}-12-31`, title: `Мониторинг за ${year - 1} год`, approval: approvalIn(year, '11-р') },
    { date: `${middle}-06-30`, title: `Мониторинг за первое полугодие ${middle} года` },
  ].sort((a, b) => (a.date < b.date ? -1 : 1))
}

const approvalIn = (year: number, number: string) => ({
  ...{ number, date: `${year}-01-22` },
  signatory: 'начальник отдела образования',
})
