import { covers } from '../../../platform/access/access.ts'
import { invalidField } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import { scopeOfPerson } from '../../registry/index.ts'

/** Nobody is named whom one may not see: the name would come back. Faults: 422 at the path. */
export async function refuseUnseen({ tx: db, reachAlso }: CommandContext, id: number, path: string): Promise<void> {
  const scope = await scopeOfPerson({ db }, { params: { id } })
  const reach = reachAlso('person.read')
  if (scope === undefined || reach === undefined || !covers(reach, scope)) throw invalidField(path, 'reference_unknown')
}
