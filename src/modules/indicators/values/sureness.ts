import { CompiledQuery } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import {
  compileParts,
  findNames,
  numberedLeaves,
  type PartsRequest,
  type PartsRow,
  type Vocabulary,
} from '../../population/index.ts'
import type { Definition } from '../definitions/definition.contract.ts'
import { populationsOf } from './compute.ts'

/** On how firm a ground a figure stands. */
export type Sureness = {
  /** Who certainly belongs to what is counted: the denominator of a share, otherwise those counted. */
  readonly base: number
  /** For how many something unknown leaves open whether they belong to the base, or to the numerator. */
  readonly unsure: number
  /** Why: words of what is not known → for how many of them. Facts with an empty field have no words. */
  readonly reasons: ReadonlyMap<string, number>
}

type Options = {
  readonly vocabulary: Vocabulary
  readonly tenant: number
  readonly date: string
  readonly within?: readonly number[] | undefined
  readonly language: 'ru' | 'en'
}

/** Counts and reasons alone; nobody is named. One statement, two where numerator and denominator speak of different things. */
export async function findSureness(db: ReadDb, definition: Definition, options: Options): Promise<Sureness> {
  const { vocabulary, tenant, date, within, language } = options
  const names = await findNames(db, vocabulary, populationsOf(definition))
  const reasons = new Map<string, number>()
  let [base, unsure] = [0, 0]
  for (const request of groundsOf(definition, date)) {
    const compiled = compileParts(request, { vocabulary, names, tenant, within })
    const { rows } = await db.getExecutor().executeQuery<PartsRow>(CompiledQuery.raw(compiled))
    const [row] = rows
    if (row === undefined) throw new Error('counting parts answers with one row')
    base += row.counted + row.rest
    unsure += row.unsure
    for (const { index, leaf } of numberedLeaves(request)) {
      const count = row.reasons[index] ?? 0
      const declared = vocabulary.term(request.subject, leaf.term)
      if (count === 0 || declared === undefined || !('unknown' in declared) || declared.unknown === undefined) continue
      const reason = declared.unknown[language]
      reasons.set(reason, (reasons.get(reason) ?? 0) + count)
    }
  }
  return { base, unsure, reasons }
}

function groundsOf({ body }: Definition, date: string): PartsRequest[] {
  if (body.kind !== 'ratio') {
    return [{ subject: body.subject, of: body.of, who: body.kind === 'share' ? body.who : undefined, date }]
  }
  const { numerator, denominator } = body
  return numerator.subject === denominator.subject
    ? [{ subject: denominator.subject, of: { any: [denominator.of, numerator.of] }, who: numerator.of, date }]
    : [numerator, denominator].map(({ subject, of }) => ({ subject, of, date }))
}
