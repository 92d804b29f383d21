import { covers, type Reach } from '../../../platform/access/access.ts'
import type { Tx } from '../../../platform/db/db.ts'
import { type FieldFault, Refusal } from '../../../platform/errors.ts'
import type { EventChange } from './events.contract.ts'

const VALUES = { formId: 'event_kind', topicId: 'topic', audienceId: 'audience' } as const

type Stored = { readonly id: number; readonly values: readonly (number | undefined)[] }

/** What an event refers to must be there, of its kind, and still offered unless it stood there before. */
export async function refuseReferences(tx: Tx, typed: EventChange, reach: Reach, stored?: Stored): Promise<void> {
  const faults: FieldFault[] = []
  const fault = (path: string, code: string): void => void faults.push({ in: 'body', path, code })
  for (const [field, kind] of Object.entries(VALUES)) {
    const id = typed[field as keyof typeof VALUES]
    if (id === undefined || id === null || stored?.values.includes(id)) continue
    const value = await findValue(tx, kind, id)
    if (value === undefined) fault(field, 'reference_unknown')
    else if (value.retired_at !== null) fault(field, 'value_retired')
  }
  const { organiserId, partOf } = typed
  if (organiserId !== undefined) {
    if (!(await isOrganisation(tx, organiserId))) fault('organiserId', 'reference_unknown')
    else if (!covers(reach, { organisations: [organiserId] })) fault('organiserId', 'outside_reach')
  }
  if (partOf != null) {
    const whole = await findWhole(tx, partOf)
    if (whole === undefined || isHidden(whole, reach)) fault('partOf', 'reference_unknown')
    else if (partOf === stored?.id || whole.part_of !== null || (await hasParts(tx, stored?.id))) {
      fault('partOf', 'parts_deep')
    }
  }
  if (faults.length > 0) throw new Refusal('invalid', 'request_invalid', { fields: faults })
}

const findValue = (tx: Tx, kind: string, id: number) =>
  tx
    .selectFrom('registry.classifier_value')
    .select('retired_at')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst()

export async function isOrganisation(tx: Tx, id: number): Promise<boolean> {
  const found = await tx.selectFrom('registry.organisation').select('id').where('id', '=', id).executeTakeFirst()
  return found !== undefined
}

const findWhole = (tx: Tx, id: number) =>
  tx.selectFrom('activities.event').select(['part_of', 'state', 'organiser_id']).where('id', '=', id).executeTakeFirst()

/** A draft of others: its title would come back. */
const isHidden = (event: { readonly state: string; readonly organiser_id: number }, reach: Reach): boolean =>
  event.state === 'draft' && !covers(reach, { organisations: [event.organiser_id] })

async function hasParts(tx: Tx, id: number | undefined): Promise<boolean> {
  if (id === undefined) return false
  const part = await tx.selectFrom('activities.event').select('id').where('part_of', '=', id).executeTakeFirst()
  return part !== undefined
}
