import { addDays, type Day, yearOf, yearsBetween } from './days.ts'
import type { Result } from './diagnostics.ts'
import { dayCell, type Fact, personCells, personColumns, type Sheet } from './sheets.ts'
import { employedOn, type Somebody, type Story, yearsOf } from './story.ts'

const CONTESTS = ['Учитель года района', 'Педагогические надежды', 'Воспитатель года района']

/** The methodical pool of those who passed, the reserve of heads, experts and those who go to competitions. */
export function makePools(
  story: Story,
  staff: readonly Somebody[],
  results: readonly Result[],
): { sheet: Sheet; experts: readonly Somebody[] } {
  const random = story.random('pools')
  const facts: Fact[] = []
  const experts: Somebody[] = []
  const include = (kind: string, somebody: Somebody, on: Day, until: Day | null, reason: string | null): void => {
    if (employedOn(somebody, on) === undefined) return
    facts.push({
      on,
      cells: [kind, ...personCells(somebody.person), dayCell(on), dayCell(until), reason],
    })
  }
  const included = new Set<Somebody>()
  for (const [somebody, year] of passedBoth(results)) {
    if (included.has(somebody) || !random.chance(0.34)) continue
    included.add(somebody)
    include('методический актив', somebody, `${year}-11-20`, null, `по итогам диагностики ${year} года`)
  }
  for (const year of yearsOf(story))
    for (const somebody of staff) {
      const on = `${year}-02-15`
      const place = employedOn(somebody, on)
      if (place === undefined) continue
      const age = yearsBetween(somebody.person.birth, on)
      const experience = yearsBetween(place.hired, on)
      const { strength, activity } = somebody.person
      if (age > 30 && age < 50 && experience > 4 && strength > 1 && random.chance(0.03))
        include(
          'кадровый резерв',
          somebody,
          on,
          random.chance(0.4) ? `${year + 2}-02-14` : null,
          'по представлению руководителя',
        )
      if (place.position === 'учитель' && experience > 7 && strength > 0.8 && random.chance(0.035)) {
        include('эксперты конкурсов', somebody, on, null, null)
        if (employedOn(somebody, `${story.year}-09-15`) !== undefined) experts.push(somebody)
      }
      if (/учитель|воспитатель/.test(place.position) && activity > 2.2 && random.chance(0.06))
        include('участники конкурсов', somebody, addDays(on, 20), `${year}-05-31`, random.pick(CONTESTS))
    }
  const columns = ['Вид', ...personColumns(), 'Включён', 'Исключён', 'Основание']
  return { sheet: { file: 'pools.csv', name: '', columns, facts }, experts }
}

/** Those who passed the diagnostics of the subject and of methods in one year. */
function passedBoth(results: readonly Result[]): (readonly [Somebody, number])[] {
  const passed = results.filter((one) => one.passed)
  return [...Map.groupBy(passed, ({ somebody }) => somebody)].flatMap(([somebody, own]) =>
    [...Map.groupBy(own, ({ on }) => yearOf(on))]
      .filter(([, areas]) => areas.some((a) => a.area === 'Предметные') && areas.some((a) => a.area === 'Методические'))
      .map(([year]) => [somebody, year] as const),
  )
}
