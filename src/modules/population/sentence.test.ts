import { expect, test } from 'vitest'
import type { Population } from './population.contract.ts'
import { sayPopulation } from './sentence.ts'
import { organisation } from './subjects/organisation.ts'
import { person } from './subjects/person.ts'
import { createVocabulary } from './vocabulary.ts'

const vocabulary = createVocabulary([person, organisation])
const YOUNG = { term: 'age', under: 35 } as const
const CASES: [Population, string, string][] = [
  [{ all: [] }, 'работники', 'people'],
  [{ term: 'pedagogue' }, 'педагоги', 'pedagogues'],
  [
    { all: [{ term: 'pedagogue' }, { term: 'age', under: 35 }, { term: 'experience', under: 3 }] },
    'педагоги в возрасте до 35 лет с педагогическим стажем до 3 лет',
    'pedagogues aged under 35 years with pedagogical experience under 3 years',
  ],
  [
    { term: 'age', from: 51, under: 61 },
    'работники в возрасте от 51 года до 61 года',
    'people aged from 51 years under 61 years',
  ],
  [
    { term: 'pedagogicalEducation', is: false },
    'работники без педагогического образования',
    'people without pedagogical education',
  ],
  [
    { all: [YOUNG, { not: { any: [{ term: 'employed' }, { term: 'hired' }] } }] },
    'работники в возрасте до 35 лет, которые не работают к дате и не назначены к дате',
    'people aged under 35 years, who are not employed by the day and were not appointed by the day',
  ],
  [
    { not: { all: [{ term: 'employed' }, { term: 'hired' }] } },
    'работники, которые не работают к дате, или не назначены к дате',
    'people, who are not employed by the day, or were not appointed by the day',
  ],
  [{ not: { not: YOUNG } }, 'работники в возрасте до 35 лет', 'people aged under 35 years'],
  [
    { any: [{ term: 'employed' }, { all: [{ term: 'hired' }, { not: { term: 'employed' } }] }] },
    'работники, которые работают к дате, или (назначены к дате, и не работают к дате)',
    'people, who are employed by the day, or (were appointed by the day, and are not employed by the day)',
  ],
  [
    {
      all: [
        { term: 'pedagogue' },
        { term: 'holdsCategory', where: { category: { is: ['высшая', 'первая'] } }, when: { at: 'date' } },
        { not: { term: 'onLeave', when: { at: 'date' } } },
      ],
    },
    'педагоги, которые имеют категорию (категория: «высшая» или «первая») на дату и не находятся в длительном отпуске на дату',
    'pedagogues, who are holders of a category (category: “высшая” or “первая”) on the day and are not on long leave on the day',
  ],
  [
    { term: 'employed', where: { kind: { is: 'outer' }, classLed: { is: true } }, when: { at: 'date' } },
    'работники, которые работают (вид занятости: внешнее совместительство; классное руководство: да) на дату',
    'people, who are employed (kind of employment: part-time beside another employer; leads a class: yes) on the day',
  ],
  [{ all: [{ any: [] }] }, 'работники (никто)', 'people (nobody)'],
  [{ any: [{ term: 'pedagogue' }] }, 'педагоги', 'pedagogues'],
]

test.each(CASES)('%j in words', (population, ru, en) => {
  expect(sayPopulation(vocabulary, 'person', population, 'ru')).toBe(ru)
  expect(sayPopulation(vocabulary, 'person', population, 'en')).toBe(en)
})

test('an organisation with at least two people of a kind', () => {
  const population: Population = { term: 'people', of: { term: 'position', is: 'тьютор' }, atLeast: 2 }
  expect(sayPopulation(vocabulary, 'organisation', population, 'ru')).toBe(
    'организации, где не менее 2: работники в должности «тьютор»',
  )
})

test.each<[Population, string]>([
  [{ all: [{ term: 'inBeing' }, { term: 'type', is: 'school' }] }, 'организации типа школа, действующие на дату'],
  [{ not: { term: 'inBeing' } }, 'организации, не действующие на дату'],
  [{ any: [{ term: 'inBeing' }, { term: 'type', is: 'school' }] }, 'организации (действующие на дату или типа школа)'],
  [
    { all: [{ term: 'inBeing' }, { term: 'introduced', where: { kind: { is: 'тьютор' } }, when: { at: 'date' } }] },
    'организации, действующие на дату, которые ввели (что: «тьютор») на дату',
  ],
])('%j stands between its commas', (population, ru) => {
  expect(sayPopulation(vocabulary, 'organisation', population, 'ru')).toBe(ru)
})
