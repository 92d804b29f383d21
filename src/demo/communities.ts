import { type Day, yearsBetween } from './days.ts'
import type { Random } from './random.ts'
import { dayCell, type Fact, personCells, personColumns, type Sheet } from './sheets.ts'
import { type Employment, employedOn, type Organisation, type Somebody, type Story, yearsOf } from './story.ts'

type Community = {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly level: 'район' | 'организация'
  /** Whom it is for, and how likely one of them is to come in a year. */
  readonly takes: (person: Somebody, place: Employment, on: Day) => number
  /** How likely a member is to leave at the end of a school year. */
  readonly leaves: (year: number) => number
}

const SUBJECTS =
  'Начальные классы,Русский язык,Математика,Иностранный язык,История,Физика,Химия,Биология,География,Информатика,Физическая культура,Труд (технология),Музыка'.split(
    ',',
  )

const PROFESSIONAL: readonly (readonly [name: string, who: RegExp])[] = [
  ['Читаем вместе', /учитель|воспитатель/],
  ['Цифровая учительская', /учитель|дополнительного/],
  ['Психологи и социальные педагоги', /психолог|социальный/],
  ['Логопеды и дефектологи', /логопед|дефектолог/],
  ['Дополнительное образование', /дополнительного|организатор/],
]

export type Leading = { readonly somebody: Somebody; readonly community: string }

/** Associations by subject, professional communities, the council of the young and the club of mentors. */
export function makeCommunities(
  story: Story,
  organisations: readonly Organisation[],
  staff: readonly Somebody[],
): { communities: Sheet; members: Sheet; leaders: readonly Leading[] } {
  const random = story.random('communities')
  const communities = listOf(story, organisations)
  const leaders: Leading[] = []
  const members = communities.flatMap((community) => {
    const { facts, leader } = membersOf(story, random, community, staff)
    if (leader !== undefined) leaders.push({ somebody: leader, community: community.name })
    return facts
  })
  const founded = `${story.year - 4}-09-01`
  return {
    communities: {
      file: 'communities.xlsx',
      name: 'Сообщества',
      columns: ['Код', 'Название', 'Вид', 'Уровень'],
      facts: communities.map(({ code, name, kind, level }) => ({ on: founded, cells: [code, name, kind, level] })),
    },
    members: {
      file: 'communities.xlsx',
      name: 'Участники',
      columns: ['Код сообщества', ...personColumns(), 'Роль', 'С', 'По'],
      facts: members,
    },
    leaders,
  }
}

function listOf(story: Story, organisations: readonly Organisation[]): readonly Community[] {
  const few = (): number => 0.09
  const district = { level: 'район', leaves: few } as const
  const association = { ...district, kind: 'районное методическое объединение' }
  const schools = organisations.filter(({ type, care }) => type === 'школа' && care > 1.2)
  return [
    ...SUBJECTS.map((subject, at) => ({
      ...association,
      code: `РМО-${String(at + 1).padStart(2, '0')}`,
      name: `РМО: ${subject}`,
      takes: (_: Somebody, { subjects, organisation }: Employment) =>
        subjects.includes(subject) ? 0.085 * organisation.care : 0,
    })),
    {
      ...association,
      code: 'РМО-20',
      name: 'РМО воспитателей',
      takes: (_, { position, organisation }) => (/воспитатель/.test(position) ? 0.045 * organisation.care : 0),
    },
    ...PROFESSIONAL.map(([name, who], at) => ({
      ...district,
      kind: 'профессиональное сообщество',
      code: `ПС-${at + 1}`,
      name,
      takes: ({ person }: Somebody, { position }: Employment) => (who.test(position) ? 0.012 * person.activity : 0),
    })),
    {
      ...district,
      kind: 'совет молодых педагогов',
      code: 'СМП',
      name: 'Совет молодых педагогов',
      takes: ({ person }, place, on) => (yearsBetween(person.birth, on) < 33 ? 0.05 * place.organisation.care : 0),
    },
    {
      ...district,
      kind: 'сообщество наставников',
      code: 'КН',
      name: 'Клуб наставников',
      takes: ({ person }, place, on) =>
        isExperienced(person.experienceSince, on) ? 0.014 * place.organisation.care * Math.min(2, person.activity) : 0,
      // In the last summer many left it.
      leaves: (year) => (year === story.year ? 0.36 : 0.08),
    },
    ...schools.map(({ code, name }) => ({
      ...district,
      level: 'организация' as const,
      kind: 'школьное методическое объединение',
      code: `ШМО-${code}`,
      name: `ШМО: ${name}`,
      takes: (_: Somebody, { organisation, position }: Employment) =>
        organisation.code === code && position === 'учитель' ? 0.16 : 0,
    })),
  ]
}

const isExperienced = (since: Day | null, on: Day): boolean => since !== null && yearsBetween(since, on) >= 9

function membersOf(
  story: Story,
  random: Random,
  { code, takes, leaves }: Community,
  staff: readonly Somebody[],
): { facts: Fact[]; leader: Somebody | undefined } {
  const facts: Fact[] = []
  let leader: Somebody | undefined
  for (const somebody of staff)
    for (const year of [story.year - 4, ...yearsOf(story)]) {
      const from = `${year}-09-${year === story.year ? '15' : '10'}`
      const place = employedOn(somebody, from)
      // Before the story begins several years went by.
      const years = year === story.year - 4 ? 2.2 : 1
      if (place === undefined || !random.chance(Math.min(0.9, takes(somebody, place, from) * years))) continue
      const until = endOf(story, random, somebody, year, leaves)
      const leads = leader === undefined && until === null && somebody.person.snils !== null
      if (leads) leader = somebody
      const role = leads ? 'руководитель' : random.chance(0.06) ? 'член актива' : 'участник'
      facts.push({
        on: from,
        cells: [code, ...personCells(somebody.person), role, dayCell(from), dayCell(until)],
      })
      break
    }
  return { facts, leader }
}

/** With the last place of work at the latest. */
function endOf(
  story: Story,
  random: Random,
  { employments }: Somebody,
  since: number,
  leaves: (year: number) => number,
): Day | null {
  const gone = employments.every(({ dismissed }) => dismissed !== null)
  const last = gone
    ? employments.reduce((day, { dismissed }) => (dismissed !== null && dismissed > day ? dismissed : day), '')
    : null
  for (let year = since + 1; year <= story.year; year++) {
    const day = `${year}-08-31`
    if (last !== null && last <= day) return last
    if (random.chance(leaves(year))) return day
  }
  return last
}
