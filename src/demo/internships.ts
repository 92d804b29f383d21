import { addDays, type Day } from './days.ts'
import type { Visitor } from './visitor.ts'

type Present = { readonly methodist: Visitor; readonly head: Visitor; readonly until: Day }
type Card = { readonly id: number; readonly version: number; readonly tasks: readonly unknown[] }

const MODELS = [
  {
    title: 'Неделя рядом с учителем-экспертом',
    ...{ virtual: false, hours: 24, about: 'Стажёр смотрит уроки, ведёт два своих и разбирает их вместе с экспертом.' },
    tasks: ['Посетить пять уроков', 'Провести два урока', 'Разобрать уроки с экспертом', 'Написать план на четверть'],
  },
  {
    title: 'Цифровая лаборатория: опыты по физике',
    ...{ virtual: true, hours: 16, about: 'Опыты ведутся по видеосвязи, оборудование стоит у принимающей стороны.' },
    tasks: ['Повторить три опыта', 'Собрать свой опыт', 'Показать его коллегам'],
  },
] as const

/** Two models, a place in the district and one elsewhere, and internships under way, finished and called off. */
export async function arrangeInternships({ methodist, head, until }: Present): Promise<void> {
  if (((await methodist.get('/api/internship-models?size=1')) as { total: number }).total > 0) return
  const models: number[] = []
  for (const model of MODELS) models.push((await methodist.send('POST', '/api/internship-models', model)).id)
  const { items: schools } = await methodist.get('/api/organisations?type=school&size=1&sort=name')
  const hosts = [
    { organisationId: schools[0].id, places: 3, equipment: 'Цифровая лаборатория', contact: 'Завуч, кабинет 12' },
    { outside: 'Технопарк «Кванториум»', places: 2, equipment: 'Станки, 3D-принтеры', contact: 'По электронной почте' },
  ]
  const places: number[] = []
  for (const host of hosts) places.push((await methodist.send('POST', '/api/internship-hosts', host)).id)

  const { grants } = await head.get('/api/me')
  const { items: staff } = await head.get(`/api/people?organisation=${grants[0].organisation.id}&size=3&sort=name`)
  const arrange = (at: number, model: number, startsOn: Day, days: number): Promise<Card> =>
    head.send('POST', '/api/internships', {
      ...{ personId: staff[at].id, modelId: models[model], hostId: places[model], startsOn },
      ...{ endsOn: addDays(startsOn, days), supervisorGuest: 'И. Н. Лебедева' },
    })

  const over = await arrange(0, 0, addDays(until, -30), 6)
  await tick(head, over, MODELS[0].tasks.length)
  await write(head, over, addDays(until, -29), 'Пять уроков у разных учителей, записи в карте наблюдения', 270)
  await step(head, over, 'finish', { finishedOn: addDays(until, -24) })
  const underWay = await arrange(1, 1, addDays(until, -2), 60)
  await tick(head, underWay, 1)
  await write(head, underWay, addDays(until, -1), 'Опыт с датчиком температуры: данные сошлись', 90)
  const off = await arrange(2, 0, addDays(until, 40), 6)
  await step(head, off, 'cancellation', { reason: 'Замещает заболевшего учителя, поедет весной' })
}

async function tick(visitor: Visitor, { id }: Card, count: number): Promise<void> {
  for (let at = 0; at < count; at++)
    await visitor.send('PUT', `/api/internships/${id}/tasks/${at}`, { done: true }, await versionOf(visitor, id))
}

const write = (visitor: Visitor, { id }: Card, day: Day, what: string, minutes: number): Promise<unknown> =>
  visitor.send('POST', `/api/internships/${id}/entries`, { day, what, minutes })

async function step(visitor: Visitor, { id }: Card, name: string, said: object): Promise<void> {
  await visitor.send('POST', `/api/internships/${id}/${name}`, said, await versionOf(visitor, id))
}

const versionOf = async (visitor: Visitor, id: number): Promise<number> =>
  (await visitor.get(`/api/internships/${id}`)).version
