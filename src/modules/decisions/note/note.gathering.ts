import type { ReadDb } from '../../../platform/db/db.ts'
import type { Services } from '../../../platform/services.ts'
import {
  type Computed,
  computeIndicators,
  type Figure,
  findBands,
  findDefinitionsAt,
  findSureness,
  hideSmall,
  quantitiesOf,
  restsOnIsland,
  type Sureness,
  sayDefinition,
  yearTo,
} from '../../indicators/index.ts'
import { leavesOf, type Vocabulary } from '../../population/index.ts'
import { findDistrictRow, reasonOf, withDefaults } from '../../registry/index.ts'
import type { NoteFigure, NoteRow, NoteSlice } from './figures.ts'
import type { FaultyRows, NoteFacts, Paper } from './note.facts.ts'
import { countFaultyRows, findBacking, findOrganisationTypes } from './note.repo.ts'

export type NoteRequest = {
  readonly tenant: number
  readonly date: string
  readonly compare: string
  /** Only these organisations; undefined for the whole district. */
  readonly within: readonly number[] | undefined
  /** Shows figures on results of diagnostics over few people too. */
  readonly unmasked: boolean
  readonly mayLoads: boolean
  readonly paper: Paper
}

const LANGUAGE = 'ru'

/** Counts everything the note speaks of. */
export async function gatherNote(
  { settings, translator }: Pick<Services, 'settings' | 'translator'>,
  db: ReadDb,
  vocabulary: Vocabulary,
  request: NoteRequest,
): Promise<NoteFacts> {
  const { tenant, date, compare, within, paper, unmasked, mayLoads } = request
  const definitions = await findDefinitionsAt(db, date)
  const options = { vocabulary, tenant, within, language: LANGUAGE } as const
  const show = (one: Computed): Computed => (unmasked ? one : hideSmall(vocabulary, one))
  const now = (await computeIndicators(db, definitions, { ...options, date })).map(show)
  const before = (await computeIndicators(db, definitions, { ...options, date: compare })).map(show)
  const bands = new Map((await findBands(db)).map((band) => [band.code, band]))
  const figures: NoteFigure[] = []
  for (const [i, computed] of now.entries()) {
    const closed = !unmasked && restsOnIsland(vocabulary, computed.definition.body)
    const sureness = closed ? undefined : await findSureness(db, computed.definition, { ...options, date })
    figures.push(figureOf(vocabulary, computed, before[i], { band: bands.get(computed.definition.code), sureness }))
  }
  const organisations = await findOrganisationTypes(db)
  const district = await findDistrictRow(db)
  return {
    district: district?.name ?? '',
    words: withDefaults(district?.own ?? {}),
    ...{ date, compare, period: yearTo(date), figures, paper },
    within: within && organisations.filter(({ id }) => within.includes(id)).map(({ name }) => name),
    backing: await findBacking(db, date, within),
    organisationTypes: new Map(organisations.map(({ id, type }) => [String(id), type])),
    faultyRows: mayLoads ? await findFaultyRows(db, translator) : undefined,
    masked: !unmasked && definitions.some(({ body }) => restsOnIsland(vocabulary, body)),
    base: (settings.publicUrl ?? `http://${settings.host}:${settings.port}`).replace(/\/+$/, ''),
  }
}

function figureOf(
  vocabulary: Vocabulary,
  { definition, dates, points, slices }: Computed,
  before: Computed | undefined,
  { band, sureness }: { band: NoteFigure['band']; sureness: Sureness | undefined },
): NoteFigure {
  const isSeries = definition.body.series !== undefined
  const { numerator, denominator } = quantitiesOf(definition.body)
  const now = lastOf(points) ?? { numerator: 0, denominator: null }
  return {
    code: definition.code,
    title: definition.titleRu,
    sentence: sayDefinition(vocabulary, definition.body, LANGUAGE),
    isShare: now.denominator !== null,
    now,
    before: before && lastOf(before.points),
    series: isSeries ? dates.flatMap((date, i) => (points[i] === undefined ? [] : [{ date, figure: points[i] }])) : [],
    band,
    slices: [...slices].map(([name, rows]) => sliceOf(name, rows, before?.slices.get(name))),
    sureness,
    subject: numerator.subject,
    terms: termsOf([numerator.of, ...(denominator === undefined ? [] : [denominator.of])]),
  }
}

type Rows = NonNullable<ReturnType<Computed['slices']['get']>>

function sliceOf(name: string, rows: Rows, before: Rows | undefined): NoteSlice {
  const earlier = new Map(before?.map((row) => [row.id, lastOf(row.points)]))
  return {
    name,
    rows: rows.flatMap(({ key, id, label, points }): NoteRow[] => {
      const now = lastOf(points)
      return now === undefined ? [] : [{ key, id, label, now, before: earlier.get(id) }]
    }),
  }
}

const lastOf = (points: readonly Figure[]): Figure | undefined => points.at(-1)

type Populations = readonly Parameters<typeof leavesOf>[0][]

const termsOf = (populations: Populations): string[] => [
  ...new Set(populations.flatMap((population) => leavesOf(population).map(({ term }) => term))),
]

async function findFaultyRows(db: ReadDb, translator: Services['translator']): Promise<FaultyRows[]> {
  const rows = await countFaultyRows(db)
  return rows.map(({ file, code, column, count }) => ({
    file,
    reason: reasonOf({ code, column }, { translator, language: LANGUAGE }),
    count,
  }))
}
