import { expect, test } from 'vitest'
import type { Population } from './population.contract.ts'
import { sayPopulation } from './sentence.ts'
import { organisation } from './subjects/organisation.ts'
import { person } from './subjects/person.ts'
import { createVocabulary } from './vocabulary.ts'

const vocabulary = createVocabulary([person, organisation])
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
