import { z } from 'zod'
import { Day, endpoint, Id } from '../../../platform/contract.ts'
import { DefinitionBody } from './definition.contract.ts'

const title = z.string().trim().min(1).max(500)
const shortTitle = z.string().trim().min(1).max(60).nullable()
const order = z.string().trim().min(1).max(300).nullable()
export const IndicatorCode = z.string().regex(/^[A-Za-zА-Яа-яЁё0-9._-]{1,20}$/)
export const CodeParams = z.object({ code: IndicatorCode })

export const DefinitionView = z.object({
  id: Id,
  code: z.string(),
  version: z.int(),
  title: z.string(),
  titleRu: z.string(),
  titleEn: z.string(),
  /** What it is called where a line must do, in the reader's language. */
  short: z.string(),
  shortRu: z.string().nullable(),
  shortEn: z.string().nullable(),
  body: DefinitionBody,
  /** The definition said in words, in the reader's language. */
  sentence: z.string(),
  /** What is counted, and of what; a count has no denominator. */
  said: z.object({ numerator: z.string(), denominator: z.string().nullable() }),
  validFrom: Day,
  validUntil: Day.nullable(),
  orderReference: z.string().nullable(),
})
export type DefinitionView = z.infer<typeof DefinitionView>

const line = z.string().trim().min(1).max(1000).nullable()

/** What officials expect to read about an indicator beside its definition; written by the district. */
export const Passport = z.strictObject({
  number: line,
  unit: line,
  purpose: line,
  /** How often it is counted. */
  period: line,
  source: line,
  /** How the figures are collected and checked. */
  monitoring: line,
  responsible: line,
  contact: line,
})
export type Passport = z.infer<typeof Passport>

/** One indicator with its passport and all its versions, newest first. */
export const IndicatorCard = z.object({
  code: z.string(),
  /** Of the card as a whole: any change of it, a new edition too, counts one. */
  version: z.int(),
  passport: Passport,
  items: z.array(DefinitionView),
})
export type IndicatorCard = z.infer<typeof IndicatorCard>

const edition = {
  titleRu: title,
  titleEn: title,
  shortRu: shortTitle.default(null),
  shortEn: shortTitle.default(null),
  body: DefinitionBody,
  validFrom: Day,
  orderReference: order.default(null),
}

export const NewIndicator = z.strictObject({ code: IndicatorCode, ...edition })
export type NewIndicator = z.infer<typeof NewIndicator>
export const NewEdition = z.strictObject(edition)
export type NewEdition = z.infer<typeof NewEdition>

export const listDefinitions = endpoint({
  id: 'listDefinitions',
  method: 'get',
  path: '/api/indicator-definitions',
  summary: 'Definitions in force on a day, in words and as populations',
  query: z.object({
    date: Day.optional(),
    /** Of every indicator its newest version, whether it is counted on the day or not. */
    every: z.enum(['yes']).optional(),
  }),
  reply: z.object({ items: z.array(DefinitionView) }),
})

/** An indicator other districts count, ready to be defined here; the same fields as a definition in force. */
export const ReadyIndicator = DefinitionView.pick({
  ...{ code: true, title: true, titleRu: true, titleEn: true, short: true, shortRu: true, shortEn: true },
  ...{ body: true, sentence: true },
}).extend({
  /** The district has an indicator of this code. */
  taken: z.boolean(),
})
export type ReadyIndicator = z.infer<typeof ReadyIndicator>

export const listReadyIndicators = endpoint({
  id: 'listReadyIndicators',
  method: 'get',
  path: '/api/ready-indicators',
  summary: 'Indicators other districts count, ready to be defined here',
  reply: z.object({ items: z.array(ReadyIndicator) }),
})

export const listEditions = endpoint({
  id: 'listEditions',
  method: 'get',
  path: '/api/indicator-definitions/{code}',
  summary: 'One indicator: its passport and all its versions, newest first',
  params: CodeParams,
  reply: IndicatorCard,
  versioned: true,
})

export const createIndicator = endpoint({
  id: 'createIndicator',
  method: 'post',
  path: '/api/indicator-definitions',
  summary: 'Define an indicator',
  body: NewIndicator,
  reply: IndicatorCard,
})

export const replaceDefinition = endpoint({
  id: 'replaceDefinition',
  method: 'post',
  path: '/api/indicator-definitions/{code}/editions',
  summary: 'Replace the definition in force by a new version from a day on',
  params: CodeParams,
  body: NewEdition,
  reply: IndicatorCard,
  versioned: true,
})

export const retireIndicator = endpoint({
  id: 'retireIndicator',
  method: 'post',
  path: '/api/indicator-definitions/{code}/retirement',
  summary: 'Stop counting an indicator after a day',
  params: CodeParams,
  body: z.strictObject({ lastDay: Day }),
  reply: IndicatorCard,
  versioned: true,
})

export const writePassport = endpoint({
  id: 'writeIndicatorPassport',
  method: 'put',
  path: '/api/indicator-definitions/{code}/passport',
  summary: 'Write the passport of an indicator',
  params: CodeParams,
  body: Passport,
  reply: IndicatorCard,
  versioned: true,
})
