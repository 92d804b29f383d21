/** Files of the fixtures with something done to them, by the hundred and always the same ones for a seed. */
import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { sheetsOf } from '../../src/platform/spreadsheets/spreadsheet.samples.ts'
import { type Base, bases } from './mutation.bases.ts'
import { applied, byteChange, sayAll } from './mutation.bytes.ts'
import { csvBytes, type Table, tableChange, workbookBytes } from './mutation.cells.ts'
import { partChange } from './mutation.parts.ts'

export type Mutated = {
  readonly name: string
  /** What was done to which file. */
  readonly what: string
  readonly bytes: Uint8Array
}

type Plan = (number: number) => Omit<Mutated, 'name'> & { readonly base: string }

const tables = new Map<string, readonly Table[]>()
for (const { name, bytes } of bases) {
  const sheets = await sheetsOf(bytes, name)
  tables.set(
    name,
    sheets.map(({ name: sheet, rows }) => ({ name: sheet, rows: inPlace(rows) })),
  )
}

/** Rows by their number, blank ones between. */
function inPlace(rows: Awaited<ReturnType<typeof sheetsOf>>[number]['rows']): Table['rows'] {
  const byNumber = new Map(rows.map(({ row, cells }) => [row, cells]))
  return Array.from({ length: rows.at(-1)?.row ?? 0 }, (_, at) => byNumber.get(at + 1) ?? [])
}

const some = fc.constantFrom(...bases)
const workbooks = fc.constantFrom(...bases.filter(({ name }) => name.endsWith('.xlsx')))

const ofBytes = fc.record({ base: some, changes: fc.array(byteChange, { minLength: 1, maxLength: 6 }) }).map(
  ({ base, changes }): Plan =>
    () => ({ base: base.name, what: `${base.name}: ${sayAll(changes)}`, bytes: applied(base.bytes, changes) }),
)

const ofParts = fc.record({ base: workbooks, changes: fc.array(partChange, { minLength: 1, maxLength: 4 }) }).map(
  ({ base, changes }): Plan =>
    () => {
      const parts = applied(unzipSync(base.bytes), changes)
      return { base: base.name, what: `${base.name}: ${sayAll(changes)}`, bytes: zipSync(parts, { level: 1 }) }
    },
)

const ofCells = fc
  .record({ base: some, changes: fc.array(tableChange, { minLength: 1, maxLength: 8 }), place: fc.nat(1) })
  .map(
    ({ base, changes, place }): Plan =>
      () => {
        const all = tables.get(base.name) ?? []
        const changed = all.map((table, at) =>
          at === place % all.length ? { ...table, rows: applied(table.rows, changes) } : table,
        )
        const bytes = base.name.endsWith('.csv') ? csvBytes(changed, ';') : workbookBytes(changed)
        return { base: base.name, what: `${base.name}: ${sayAll(changes)}`, bytes }
      },
  )

/** Debian's zzuf turns a share of the bits of whatever it is given. */
export const hasZzuf = ((): boolean => {
  try {
    execFileSync('zzuf', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

const RATIOS = ['0.00002', '0.0002', '0.002', '0.02']

const ofZzuf = fc.record({ base: some, ratio: fc.constantFrom(...RATIOS) }).map(
  ({ base, ratio }): Plan =>
    (number) => ({
      base: base.name,
      what: `${base.name}: zzuf -s ${number} -r ${ratio}`,
      bytes: zzuf(base, number, ratio),
    }),
)

const zzuf = ({ bytes }: Base, seed: number, ratio: string): Uint8Array =>
  new Uint8Array(execFileSync('zzuf', ['-s', String(seed), '-r', ratio], { input: bytes, maxBuffer: 64 * 1_048_576 }))

const plans = fc.oneof(
  { weight: 3, arbitrary: ofBytes },
  { weight: 6, arbitrary: ofParts },
  { weight: 9, arbitrary: ofCells },
  ...(hasZzuf ? [{ weight: 2, arbitrary: ofZzuf }] : []),
)

/** In groups that are sent together; the first of each kind keeps the name by which it is known, others do not. */
export function* mutatedFiles(seed: number, count: number, together: number): Generator<readonly Mutated[]> {
  const all = fc.sample(plans, { seed, numRuns: count })
  for (let from = 0; from < count; from += together) {
    const named = new Set<string>()
    yield all.slice(from, from + together).map((plan, at): Mutated => {
      const { base, what, bytes } = plan(from + at + 1)
      const name = named.has(base) ? `${from + at} ${base}` : base
      named.add(base)
      return { name, what: `seed ${seed}, ${from + at}, ${what}`, bytes }
    })
  }
}
