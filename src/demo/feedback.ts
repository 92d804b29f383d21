import type { Told } from '../modules/activities/index.ts'
import { addDays, type Day } from './days.ts'
import { beginEvent, personOf } from './past.ts'
import { workDay } from './planning.ts'
import type { Visitor } from './visitor.ts'

type Asking = {
  readonly methodist: Visitor
  /** Whom an event of these days asks for a word. */
  readonly asked: readonly Visitor[]
  readonly today: Day
  /** Keeps what was said of an event when its time was. */
  readonly keep: (told: Told) => Promise<void>
  /** Whoever is to be asked by now. */
  readonly ask: () => Promise<void>
}

const HOURS = { from: '15:00', until: '16:30' }
const SENT_FOR = 'По плану методической работы'

const AT_THE_END = [
  ...[
    [5, 5, 5, 'Возьму приём с двумя вопросами'],
    [5, 4, 5, ''],
    [4, 5, 4, 'Больше примеров для начальной школы'],
  ],
  ...[
    [5, 5, 4, ''],
    [4, 4, 4, 'Хорошо бы чуть короче'],
    [5, 5, 5, ''],
    [3, 4, 3, ''],
    [5, 5, 5, 'Спасибо!'],
  ],
] as const
const AFTER_MONTHS = [
  ...[
    [5, 'Работы разбираем в парах, ученики привыкли'],
    [4, ''],
    [4, 'Мешает нехватка времени на уроке'],
  ],
  ...[
    [5, ''],
    [3, 'Пробовала дважды, пока не всё выходит'],
    [4, ''],
  ],
] as const

/** An event of which all has been said, at its end and after three months, and one of which people are asked now. */
export async function askOfEvents({ methodist, asked, today, keep, ask }: Asking): Promise<void> {
  const long = await hold(methodist, today, { title: 'Разбираем работы учеников вместе', back: 118, page: 6, sent: 12 })
  await keep({ event: long, stage: 'end', on: addDays(today, -117), answers: AT_THE_END })
  await keep({ event: long, stage: 'later', on: addDays(today, -27), answers: AFTER_MONTHS })
  const others = await Promise.all(asked.map(personOf))
  await hold(methodist, today, { title: 'Время подумать: пауза после вопроса', back: 3, page: 7, sent: 8, others })
  await ask()
}

type Held = {
  readonly title: string
  /** So many days ago. */
  readonly back: number
  readonly page: number
  readonly sent: number
  /** Who came without a seat. */
  readonly others?: readonly number[]
}

async function hold(methodist: Visitor, today: Day, held: Held): Promise<number> {
  const { title, back, page, sent, others = [] } = held
  const { id } = await beginEvent(methodist, today, {
    said: { title, hours: 2, place: 'Актовый зал' },
    form: 'мастер-класс',
    ...{ days: [workDay(addDays(today, -back))], hours: HOURS, people: [], page, sent, reason: SENT_FOR },
  })
  const { state, version } = await methodist.get(`/api/events/${id}`)
  if (state === 'announced') await methodist.send('POST', `/api/events/${id}/holding`, { others }, version)
  return id
}
