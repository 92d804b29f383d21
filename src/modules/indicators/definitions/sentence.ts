import type { z } from 'zod'
import { sayPopulation, type Vocabulary } from '../../population/index.ts'
import type { DefinitionBody, Quantity } from './definition.contract.ts'

/** A definition said in words: what is counted, of what. */
export function sayDefinition(vocabulary: Vocabulary, body: DefinitionBody, language: 'ru' | 'en'): string {
  const series = body.series === undefined ? '' : WORDS[language].series(body.series.points)
  switch (body.kind) {
    case 'share': {
      const of = sayPopulation(vocabulary, body.subject, body.of, language)
      const who = sayPopulation(vocabulary, body.subject, { all: [body.of, body.who] }, language)
      return `${who}${WORDS[language].of}${of}${series}`
    }
    case 'count':
      return `${sayQuantity(vocabulary, { subject: body.subject, of: body.of, ...(body.sum !== undefined && { sum: body.sum }) }, language)}${series}`
    case 'ratio':
      return `${sayQuantity(vocabulary, body.numerator, language)}${WORDS[language].of}${sayQuantity(vocabulary, body.denominator, language)}${series}`
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
