import { addDays, type Day, dayBetween, workday, yearsBetween } from './days.ts'
import type { Random } from './random.ts'
import { dayCell, type Fact, personCells, personColumns, type Sheet } from './sheets.ts'
import { employedOn, type Organisation, ofYear, type Somebody, type Story, yearsOf } from './story.ts'

/** How many events begin in a month of a hundred a year: sections in August, little in the summer. */
const SEASONS: readonly (readonly [month: string, number])[] = [
  ['01', 8],
  ['02', 11],
  ['03', 13],
  ['04', 12],
  ['05', 5],
  ['06', 2],
  ['08', 8],
  ['09', 10],
  ['10', 13],
  ['11', 12],
  ['12', 6],
]

const FORMS: readonly (readonly [form: string, number])[] = [
  ['семинар', 30],
  ['вебинар', 16],
  ['мастер-класс', 16],
  ['открытый урок', 12],
  ['круглый стол', 10],
  ['конференция', 5],
  ['консультация', 11],
]

const TOPICS: readonly (readonly [title: string, topic: string])[] = [
  ['Как учить читать и понимать', 'функциональная грамотность'],
  ['Разбор заданий и типичных ошибок', 'подготовка к ГИА'],
  ['Урок, на котором думают', 'современный урок'],
  ['Дети с ОВЗ: что может учитель', 'инклюзивное образование'],
  ['Обратная связь вместо отметки', 'оценивание'],
  ['Цифровые сервисы без лишнего', 'цифровые компетенции'],
  ['Работа с родителями', 'воспитание'],
  ['Наставник и новичок: первый год', 'наставничество'],
  ['Игра как способ учить', 'дошкольное образование'],
  ['Проекты учеников: от замысла до защиты', 'проектная деятельность'],
]

/** The share of burnout among the subjects of the psychological centre, by year: in the last autumn it gave way. */
const BURNOUT = { spring: [0.4, 0.5, 0.55, 0.62], autumn: [0.3, 0.35, 0.42, 0.12] }

type Event = {
  readonly code: string
  readonly on: Day
  readonly organiser: Organisation
  readonly level: 'район' | 'организация'
  readonly audience: string | null
  readonly cells: Fact['cells']
}

export function makeEvents(
  story: Story,
  organisations: readonly Organisation[],
  staff: readonly Somebody[],
): { events: Sheet; attendance: Sheet } {
  const random = story.random('events')
  const centres = { ИМЦ: only(organisations, 'ИМЦ'), ЦППМСП: only(organisations, 'ЦППМСП') }
  const schools = organisations.filter(({ care, activeUntil }) => care > 0.4 && activeUntil === null)
  const held = yearsOf(story).flatMap((year) =>
    Array.from({ length: story.plan.events }, (_, at) => {
      const [month] = [random.weighted(SEASONS)]
      const on = workday(dayBetween(random, `${year}-${month}-03`, `${year}-${month}-27`))
      const organiser = at % 8 === 0 ? centres.ЦППМСП : random.chance(0.55) ? centres.ИМЦ : random.pick(schools)
      return eventOf(story, random, `${String(year).slice(2)}-${String(at + 1).padStart(3, '0')}`, on, organiser)
    }),
  )
  return {
    events: {
      file: 'events.xlsx',
      name: 'Мероприятия',
      columns: ['Код', 'Название', 'Вид', 'Дата', 'Организатор', 'Уровень', 'Тема', 'Аудитория'],
      // Announced a month before they are held.
      facts: held.map(({ on, cells }) => ({ on: addDays(on, -30), cells })),
    },
    attendance: {
      file: 'events.xlsx',
      name: 'Участие',
      columns: ['Код мероприятия', ...personColumns()],
      facts: held.flatMap((event) => visitors(random, event, staff)),
    },
  }
}

function only(organisations: readonly Organisation[], type: Organisation['type']): Organisation {
  const found = organisations.find((one) => one.type === type)
  if (found === undefined) throw new Error(`no ${type}`)
  return found
}

function eventOf(story: Story, random: Random, number: string, on: Day, organiser: Organisation): Event {
  const form = random.weighted(FORMS)
  const isCentre = organiser.type === 'ИМЦ' || organiser.type === 'ЦППМСП'
  const level = isCentre || random.chance(0.35) ? 'район' : 'организация'
  const year = Number(on.slice(0, 4))
  const isBurnout =
    organiser.type === 'ЦППМСП' &&
    random.chance(ofYear(story, year, on.slice(5) < '07' ? BURNOUT.spring : BURNOUT.autumn))
  const audience = isBurnout ? 'все педагоги' : audienceOf(random, organiser, on > `${story.year}-08`)
  const [title, topic] = isBurnout
    ? (['Как не сгореть на работе', 'профилактика выгорания'] as const)
    : random.pick(TOPICS.filter(([, about]) => suits(about, audience)))
  const code = `М${number}`
  const told = random.chance(0.03) ? null : topic
  const cells = [code, title, form, dayCell(on), organiser.code, level, told, audience]
  return { code, on, organiser, level, audience, cells }
}

/** Examinations are nothing for kindergartens, nor play for schools. */
const suits = (topic: string, audience: string | null): boolean =>
  topic !== (audience === 'воспитатели' ? 'подготовка к ГИА' : 'дошкольное образование')

function audienceOf(random: Random, { type }: Organisation, isLate: boolean): string | null {
  if (type === 'ДОУ') return 'воспитатели'
  return random.weighted([
    ['учителя', 40],
    ['все педагоги', 22],
    ['воспитатели', 15],
    // Nobody has thought of the young since the last summer.
    ['молодые педагоги', isLate ? 0 : type === 'ИМЦ' ? 6 : 2],
    ['заместители директора', 8],
    [null, 5],
  ])
}

function visitors(random: Random, event: Event, staff: readonly Somebody[]): Fact[] {
  const whom = staff.flatMap((somebody) => {
    const place = employedOn(somebody, event.on)
    if (place === undefined || !isMeant(event, somebody, place.position)) return []
    if (event.level === 'организация' && place.organisation !== event.organiser) return []
    return [{ somebody, weight: somebody.person.activity * place.organisation.care }]
  })
  const all = whom.reduce((sum, { weight }) => sum + weight, 0)
  const wanted = event.level === 'район' ? random.int(7, 27) : random.int(4, 12)
  return whom
    .filter(({ weight }) => all > 0 && random.chance(Math.min(0.95, (weight * wanted) / all)))
    .map(({ somebody }) => ({ on: event.on, cells: [event.code, ...personCells(somebody.person)] }))
}

function isMeant({ audience, on }: Event, { person }: Somebody, position: string): boolean {
  if (/секретарь|бухгалтер|помощник/.test(position)) return false
  if (audience === 'учителя') return position === 'учитель'
  if (audience === 'воспитатели') return /воспитатель/.test(position)
  if (audience === 'заместители директора') return /заместитель|директор|заведующий/.test(position)
  if (audience !== 'молодые педагоги') return true
  return yearsBetween(person.birth, on) < 33 && yearsBetween(person.experienceSince ?? '2000-01-01', on) < 6
}
