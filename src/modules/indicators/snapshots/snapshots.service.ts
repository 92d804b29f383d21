import { CompiledQuery, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { compileFrozen, findNames, type Vocabulary } from '../../population/index.ts'
import { type Definition, quantitiesOf } from '../definitions/definition.contract.ts'
import { findDefinitionsAt, findDefinitionsById } from '../definitions/definitions.repo.ts'
import {
  type Computed,
  type ComputedSlice,
  computeIndicators,
  datesOf,
  type Figure,
  populationsOf,
} from '../values/compute.ts'
import type { FrozenValue, StoredSnapshot } from './snapshots.repo.ts'
import * as repo from './snapshots.repo.ts'

type Options = { readonly vocabulary: Vocabulary; readonly tenant: number }

/** Freezes all figures as of the day: totals, slices, the ids of who made them and of the rows behind. */
export async function takeSnapshot(
  tx: Tx,
  wanted: { date: string; title: string; account: number | null },
  options: Options,
): Promise<StoredSnapshot> {
  const definitions = await findDefinitionsAt(tx, wanted.date)
  const snapshot = await repo.insertSnapshot(tx, wanted.date, wanted.title, wanted.account)
  const computed = await computeIndicators(tx, definitions, { ...options, date: wanted.date })
  await repo.insertValues(tx, snapshot.id, computed.flatMap(valuesOfComputed))
  // Joins of whole sources, as when counting (migration 0015).
  await sql`set local enable_nestloop = off`.execute(tx)
  for (const definition of definitions) await freezeMembers(tx, snapshot, definition, options)
  return snapshot
}

function valuesOfComputed({ definition, dates, points, slices }: Computed): FrozenValue[] {
  const at = (slice: string, key: string, label: string, figures: readonly Figure[]): FrozenValue[] =>
    figures.map((figure, i) => ({ definitionId: definition.id, date: dates[i] ?? '', slice, key, label, ...figure }))
  return [
    ...at('', '', '', points),
    ...[...slices].flatMap(([slice, rows]) => rows.flatMap((row) => at(slice, row.key, row.label, row.points))),
  ]
}

async function freezeMembers(
  tx: Tx,
  snapshot: StoredSnapshot,
  definition: Definition,
  { vocabulary, tenant }: Options,
): Promise<void> {
  const names = await findNames(tx, vocabulary, populationsOf(definition))
  const { body } = definition
  const { numerator, denominator } = quantitiesOf(body)
  for (const date of datesOf(definition, snapshot.date)) {
    const frozen = { snapshot: snapshot.id, definition: definition.id, date }
    const context = { vocabulary, names, tenant }
    const of = denominator ?? numerator
    const who = body.kind === 'share' ? body.who : undefined
    await repo.insertMembers(
      tx,
      { ...frozen, role: 'of' },
      compileFrozen({ subject: of.subject, of: of.of, who, date }, context),
    )
    if (body.kind !== 'ratio') continue
    await repo.insertMembers(
      tx,
      { ...frozen, role: 'numerator' },
      compileFrozen({ subject: numerator.subject, of: numerator.of, date }, context),
    )
  }
}

/** The figures as they were frozen, in the shape in which figures are computed. */
export async function readFrozen(db: ReadDb, snapshot: StoredSnapshot): Promise<Computed[]> {
  const values = Map.groupBy(await repo.findValues(db, snapshot.id), (value) => value.definitionId)
  const definitions = await findDefinitionsById(db, [...values.keys()])
  return definitions.map((definition) => assemble(definition, snapshot.date, values.get(definition.id) ?? []))
}

function assemble(definition: Definition, date: string, values: readonly FrozenValue[]): Computed {
  const dates = datesOf(definition, date)
  const figures = (rows: readonly FrozenValue[]): Figure[] =>
    dates.map((day) => {
      const found = rows.find((row) => row.date === day)
      return { numerator: found?.numerator ?? 0, denominator: found?.denominator ?? null }
    })
  const slices = Map.groupBy(
    values.filter((v) => v.slice !== ''),
    (v) => v.slice,
  )
  const rows = (of: readonly FrozenValue[]): ComputedSlice[] =>
    [...Map.groupBy(of, (v) => v.key)].map(([key, points]) => ({
      key,
      id: key,
      label: points[0]?.label ?? key,
      points: figures(points),
    }))
  return {
    definition,
    dates,
    points: figures(values.filter((v) => v.slice === '')),
    slices: new Map([...slices].map(([name, of]) => [name, rows(of)])),
  }
}

export type Restated = { readonly code: string; readonly date: string } & Figure

/** Totals that would come out otherwise if they were counted today by the same definitions: later corrections. */
export async function findRestated(
  db: ReadDb,
  snapshot: StoredSnapshot,
  frozen: readonly Computed[],
  options: Options,
): Promise<Restated[]> {
  const now = await computeIndicators(
    db,
    frozen.map((f) => f.definition),
    { ...options, date: snapshot.date, by: [] },
  )
  return now.flatMap((current, i) =>
    current.points.flatMap((figure, point) => {
      const then = frozen[i]?.points[point]
      const same = then?.numerator === figure.numerator && then?.denominator === figure.denominator
      return same ? [] : [{ code: current.definition.code, date: current.dates[point] ?? snapshot.date, ...figure }]
    }),
  )
}

/** Names as they are now for ids as they were kept; who was erased has none. */
export async function findNow(db: ReadDb, compiled: string): Promise<Map<number, string>> {
  const { rows } = await db.getExecutor().executeQuery<{ id: number; label: string }>(CompiledQuery.raw(compiled))
  return new Map(rows.map((row) => [row.id, row.label]))
}
