import { isPedagogical } from './classifier.ts'
import { fullYears } from './dates.ts'
import type { State, Stored, Value } from './state.ts'
import { fold, order } from './text.ts'

/** A pedagogue at a date. */
export type Pedagogue = {
  id: number
  organisation: string
  organisationType: string
  position: string
  positions: string[]
  subjects: string[]
  age: number
  /** Full years; unknown where no employment row says since when. */
  experience: number | undefined
  /** да, нет, or unknown. */
  education: string | null
}

/** The text of a value; an empty one is no text at all. */
export function textOf(record: Stored, column: string): string {
  const value: Value = record.values[column] ?? null
  return typeof value === 'string' ? value : ''
}

export function numberOf(record: Stored, column: string): number {
  const value: Value = record.values[column] ?? null
  return typeof value === 'number' ? value : 0
}

/** "Active at the date: start ≤ date, and end empty or ≥ date." */
export function active(record: Stored, start: string, end: string, date: string): boolean {
  return textOf(record, start) <= date && (textOf(record, end) === '' || textOf(record, end) >= date)
}

/** Texts "are compared as in exchange.md". */
export function says(record: Stored | undefined, column: string, text: string): boolean {
  return record !== undefined && fold(textOf(record, column)) === fold(text)
}

/** The loaded organisation (event, community) that a cell of a record names. */
export function referred(state: State, to: 'organisations' | 'events' | 'communities', code: string): Stored {
  const record = state.records[to].get(fold(code))
  if (!record) throw new Error(`a record refers to ${code}, which is not loaded`)
  return record
}

/** The records of a table by the person that stands at that place in them. */
export function byPerson(records: Iterable<Stored>, place: number): Map<number, Stored[]> {
  const map = new Map<number, Stored[]>()
  for (const record of records) {
    const id = record.persons[place] ?? -1
    const list = map.get(id) ?? []
    list.push(record)
    map.set(id, list)
  }
  return map
}

/**
 * "Main employment at a date: among the person's active pedagogical ones: marked as main first, then the higher rate,
 * then the earlier start, then the lower organisation code, then the position's name."
 * Reading: codes and names as texts in the order of their code units, in the form in which they are compared.
 */
function byMain(a: Stored, b: Stored): number {
  const unmarked = (employment: Stored): number => (textOf(employment, 'Основное место работы') === 'да' ? 0 : 1)
  return (
    unmarked(a) - unmarked(b) ||
    numberOf(b, 'Ставка') - numberOf(a, 'Ставка') ||
    order(textOf(a, 'Принят'), textOf(b, 'Принят')) ||
    order(fold(textOf(a, 'Код ОО')), fold(textOf(b, 'Код ОО'))) ||
    order(fold(textOf(a, 'Должность')), fold(textOf(b, 'Должность')))
  )
}

/** "the earliest non-empty «Педагогический стаж с»", over all employment rows of the person, ended ones too. */
function experienceAt(employments: Stored[], date: string): number | undefined {
  let earliest = ''
  for (const employment of employments) {
    const since = textOf(employment, 'Педагогический стаж с')
    if (since !== '' && (earliest === '' || since < earliest)) earliest = since
  }
  if (earliest === '') return undefined
  return earliest > date ? 0 : fullYears(earliest, date)
}

/** "«да» if any row says so, else «нет» if any says so, else unknown". */
function educationOf(employments: Stored[]): string | null {
  const said = employments.map((employment) => textOf(employment, 'Педагогическое образование'))
  return said.includes('да') ? 'да' : said.includes('нет') ? 'нет' : null
}

/** Everybody who is a pedagogue at the date, in the order in which they were first loaded. */
export function pedagoguesAt(state: State, date: string): Pedagogue[] {
  const employmentsOf = byPerson(state.records.staff.values(), 0)
  const found: Pedagogue[] = []
  for (const person of state.people) {
    const employments = employmentsOf.get(person.id) ?? []
    const current = employments
      .filter((employment) => isPedagogical(textOf(employment, 'Должность')))
      .filter((employment) => active(employment, 'Принят', 'Уволен', date))
      .sort(byMain)
    const main = current[0]
    if (!main) continue
    const organisation = referred(state, 'organisations', textOf(main, 'Код ОО'))
    const subjects = new Set<string>()
    for (const employment of current) {
      const list = employment.values.Предметы
      for (const subject of Array.isArray(list) ? list : []) subjects.add(state.subjects.get(fold(subject)) ?? subject)
    }
    found.push({
      id: person.id,
      organisation: textOf(organisation, 'Код'),
      organisationType: textOf(organisation, 'Тип'),
      position: textOf(main, 'Должность'),
      positions: current.map((employment) => textOf(employment, 'Должность')),
      subjects: [...subjects],
      age: fullYears(person.birth, date),
      experience: experienceAt(employments, date),
      education: educationOf(employments),
    })
  }
  return found
}
