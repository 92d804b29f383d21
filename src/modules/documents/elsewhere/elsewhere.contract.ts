import { z } from 'zod'
import { Day, endpoint, FileReply, Id, IdParams, listOf, listQuery, Nothing } from '../../../platform/contract.ts'
import { LEAST_HOURS, LEAST_HOURS_OF_RETRAINING } from '../papers/kinds.contract.ts'

/** `draft` has no file yet; `asked` waits for the organisation or the centre; `confirmed` counts as learning. */
export const ELSEWHERE_STATES = ['draft', 'asked', 'returned', 'confirmed'] as const
export const ELSEWHERE_SENT = ['asked', 'returned', 'confirmed'] as const
export type ElsewhereState = (typeof ELSEWHERE_STATES)[number]

export const LEARNING_KINDS = ['upskilling', 'retraining'] as const
export const LEARNING_FORMS = ['in_person', 'distance', 'blended'] as const

const Text = (most: number) => z.string().trim().min(2).max(most)

const Body = z
  .strictObject({
    kind: z.enum(LEARNING_KINDS),
    form: z.enum(LEARNING_FORMS),
    programme: Text(500),
    provider: Text(300),
    hours: z
      .number()
      .positive()
      .max(9_999)
      .refine((hours) => Number.isInteger(hours * 10), 'hours_in_tenths'),
    startsOn: Day,
    endsOn: Day,
    number: z.string().trim().min(1).max(100),
    /** Somebody has looked at what is on record and says that this is something else. */
    isAnother: z.boolean().default(false),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { message: 'ends_before_start', path: ['endsOn'] })
  .refine(({ kind, hours }) => kind !== 'upskilling' || hours >= LEAST_HOURS, {
    message: 'hours_below_law',
    path: ['hours'],
  })
  .refine(({ kind, hours }) => kind !== 'retraining' || hours >= LEAST_HOURS_OF_RETRAINING, {
    message: 'retraining_below_law',
    path: ['hours'],
  })

const learning = {
  id: Id,
  version: z.int(),
  state: z.enum(ELSEWHERE_STATES),
  kind: z.enum(LEARNING_KINDS),
  form: z.enum(LEARNING_FORMS),
  programme: z.string(),
  provider: z.string(),
  hours: z.number(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  number: z.string(),
  /** Why it was sent back. */
  word: z.string().nullable(),
  madeAt: z.iso.datetime(),
}

const MyLearning = z.object({
  ...learning,
  /** The row of learning it became; null: not confirmed, or a file had told of the same before. */
  learningId: Id.nullable(),
  can: z.array(z.enum(['change', 'remove', 'take'])),
})
export type MyLearning = z.infer<typeof MyLearning>

export const listMyLearning = endpoint({
  id: 'listMyLearning',
  method: 'get',
  path: '/api/my/learning',
  summary: 'Learning elsewhere one has told of, the latest first, and what became of it',
  query: listQuery(['made'], {}).omit({ sort: true }),
  reply: listOf(MyLearning),
})

const Same = z.object({
  /** Where it is on record: as a row of learning, as told before, as a document the district gave. */
  where: z.enum(['learning', 'told', 'given']),
  title: z.string(),
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  number: z.string().nullable(),
})
export type Same = z.infer<typeof Same>

export const findSameLearning = endpoint({
  id: 'findSameLearning',
  method: 'get',
  path: '/api/my/learning/same',
  summary: 'What is on record of oneself with this number, or of this programme, provider and days',
  query: z.object({
    programme: z.string().trim().max(500),
    provider: z.string().trim().max(300),
    startsOn: Day,
    endsOn: Day,
    number: z.string().trim().max(100),
    /** Told of already, and not the same as itself. */
    except: Id.optional(),
  }),
  reply: listOf(Same),
})

export const tellLearning = endpoint({
  id: 'tellLearning',
  method: 'post',
  path: '/api/my/learning',
  summary: 'Tell of learning elsewhere; with the file of its document it is sent to be confirmed',
  body: Body,
  reply: MyLearning,
})

export const changeLearning = endpoint({
  id: 'changeLearning',
  method: 'put',
  path: '/api/my/learning/{id}',
  summary: 'Tell of it better, as long as nobody has confirmed it; what was sent back asks again',
  params: IdParams,
  body: Body,
  reply: MyLearning,
  versioned: true,
})

export const putLearningFile = endpoint({
  id: 'putLearningFile',
  method: 'put',
  path: '/api/my/learning/{id}/file',
  summary: 'The photo or scan of the document: JPEG, PNG, WebP or PDF, at most 5 MB; it asks to be confirmed',
  params: IdParams,
  reply: MyLearning,
  takes: 'files',
})

export const removeLearning = endpoint({
  id: 'removeLearning',
  method: 'delete',
  path: '/api/my/learning/{id}',
  summary: 'Take it back with its file, as long as nobody has confirmed it',
  params: IdParams,
  reply: Nothing,
  versioned: true,
})

const Learning = z.object({
  ...learning,
  person: z.object({ id: Id, name: z.string() }),
  /** Null: the centre confirms it. */
  organisation: z.object({ id: Id, name: z.string() }).nullable(),
  can: z.array(z.enum(['confirm', 'return'])),
})
export type Learning = z.infer<typeof Learning>

export const listLearning = endpoint({
  id: 'listLearning',
  method: 'get',
  path: '/api/learning',
  summary: 'Learning elsewhere that people within one’s reach have told of, those who wait longest first',
  query: listQuery(['made', 'ends', 'name'], {
    state: z.enum(ELSEWHERE_SENT).optional(),
    /** A part of the name, of the programme or of the number. */
    q: z.string().trim().max(200).optional(),
  }),
  reply: listOf(Learning),
})

export const getLearningDocument = endpoint({
  id: 'getLearningDocument',
  method: 'get',
  path: '/api/learning/{id}/file',
  summary: 'The photo or scan of the document; that it was read stands in the journal, and the person sees it',
  params: IdParams,
  reply: FileReply,
})

export const decideLearning = endpoint({
  id: 'decideLearning',
  method: 'post',
  path: '/api/learning/decisions',
  summary:
    'Confirm that it was so, and it counts as learning; or send back with a word, and it counts no more. What was changed meanwhile is left as it is',
  body: z.strictObject({
    learning: z
      .array(z.strictObject({ id: Id, version: z.int() }))
      .min(1)
      .max(200),
    outcome: z.enum(['confirm', 'return']),
    word: z.string().trim().max(500).default(''),
  }),
  reply: z.object({ decided: z.int(), left: z.int() }),
})
