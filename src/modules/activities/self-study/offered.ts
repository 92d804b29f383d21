import type { Tx } from '../../../platform/db/db.ts'
import { invalidField } from '../../../platform/errors.ts'
import { findModules } from '../programmes/parts.repo.ts'
import { lockProgramme } from '../programmes/programmes.repo.ts'

export type Wanted = {
  readonly programmeId: number
  /** Those taken, where that is not all of the programme. */
  readonly moduleIds: readonly number[]
  readonly startsOn: string
  readonly endsOn: string
}

const LONGEST_DAYS = 366
const DAY_MS = 86_400_000

/**
 * Modules of which it is made; the programme is locked, so that nobody asks for it twice at once. Faults: 422 for a programme
 * that is not in the register on its first day or needs a group, for what is no module of it, and for days that do not fit.
 */
export async function takenFrom(tx: Tx, { programmeId, moduleIds, startsOn, endsOn }: Wanted): Promise<number[]> {
  if (endsOn < startsOn) throw invalidField('endsOn', 'ends_before_start')
  if ((Date.parse(endsOn) - Date.parse(startsOn)) / DAY_MS > LONGEST_DAYS) throw invalidField('endsOn', 'study_long')
  await lockProgramme(tx, programmeId)
  const programme = await tx
    .selectFrom('activities.programme')
    .select(['state', 'self_study', 'registered_on', 'valid_until'])
    .where('id', '=', programmeId)
    .executeTakeFirst()
  if (programme === undefined) throw invalidField('programmeId', 'reference_unknown')
  const { state, registered_on: from, valid_until: until } = programme
  if (state === 'retired') throw invalidField('programmeId', 'programme_retired')
  if (state !== 'registered') throw invalidField('programmeId', 'programme_unregistered')
  if (!programme.self_study) throw invalidField('programmeId', 'programme_needs_group')
  if ((from !== null && startsOn < from) || (until !== null && startsOn > until))
    throw invalidField('startsOn', 'programme_not_valid')
  const all = (await findModules(tx, programmeId)).map(({ id }) => id)
  const stranger = moduleIds.findIndex((id) => !all.includes(id))
  if (stranger !== -1) throw invalidField(`moduleIds.${stranger}`, 'reference_unknown')
  return moduleIds.length === 0 ? all : all.filter((id) => moduleIds.includes(id))
}
