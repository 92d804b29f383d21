import { CompiledQuery } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import { compileMembers, findNames, type MembersPage, numberedLeaves, type Vocabulary } from '../../population/index.ts'
import type { Definition } from '../definitions/definition.contract.ts'
import { populationsOf } from './compute.ts'
import { membersRequest } from './members.ts'

/** How many nobody can say of whether they count, and why: words of what is not known → how many. */
export type Unknown = { readonly count: number; readonly reasons: ReadonlyMap<string, number> }

/** More than that are counted; their reasons are not. */
const READ_AT_MOST = 20_000

type Options = {
  readonly vocabulary: Vocabulary
  readonly tenant: number
  readonly date: string
  readonly within?: readonly number[] | undefined
  readonly language: 'ru' | 'en'
}

/** Counts and reasons alone; nobody is named. */
export async function findUnknown(db: ReadDb, definition: Definition, options: Options): Promise<Unknown> {
  const { vocabulary, tenant, date, within, language } = options
  const names = await findNames(db, vocabulary, populationsOf(definition))
  const request = membersRequest({ definition, date, part: 'unknown', page: 1, size: READ_AT_MOST })
  const compiled = compileMembers(request, { vocabulary, names, tenant, within })
  const { rows } = await db.getExecutor().executeQuery<MembersPage>(CompiledQuery.raw(compiled))
  const leaves = numberedLeaves(request).map(({ leaf }) => vocabulary.term(request.subject, leaf.term))
  const reasons = new Map<string, number>()
  for (const { unknown } of rows[0]?.members ?? []) {
    for (const index of unknown) {
      const declared = leaves[index]
      if (declared === undefined || !('unknown' in declared) || declared.unknown === undefined) continue
      const reason = declared.unknown[language]
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    }
  }
  return { count: rows[0]?.unsure ?? 0, reasons }
}
