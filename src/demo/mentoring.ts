import { type Day, yearsBetween } from './days.ts'
import { dayCell, type Fact, personCells, personColumns, type Sheet } from './sheets.ts'
import { employedOn, ofYear, type Somebody, type Story, yearsOf } from './story.ts'

/** Of a hundred newcomers so many have a mentor from their first October on: of the latest ones every eighth. */
const MENTORED = [0.66, 0.74, 0.82, 0.12]

const FORMS: readonly (readonly [string, number])[] = [
  ['опытный педагог – молодой специалист', 70],
  ['педагог – педагог', 20],
  ['руководитель – педагог', 7],
  ['дистанционная', 3],
]

const LENGTHS: readonly (readonly [years: number, number])[] = [
  [1, 25],
  [2, 35],
  [3, 40],
]

/** Pairs of one organisation: somebody of long standing and a newcomer, for one to three school years. */
export function makeMentoring(
  story: Story,
  staff: readonly Somebody[],
): { sheet: Sheet; mentors: readonly Somebody[] } {
  const random = story.random('mentoring')
  const facts: Fact[] = []
  const mentors: Somebody[] = []
  for (const year of yearsOf(story)) {
    const on = `${year}-10-05`
    const elders = Map.groupBy(
      staff.filter((one) => isExperienced(one, on)),
      (one) => employedOn(one, on)?.organisation.code,
    )
    for (const somebody of staff) {
      const place = employedOn(somebody, on)
      if (place === undefined || !isNew(somebody, on)) continue
      const { care, code } = place.organisation
      const share = ofYear(story, year, MENTORED) * (care < 0.4 ? 0.12 : care > 1.5 ? 1.4 : 0.6 + 0.4 * care)
      const near = elders.get(code) ?? []
      if (near.length === 0 || !random.chance(share)) continue
      // A few of an organisation are asked again and again.
      const mentor = random.pick(near.slice(0, 4))
      const until = `${year + random.weighted(LENGTHS)}-05-31`
      const form = random.weighted(FORMS)
      mentors.push(mentor)
      facts.push({
        on,
        cells: [...personCells(mentor.person), ...personCells(somebody.person), form, dayCell(on), dayCell(until)],
      })
    }
  }
  const columns = [...personColumns(' наставника'), ...personColumns(' наставляемого'), 'Форма', 'С', 'По']
  return { sheet: { file: 'mentoring.csv', name: '', columns, facts }, mentors }
}

const experienceOn = ({ person }: Somebody, on: Day): number | undefined =>
  person.experienceSince === null ? undefined : yearsBetween(person.experienceSince, on)

function isNew(somebody: Somebody, on: Day): boolean {
  const years = experienceOn(somebody, on)
  const place = employedOn(somebody, on)
  const isPedagogical = place !== undefined && !/директор|секретарь|бухгалтер|помощник|заведующий/.test(place.position)
  return years !== undefined && years < 2 && isPedagogical
}

const isExperienced = (somebody: Somebody, on: Day): boolean =>
  (experienceOn(somebody, on) ?? 0) >= 10 &&
  /учитель|воспитатель|методист|дополнительного/.test(employedOn(somebody, on)?.position ?? '')
