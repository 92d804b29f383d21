import { addWorkingDays } from '../../../platform/calendar/working-days.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { invalidField } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { findDistrictKey, readSnils } from '../../registry/index.ts'
import { lacksOf } from './cells.ts'
import { factsOf } from './due.facts.ts'
import { countDueByDay, type DueRow, findDue } from './due.repo.ts'
import { DOCUMENT_FACTS, type FilledFact, LEARNER_FACTS } from './facts.contract.ts'
import type { DUE_STATES, Due, DueSum, Fill } from './federal.contract.ts'
import { findFilled, holdFacts, type Stored, saveLearners, saveNotes } from './filling.repo.ts'
import { findRule } from './rule.repo.ts'
import type { Facts, Template } from './templates/template.ts'
import { templateFor } from './templates/templates.ts'

export type Examined = {
  readonly row: DueRow
  readonly until: string
  readonly template: Template
  readonly facts: Facts
  readonly lacks: Due['lacks']
}

type Asking = Pick<RequestContext, 'services' | 'tenant' | 'today'>

/** Everything the register is still to be told of, the most urgent first, held against its template. */
export async function examineDue(db: ReadDb, { services, tenant, today }: Asking): Promise<Examined[]> {
  if (tenant === null) throw new Error('documents belong to a district')
  const key = await findDistrictKey(db, services.master, tenant)
  const { days } = await findRule(db)
  // Many were given on the same day.
  const ends = new Map<string, string>()
  const endOf = (since: string): string => {
    const end = ends.get(since) ?? addWorkingDays(since, days)
    ends.set(since, end)
    return end
  }
  return (await findDue(db, today)).map((row) => {
    const template = templateFor(row.kind, row.issuedOn)
    const facts = factsOf(row, readSnils(key, row.sealedSnils))
    return { row, until: endOf(row.since), template, facts, lacks: lacksOf(template, facts) }
  })
}

/** `overdue` on the day. */
export function isIn(
  { until, lacks }: Pick<Examined, 'until' | 'lacks'>,
  state: (typeof DUE_STATES)[number],
  today: string,
): boolean {
  if (state === 'overdue') return until < today
  return (lacks.length === 0) === (state === 'ready')
}

type Filters = { readonly state?: (typeof DUE_STATES)[number] | undefined; readonly q?: string | undefined }

export function chosenOf(all: readonly Examined[], { state, q = '' }: Filters, today: string): Examined[] {
  const typed = q.toLowerCase()
  return all.filter(
    (one) =>
      (state === undefined || isIn(one, state, today)) &&
      (one.row.holder.toLowerCase().includes(typed) || one.row.number.toLowerCase().includes(typed)),
  )
}

export const sumOf = (all: readonly Examined[], today: string): DueSum => ({
  due: all.length,
  ready: all.filter((one) => isIn(one, 'ready', today)).length,
  overdue: all.filter((one) => isIn(one, 'overdue', today)).length,
  nearest: all[0]?.until ?? null,
})

export function tellDue({ row, until, lacks }: Examined): Due {
  const { id, number, kind, says, about, holder, personId, organisation, since, refused, filled } = row
  const facts = filled as Due['facts']
  return {
    id,
    number,
    kind,
    says,
    title: about.title,
    holder,
    personId,
    organisation,
    since,
    until,
    lacks,
    refused,
    facts,
  }
}

/** So many days before the term ends people are told, by a task and by the bell. */
const NOTICE_DAYS = 7

/** Those whose term has ended or ends soon, and when the first one's does. */
export async function countUrgent(db: ReadDb, today: string): Promise<{ count: number; until: string | null }> {
  const { days } = await findRule(db)
  const horizon = new Date(Date.parse(today) + NOTICE_DAYS * 86_400_000).toISOString().slice(0, 10)
  const urgent = (await countDueByDay(db))
    .map(({ since, count }) => ({ count, until: addWorkingDays(since, days) }))
    .filter(({ until }) => until <= horizon)
  return { count: urgent.reduce((sum, { count }) => sum + count, 0), until: urgent[0]?.until ?? null }
}

/** As `fill`, for documents that are named one by one. Faults: 422 for one that nobody knows. */
export async function fillNamed(
  context: CommandContext,
  rows: readonly Fill[],
): Promise<{ filled: number; left: number }> {
  const known = await findFilled(context.tx, idsOf(rows))
  if (known.length < new Set(idsOf(rows)).size) throw invalidField('rows', 'reference_unknown')
  return await fill(context, rows)
}

/** Changes what is named of documents that are still due; the facts of a person are those of all their documents. */
export async function fill(context: CommandContext, rows: readonly Fill[]): Promise<{ filled: number; left: number }> {
  const { tx, today, note } = context
  await holdFacts(tx)
  const isDue = new Set((await findDue(tx, today, idsOf(rows))).map(({ id }) => id))
  const those = rows.filter(({ id }) => isDue.has(id))
  await save(tx, those)
  for (const { id, ...said } of those) note({ kind: 'document', id, details: { fields: Object.keys(said) } })
  return { filled: those.length, left: rows.length - those.length }
}

const idsOf = (rows: readonly Fill[]): number[] => rows.map(({ id }) => id)

async function save(tx: Tx, rows: readonly Fill[]): Promise<void> {
  const stored = new Map((await findFilled(tx, idsOf(rows))).map((one) => [one.id, one]))
  const learners = new Map<number, Stored['learner']>()
  const notes = new Map<number, Stored['note']>()
  for (const { id, ...said } of rows) {
    const found = stored.get(id)
    if (found === undefined) continue
    const { personId, learner, note } = found
    if (says(said, LEARNER_FACTS))
      learners.set(personId, { ...(learners.get(personId) ?? learner), ...pick(said, LEARNER_FACTS) })
    if (says(said, DOCUMENT_FACTS)) notes.set(id, { ...(notes.get(id) ?? note), ...pick(said, DOCUMENT_FACTS) })
  }
  if (learners.size > 0) await saveLearners(tx, learners)
  if (notes.size > 0) await saveNotes(tx, notes)
}

type Said = Omit<Fill, 'id'>

const says = (said: Said, facts: readonly FilledFact[]): boolean => facts.some((fact) => said[fact] !== undefined)

const pick = (said: Said, facts: readonly FilledFact[]): Partial<Record<FilledFact, string | null>> =>
  Object.fromEntries(facts.flatMap((fact) => (said[fact] === undefined ? [] : [[fact, said[fact]]])))
