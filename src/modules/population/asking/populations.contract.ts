import { z } from 'zod'
import { Day, endpoint, Id } from '../../../platform/contract.ts'
import { Population } from '../population.contract.ts'

/** A value as it is written into a population, and as it reads. */
export const Choice = z.object({ value: z.string(), label: z.string() })
export type Choice = z.infer<typeof Choice>

export const FieldView = z.object({
  name: z.string(),
  label: z.string(),
  kind: z.enum(['code', 'ref', 'number', 'flag']),
  /** Of a closed list. */
  values: z.array(Choice),
  /** The open list whose values it takes. */
  classifier: z.string().nullable(),
  /** Seen by name only by the person and by holders of the purpose. */
  island: z.boolean(),
})
export type FieldView = z.infer<typeof FieldView>

export const TermView = z.object({
  term: z.string(),
  label: z.string(),
  /** A quality of the subject, or something that happened to it. */
  group: z.enum(['quality', 'deed']),
  kind: z.enum(['field', 'years', 'day', 'state', 'fact', 'link']),
  field: FieldView.nullable(),
  /** May be asked of the main employment alone. */
  main: z.boolean(),
  /** What a fact may be asked for. */
  fields: z.array(FieldView),
  /** A fact of one day, or one that lasts. */
  time: z.enum(['day', 'span']).nullable(),
  /** Whose subjects a link looks at. */
  to: z.string().nullable(),
})
export type TermView = z.infer<typeof TermView>

export const SubjectView = z.object({
  subject: z.string(),
  label: z.string(),
  /** The word after a number: «1 человек», «2 человека». */
  forms: z.object({ one: z.string(), few: z.string(), many: z.string(), other: z.string() }),
  terms: z.array(TermView),
  slices: z.array(z.string()),
  sums: z.array(Choice),
})
export type SubjectView = z.infer<typeof SubjectView>

export const TermsView = z.object({
  subjects: z.array(SubjectView),
  /** Values of the open lists, as many as a menu can hold; `more` where there are others to be searched for. */
  lists: z.record(z.string(), z.object({ values: z.array(Choice), more: z.boolean() })),
})
export type TermsView = z.infer<typeof TermsView>

export const listTerms = endpoint({
  id: 'listPopulationTerms',
  method: 'get',
  path: '/api/populations/terms',
  summary: 'What populations can be made of: subjects, terms, their fields and values, in the words of the reader',
  reply: TermsView,
})

export const findListValues = endpoint({
  id: 'findPopulationValues',
  method: 'get',
  path: '/api/populations/values',
  summary: 'Values of an open list that contain a text, twenty at most',
  query: z.object({ list: z.string().regex(/^[a-z][a-z_]{0,39}$/), q: z.string().trim().max(200).default('') }),
  reply: z.object({ values: z.array(Choice), more: z.boolean() }),
})

export const PreviewRequest = z.strictObject({
  subject: z.string().min(1).max(60),
  population: Population,
  /** Only among these: the denominator of a share. */
  among: Population.optional(),
  date: Day.optional(),
})
export type PreviewRequest = z.infer<typeof PreviewRequest>

const NamedOne = z.object({
  id: Id,
  label: z.string(),
  organisation: z.object({ code: z.string(), name: z.string() }),
})
const UnknownOne = NamedOne.extend({
  /** Why nobody can say whether this one belongs. */
  why: z.array(z.string()),
})

export const Preview = z.object({
  date: Day,
  sentence: z.object({ ru: z.string(), en: z.string() }),
  /** Null where it rests on results that the reader may not see; then neither numbers nor names are said. */
  counts: z.object({ matched: z.int(), rest: z.int(), unknown: z.int() }).nullable(),
  /** The first ten of each; null for readers who see no names. */
  names: z.object({ matched: z.array(NamedOne), unknown: z.array(UnknownOne) }).nullable(),
})
export type Preview = z.infer<typeof Preview>

export const previewPopulation = endpoint({
  id: 'previewPopulation',
  method: 'post',
  path: '/api/populations/preview',
  summary: 'A population in words, how many belong to it on a day, and who the first of them are',
  body: PreviewRequest,
  reply: Preview,
})
