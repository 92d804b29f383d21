import type { Tx } from '../../../platform/db/db.ts'
import { findOrMakeValue } from '../programmes/programmes.repo.ts'
import type { StoredInternship } from './internships.repo.ts'

/** A finished internship as learning, by which populations count it. The id of the record. */
export async function insertLearning(tx: Tx, internship: StoredInternship, finishedOn: string): Promise<number> {
  const { person, model, host, startsOn } = internship
  const of = {
    person_id: person.id,
    programme_id: await findOrMakeValue(tx, 'programme', model.title),
    starts_on: startsOn,
    ends_on: finishedOn,
  }
  const provider = await findOrMakeValue(tx, 'provider', host.name)
  const row = await tx
    .insertInto('activities.learning')
    .values({
      ...of,
      ...{ kind: 'internship', form: model.virtual ? 'distance' : 'in_person', hours: model.hours },
      provider_id: provider,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function deleteLearning(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('activities.learning').where('id', '=', id).execute()
}
