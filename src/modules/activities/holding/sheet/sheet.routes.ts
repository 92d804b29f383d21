import { sql } from 'kysely'
import type { Tx } from '../../../../platform/db/db.ts'
import { Refusal } from '../../../../platform/errors.ts'
import { command, type Route } from '../../../../platform/http/route.ts'
import { takeAway } from '../../../registry/index.ts'
import { scopeOfEvent } from '../../events/events.scope.ts'
import { ZONE } from '../../events/zone.ts'
import { getRegistrationDocument, type SHEET_FORMATS } from './sheet.contract.ts'
import { type SheetFacts, sheetDocument } from './sheet.document.ts'

const MEDIA_TYPES: Readonly<Record<(typeof SHEET_FORMATS)[number], string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

export const sheetRoutes: readonly Route[] = [
  // A command, for whoever takes names away in a file leaves a trace.
  command(getRegistrationDocument, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params: { id, meetingId }, query: { format } }) => {
      const { tx, today } = context
      const facts = await findFacts(tx, id, meetingId)
      if (facts === undefined) throw new Refusal('not_found', 'not_found')
      const people = await findEnrolled(tx, id)
      await takeAway(context, {
        action: getRegistrationDocument.id,
        ...{ kind: 'event', id, details: { meeting: meetingId }, rows: people.length },
        people: people.map(({ person }) => person),
      })
      // The printers are large, and few commands need them.
      const { printDocx, printPdf } = await import('../../../../platform/documents/index.ts')
      const content = await (format === 'docx' ? printDocx : printPdf)(sheetDocument({ ...facts, today, people }))
      return { fileName: `registration-${id}-${meetingId}.${format}`, mediaType: MEDIA_TYPES[format], content }
    },
  }),
]

async function findFacts(
  tx: Tx,
  event: number,
  meeting: number,
): Promise<Omit<SheetFacts, 'today' | 'people'> | undefined> {
  const { rows } = await sql<Omit<SheetFacts, 'today' | 'people'>>`
    select e.title, k.label as kind, o.name as organiser, json_build_object('title', m.title,
      'day', to_char(m.starts_at at time zone ${ZONE}, 'YYYY-MM-DD'),
      'from', to_char(m.starts_at at time zone ${ZONE}, 'HH24:MI'),
      'until', to_char(m.ends_at at time zone ${ZONE}, 'HH24:MI'),
      'where', coalesce((select concat_ws(', ', r.name, h.name) from activities.room r
        join registry.organisation h on h.id = r.organisation_id where r.id = m.room_id), e.place)) as meeting
    from activities.meeting m
    join activities.event e on e.id = m.event_id
    join registry.classifier_value k on k.id = e.kind_id
    join registry.organisation o on o.id = e.organiser_id
    where m.id = ${meeting} and e.id = ${event}`.execute(tx)
  return rows[0]
}

type Enrolled = { readonly person: number; readonly name: string; readonly organisation: string | null }

async function findEnrolled(tx: Tx, event: number): Promise<Enrolled[]> {
  const { rows } = await sql<Enrolled>`
    select h.id as person, concat_ws(' ', h.surname, h.given_name, h.patronymic) as name, o.name as organisation
    from activities.enrolment n
    join registry.person h on h.id = n.person_id
    left join registry.organisation o on o.id = n.organisation_id
    where n.event_id = ${event} and n.state = 'enrolled'
    order by h.surname, h.given_name, h.patronymic, h.id limit 5000`.execute(tx)
  return rows
}
