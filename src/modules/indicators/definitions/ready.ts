import type { DefinitionBody } from './definition.contract.ts'
import type { SeededIndicator } from './sixteen.ts'

/**
 * Indicators other districts ask for (domain research, IND-17 and on), ready to be taken: each opens the form filled in,
 * and is the district's own once it is saved. The sixteen are there from the beginning; these wait until they are wanted.
 */
export type ReadyIndicator = SeededIndicator

const PEOPLE = ['organisation', 'organisation_type', 'subject']
const ORGANISATIONS = ['organisation', 'organisation_type']

const pedagogue = { term: 'pedagogue' } as const
const thisYear = { during: 'calendar_year' } as const
const inBeing = { term: 'inBeing' } as const
const heldThisYear = { term: 'held', when: thisYear } as const

type Share = Extract<DefinitionBody, { kind: 'share' }>

const people = (of: Share['of'], who: Share['who']): DefinitionBody => ({
  ...{ kind: 'share', subject: 'person', of, who },
  slices: PEOPLE,
})
const organisations = (of: Share['of'], who: Share['who']): DefinitionBody => ({
  ...{ kind: 'share', subject: 'organisation', of, who },
  slices: ORGANISATIONS,
})
const events = (who: Share['who']): DefinitionBody => ({
  ...{ kind: 'share', subject: 'event', of: heldThisYear, who },
  slices: ORGANISATIONS,
})
const introduced = (kind: string): DefinitionBody =>
  organisations(inBeing, { term: 'introduced', where: { kind: { is: kind } }, when: { at: 'date' } })

