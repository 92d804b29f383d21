import { z } from 'zod'
import { endpoint } from '../../../platform/contract.ts'

/** Concepts that districts call by words of their own. */
export const DICTIONARY_TERMS = [
  'district',
  'organisation',
  'department',
  'methodical_centre',
  'psychological_centre',
  'methodist',
  'pedagogue',
  'young_pedagogue',
  'mentor',
  'mentee',
  'community',
  'methodical_association',
  'professional_community',
  'diagnostic',
  'deficit',
  'pathway',
  'event',
  'learning',
  'pool',
  'reserve',
  'programme',
  'measure',
  'note',
  'decision',
] as const
export type DictionaryTerm = (typeof DICTIONARY_TERMS)[number]

const Word = z.string().trim().min(1).max(100)
const Words = z.object({ ru: z.string(), en: z.string() })

/** One word a term and language: the district's own, or ours. */
export const Dictionary = z.record(z.enum(DICTIONARY_TERMS), Words)
export type Dictionary = z.infer<typeof Dictionary>

export const OwnWords = z.partialRecord(
  z.enum(DICTIONARY_TERMS),
  z.strictObject({ ru: Word.nullable(), en: Word.nullable() }).partial(),
)
export type OwnWords = z.infer<typeof OwnWords>

export const District = z.object({
  version: z.int(),
  code: z.string(),
  name: z.string(),
  timeZone: z.string(),
  /** The words in use. */
  dictionary: Dictionary,
  /** Those of them that are the district's own. */
  own: z.partialRecord(z.enum(DICTIONARY_TERMS), Words.partial()),
  can: z.array(z.enum(['change'])),
})
export type District = z.infer<typeof District>

export const getDistrict = endpoint({
  id: 'getDistrict',
  method: 'get',
  path: '/api/district',
  summary: 'The district and its words',
  reply: District,
  versioned: true,
})

export const changeDistrict = endpoint({
  id: 'changeDistrict',
  method: 'patch',
  path: '/api/district',
  summary: 'Change the district’s own words; null takes ours again',
  body: z.strictObject({ dictionary: OwnWords }),
  reply: District,
  versioned: true,
})
