import { CompiledQuery } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import {
  compileEvidence,
  compileMembers,
  type FactRow,
  findNames,
  type MemberRow,
  type MembersContext,
  type MembersPage,
  type MembersRequest,
  numberedLeaves,
  type Part,
  sayCaption,
  type Vocabulary,
} from '../../population/index.ts'
import { dictionaryOf } from '../../registry/index.ts'
import type { Definition } from '../definitions/definition.contract.ts'
import { populationsOf } from './compute.ts'

export type CellRequest = {
  readonly definition: Definition
  readonly date: string
  readonly slice?: { readonly name: string; readonly key: string } | undefined
  readonly part: Part
  readonly page: number
  readonly size: number
  readonly within?: readonly number[] | undefined
}

export type CellMember = Pick<MemberRow, 'id' | 'label' | 'organisation'> & {
  readonly facts: readonly (FactRow & { readonly term: string | null })[]
  readonly unknown: readonly string[]
}

export type Cell = {
  readonly subject: string
  readonly counted: number
  readonly rest: number
  readonly unknown: number
  readonly unsure: number
  readonly members: readonly CellMember[]
}

type Options = { readonly vocabulary: Vocabulary; readonly tenant: number; readonly language: 'ru' | 'en' }

/** Who is behind a cell: one statement for the page of members, one for the facts of exactly those. */
export async function findCell(
  db: ReadDb,
  cell: CellRequest,
  { vocabulary, tenant, language }: Options,
): Promise<Cell> {
  const [names, dictionary] = await Promise.all([
    findNames(db, vocabulary, populationsOf(cell.definition)),
    dictionaryOf(db),
  ])
  const context: MembersContext = { vocabulary, names, tenant, within: cell.within }
  const request = membersRequest(cell)
  const run = async <R>(text: string): Promise<R[]> =>
    (await db.getExecutor().executeQuery<R>(CompiledQuery.raw(text))).rows
  const [page] = await run<MembersPage>(compileMembers(request, context))
  if (page === undefined) throw new Error('a page of members is one row')
  const ids = page.members.map(({ id }) => id)
  const evidence = ids.length === 0 ? undefined : compileEvidence(request, ids, context)
  const facts = evidence === undefined ? [] : await run<FactRow>(evidence)
  const bySubject = Map.groupBy(facts, (fact) => fact.subject)
  const leaves = numberedLeaves(request).map(({ leaf }) => ({
    term: leaf.term,
    declared: vocabulary.term(request.subject, leaf.term),
  }))
  return {
    subject: request.subject,
    counted: page.counted,
    rest: page.rest,
    unknown: page.unknown,
    unsure: page.unsure,
    members: page.members.map(({ id, label, organisation, unknown }) => ({
      id,
      label,
      organisation,
      facts: (bySubject.get(id) ?? []).map((fact) => {
        const { term = null, declared } = (fact.leaf === null ? undefined : leaves[fact.leaf]) ?? {}
        const caption = declared !== undefined && 'caption' in declared ? declared.caption : undefined
        const label = caption === undefined ? fact.label : `${sayCaption(caption, language, dictionary)}: ${fact.label}`
        return { ...fact, term, label }
      }),
      unknown: unknown.flatMap((index) => {
        const declared = leaves[index]?.declared
        return declared !== undefined && 'unknown' in declared && declared.unknown !== undefined
          ? [declared.unknown[language]]
          : []
      }),
    })),
  }
}

/** What the language is asked for a page of one part of a cell. */
export function membersRequest({ definition, date, slice, part, page, size }: CellRequest): MembersRequest {
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
