import { addDays, type Day, workday } from './days.ts'
import type { Visitor } from './visitor.ts'

/**
 * What the centre and a school have ahead: events in every state, somebody waiting for a seat, a call that was called off, two
 * that clash. Days are counted from the day it is looked at first.
 */
export type Season = {
  readonly methodist: Visitor
  readonly school: Visitor
  readonly head: Visitor
  readonly from: Day
}

const SERIES = 'Школа молодого педагога'
const AHEAD = 6

type Named = { readonly id: number; readonly label: string }
type Place = { readonly id: number; readonly name: string }

export async function planSeason({ methodist, school, head, from }: Season): Promise<void> {
  const { items: forms } = (await methodist.get('/api/event-forms')) as { items: readonly Named[] }
  const form = (label: string): number => idOf(forms, label)
  const centre = await organisationOf(methodist, 'methodical_centre')
  const own = await ownOrganisation(school)
  const day = (after: number): Day => workDay(addDays(from, AHEAD + after))

  const hall = await roomOf(methodist, {
    organisationId: centre.id,
    name: 'Актовый зал',
    seats: 80,
    equipment: 'Экран, микрофоны',
  })
  await roomOf(methodist, {
    organisationId: centre.id,
    name: 'Компьютерный класс',
    seats: 16,
    equipment: '16 компьютеров',
  })

  const plan = (visitor: Visitor, organiser: Place, said: Said) => planOnce(visitor, organiser, said)
  const seminar = await plan(methodist, centre, {
    title: 'Смысловое чтение на уроках математики',
    ...{ formId: form('семинар'), level: 'district', format: 'in_person', heldOn: day(0), hours: 3, seats: 30 },
    about: 'Как читать условие задачи: приёмы, которые работают в 5–7 классах. Разберём работы учеников.',
    meetings: [{ day: day(0), from: '15:00', until: '17:15', roomId: hall }],
  })
  const workshop = await plan(methodist, centre, {
    title: 'Мастерская урока: обратная связь за две минуты',
    ...{ formId: form('мастер-класс'), level: 'district', format: 'in_person', heldOn: day(6), hours: 2, seats: 4 },
    meetings: [{ day: day(6), from: '14:30', until: '16:00', roomId: hall }],
  })
  const reading = await plan(methodist, centre, {
    title: 'Начальные классы: читаем вслух и про себя',
    ...{ formId: form('семинар-практикум'), level: 'district', format: 'in_person', heldOn: day(8), hours: 2, seats: 20 },
    meetings: [{ day: day(8), from: '15:00', until: '16:30', roomId: hall }],
  })
  const webinar = await plan(methodist, centre, {
    title: 'Функциональная грамотность: что показала диагностика',
    ...{ formId: form('вебинар'), level: 'district', format: 'hybrid', heldOn: day(9), hours: 1.5 },
    ...{
      link: 'https://vks.example/room/7',
      instead: 'Посмотреть запись и ответить на три вопроса',
      insteadUntil: day(23),
    },
    meetings: [{ day: day(9), from: '16:00', until: '17:10', roomId: hall }],
  })
  for (const [at, title] of ['Первый месяц в классе', 'Разговор с родителями', 'Урок глазами наставника'].entries())
    await announce(
      methodist,
      await plan(methodist, centre, {
        title,
        ...{ formId: form('тренинг'), level: 'district', format: 'in_person', heldOn: day(3 + at * 14), hours: 2 },
        ...{
          seats: 25,
          series: SERIES,
          meetings: [{ day: day(3 + at * 14), from: '15:30', until: '17:00', roomId: hall }],
        },
      }),
    )
  // A draft at the hours of the seminar, in the same hall: the hints say so.
  await plan(methodist, centre, {
    title: 'Круглый стол заместителей директоров',
    ...{ formId: form('круглый стол'), level: 'district', format: 'in_person', heldOn: day(0) },
    meetings: [{ day: day(0), from: '16:00', until: '17:30', roomId: hall }],
  })
  const off = await plan(methodist, centre, {
    title: 'Выездной семинар «Школа у реки»',
    ...{
      formId: form('семинар'),
      level: 'district',
      format: 'in_person',
      heldOn: day(12),
      place: 'с. Заречье',
      seats: 20,
    },
    meetings: [{ day: day(12), from: '10:00', until: '14:00' }],
  })
  const lesson = await plan(school, own, {
    title: 'Открытый урок: дроби в жизни',
    ...{ formId: form('открытый урок'), level: 'organisation', format: 'in_person', heldOn: day(4), hours: 1 },
    ...{ place: 'Кабинет 214', meetings: [{ day: day(4), from: '10:00', until: '10:45' }] },
  })
  for (const event of [seminar, workshop, reading, webinar, off]) await announce(methodist, event)
  await announce(school, lesson)
  await fillSeats(methodist, head, { seminar: seminar.id, workshop: workshop.id })
  await cancel(methodist, off.id, 'Дорогу закрыли на ремонт, проведём весной')
}

