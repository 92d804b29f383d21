import { invalidField } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import type { Opening } from './opening.contract.ts'

type Asking = Pick<CommandContext, 'note' | 'reach'>
type Opened = { readonly person: number; readonly island: string; readonly opening: Opening }

/**
 * Notes that closed matters of a person are opened, and what for. Whoever opens their own is asked for nothing and seen by
 * nobody. Faults: 422 where a purpose needs words and has none.
 */
export function noteOpening({ note, reach }: Asking, { person, island, opening }: Opened): void {
  if (reach.people.includes(person)) {
    note({ kind: 'person', id: person, details: { island } })
    return
  }
  const { purpose, reason } = opening
  if (purpose === 'other' && reason.length < LEAST) throw invalidField('reason', 'reason_needed')
  note({ kind: 'person', id: person, people: [person], opened: { island, purpose, reason } })
}

/** Characters of a reason. */
const LEAST = 5
