import { addDays, type Day } from './days.ts'
import { personOf } from './past.ts'
import type { Visitor } from './visitor.ts'

type Life = {
  readonly methodist: Visitor
  readonly head: Visitor
  /** Whose opinion is asked. */
  readonly reviewer: Visitor
  readonly until: Day
}

type Card = {
  readonly id: number
  readonly version: number
  readonly title: string
  readonly state: string
  readonly reviews: readonly { readonly id: number; readonly version: number; readonly verdict: string | null }[]
}

type Drawn = Readonly<Record<string, unknown>> & {
  readonly becomes: 'draft' | 'review' | 'approved' | 'registered' | 'renewed'
  /** In the register. */
  readonly number?: string
}

const DRAFTS: readonly Drawn[] = [
  {
    title: 'Формирующее оценивание на уроке',
    ...{ kind: 'upskilling', form: 'in_person', hours: 36, reason: 'Просили на совещании заместителей директоров' },
    about: 'Чем отметка отличается от обратной связи. Слушатель уносит три готовых урока и критерии к ним.',
    modules: [
      { title: 'Цель урока глазами ученика', hours: 12, form: 'in_person' },
      { title: 'Критерии и взаимная проверка', hours: 12, form: 'in_person' },
      { title: 'Урок и его разбор', hours: 12, form: 'in_person' },
    ],
    becomes: 'renewed',
    number: 'ДПП-11',
  },
  {
    title: 'Работа с текстом на каждом уроке',
    ...{ kind: 'upskilling', form: 'blended', hours: 24, electives: 1, reason: 'Так показала диагностика' },
    about: 'Общая часть в центре, затем модуль на выбор: его слушатель проходит в своём темпе.',
    modules: [
      { title: 'Как ученик читает задачу', hours: 10, form: 'in_person' },
      { title: 'Вопросы, которые помогают понять', hours: 8, form: 'in_person' },
      { title: 'Таблицы, графики, схемы', hours: 6, form: 'distance', elective: true },
      { title: 'Длинный текст без пересказа', hours: 6, form: 'distance', elective: true },
    ],
    becomes: 'registered',
    number: 'ДПП-12',
  },
  {
    title: 'Первый год в школе',
    ...{ kind: 'upskilling', form: 'blended', hours: 24, indicator: 'P10', electives: 1 },
    reason: 'Молодых педагогов без наставника больше, чем год назад',
    about: 'Для тех, кто работает первый год. Третий модуль слушатель выбирает сам.',
    modules: [
      { title: 'Урок от начала до конца', hours: 8, form: 'in_person' },
      { title: 'Разговор с родителями', hours: 8, form: 'distance' },
      { title: 'Когда в классе шумно', hours: 8, form: 'self', elective: true },
      { title: 'Ребёнок с особыми потребностями', hours: 8, form: 'self', elective: true },
    ],
    becomes: 'approved',
  },
  {
    title: 'Смысловое чтение во всех предметах',
    ...{ kind: 'upskilling', form: 'distance', hours: 18, selfStudy: true, reason: 'Так показала диагностика' },
    about: 'Приёмы работы с текстом для учителей всех предметов. Группа не нужна: начать можно в любой день.',
    modules: [
      { title: 'Текст и задача', hours: 6, form: 'distance' },
      { title: 'Вопросы к тексту', hours: 6, form: 'self' },
      { title: 'Работа учеников', hours: 6, form: 'self' },
    ],
    becomes: 'review',
  },
  {
    title: 'Педагог-наставник',
    ...{ kind: 'upskilling', form: 'blended', hours: 40, reason: 'В районе стало больше наставников' },
    becomes: 'draft',
  },
]

/** Programmes in each state of their life: asked for, drafted, judged, approved, in the register and on to the next edition. */
export async function fillRegister({ methodist, head, reviewer, until }: Life): Promise<void> {
  if (((await methodist.get('/api/programmes?size=1')) as { total: number }).total > 0) return
  const { items } = await methodist.get('/api/organisations?type=methodical_centre&size=1')
  const providers = [{ organisationId: items[0].id }]
  for (const draft of DRAFTS) await live(draft)

  const { grants } = await head.get('/api/me')
  await head.send('POST', '/api/programme-requests', {
    organisationId: grants[0].organisation.id,
    ...{ title: 'Математика для тех, кому она не даётся', kind: 'upskilling', form: 'in_person' },
    reason: 'Третий год подряд высокая доля двоек на ОГЭ',
  })

  async function live({ becomes, number = '', ...draft }: Drawn): Promise<void> {
    let card = (await methodist.send('POST', '/api/programmes', { ...draft, providers })) as Card
    const step = async (name: string, said?: object): Promise<Card> => {
      card = await methodist.send('POST', `/api/programmes/${card.id}/${name}`, said, card.version)
      return card
    }
    if (becomes === 'draft') return
    await step('review', { reviewers: [await personOf(reviewer)], dueOn: addDays(until, 60) })
    if (becomes === 'review') return
    for (const { id, version } of card.reviews)
      card = await reviewer.send('POST', `/api/programme-reviews/${id}/verdict`, { verdict: 'recommended' }, version)
    // The reviewer sees the card without what is the centre's.
    card = await methodist.get(`/api/programmes/${card.id}`)
    await step('approval', { orderNumber: '47-о', orderOn: addDays(until, -90) })
    if (becomes === 'approved') return
    await step('registration', {
      number,
      registeredOn: addDays(until, -85),
      validUntil: addDays(until, 3 * 365),
    })
    if (becomes === 'registered') return
    await step('renewal', { reason: 'Добавить модуль об оценивании проектов' })
  }
}
