import { z } from 'zod'
import { Day, endpoint, Id } from '../../../platform/contract.ts'
import { DefinitionBody } from './definition.contract.ts'

const title = z.string().trim().min(1).max(500)
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
  body: DefinitionBody,
  /** The definition said in words, in the reader's language. */
  sentence: z.string(),
  validFrom: Day,
  validUntil: Day.nullable(),
  orderReference: z.string().nullable(),
})
export type DefinitionView = z.infer<typeof DefinitionView>

const edition = {
  titleRu: title,
  titleEn: title,
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
  query: z.object({ date: Day.optional() }),
  reply: z.object({ items: z.array(DefinitionView) }),
})

export const listEditions = endpoint({
  id: 'listEditions',
  method: 'get',
  path: '/api/indicator-definitions/{code}',
  summary: 'All versions of one indicator, newest first',
  params: CodeParams,
  reply: z.object({ items: z.array(DefinitionView) }),
})

export const createIndicator = endpoint({
  id: 'createIndicator',
  method: 'post',
  path: '/api/indicator-definitions',
  summary: 'Define an indicator',
  body: NewIndicator,
  reply: DefinitionView,
})

export const replaceDefinition = endpoint({
  id: 'replaceDefinition',
  method: 'post',
  path: '/api/indicator-definitions/{code}/editions',
  summary: 'Replace the definition in force by a new version from a day on',
  params: CodeParams,
  body: NewEdition,
  reply: DefinitionView,
})

export const retireIndicator = endpoint({
  id: 'retireIndicator',
  method: 'post',
  path: '/api/indicator-definitions/{code}/retirement',
  summary: 'Stop counting an indicator after a day',
  params: CodeParams,
  body: z.strictObject({ lastDay: Day }),
  reply: DefinitionView,
})
