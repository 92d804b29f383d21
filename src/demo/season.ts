import { addDays, type Day } from './days.ts'
import {
  announce,
  cancel,
  idOf,
  type Named,
  organisationOf,
  ownOrganisation,
  type Place,
  planOnce,
  roomOf,
  type Said,
  workDay,
} from './planning.ts'
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
    ...{
      formId: form('семинар-практикум'),
      level: 'district',
      format: 'in_person',
      heldOn: day(8),
      hours: 2,
      seats: 20,
    },
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
