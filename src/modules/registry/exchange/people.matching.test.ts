import { beforeEach, describe, expect, it } from 'vitest'
import { makeValue, type Value } from './cell.parsing.ts'
import { createPeopleIndex, type PeopleIndex, type Person } from './people.index.ts'
import { matchPeople, type PeopleMatching } from './people.matching.ts'
import type { PersonCells } from './row.checker.ts'
import { indexedKey } from './text.keys.ts'

const value = (text: string | undefined): Value | undefined =>
  text === undefined ? undefined : makeValue(indexedKey(text), text)

/** `снилс фамилия имя отчество рождение`, a dash for an empty cell. */
function cells(text: string): PersonCells {
  const [snils, surname, given, patronymic, birth] = text.split(' ').map((part) => (part === '-' ? undefined : part))
  return {
    snils: value(snils),
    surname: value(surname),
    given: value(given),
    patronymic: value(patronymic),
    birth: value(birth),
    patronymicKnown: true,
  }
}

const origin = { sourceId: 1, row: 1 }
const said = { isKept: false, sex: undefined, origin }
let index: PeopleIndex
let matching: PeopleMatching
let ids = 0

function bring(text: string): Person {
  return matching.bring(++ids, cells(text), undefined, origin)
}

/** A load that begins with these people in the database. */
function nextLoad(): void {
  const before = [...index.all()]
  index = createPeopleIndex()
  matching = matchPeople(index, (snils) => `#${snils}`)
  for (const person of before)
    index.add({ ...person, birthStated: false, broughtBy: undefined, before: undefined, said: undefined })
}

/** What the row means; when it can be taken it is. */
function take(text: string): string | number {
  const meant = matching.find(cells(text))
  if (!('person' in meant)) return meant.is
  matching.tell(meant.person, cells(text), said)
  return meant.person.id
}

beforeEach(() => {
  index = createPeopleIndex()
  matching = matchPeople(index, (snils) => `#${snils}`)
})

describe('a row without a number', () => {
  it('means the one with the same name and birth date, an empty patronymic being one', () => {
    const anna = bring('- Орлова Анна - 1980-05-01')
    expect(take('- ОРЛОВА анна - 1980-05-01')).toBe(anna.id)
    expect(take('- Орлова Анна Ильинична 1980-05-01')).toBe('nobody')
    expect(take('- Орлова Анна - 1980-05-02')).toBe('nobody')
  })

  it('is ambiguous among two, with numbers or without', () => {
    bring('1 Орлова Анна - 1980-05-01')
    bring('2 Орлова Анна - 1980-05-01')
    expect(take('- Орлова Анна - 1980-05-01')).toBe('ambiguous')
  })

  it('finds by every surname, and changes none', () => {
    const anna = bring('1 Орлова Анна - 1980-05-01')
    take('1 Белова Анна - 1980-05-01')
    expect(take('- Орлова Анна - 1980-05-01')).toBe(anna.id)
    expect(anna.surname).toBe('Белова')
  })
})

describe('a row with a number', () => {
  it('gives it to the only one of that name who has none', () => {
    const anna = bring('- Орлова Анна - 1980-05-01')
    expect(take('7 Орлова Анна - 1980-05-01')).toBe(anna.id)
    expect(take('7 - - - -')).toBe(anna.id)
    expect(anna).toMatchObject({ snilsHash: '#7', snils: '7' })
  })

  it('gives it to nobody among two, and to nobody who has one', () => {
    bring('- Орлова Анна - 1980-05-01')
    bring('- Орлова Анна - 1980-05-01')
    expect(take('7 Орлова Анна - 1980-05-01')).toBe('nobody')
    bring('8 Белова Яна - 1980-05-01')
    expect(take('7 Белова Яна - 1980-05-01')).toBe('nobody')
  })

  it('changes names, and takes an empty patronymic for none only beside a name', () => {
    const anna = bring('7 Орлова Анна Ильинична 1980-05-01')
    take('7 - - - -')
    expect(anna.patronymicKey).toBe('ильинична')
    take('7 Белова Яна - 1980-05-01')
    expect(anna).toMatchObject({ surnameKeys: ['орлова', 'белова'], givenKey: 'яна', patronymicKey: '' })
    expect(take('- Белова Яна - 1980-05-01')).toBe(anna.id)
    expect(take('- Белова Анна Ильинична 1980-05-01')).toBe('nobody')
  })

  it('is a conflict with a birth date of the same load', () => {
    bring('7 Орлова Анна - 1980-05-01')
    expect(take('7 Орлова Анна - 1980-05-02')).toBe('conflict')
  })

  it('corrects the birth date in a later load if the name is the same, once', () => {
    const { id } = bring('7 Орлова Анна - 1980-05-01')
    nextLoad()
    expect(take('7 Белова Анна - 1980-05-02')).toBe('conflict')
    expect(take('7 Орлова Анна - 1980-05-02')).toBe(id)
    expect(take('7 Орлова Анна - 1980-05-01')).toBe('conflict')
    expect(index.byId(id)?.birthOn).toBe('1980-05-02')
  })
})

it('a row that was taken before has no say in names any more', () => {
  const anna = bring('7 Орлова Анна - 1980-05-01')
  expect(matching.tell(anna, cells('7 Белова Яна - 1980-05-02'), { ...said, isKept: true })).toBe(false)
  expect(anna).toMatchObject({ surnameKey: 'орлова', givenKey: 'анна', birthOn: '1980-05-01' })
})
