import { z } from 'zod'
import { Population } from '../../population/population.contract.ts'

const name = z.string().min(1).max(60)

/** The members of a population, or a quantity summed over them. */
export const Quantity = z.strictObject({ subject: name, of: Population, sum: name.optional() })

/** The same figure at the day and one, two … years before. */
const Series = z.strictObject({ points: z.int().min(2).max(10) })

const shared = { slices: z.array(name).max(10), series: Series.optional() }

/** What an indicator counts, in the language of populations. */
export const DefinitionBody = z.discriminatedUnion('kind', [
  /** Of a population, those of whom something more is true. */
  z.strictObject({ kind: z.literal('share'), subject: name, of: Population, who: Population, ...shared }),
  /** How many, or the sum of a quantity. */
  z.strictObject({ kind: z.literal('count'), subject: name, of: Population, sum: name.optional(), ...shared }),
  /** One quantity over another; neither need be part of the other. */
  z.strictObject({ kind: z.literal('ratio'), numerator: Quantity, denominator: Quantity, ...shared }),
])
export type DefinitionBody = z.infer<typeof DefinitionBody>

export type Definition = {
  readonly id: number
  readonly indicatorId: number
  readonly code: string
  readonly version: number
  readonly titleRu: string
  readonly titleEn: string
  /** Where a line must do; null where the title is short enough. */
  readonly shortRu: string | null
  readonly shortEn: string | null
  readonly body: DefinitionBody
  readonly validFrom: string
  readonly validUntil: string | null
  readonly orderReference: string | null
}

/** What an indicator is called where a line must do. */
export const shortTitleOf = (definition: Definition, language: 'ru' | 'en'): string =>
  language === 'ru' ? (definition.shortRu ?? definition.titleRu) : (definition.shortEn ?? definition.titleEn)

/** Numerator and denominator as quantities; a count has no denominator. */
export function quantitiesOf(body: DefinitionBody): {
  numerator: z.infer<typeof Quantity>
  denominator: z.infer<typeof Quantity> | undefined
} {
  switch (body.kind) {
    case 'share': {
      const { subject, of, who } = body
      return { numerator: { subject, of: { all: [of, who] } }, denominator: { subject, of } }
    }
    case 'count': {
      const { subject, of, sum } = body
      return { numerator: { subject, of, ...(sum !== undefined && { sum }) }, denominator: undefined }
    }
    case 'ratio':
      return { numerator: body.numerator, denominator: body.denominator }
  }
}
