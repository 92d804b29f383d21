import { covers } from '../../../platform/access/access.ts'
import { invalidField } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import { scopeOfPerson, scopesOfPeople } from '../../registry/index.ts'

/** Nobody is named whom one may not see: the name would come back. Faults: 422 at the path. */
export async function refuseUnseen({ tx: db, reachAlso }: CommandContext, id: number, path: string): Promise<void> {
  const scope = await scopeOfPerson({ db }, { params: { id } })
  const reach = reachAlso('person.read')
  if (scope === undefined || reach === undefined || !covers(reach, scope)) throw invalidField(path, 'reference_unknown')
}

/** The same of several at once. */
export async function refuseUnseenPeople(
  { tx, reachAlso }: CommandContext,
  people: readonly number[],
  path: string,
): Promise<void> {
  if (people.length === 0) return
  const reach = reachAlso('person.read')
  const scopes = await scopesOfPeople(tx, people)
  const isSeen = (id: number): boolean => {
    const scope = scopes.get(id)
    return scope !== undefined && reach !== undefined && covers(reach, scope)
  }
  if (!people.every(isSeen)) throw invalidField(path, 'reference_unknown')
}
