import type { Random } from './random.ts'
import type { Organisation, Seat, Story } from './story.ts'

/** Teachers of a school of 55, by what they teach (domain: subjects per school). */
const TEACHERS: readonly (readonly [subjects: string, number])[] = [
  ['Начальные классы', 14],
  ['Русский язык, Литература', 7],
  ['Математика', 6],
  ['Иностранный язык', 7],
  ['История, Обществознание', 4],
  ['Физика', 2],
  ['Химия', 1.4],
  ['Биология', 1.8],
  ['География', 1.5],
  ['Информатика', 2],
  ['Физическая культура', 3],
  ['Труд (технология)', 2],
  ['Изобразительное искусство', 0.9],
  ['Музыка', 0.9],
]

const SCHOOL: readonly (readonly [position: string, number])[] = [
  ['директор', 1],
  ['заместитель директора', 2.4],
  ['секретарь', 1],
  ['педагог-психолог', 1],
  ['социальный педагог', 0.9],
  ['учитель-логопед', 0.4],
  ['учитель-дефектолог', 0.1],
  ['педагог-организатор', 0.7],
  ['педагог-библиотекарь', 0.6],
  ['преподаватель-организатор ОБЗР', 0.8],
  ['педагог дополнительного образования', 1.2],
  ['советник директора по воспитанию', 0.35],
]

const KINDERGARTEN: readonly (readonly [position: string, number])[] = [
  ['заведующий', 1],
  ['старший воспитатель', 1],
  ['воспитатель', 12],
  ['музыкальный руководитель', 1.2],
  ['инструктор по физической культуре', 0.9],
  ['учитель-логопед', 1.1],
  ['педагог-психолог', 0.7],
  ['помощник воспитателя', 1],
]

const ADDITIONAL: readonly (readonly [position: string, number])[] = [
  ['директор', 1],
  ['заместитель директора', 1],
  ['методист', 2],
  ['педагог дополнительного образования', 15],
  ['педагог-организатор', 2],
  ['концертмейстер', 1],
  ['тренер-преподаватель', 0.5],
]

const METHODICAL: readonly (readonly [position: string, number])[] = [
  ['директор', 1],
  ['заместитель директора', 1],
  ['методист', 12],
  ['бухгалтер', 1],
]
const PSYCHOLOGICAL: readonly (readonly [position: string, number])[] = [
  ['директор', 1],
  ['педагог-психолог', 7],
  ['учитель-логопед', 4],
  ['учитель-дефектолог', 2],
  ['социальный педагог', 2],
]

const OTHERS = { ДОУ: KINDERGARTEN, УДО: ADDITIONAL, ИМЦ: METHODICAL, ЦППМСП: PSYCHOLOGICAL } as const

/** The list of staff of each organisation; it stays while people come and go. */
export function makeSeats(story: Story, organisations: readonly Organisation[]): readonly Seat[] {
  const random = story.random('seats')
  return organisations.flatMap((organisation) => {
    const { type } = organisation
    if (type === 'школа') {
      const scale = story.plan.size * (0.22 + ((organisation.pupils ?? 500) / 1150) * 0.62)
      return [
        ...SCHOOL.flatMap(([position, amount]) => seats(random, organisation, position, [], amount, 1)),
        ...TEACHERS.flatMap(([subjects, amount]) =>
          seats(random, organisation, 'учитель', subjects.split(', '), amount, scale),
        ),
      ]
    }
    const scale = type === 'ДОУ' ? story.plan.size * (0.35 + (organisation.pupils ?? 150) / 250) : story.plan.size
    return OTHERS[type].flatMap(([position, amount]) =>
      seats(random, organisation, position, [], amount, position === 'воспитатель' || type !== 'ДОУ' ? scale : 1),
    )
  })
}

/** As many as the amount says; a fraction is a chance. */
function seats(
  random: Random,
  organisation: Organisation,
  position: string,
  subjects: readonly string[],
  amount: number,
  scale: number,
): Seat[] {
  const wanted = amount * scale
  const least = amount >= 1 && subjects.length > 0 ? 1 : 0
  const count = Math.max(least, Math.floor(wanted) + (random.chance(wanted % 1) ? 1 : 0))
  return Array.from({ length: count }, () => ({
    organisation,
    position,
    subjects,
    rate: rateOf(random, position),
  }))
}

/** 18 hours are a rate; a teacher has 24 to 27 hours on the average. */
function rateOf(random: Random, position: string): number {
  if (position === 'учитель')
    return random.weighted([
      [1, 30],
      [1.25, 25],
      [1.5, 30],
      [1.75, 8],
      [0.75, 7],
    ])
  if (position === 'воспитатель') return random.chance(0.2) ? 1.25 : 1
  return random.chance(0.12) ? 0.5 : 1
}
