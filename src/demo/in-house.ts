import { addDays, type Day } from './days.ts'
import { idOf, type Named, ownOrganisation, workDay } from './planning.ts'
import type { Visitor } from './visitor.ts'

type InHouse = { readonly school: Visitor; readonly methodist: Visitor; readonly until: Day }
type Card = { readonly id: number; readonly version: number }

const PEOPLE = 12

/** What a school held for its own people, and how far it has come with the centre. */
const HELD = [
  { title: 'Педсовет: как мы даём обратную связь', form: 'семинар', hours: 2, daysBack: 48, becomes: 'attested' },
  {
    title: 'Взаимные посещения уроков: что мы увидели',
    form: 'круглый стол',
    hours: 3,
    daysBack: 40,
    becomes: 'revoked',
  },
  {
    title: 'Мастерская: рабочий лист без лишнего',
    form: 'мастер-класс',
    hours: 1.5,
    daysBack: 26,
    becomes: 'attested',
  },
  { title: 'Разбор пробных работ', form: 'семинар-практикум', hours: 2, daysBack: 19, becomes: 'returned' },
  { title: 'Час кода для тех, кто его боится', form: 'мастер-класс', hours: 1, daysBack: 11, becomes: 'asked' },
  { title: 'Читаем новый порядок аттестации', form: 'семинар', hours: 1, daysBack: 4, becomes: 'none' },
] as const

const ABOUT = 'Разобрали примеры из своих уроков, договорились, что пробуем до следующей встречи.'
const EVIDENCE = 'https://disk.example/in-house'

/** What the centre did about it. */
const STEPS = {
  none: [],
  asked: [],
  attested: ['attest'],
  returned: ['return'],
  revoked: ['attest', 'revoke'],
} as const

const WORDS = {
  return: 'Добавьте, пожалуйста, кто вёл и что осталось у участников',
  revoke: 'Встреча была частью районного семинара: она уже зачтена там',
}

/** In-house events in every state of being attested. */
export async function holdInHouse({ school, methodist, until }: InHouse): Promise<void> {
  const { total } = await methodist.get('/api/in-house-events?size=1&state=asked&state=attested&state=revoked')
  if (total > 0) return
  const own = await ownOrganisation(school)
  const { items: forms } = (await school.get('/api/event-forms')) as { items: readonly Named[] }
  const { items } = await school.get(`/api/people?organisation=${own.id}&size=${PEOPLE}&sort=name`)
  const people = (items as readonly { id: number }[]).map(({ id }) => id)
  for (const { form, daysBack, becomes, ...held } of HELD) {
    const card: Card = await school.send('POST', '/api/in-house-events', {
      ...{
        ...held,
        organiserId: own.id,
        formId: idOf(forms, form),
        heldOn: workDay(addDays(until, -daysBack)),
        people,
      },
      ...{ about: ABOUT, evidence: EVIDENCE, ask: becomes !== 'none' },
    })
    for (const step of STEPS[becomes]) {
      const { id, version } = await methodist.get(`/api/in-house-events/${card.id}`)
      const word = step === 'attest' ? '' : WORDS[step]
      await methodist.send('POST', '/api/in-house-events/decisions', { events: [{ id, version }], step, word })
    }
  }
}
