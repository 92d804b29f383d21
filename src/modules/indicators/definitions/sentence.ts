import type { z } from 'zod'
import { sayPopulation, type Vocabulary } from '../../population/index.ts'
import { type DefinitionBody, type Quantity, quantitiesOf } from './definition.contract.ts'

/** A definition said in words: what is counted, of what. */
export function sayDefinition(vocabulary: Vocabulary, body: DefinitionBody, language: 'ru' | 'en'): string {
  const series = body.series === undefined ? '' : WORDS[language].series(body.series.points)
  const { numerator, denominator } = sayParts(vocabulary, body, language)
  return `${numerator}${denominator === null ? '' : `${WORDS[language].of}${denominator}`}${series}`
}

/** What stands above and below the line; a count has nothing below. */
export function sayParts(
  vocabulary: Vocabulary,
  body: DefinitionBody,
  language: 'ru' | 'en',
): { numerator: string; denominator: string | null } {
  const { numerator, denominator } = quantitiesOf(body)
  return {
    numerator: sayQuantity(vocabulary, numerator, language),
    denominator: denominator === undefined ? null : sayQuantity(vocabulary, denominator, language),
  }
}

function sayQuantity(
  vocabulary: Vocabulary,
  { subject, of, sum }: z.infer<typeof Quantity>,
  language: 'ru' | 'en',
): string {
  const population = sayPopulation(vocabulary, subject, of, language)
  const summed = sum === undefined ? undefined : vocabulary.subjects.get(subject)?.sums[sum]
  return summed === undefined ? population : WORDS[language].sum(summed.words[language], population)
}

const WORDS = {
  ru: {
    of: ' — из числа: ',
    series: (points: number) => ` (на дату и за ${points - 1} ${points - 1 === 1 ? 'год' : 'года'} до неё)`,
    sum: (what: string, population: string) => `сумма «${what}» (${population})`,
  },
  en: {
    of: ' — of: ',
    series: (points: number) => ` (on the day and ${points - 1} ${points - 1 === 1 ? 'year' : 'years'} before)`,
    sum: (what: string, population: string) => `sum of “${what}” (${population})`,
  },
}
