import type { LifeFact } from '../../population/life/life.contract.ts'
import type { Aim } from './attestation.contract.ts'

type Said = Readonly<Record<'ru' | 'en', string>>

/** What is looked at, and which facts on record speak for it; without `facts` it is what others have to say. */
export type Criterion = {
  readonly code: string
  readonly title: Said
  readonly hint: Said
  readonly facts?: (fact: LifeFact) => boolean
}

const of =
  (...terms: readonly string[]) =>
  ({ term }: LifeFact): boolean =>
    terms.includes(term)

/** Roles in a community are an open list of the district, in Russian. */
const isLeader = (fact: LifeFact): boolean =>
  fact.term === 'member' && fact.details.some(({ value }) => /^руковод|^председател/i.test(value))

const RESULTS: Criterion = {
  code: 'results',
  title: { ru: 'Результаты освоения программ учениками', en: 'What pupils achieve in the programmes' },
  hint: {
    ru: 'Справку по итогам мониторингов даёт организация: просить её и переписывать не нужно.',
    en: 'The organisation gives a note on its monitorings: there is nothing to copy.',
  },
}

const TALENTS: Criterion = {
  code: 'talents',
  title: {
    ru: 'Развитие способностей учеников: наука, творчество, спорт, олимпиады',
    en: 'Abilities of pupils: science, arts, sports, olympiads',
  },
  hint: {
    ru: 'Дипломы учеников есть у организации.',
    en: 'The organisation has the diplomas of pupils.',
  },
}

const CONTRIBUTION: Criterion = {
  code: 'contribution',
  title: {
    ru: 'Личный вклад и передача опыта коллегам',
    en: 'Own contribution, and experience passed on to colleagues',
  },
  hint: {
    ru: 'Подойдут выступления, мастер-классы и открытые уроки, внешние события, публикации, наставничество.',
    en: 'Talks, master classes, open lessons, events elsewhere, publications and mentoring count here.',
  },
  facts: of('spoke', 'representedElsewhere', 'published', 'mentors'),
}

const ASSOCIATION: Criterion = {
  code: 'association',
  title: { ru: 'Работа в методических объединениях', en: 'Work in methodical associations' },
  hint: {
    ru: 'Подойдут членство в объединениях и участие в их мероприятиях.',
    en: 'Membership in associations and taking part in their events count here.',
  },
  facts: of('member', 'attended'),
}

const MATERIALS: Criterion = {
  code: 'materials',
  title: {
    ru: 'Методические материалы и профессиональные конкурсы',
    en: 'Methodical materials and professional contests',
  },
  hint: {
    ru: 'Подойдут публикации, конкурсы, методический актив, резерв; свои разработки можно приложить.',
    en: 'Publications, contests and pools count here; materials of one’s own may be added.',
  },
  facts: of('inPool', 'published', 'representedElsewhere'),
}

const LEARNING: Criterion = {
  code: 'learning',
  title: { ru: 'Повышение квалификации', en: 'Further training' },
  hint: {
    ru: 'Курсы и переподготовка с документом появляются здесь сами, вебинары и самообразование — когда их подтвердят.',
    en: 'Courses and retraining with a document appear by themselves, webinars and own study once they are confirmed.',
  },
  facts: of('trained', 'learnedNonformally', 'learnedInformally'),
}

/** Not asked for by the order; commissions of regions look at it, and a state award makes the way shorter. */
const AWARDS: Criterion = {
  code: 'awards',
  title: { ru: 'Награды и благодарности', en: 'Awards and thanks' },
  hint: {
    ru: 'Награды, которые записали школа и район или о которых сообщили вы.',
    en: 'Awards your school and the district recorded or you told of.',
  },
  facts: of('awarded'),
}

const LEADING: Criterion = {
  code: 'leading',
  title: { ru: 'Руководство методическим объединением', en: 'Leading a methodical association' },
  hint: {
    ru: 'Подойдёт роль руководителя в сообществе или объединении.',
    en: 'Being the leader of a community or association counts here.',
  },
  facts: isLeader,
}

const SUPPORT: Criterion = {
  code: 'support',
  title: {
    ru: 'Методическая поддержка коллег: дефициты, конкурсы',
    en: 'Support of colleagues: deficits, contests',
  },
  hint: {
    ru: 'Подойдут пары наставничества, где вы наставник.',
    en: 'Pairs in which you are the mentor count here.',
  },
  facts: of('mentors'),
}

const SHARING: Criterion = {
  code: 'sharing',
  title: { ru: 'Передача опыта применения в организации авторских разработок', en: 'Own methods passed on' },
  hint: {
    ru: 'Подойдут выступления и мастер-классы, внешние события и публикации.',
    en: 'Talks and master classes, events elsewhere and publications count here.',
  },
  facts: of('spoke', 'representedElsewhere', 'published'),
}

const MENTORING: Criterion = {
  code: 'mentoring',
  title: { ru: 'Наставничество над педагогами', en: 'Mentoring of pedagogues' },
  hint: { ru: 'Подойдут пары, где вы наставник.', en: 'Pairs in which you are the mentor count here.' },
  facts: of('mentors'),
}

const STUDENTS: Criterion = {
  code: 'students',
  title: { ru: 'Руководство практикой студентов', en: 'Practice of students' },
  hint: {
    ru: 'Приказ о руководстве практикой есть у организации.',
    en: 'The organisation has the order on the practice.',
  },
}

/**
 * What the commission looks at, by what one applies for: order of the ministry of 24.03.2023 № 196, clauses 35 (first),
 * 36 (highest), 50 (педагог-методист) and 51 (педагог-наставник); further training is asked for by the application.
 */
export const CRITERIA: Readonly<Record<Aim, readonly Criterion[]>> = {
  first: [RESULTS, TALENTS, CONTRIBUTION, ASSOCIATION, LEARNING, AWARDS],
  highest: [RESULTS, TALENTS, CONTRIBUTION, ASSOCIATION, MATERIALS, LEARNING, AWARDS],
  methodist: [LEADING, MATERIALS, SUPPORT, SHARING, LEARNING, AWARDS],
  mentor: [STUDENTS, MENTORING, SUPPORT, SHARING, LEARNING, AWARDS],
}

/** What comes next after a category, by its key in the district's list; both of the last two ask for the highest one. */
export function aimAfter(category: string | null): Aim {
  if (category === null) return 'first'
  if (/^высш/.test(category)) return 'methodist'
  if (/^перв/.test(category)) return 'highest'
  return /наставник|методист/.test(category) ? 'mentor' : 'first'
}

const YEARS = 5

/** From the day of the category one has now, at most five years back: what was looked at then is not looked at again. */
export function sinceWhen(categoryOn: string | null, today: string): string {
  const earliest = `${Number(today.slice(0, 4)) - YEARS}${today.slice(4)}`.replace('-02-29', '-02-28')
  return categoryOn !== null && categoryOn > earliest ? categoryOn : earliest
}

export type Gathered = { readonly criterion: Criterion; readonly facts: readonly LifeFact[] }

/** Facts of the years in question under what they speak for; a fact may speak for several things. */
export function gather(aim: Aim, life: readonly LifeFact[], since: string): Gathered[] {
  const recent = life.filter(({ from, to, lasting }) => (to ?? (lasting ? since : from)) >= since)
  return CRITERIA[aim].map((criterion) => ({
    criterion,
    facts: criterion.facts === undefined ? [] : recent.filter(criterion.facts),
  }))
}
