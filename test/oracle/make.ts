import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bigDistricts, bigWorkbook } from './district/big.ts'
import { correctDistrict, type District, makeDistrict, type Written, writeDistrict } from './district.ts'
import { type IndicatorsAnswer, indicatorsAt } from './indicators.ts'
import { type LoadAnswer, loadFolder } from './load.ts'
import { emptyState } from './state.ts'

const USAGE = 'node test/oracle/make.ts --seed 7 --out FOLDER [--size small|district|big] [--date 2025-12-31] [--clean]'

/** What must come out of one folder, loaded after those before it in the same list. */
type Step = { folder: string; load: LoadAnswer; indicators: IndicatorsAnswer[] }

/** Writes the folders, loads them one after the other into one state and says what must come out of each. */
async function stepsOf(out: string, folders: [string, District][], written: Written): Promise<Step[]> {
  const state = emptyState()
  const steps: Step[] = []
  for (const [name, district] of folders) {
    const started = performance.now()
    await writeDistrict(district, join(out, name), written)
    const load = await loadFolder(state, join(out, name))
    const dates = [district.date, `${district.date.slice(0, 4)}-05-15`]
    steps.push({ folder: name, load, indicators: dates.map((date) => indicatorsAt(state, date)) })
    process.stdout.write(`${join(out, name)} ${Math.round(performance.now() - started)} ms\n`)
  }
  return steps
}

/** The lists of folders of a size: each list is one district. */
function* foldersOf(size: string, seed: number, date: string, dirt: boolean): Generator<[string, District][]> {
  if (size === 'big') {
    let number = 0
    for (const district of bigDistricts(seed)) yield [[`district-${String(++number).padStart(2, '0')}`, district]]
    yield [['workbook', bigWorkbook(seed)]]
    return
  }
  const district = makeDistrict({ seed, date, dirt, edges: size === 'small' })
  const corrected = correctDistrict(district, seed + 1, size === 'small' ? 0.2 : 0.02)
  yield [
    ['district', district],
    ['district-corrected', corrected],
  ]
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    size: { type: 'string', default: 'district' },
    date: { type: 'string', default: '2025-12-31' },
    clean: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
if (!values.out || !Number.isInteger(seed) || !['small', 'district', 'big'].includes(values.size)) {
  process.stderr.write(`${USAGE}\n`)
  process.exit(2)
}
mkdirSync(values.out, { recursive: true })
const forms: Written['csv'][] = ['utf8', 'utf8-bom', 'cp1251']
const written: Written = { csv: forms[seed % 3] ?? 'utf8', separator: seed % 2 === 0 ? ';' : ',' }
const districts: Step[][] = []
for (const folders of foldersOf(values.size, seed, values.date, !values.clean))
  districts.push(await stepsOf(values.out, folders, written))
const truth = { seed, size: values.size, ...written, districts }
writeFileSync(join(values.out, 'truth.json'), `${JSON.stringify(truth, null, 1)}\n`)
