import { today } from '../../../platform/clock.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import type { Knowledge } from './knowledge.ts'
import { createOrganisations } from './repairs/organisations.ts'
import { createProviders } from './repairs/providers.ts'

/** What repairs need of the district, as it is now. */
export async function findKnowledge(db: ReadDb): Promise<Knowledge> {
  const { zone } = await db.selectFrom('registry.district').select('time_zone as zone').executeTakeFirstOrThrow()
  const organisations = await db.selectFrom('registry.organisation').select(['code', 'name', 'type']).execute()
  const positions = await db.selectFrom('registry.position').select(['id', 'key', 'name', 'pedagogical']).execute()
  const aliases = await db.selectFrom('registry.position_alias').select(['key', 'position_id as id']).execute()
  const values = await db
    .selectFrom('registry.classifier_value')
    .select(['kind', 'key', 'label'])
    .where('kind', 'in', ['subject', 'provider'])
    .where((where) => where.or([where('kind', '=', 'subject'), where('retired_at', 'is', null)]))
    .orderBy('id')
    .execute()
  // One that a file brought and nobody classified is no answer to what an abbreviation means.
  const classified = positions.filter(({ pedagogical }) => pedagogical !== null)
  const byId = new Map(classified.map(({ id, name }) => [id, name]))
  const names = new Map(classified.map(({ key, name }) => [key, name]))
  for (const { key, id } of aliases) {
    const name = byId.get(id)
    if (name !== undefined && !names.has(key)) names.set(key, name)
  }
  const of = (wanted: string) => values.filter(({ kind }) => kind === wanted)
  const subjects = new Map(of('subject').map(({ key, label }) => [key, label]))
  return {
    organisations: createOrganisations(organisations),
    positions: (key) => names.get(key),
    subjects: (key) => subjects.get(key),
    providers: createProviders(of('provider').map(({ label }) => label)),
    today: today(zone),
  }
}
