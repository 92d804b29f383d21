import { addDays, type Day } from './days.ts'
import { idOf, type Named, ownOrganisation, workDay } from './planning.ts'
import type { Visitor } from './visitor.ts'

type Asking = { readonly school: Visitor; readonly methodist: Visitor; readonly today: Day }
type Card = { readonly id: number; readonly version: number }

/** What the school asks the centre for, and how far it has come. */
const ASKED = [
  {
    title: 'Как говорить с родителями о двойке',
    about: 'Для классных руководителей 5–7 классов: разговоры выходят тяжёлыми, хочется попробовать на примерах.',
    form: 'мастер-класс',
    people: 14,
    place: 'own',
    becomes: 'planned',
  },
  {
    title: 'Читательская грамотность на уроках физики',
    about: 'Учителям физики и химии. Задачи решают, а условие не понимают.',
    form: 'семинар',
    people: 6,
    place: 'any',
    becomes: 'asked',
  },
  { title: 'Помочь с оцениванием', about: '', form: 'семинар', people: null, place: 'any', becomes: 'returned' },
  {
    title: 'Олимпиада за неделю',
    about: 'Подготовить троих учеников к региональному этапу.',
    form: 'тренинг',
    people: 3,
    place: 'online',
    becomes: 'declined',
  },
] as const

const WORDS = {
  returned: 'Что именно в оценивании: критерии, формирующее, проверочные работы? И для кого?',
  declined: 'Это работа с учениками: её ведёт центр одарённых детей, мы передали им вашу просьбу',
}
const AHEAD_DAYS = 20
const SPAN_DAYS = 21

/** Requests for events: one planned, one waiting, one asked back, one declined. */
export async function askForEvents({ school, methodist, today }: Asking): Promise<void> {
  const { total } = await methodist.get('/api/event-requests?size=1')
  if (total > 0) return
  const own = await ownOrganisation(school)
  const { items: forms } = (await school.get('/api/event-forms')) as { items: readonly Named[] }
  const from = workDay(addDays(today, AHEAD_DAYS))
  for (const { form, becomes, ...wished } of ASKED) {
    const card: Card = await school.send('POST', '/api/event-requests', {
      ...{ ...wished, organisationId: own.id, formId: idOf(forms, form) },
      ...{ from, until: addDays(from, SPAN_DAYS) },
    })
    const path = `/api/event-requests/${card.id}`
    if (becomes === 'planned') {
      const plan = { heldOn: from, organiserId: own.id, formId: idOf(forms, form) }
      await methodist.send('POST', `${path}/event`, plan, card.version)
    } else if (becomes !== 'asked') {
      const step = becomes === 'returned' ? 'return' : 'decline'
      await methodist.send('POST', `${path}/decision`, { step, word: WORDS[becomes] }, card.version)
    }
  }
}
