import { CompiledQuery } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import {
  compileEvidence,
  compileMembers,
  type FactRow,
  findNames,
  type MemberRow,
  type MembersContext,
  type MembersRequest,
  numberedLeaves,
  type Part,
  type Vocabulary,
} from '../../population/index.ts'
import type { Definition } from '../definitions/definition.contract.ts'
import { populationsOf } from './compute.ts'
import { findLabels } from './labels.ts'

export type CellRequest = {
  readonly definition: Definition
  readonly date: string
  readonly slice?: { readonly name: string; readonly key: string } | undefined
  readonly part: Part
  readonly page: number
  readonly size: number
  readonly within?: readonly number[] | undefined
}

export type CellMember = {
  readonly id: number
  readonly label: string
  readonly organisation: { readonly id: number; readonly code: string; readonly name: string } | null
  readonly facts: readonly (FactRow & { readonly term: string | null })[]
  readonly unknown: readonly string[]
}

export type Cell = {
  readonly subject: string
  readonly counted: number
  readonly rest: number
  readonly unknown: number
  readonly members: readonly CellMember[]
}

type Options = { readonly vocabulary: Vocabulary; readonly tenant: number; readonly language: 'ru' | 'en' }

/** Who is behind a cell: one statement for the page of members, one for the facts of exactly those. */
export async function findCell(
  db: ReadDb,
  cell: CellRequest,
  { vocabulary, tenant, language }: Options,
): Promise<Cell> {
  const names = await findNames(db, vocabulary, populationsOf(cell.definition))
  const context: MembersContext = { vocabulary, names, tenant, within: cell.within }
  const request = membersRequest(cell)
  const run = async <R>(text: string): Promise<R[]> =>
    (await db.getExecutor().executeQuery<R>(CompiledQuery.raw(text))).rows
  const rows = await run<MemberRow>(compileMembers(request, context))
  const evidence =
    rows.length === 0
      ? undefined
      : compileEvidence(
          request,
          rows.map((row) => row.id),
          context,
        )
  const facts = evidence === undefined ? [] : await run<FactRow>(evidence)
  const labels = await findLabels(
    db,
    vocabulary,
    rows.map((row) => ({ subject: request.subject, slice: 'organisation', id: String(row.organisation) })),
    language,
  )
  const bySubject = Map.groupBy(facts, (fact) => fact.subject)
  const leaves = numberedLeaves(request)
  const sizes = rows[0] ?? (await sizesOf(run, request, context))
  return {
    subject: request.subject,
    counted: sizes?.counted ?? 0,
    rest: sizes?.rest ?? 0,
    unknown: sizes?.unsure ?? 0,
    members: rows.map((row) => {
      const { key, label } = labels({ subject: request.subject, slice: 'organisation', id: String(row.organisation) })
      return {
        id: row.id,
        label: row.label,
        organisation: { id: row.organisation, code: key, name: label },
        facts: (bySubject.get(row.id) ?? []).map((fact) => {
          const term = fact.leaf === null ? null : (leaves[fact.leaf]?.leaf.term ?? null)
          const declared = term === null ? undefined : vocabulary.term(request.subject, term)
          const caption = declared !== undefined && 'caption' in declared ? declared.caption?.[language] : undefined
          return { ...fact, term, label: caption === undefined ? fact.label : `${caption}: ${fact.label}` }
        }),
        unknown: row.unknown.flatMap((index) => {
          const term = vocabulary.term(request.subject, leaves[index]?.leaf.term ?? '')
          return term !== undefined && 'unknown' in term && term.unknown !== undefined ? [term.unknown[language]] : []
        }),
      }
    }),
  }
}

/** A page beyond the end of one part still tells how large the parts are. */
async function sizesOf(
  run: <R>(text: string) => Promise<R[]>,
  request: MembersRequest,
  context: MembersContext,
): Promise<MemberRow | undefined> {
  for (const part of ['counted', 'rest', 'unknown'] as const) {
    const [row] = await run<MemberRow>(compileMembers({ ...request, part, limit: 1, offset: 0 }, context))
    if (row !== undefined) return row
  }
  return undefined
}

function membersRequest({ definition, date, slice, part, page, size }: CellRequest): MembersRequest {
  const { body } = definition
  const paging = { date, part, slice, limit: size, offset: (page - 1) * size }
  switch (body.kind) {
    case 'share':
      return { subject: body.subject, of: body.of, who: body.who, ...paging }
    case 'count':
      return { subject: body.subject, of: body.of, ...paging }
    case 'ratio': {
      const { numerator, denominator } = body
      const same = numerator.subject === denominator.subject
      return same
        ? { subject: denominator.subject, of: { any: [denominator.of, numerator.of] }, who: numerator.of, ...paging }
        : { subject: numerator.subject, of: numerator.of, ...paging }
    }
  }
}
