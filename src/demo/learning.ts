import { addDays, type Day, dayBetween, yearsBetween } from './days.ts'
import type { Random } from './random.ts'
import { dayCell, type Fact, personCells, personColumns, type Sheet } from './sheets.ts'
import { type Employment, employedOn, ofYear, type Somebody, type Story, yearsOf } from './story.ts'

/** How many of a hundred complete something in a year, and how many of those at a distance. */
const COMPLETE = [0.36, 0.4, 0.43, 0.46]
const DISTANCE = [0.2, 0.25, 0.31, 0.38]

const RETRAINING = ['Педагогика и методика начального образования', 'Педагогика дошкольного образования']

type Course = { readonly programme: string; readonly topic: string | null; readonly hours: readonly number[] }

const COURSES: readonly (readonly [Course, number])[] = [
  [{ programme: 'Реализация требований обновлённых ФГОС', topic: 'ФГОС', hours: [36, 72] }, 16],
  [{ programme: 'Функциональная грамотность на уроке', topic: 'функциональная грамотность', hours: [24, 36] }, 12],
  [{ programme: 'Обучающиеся с ОВЗ в общем классе', topic: 'инклюзивное образование', hours: [36, 72] }, 12],
  [{ programme: 'Цифровые инструменты учителя', topic: 'цифровые компетенции', hours: [18, 36] }, 11],
  [{ programme: 'Оценивание, которое помогает учиться', topic: 'оценивание', hours: [18, 36] }, 8],
  [{ programme: 'Первая помощь', topic: null, hours: [16] }, 9],
  [{ programme: 'Классное руководство: от плана к событию', topic: 'воспитание', hours: [36] }, 8],
  [{ programme: 'Наставничество в школе', topic: 'наставничество', hours: [24, 36] }, 4],
]

const PROVIDERS: readonly (readonly [string, number])[] = [
  ['Институт развития образования', 36],
  ['ИМЦ района', 30],
  ['СПб ЦОКОиИТ', 13],
  ['Педагогический университет', 12],
  ['Онлайн-академия учителя', 9],
]

type Completed = {
  readonly somebody: Somebody
  readonly kind: 'повышение квалификации' | 'профессиональная переподготовка'
  readonly form: string
  readonly provider: string
  readonly hours: number
  readonly programme: string
  readonly topic: string | null
  readonly from: Day
  readonly until: Day
}

/** Courses people completed: at every third or so each year, the young and the stirring ones oftener. */
export function makeLearning(story: Story, staff: readonly Somebody[]): Sheet {
  const random = story.random('learning')
  const completed = [
    ...retrainedBefore(story, random, staff),
    ...yearsOf(story).flatMap((year) => staff.flatMap((somebody) => completedIn(story, random, year, somebody))),
  ]
  return {
    file: 'learning.csv',
    name: '',
    columns: [
      ...personColumns(),
      ...['Программа', 'Вид', 'Форма', 'Провайдер', 'Часов', 'Тема', 'Начало', 'Окончание', 'Номер документа'],
    ],
    facts: completed.map((one, at) => factOf(one, random.chance(0.06) ? null : at + 1)),
  }
}

function factOf({ somebody, from, until, ...one }: Completed, number: number | null): Fact {
  const document = number === null ? null : `${until.slice(2, 4)}-${String(number).padStart(5, '0')}`
  return {
    on: until,
    cells: [
      ...personCells(somebody.person),
      ...[one.programme, one.kind, one.form, one.provider, one.hours, one.topic],
      ...[dayCell(from), dayCell(until), document],
    ],
  }
}

