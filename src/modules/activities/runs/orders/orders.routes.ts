import { sql } from 'kysely'
import type { Tx } from '../../../../platform/db/db.ts'
import { Refusal } from '../../../../platform/errors.ts'
import { command, type Route } from '../../../../platform/http/route.ts'
import { takeAway } from '../../../registry/index.ts'
import { scopeOfEvent } from '../../events/events.scope.ts'
import { IS_PART, RUN_MODULES } from '../../programmes/run-modules.repo.ts'
import { getRunDocument, type RunOrder } from './orders.contract.ts'
import { type Named, type RunFacts, runOrderDocument } from './orders.document.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const runOrderRoutes: readonly Route[] = [
  // A command, for whoever takes names away in a file leaves a trace.
  command(getRunDocument, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params: { id }, query: { order, on } }) => {
      const { tx, today } = context
      const facts = await findFacts(tx, id)
      if (facts === undefined) throw new Refusal('not_found', 'not_found')
      const people = await findNamed(tx, id, { order, on })
      if (people.length === 0) throw new Refusal('conflict', 'order_of_nobody')
      await takeAway(context, {
        action: getRunDocument.id,
        ...{ kind: 'event', id, details: { order }, rows: people.length },
        people: people.map(({ person }) => person),
      })
      // The printers are large, and few commands need them.
      const { printDocx } = await import('../../../../platform/documents/index.ts')
      const content = await printDocx(runOrderDocument(order, { ...facts, day: today, people }))
      return { fileName: `${order}-${id}.docx`, mediaType: WORD, content }
    },
  }),
]

async function findFacts(tx: Tx, event: number): Promise<Omit<RunFacts, 'day' | 'people'> | undefined> {
  const { rows } = await sql<Omit<RunFacts, 'day' | 'people'>>`
    select e.title, p.title as programme, p.kind,
      case when ${IS_PART} then e.hours else p.hours end::float8 as hours, ${RUN_MODULES} as modules, o.name as organiser, e.held_on as "heldOn",
      coalesce(e.last_on, e.held_on) as "lastOn"
    from activities.event e
    join activities.programme p on p.id = e.programme_id
    join registry.organisation o on o.id = e.organiser_id
    where e.id = ${event}`.execute(tx)
  return rows[0]
}

type Sought = { readonly order: RunOrder; readonly on: string | undefined }

/** Whom the order names: everybody who was enrolled as it began, who joined later, who left, or who completed the run. */
async function findNamed(tx: Tx, event: number, { order, on }: Sought): Promise<Named[]> {
  const isNamed = {
    enrolment: sql`n.joined_on is null`,
    supplement: on === undefined ? sql`n.joined_on is not null` : sql`n.joined_on = ${on}`,
    leaving: sql`n.state = 'left'`,
    completion: sql`n.state = 'enrolled' and exists (select from activities.completion c
      where c.event_id = n.event_id and c.person_id = n.person_id and c.completed)`,
  }[order]
  const { rows } = await sql<Named>`
    select h.id as person, concat_ws(' ', h.surname, h.given_name, h.patronymic) as name, o.name as organisation,
      n.joined_on as "joinedOn", n.reason as "joinedFor", n.left_on as "leftOn", n.ended_for as "leftFor"
    from activities.enrolment n
    join registry.person h on h.id = n.person_id
    left join registry.organisation o on o.id = n.organisation_id
    where n.event_id = ${event} and n.state in ('enrolled', 'left') and ${isNamed}
    order by h.surname, h.given_name, h.patronymic, h.id limit 5000`.execute(tx)
  return rows
}
