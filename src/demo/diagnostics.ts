import { type Day, dayBetween, yearsBetween } from './days.ts'
import type { Random } from './random.ts'
import { dayCell, type Fact, personCells, personColumns, type Sheet } from './sheets.ts'
import { type Employment, employedOn, ofYear, type Somebody, type Story, yearsOf } from './story.ts'

/** Of a hundred teachers and educators of kindergartens, by year: ever more teachers, and kindergartens forgotten. */
const TEACHERS = [0.21, 0.27, 0.34, 0.41]
const EDUCATORS = [0.3, 0.36, 0.33, 0.2]
const OTHERS = [0.1, 0.12, 0.14, 0.14]

/** Mean and deviation in per cent of the most (domain: distributions), and the most. */
const AREAS = {
  Предметные: { mean: 71, deviation: 13, most: 40 },
  Методические: { mean: 63, deviation: 14, most: 30 },
  'Психолого-педагогические': { mean: 67, deviation: 12, most: 25 },
  Коммуникативные: { mean: 69, deviation: 11, most: 20 },
  ИКТ: { mean: 66, deviation: 15, most: 20 },
} as const
type Area = keyof typeof AREAS

const PASSED_FROM = 60

export type Result = { readonly somebody: Somebody; readonly area: Area; readonly on: Day; readonly passed: boolean }

/** Who took which diagnostic with what result: in the autumn mostly, some in the spring. */
export function makeResults(story: Story, staff: readonly Somebody[]): { sheet: Sheet; results: readonly Result[] } {
  const random = story.random('diagnostics')
  const facts: Fact[] = []
  const results: Result[] = []
  for (const year of yearsOf(story))
    for (const somebody of staff) {
      const isSpring = random.chance(0.24)
      const on = isSpring
        ? dayBetween(random, `${year}-03-10`, `${year}-04-12`)
        : dayBetween(random, `${year}-10-05`, `${year}-11-18`)
      const place = employedOn(somebody, on)
      if (place === undefined || !random.chance(chanceOf(story, year, place))) continue
      for (const area of areasOf(random, place)) {
        const { most } = AREAS[area]
        const score = scoreOf(random, area, somebody, place, story.year - year, on)
        const passed = score * 100 >= PASSED_FROM * most
        const title = `${isSpring ? 'Весенняя' : 'Осенняя'} диагностика ${year}`
        results.push({ somebody, area, on, passed })
        facts.push({
          on,
          cells: [...personCells(somebody.person), title, area, dayCell(on), score, most, passed ? 'да' : 'нет'],
        })
      }
    }
  const columns = [...personColumns(), 'Диагностика', 'Компетенции', 'Дата', 'Балл', 'Максимум', 'Пройдена']
  return { sheet: { file: 'diagnostics.csv', name: '', columns, facts }, results }
}

function chanceOf(story: Story, year: number, { position, organisation }: Employment): number {
  const shares = position === 'учитель' ? TEACHERS : position === 'воспитатель' ? EDUCATORS : OTHERS
  if (/директор|секретарь|бухгалтер|помощник|заведующий/.test(position)) return 0
  const { care } = organisation
  return Math.min(0.92, ofYear(story, year, shares) * (care > 1.5 ? 2 : care < 0.4 ? 0.3 : care))
}

function areasOf(random: Random, { position }: Employment): readonly Area[] {
  if (position === 'учитель') {
    const also: readonly Area[] = random.chance(0.5) ? ['Методические'] : []
    const third: readonly Area[] = random.chance(0.2) ? [random.pick(['ИКТ', 'Коммуникативные'] as const)] : []
    return ['Предметные', ...also, ...third]
  }
  return random.chance(0.5) ? ['Методические'] : ['Психолого-педагогические', 'Коммуникативные']
}

/** The young know their subject and have yet to learn how to teach it. */
function scoreOf(
  random: Random,
  area: Area,
  { person }: Somebody,
  { organisation }: Employment,
  yearsAgo: number,
  on: Day,
): number {
  const { mean, deviation, most } = AREAS[area]
  const isNew = person.experienceSince !== null && yearsBetween(person.experienceSince, on) < 3
  const shift = (area === 'Методические' && isNew ? -8 : 0) + (organisation.care - 1) * 6 - yearsAgo * 1.2
  const percent = random.normal(mean + shift + person.strength * deviation * 0.7, deviation * 0.7)
  return Math.round((Math.min(100, Math.max(8, percent)) * most) / 100)
}
