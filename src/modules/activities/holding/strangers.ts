import { covers } from '../../../platform/access/access.ts'
import { invalidField } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import { scopesOfPeople } from '../../registry/index.ts'
import { findOffRoll } from './holding.repo.ts'

/** Who stands on the roll of the event may be marked; of the others, whom the asker may see. Faults: 422. */
export async function refuseStrangers(
  { tx, reachAlso }: CommandContext,
  event: number,
  people: readonly number[],
  path: string,
): Promise<void> {
  const strangers = await findOffRoll(tx, event, people)
  if (strangers.length === 0) return
  const reach = reachAlso('person.read')
  const scopes = await scopesOfPeople(tx, strangers)
  const isSeen = (id: number): boolean => {
    const scope = scopes.get(id)
    return scope !== undefined && reach !== undefined && covers(reach, scope)
  }
  if (!strangers.every(isSeen)) throw invalidField(path, 'reference_unknown')
}
