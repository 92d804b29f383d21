import { z } from 'zod'
import { endpoint, Id, IdParams, listOf } from '../../../platform/contract.ts'

/** What is missing about somebody, or contradicts what else is said of them. */
export const CHECKS = [
  'snils',
  'experience',
  'education',
  'position',
  'subject',
  'leaveUndated',
  'categoryOver',
  'kindAgainstMain',
  'twoMain',
  'experienceEarly',
  'hiredYoung',
  'organisationClosed',
] as const
const Check = z.enum(CHECKS)
export type Check = z.infer<typeof Check>

/** Days looked back at most: two years. */
export const QUALITY_DAYS = 731

const Organisation = z.object({ id: Id, code: z.string(), name: z.string() })
const Name = { surname: z.string(), givenName: z.string(), patronymic: z.string().nullable() }

/** The first by name; the others wait until these are mended. */
export const NAMED_MOST = 20

export const QualityLine = z.object({
  organisation: Organisation,
  /** Employed today. */
  people: z.int(),
  /** Of them those about whom something is to be mended, each once. */
  doubtful: z.int(),
  /** People by what is to be mended. */
  checks: z.partialRecord(Check, z.int()),
})
export type QualityLine = z.infer<typeof QualityLine>

export const listQuality = endpoint({
  id: 'listQuality',
  method: 'get',
  path: '/api/quality',
  summary: 'What is missing or contradicts itself about people within reach, by organisation, the worst first',
  reply: listOf(QualityLine),
})

export const Quality = z.object({
  organisation: Organisation,
  /** Who is at the head of the organisation today. */
  heads: z.array(z.object({ id: Id, ...Name })),
  checks: z.array(
    z.object({ what: Check, people: z.int(), first: z.array(z.object({ id: Id, ...Name })).max(NAMED_MOST) }),
  ),
})
export type Quality = z.infer<typeof Quality>

export const getQuality = endpoint({
  id: 'getQuality',
  method: 'get',
  path: '/api/organisations/{id}/quality',
  summary: 'What is to be mended about the people of an organisation, with names and with whom to ask',
  params: IdParams,
  reply: Quality,
})

export const QualityDay = z.object({ on: z.iso.date(), people: z.int(), doubtful: z.int() })
export type QualityDay = z.infer<typeof QualityDay>

export const listQualityDays = endpoint({
  id: 'listQualityDays',
  method: 'get',
  path: '/api/quality/days',
  summary: 'How many people there were something to mend about, on the days it changed in two years, and today',
  query: z.object({ organisation: Id.optional() }),
  reply: listOf(QualityDay),
})