export const READY: readonly ReadyIndicator[] = [
  {
    code: 'IND-17',
    ru: 'Доля работников, прошедших повышение квалификации за год',
    en: 'Employees who completed further training within the year',
    short: { ru: 'Охват повышением квалификации', en: 'Covered by further training' },
    body: people({ all: [] }, { term: 'trained', where: { kind: { is: 'upskilling' } }, when: thisYear }),
  },
  {
    code: 'IND-17-36',
    ru: 'Доля педагогических работников, прошедших повышение квалификации за последние три года',
    en: 'Pedagogues who completed further training within the last three years',
    short: { ru: 'Повышение квалификации за три года', en: 'Further training in three years' },
    body: people(pedagogue, { term: 'trained', where: { kind: { is: 'upskilling' } }, when: { lastMonths: 36 } }),
  },
  {
    code: 'IND-24-VSOKO',
    ru: 'Доля образовательных организаций, имеющих положение о внутренней системе оценки качества образования',
    en: 'Organisations with regulations of their own assessment of quality',
    short: { ru: 'Организации с ВСОКО', en: 'With regulations of quality' },
    body: introduced('положение о ВСОКО'),
  },
  {
    code: 'IND-24-SHMS',
    ru: 'Доля школ, в которых введена новая модель школьной методической службы',
    en: 'Schools with the new model of their methodical service',
    short: { ru: 'Новая модель методической службы', en: 'New methodical service' },
    body: organisations(
      { all: [{ term: 'type', is: 'school' }, inBeing] },
      { term: 'introduced', where: { kind: { is: 'новая модель методической службы' } }, when: { at: 'date' } },
    ),
  },
  {
    code: 'IND-24-POS',
    ru: 'Доля организаций, в которых создано профессиональное обучающееся сообщество',
    en: 'Organisations with a professional learning community',
    short: { ru: 'Организации с ПОС', en: 'With a learning community' },
    body: introduced('профессиональное обучающееся сообщество'),
  },
  {
    code: 'IND-24-TUTOR',
    ru: 'Доля организаций, в которых есть тьютор профессионального развития',
    en: 'Organisations with a tutor of professional development',
    short: { ru: 'Организации с тьютором', en: 'With a tutor' },
    body: introduced('тьютор профессионального развития'),
  },
  {
    code: 'IND-24-MENTOR',
    ru: 'Доля организаций, внедривших модель наставничества',
    en: 'Organisations that have introduced the model of mentoring',
    short: { ru: 'Организации с наставничеством', en: 'With mentoring' },
    body: organisations(inBeing, { term: 'mentoringModel', when: { by: 'date' } }),
  },
  {
    code: 'IND-25-EVENTS',
    ru: 'Доля мероприятий в интерактивной форме среди проведённых за год',
    en: 'Events in an interactive form, of those held within the year',
    short: { ru: 'Интерактивные мероприятия', en: 'Interactive events' },
    body: events({ term: 'interactive', is: true }),
  },
  {
    code: 'IND-26',
    ru: 'Доля педагогических работников с первой и высшей квалификационной категорией',
    en: 'Pedagogues of the first and the highest category',
    short: { ru: 'Первая и высшая категория', en: 'First and highest category' },
    body: people(pedagogue, {
      term: 'holdsCategory',
      where: { category: { is: ['первая', 'высшая'] } },
      when: { at: 'date' },
    }),
  },
  {
    code: 'IND-28',
    ru: 'Доля организаций, из которых в мероприятиях года участвовал хотя бы один человек',
    en: 'Organisations with at least one participant in the events of the year',
    short: { ru: 'Охват организаций мероприятиями', en: 'Organisations covered by events' },
    body: organisations(inBeing, { term: 'people', of: { term: 'attended', when: thisYear } }),
  },
  {
    code: 'IND-28-TALKS',
    ru: 'Доля педагогических работников, выступивших на мероприятиях за год',
    en: 'Pedagogues who spoke at events within the year',
    short: { ru: 'Выступили на мероприятиях', en: 'Spoke at events' },
    body: people(pedagogue, { term: 'spoke', when: thisYear }),
  },
  {
    code: 'IND-35',
    ru: 'Доля педагогических работников, участвовавших во внутриорганизационном обучении за год',
    en: 'Pedagogues who took part in learning within their organisation during the year',
    short: { ru: 'Внутриорганизационное обучение', en: 'In-house learning' },
    body: people(pedagogue, { term: 'attended', where: { level: { is: 'organisation' } }, when: thisYear }),
  },
  {
    code: 'IND-35-ATTESTED',
    ru: 'Доля педагогических работников, участвовавших за год во внутриорганизационном обучении, подтверждённом центром',
    en: 'Pedagogues who took part in learning within their organisation that the centre attested, during the year',
    short: { ru: 'Подтверждённое внутреннее обучение', en: 'Attested in-house learning' },
    body: people(pedagogue, {
      term: 'attended',
      where: { level: { is: 'organisation' }, attested: { is: true } },
      when: thisYear,
    }),
  },
  {
    code: 'CAP-082',
    ru: 'Доля мероприятий, проведённых по запросу организаций, среди проведённых за год',
    en: 'Events held at the request of organisations, of those held within the year',
    short: { ru: 'Мероприятия по запросу', en: 'Events on request' },
    body: events({ term: 'onRequest', is: true }),
  },
  {
    code: 'CAP-165',
    ru: 'Доля педагогических работников, опубликовавших свои работы за год',
    en: 'Pedagogues who published something within the year',
    short: { ru: 'Публиковались', en: 'Published' },
    body: people(pedagogue, { term: 'published', when: thisYear }),
  },
  {
    code: 'CAP-086',
    ru: 'Доля педагогических работников, участвовавших во внешних форумах, конференциях и конкурсах за год',
    en: 'Pedagogues who took part in forums, conferences and contests elsewhere within the year',
    short: { ru: 'Участвовали во внешних событиях', en: 'Took part in events elsewhere' },
    body: people(pedagogue, { term: 'representedElsewhere', when: thisYear }),
  },
  {
    code: 'CAP-073',
    ru: 'Доля педагогических работников, учившихся неформально за год: обмен опытом, ассоциации, вебинары',
    en: 'Pedagogues who learned in a non-formal way within the year: exchange, associations, webinars',
    short: { ru: 'Неформальное обучение', en: 'Non-formal learning' },
    body: people(pedagogue, { term: 'learnedNonformally', when: thisYear }),
  },
]