/** A day on which schools work: no weekend, not in the first days of the year. */
function workDay(day: Day): Day {
  const monthDay = day.slice(5)
  if (monthDay === '12-31') return workDay(addDays(day, 9))
  return monthDay < '01-09' ? workDay(`${day.slice(0, 5)}01-09`) : workday(day)
}

/** Both schools send those who learned longest ago; the workshop has more who want than seats. */
async function fillSeats(
  methodist: Visitor,
  head: Visitor,
  { seminar, workshop }: { readonly seminar: number; readonly workshop: number },
): Promise<void> {
  const send = async (visitor: Visitor, event: number, count: number, reason: string): Promise<void> => {
    const { items } = await visitor.get(`/api/events/${event}/candidates?size=${count}&sort=learned`)
    const people = (items as readonly { id: number; state: string | null }[]).filter(({ state }) => state === null)
    if (people.length === 0) return
    await visitor.send('POST', `/api/events/${event}/nominations`, { people: people.map(({ id }) => id), reason })
  }
  await send(head, seminar, 5, 'Нет курсов за последние три года')
  await send(methodist, seminar, 12, 'По итогам диагностики')
  await send(head, workshop, 3, 'Просили на педсовете')
  await send(methodist, workshop, 4, 'По итогам посещения уроков')
}

type Said = Readonly<Record<string, unknown>> & { readonly title: string }
type NewRoom = {
  readonly organisationId: number
  readonly name: string
  readonly seats: number
  readonly equipment: string
}
type Planned = { readonly id: number; readonly version: number; readonly state: string }

/** The event of this title, planned where there is none: a season that was cut short goes on where it ended. */
async function planOnce(visitor: Visitor, organiser: Place, said: Said): Promise<Planned> {
  const { items } = await visitor.get(
    `/api/events?size=20&state=draft&state=announced&state=cancelled&q=${encodeURIComponent(said.title)}`,
  )
  const known = (items as readonly (Planned & { title: string })[]).find(({ title }) => title === said.title)
  return known ?? (await visitor.send('POST', '/api/events', { organiserId: organiser.id, ...said }))
}

async function announce(visitor: Visitor, { id, version, state }: Planned): Promise<void> {
  if (state === 'draft') await visitor.send('POST', `/api/events/${id}/announcement`, undefined, version)
}

async function cancel(visitor: Visitor, id: number, reason: string): Promise<void> {
  const { state, version } = await visitor.get(`/api/events/${id}`)
  if (state === 'announced') await visitor.send('POST', `/api/events/${id}/cancellation`, { reason }, version)
}

async function roomOf(visitor: Visitor, room: NewRoom): Promise<number> {
  const { items } = await visitor.get(`/api/rooms?organisation=${room.organisationId}`)
  const known = (items as readonly Place[]).find(({ name }) => name === room.name)
  return (known ?? (await visitor.send('POST', '/api/rooms', room))).id
}

async function organisationOf(visitor: Visitor, type: string): Promise<Place> {
  const { items } = await visitor.get(`/api/organisations?type=${type}&size=1`)
  return items[0]
}

/** Where the visitor's role holds. */
async function ownOrganisation(visitor: Visitor): Promise<Place> {
  const { grants } = await visitor.get('/api/me')
  return grants[0].organisation
}

function idOf(list: readonly Named[], label: string): number {
  const found = list.find((one) => one.label.toLowerCase() === label)
  if (found === undefined) throw new Error(`no form of events is called ${label}`)
  return found.id
}
