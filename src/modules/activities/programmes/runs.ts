import type { Tx } from '../../../platform/db/db.ts'
import { invalidField } from '../../../platform/errors.ts'
import type { EventChange } from '../events/events.contract.ts'
import { findModules } from './parts.repo.ts'

type Planned = {
  readonly programmeId?: number | null | undefined
  /** Those it carries out, where that is not all of the programme. */
  readonly moduleIds: readonly number[]
  readonly heldOn: string
  readonly format?: EventChange['format'] | undefined
  readonly hasTopic: boolean
  /** The programme it ran already: announced it is run to its end, also when the programme has left the register since. */
  readonly stood?: number | undefined
}

type Taught = { hours?: number; format?: NonNullable<EventChange['format']>; topicId?: number }

const FORMATS = { in_person: 'in_person', distance: 'online', blended: 'hybrid' } as const

/**
 * What an event has from the programme it runs: its hours, and format and topic where nobody said otherwise. Faults: 422
 * where the programme is not in the register on its first day.
 */
export async function taughtIn(
  tx: Tx,
  { programmeId, moduleIds, heldOn, format, hasTopic, stood }: Planned,
): Promise<Taught> {
  if (programmeId == null) {
    if (moduleIds.length > 0) throw invalidField('moduleIds', 'modules_of_nothing')
    return {}
  }
  const programme = await tx
    .selectFrom('activities.programme')
    .select(['state', 'form', 'hours', 'topic_id', 'registered_on', 'valid_until'])
    .where('id', '=', programmeId)
    .executeTakeFirst()
  if (programme === undefined) throw invalidField('programmeId', 'reference_unknown')
  const { state, registered_on: from, valid_until: until, topic_id: topicId } = programme
  if (programmeId !== stood && state === 'retired') throw invalidField('programmeId', 'programme_retired')
  if (programmeId !== stood && state !== 'registered') throw invalidField('programmeId', 'programme_unregistered')
  if ((from !== null && heldOn < from) || (until !== null && heldOn > until)) {
    throw invalidField('heldOn', 'programme_not_valid')
  }
  return {
    hours: moduleIds.length === 0 ? Number(programme.hours) : await hoursOf(tx, programmeId, moduleIds),
    ...(format == null && { format: FORMATS[programme.form as keyof typeof FORMATS] }),
    ...(!hasTopic && topicId !== null && { topicId }),
  }
}

/** Faults: 422 for what is no module of the programme. */
async function hoursOf(tx: Tx, programme: number, moduleIds: readonly number[]): Promise<number> {
  const modules = new Map((await findModules(tx, programme)).map(({ id, hours }) => [id, hours]))
  const stranger = moduleIds.findIndex((id) => !modules.has(id))
  if (stranger !== -1) throw invalidField(`moduleIds.${stranger}`, 'reference_unknown')
  return [...new Set(moduleIds)].reduce((sum, id) => sum + (modules.get(id) ?? 0), 0)
}
