import { sql } from 'kysely'
import { Refusal } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import { takeAway } from '../../registry/index.ts'
import { getEnrolmentDocument } from './enrolment.contract.ts'
import { findSent, orderDocument } from './enrolment.order.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const inWords = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' })

type Facts = {
  readonly title: string
  readonly kind: string
  readonly hours: number | null
  readonly heldOn: string
  readonly organiser: string
  readonly organisation: string
}

/** The draft of the order of an organisation. Faults: 404; 409 while it sends nobody. */
export async function printOrder(
  context: CommandContext,
  event: number,
  organisation: number,
): Promise<{ readonly fileName: string; readonly mediaType: string; readonly content: Uint8Array }> {
  const { tx, today } = context
  const { rows } = await sql<Facts>`
    select v.title, k.label as kind, v.hours, v.held_on as "heldOn", host.name as organiser, o.name as organisation
    from activities.event v
    join registry.classifier_value k on k.id = v.kind_id
    join registry.organisation host on host.id = v.organiser_id
    join registry.organisation o on o.id = ${organisation}
    where v.id = ${event}`.execute(tx)
  const [facts] = rows
  if (facts === undefined) throw new Refusal('not_found', 'not_found')
  const people = await findSent(tx, event, organisation, today)
  if (people.length === 0) throw new Refusal('conflict', 'nobody_sent')
  await takeAway(context, {
    action: getEnrolmentDocument.id,
    ...{ kind: 'event', id: event, details: { organisation }, rows: people.length },
    people: people.map(({ person }) => person),
  })
  // The printers are large, and few commands need them.
  const { printDocx } = await import('../../../platform/documents/index.ts')
  const { title, kind, hours, organiser } = facts
  const document = orderDocument({
    ...{ organisation: facts.organisation, organiser, event: { title, kind, hours }, people, day: today },
    heldOn: inWords.format(Date.parse(`${facts.heldOn}T00:00:00Z`)),
  })
  return { fileName: `order-${event}-${organisation}.docx`, mediaType: WORD, content: await printDocx(document) }
}
