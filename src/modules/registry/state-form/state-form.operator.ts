import type { Actor, Reach } from '../../../platform/access/access.ts'
import { appendJournal } from '../../../platform/journal/journal.ts'
import type { Services } from '../../../platform/services.ts'
import type { Line } from './state-form.contract.ts'
import { findStateForm, findStateForms, writeStateForm } from './state-form.repo.ts'

const ALL: Reach = { district: true, organisations: [], people: [] }

type Asked = {
  readonly year: number
  /** Every so many organisations the form has one more in a line, and one fewer in another. */
  readonly everyNth: number
  readonly more: Line
  readonly fewer: Line
}

/** Writes for the operator of the machine a form for each organisation that has none, as the registry counts, with some mistakes. */
export async function writeStateFormsAsOperator(
  { database }: Services,
  tenant: number,
  { year, everyNth, more, fewer }: Asked,
): Promise<void> {
  await database.write(tenant, async (tx) => {
    const actor: Actor = { kind: 'operator', account: null, tenant, grants: [] }
    const objects: { kind: string; id: number }[] = []
    for (const [at, { organisation }] of (await findStateForms(tx, { reach: ALL, year })).entries()) {
      const form = await findStateForm(tx, { reach: ALL, year, organisation: organisation.id })
      if (form === undefined || form.version > 0) continue
      const { counted, staffOn } = form
      const mistaken = { ...counted, [more]: counted[more] + 1, [fewer]: Math.max(0, counted[fewer] - 1) }
      const told = at % everyNth === 0 ? mistaken : counted
      await writeStateForm(tx, { organisation: organisation.id, year, version: 0, staffOn, told, account: null })
      objects.push({ kind: 'organisation', id: organisation.id })
    }
    await appendJournal(tx, { actor, requestId: null, action: 'writeStateForm', objects })
  })
}
