import type { Actor, Reach } from '../../../platform/access/access.ts'
import { appendJournal } from '../../../platform/journal/journal.ts'
import type { Services } from '../../../platform/services.ts'
import type { StateForm, Told } from './state-form.contract.ts'
import { findStateForm, findStateForms, writeStateForm } from './state-form.repo.ts'

const ALL: Reach = { district: true, organisations: [], people: [] }

type Asked = {
  readonly year: number
  /** What the form of the organisation at this place of the list says, given what the registry counts. */
  readonly told: (counted: StateForm['counted'], at: number) => Told
}

/** Writes for the operator of the machine a form for each organisation that has none. */
export async function writeStateFormsAsOperator(
  { database }: Services,
  tenant: number,
  { year, told }: Asked,
): Promise<void> {
  await database.write(tenant, async (tx) => {
    const actor: Actor = { kind: 'operator', account: null, tenant, grants: [] }
    const objects: { kind: string; id: number }[] = []
    for (const [at, { organisation }] of (await findStateForms(tx, { reach: ALL, year })).entries()) {
      const form = await findStateForm(tx, { reach: ALL, year, organisation: organisation.id })
      if (form === undefined || form.version > 0) continue
      const { counted, staffOn } = form
      const written = { organisation: organisation.id, year, version: 0, staffOn, account: null }
      await writeStateForm(tx, { ...written, told: told(counted, at) })
      objects.push({ kind: 'organisation', id: organisation.id })
    }
    await appendJournal(tx, { actor, requestId: null, action: 'writeStateForm', objects })
  })
}
