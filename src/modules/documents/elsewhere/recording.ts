import { covers } from '../../../platform/access/access.ts'
import { invalidField } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import { scopesOfPeople } from '../../registry/index.ts'
import { findOrganisationOf } from '../claims/claims.repo.ts'
import { isLearning } from './deeds.kinds.contract.ts'
import { refuseUnknownValues } from './deeds.values.ts'
import type { recordDeeds } from './elsewhere.contract.ts'
import * as repo from './elsewhere.repo.ts'
import { findSame, soughtOf } from './elsewhere.service.ts'
import type { LearningBook } from './learning.book.ts'

type Recording = NonNullable<(typeof recordDeeds)['$in']>['body']['deeds'][number]

const at = (index: number): string => `deeds.${index}.`

/**
 * What organisers know is recorded by them, and nobody has to write it: it counts at once. Learning with a document is told of
 * by who holds it. Faults: 422 for people out of reach, for oneself, for days to come and values of other lists.
 */
export async function record(
  context: CommandContext,
  book: LearningBook,
  deeds: readonly Recording[],
): Promise<{ recorded: number; known: number[] }> {
  const { tx, today, actor, note } = context
  const organisations = await organisationsOf(context, deeds)
  await refuseUnknownValues(tx, deeds, at)
  const known: number[] = []
  for (const [index, { personId: person, isAnother, ...told }] of deeds.entries()) {
    if (isLearning(told.kind)) throw invalidField(`${at(index)}kind`, 'learning_by_document')
    if (told.endsOn > today) throw invalidField(`${at(index)}endsOn`, 'in_future')
    await repo.lockPerson(tx, person)
    const same = isAnother ? [] : await findSame({ db: tx, people: [person] }, book, soughtOf(told), null)
    if (same.length > 0) {
      known.push(index)
      continue
    }
    const organisation = organisations.get(person) ?? null
    const id = await repo.insertDeed(tx, { ...told, person, organisation, recordedBy: actor.account })
    note({ kind: 'deed', id, details: { person, kind: told.kind } })
  }
  return { recorded: deeds.length - known.length, known }
}

/** By person: theirs where the asker confirms for it, else the one of the asker's that employs them; null: the centre. */
async function organisationsOf(
  { tx, today, reach, reachAlso }: CommandContext,
  deeds: readonly Recording[],
): Promise<ReadonlyMap<number, number | null>> {
  const scopes = await scopesOfPeople(
    tx,
    deeds.map(({ personId }) => personId),
  )
  const own = reachAlso('deed.tell')?.people ?? []
  const found = new Map<number, number | null>()
  for (const [index, { personId }] of deeds.entries()) {
    const scope = scopes.get(personId)
    if (scope === undefined || !covers(reach, scope)) throw invalidField(`${at(index)}personId`, 'reference_unknown')
    if (own.includes(personId)) throw invalidField(`${at(index)}personId`, 'own_deed')
    if (found.has(personId)) continue
    const theirs = await findOrganisationOf(tx, personId, today)
    const others = scope === 'district' ? [] : (scope.organisations ?? [])
    const employers = [...(theirs === null ? [] : [theirs]), ...others]
    found.set(personId, employers.find((one) => covers(reach, { organisations: [one] })) ?? null)
  }
  return found
}