function completedIn(story: Story, random: Random, year: number, somebody: Somebody): Completed[] {
  const from = beginning(random, year)
  const place = employedOn(somebody, from)
  if (place === undefined || !isPedagogue(place)) return []
  const { person } = somebody
  const course = courseOf(random, place)
  const hours = random.pick(course.hours)
  const share = ofYear(story, year, COMPLETE) * (0.75 + 0.25 * place.organisation.care) * (0.85 + person.activity * 0.1)
  const usual: Completed = {
    ...{ somebody, kind: 'повышение квалификации', provider: random.weighted(PROVIDERS) },
    form: formOf(random, ofYear(story, year, DISTANCE)),
    ...{ hours, programme: course.programme, topic: course.topic },
    ...{ from, until: addDays(from, Math.round(hours / 3.2)) },
  }
  return [
    ...(random.chance(share) ? [usual] : []),
    ...expertise(random, year, somebody),
    ...(person.pedagogical === false && yearsBetween(place.hired, from) < 4 && random.chance(0.16)
      ? [retraining(random, somebody, place, from)]
      : []),
  ]
}

/** Half of those without pedagogical education had been retrained before the story begins. */
function retrainedBefore({ year }: Story, random: Random, staff: readonly Somebody[]): Completed[] {
  return staff.flatMap((somebody) => {
    const [place] = somebody.employments
    if (place === undefined || !isPedagogue(place) || somebody.person.pedagogical !== false) return []
    if (place.hired > `${year - 5}-09-01` || !random.chance(0.45)) return []
    const earliest = place.hired > `${year - 12}-09-01` ? place.hired : `${year - 12}-09-01`
    return [retraining(random, somebody, place, dayBetween(random, earliest, `${year - 5}-10-01`))]
  })
}

const retraining = (random: Random, somebody: Somebody, { position, subjects }: Employment, from: Day): Completed => ({
  ...{ somebody, kind: 'профессиональная переподготовка', form: 'очно-дистанционная' },
  ...{ provider: 'Педагогический университет', hours: random.pick([252, 300, 504]) },
  programme: position === 'учитель' ? `Учитель: ${subjects[0]}` : random.pick(RETRAINING),
  ...{ topic: null, from, until: addDays(from, random.int(90, 190)) },
})

/** Autumn and spring are for courses, the summer is not. */
function beginning(random: Random, year: number): Day {
  const [from, until] = random.weighted([
    [['01-20', '04-20'], 46],
    [['05-05', '06-10'], 6],
    [['09-12', '11-30'], 48],
  ] as const)
  return dayBetween(random, `${year}-${from}`, `${year}-${until}`)
}

const isPedagogue = ({ position }: Employment): boolean =>
  !/^(директор|секретарь|бухгалтер|помощник воспитателя)$/.test(position)

const formOf = (random: Random, distance: number): string =>
  random.chance(distance) ? 'дистанционная' : random.chance(0.6) ? 'очная' : 'очно-дистанционная'

function courseOf(random: Random, place: Employment): Course {
  const [subject] = place.subjects
  if (subject !== undefined && random.chance(0.35))
    return { programme: `Методика преподавания: ${subject}`, topic: 'предметная методика', hours: [36, 72, 108] }
  if (place.organisation.type === 'ДОУ' && random.chance(0.55))
    return { programme: 'Федеральная программа дошкольного образования на практике', topic: 'ФОП ДО', hours: [36, 72] }
  return random.weighted(COURSES)
}

/** Experts of the state examination and of attestation are trained in the winter; the strong ones are asked. */
function expertise(random: Random, year: number, somebody: Somebody): Completed[] {
  const from = dayBetween(random, `${year}-01-20`, `${year}-02-20`)
  const place = employedOn(somebody, from)
  if (place === undefined) return []
  const { strength } = somebody.person
  const experience = yearsBetween(place.hired, from)
  const trained = (topic: string, programme: string): Completed => ({
    ...{ somebody, kind: 'повышение квалификации', form: 'очно-дистанционная', hours: 36, programme, topic },
    ...{ provider: random.chance(0.5) ? 'СПб ЦОКОиИТ' : 'Институт развития образования' },
    ...{ from, until: addDays(from, 12) },
  })
  if (place.position === 'учитель' && experience >= 4 && strength > 0.3 && random.chance(0.11))
    return [trained('эксперт ГИА', `Эксперт предметной комиссии ГИА: ${place.subjects[0]}`)]
  if (!isPedagogue(place) || experience < 6 || strength < 0.5 || !random.chance(0.045)) return []
  return [trained('эксперт аттестации', 'Эксперт аттестации педагогических работников')]
}
