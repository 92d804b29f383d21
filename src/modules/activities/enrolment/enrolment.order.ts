import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/db.ts'
import type { Document } from '../../../platform/documents/index.ts'
import { draftOrder } from '../draft.order.ts'
import type { Gate } from './admission.repo.ts'

export type Sent = {
  readonly person: number
  readonly name: string
  readonly position: string | null
  readonly reason: string
}

/** Who of an organisation has a seat or waits for one, with what they do there. */
export async function findSent(tx: Tx, event: number, organisation: number, today: string): Promise<Sent[]> {
  const position: RawBuilder<unknown> = sql`(select string_agg(distinct pos.name, ', ') from registry.employment w
    join registry.position pos on pos.id = w.position_id
    where w.person_id = p.id and w.organisation_id = ${organisation} and w.hired_on <= ${today}
      and (w.dismissed_on is null or w.dismissed_on >= ${today}))`
  const { rows } = await sql<Sent>`
    select p.id as person, concat_ws(' ', p.surname, p.given_name, p.patronymic) as name, ${position} as position, e.reason
    from activities.enrolment e join registry.person p on p.id = e.person_id
    where e.event_id = ${event} and e.organisation_id = ${organisation} and e.state in ('enrolled', 'offered')
    order by p.surname, p.given_name, p.id limit 1000`.execute(tx)
  return rows
}

export type OrderFacts = {
  readonly organisation: string
  readonly organiser: string
  readonly event: Pick<Gate, 'title'> & { readonly kind: string; readonly hours: number | null }
  /** Days in words. */
  readonly heldOn: string
  /** ISO; of the day it is printed. */
  readonly day: string
  readonly people: readonly Sent[]
}

/** By which an organisation sends its people. */
export function orderDocument({ organisation, organiser, event, heldOn, day, people }: OrderFacts): Document {
  const hours = event.hours === null ? '' : `, ${event.hours} ч`
  return draftOrder({
    ...{ issuer: organisation, title: `Проект приказа: ${event.title}`, day },
    about: 'О направлении педагогических работников на мероприятие',
    purpose: 'В целях профессионального развития педагогических работников',
    points: [
      `Направить ${heldOn} на мероприятие «${event.title}» (${event.kind}${hours}; организатор — ${organiser}) следующих работников:`,
      'Сохранить за направляемыми работниками место работы и среднюю заработную плату.',
      'Заместителю директора обеспечить замену уроков.',
      'Контроль исполнения приказа оставляю за собой.',
    ],
    table: {
      caption: 'Направляются',
      columns: [
        { title: '№', width: 1, align: 'end' },
        { title: 'Фамилия, имя, отчество', width: 6 },
        { title: 'Должность', width: 5 },
        { title: 'Основание', width: 5 },
      ],
      rows: people.map(({ name, position, reason }, at) => [
        [String(at + 1)],
        [name],
        [position ?? '—'],
        [reason === '' ? 'личное заявление' : reason],
      ]),
    },
  })
}
