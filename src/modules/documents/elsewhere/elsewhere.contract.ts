import { z } from 'zod'
import { Day, endpoint, FileReply, Id, IdParams, listOf, listQuery, Nothing } from '../../../platform/contract.ts'
import { ListLine } from '../../registry/people/recognition.contract.ts'
import { DEED_KINDS, DeedFields, faultsOf, LEARNING_FORMS, type Told } from './deeds.kinds.contract.ts'

/** `draft` is learning without a file yet; `asked` waits for the organisation or the centre; `confirmed` counts. */
export const DEED_STATES = ['draft', 'asked', 'returned', 'confirmed'] as const
export const DEEDS_SENT = ['asked', 'returned', 'confirmed'] as const
export type DeedState = (typeof DEED_STATES)[number]

export const DEEDS_AT_ONCE = 200

/** Somebody has looked at what is on record and says that this is something else. */
const isAnother = z.boolean().default(false)

function checkDeed(told: Told, context: z.core.$RefinementCtx): void {
  for (const { path, code } of faultsOf(told)) context.addIssue({ code: 'custom', path: [path], message: code })
}

const Telling = DeedFields.extend({ isAnother }).superRefine(checkDeed)
export type Telling = z.output<typeof Telling>

const Value = z.object({ id: Id, label: z.string() }).nullable()

const deed = {
  id: Id,
  version: z.int(),
  state: z.enum(DEED_STATES),
  kind: z.enum(DEED_KINDS),
  title: z.string(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  type: Value,
  level: Value,
  role: Value,
  place: z.string().nullable(),
  form: z.enum(LEARNING_FORMS).nullable(),
  hours: z.number().nullable(),
  number: z.string().nullable(),
  partners: z.string().nullable(),
  result: z.string().nullable(),
  link: z.string().nullable(),
  /** Why it was sent back. */
  word: z.string().nullable(),
  madeAt: z.iso.datetime(),
  /** Who would confirm it recorded it for them. */
  isRecorded: z.boolean(),
  hasScan: z.boolean(),
}

const MyDeed = z.object({ ...deed, can: z.array(z.enum(['change', 'remove', 'take'])) })
export type MyDeed = z.infer<typeof MyDeed>

export const listMyDeeds = endpoint({
  id: 'listMyDeeds',
  method: 'get',
  path: '/api/my/deeds',
  summary: 'What one did elsewhere and has told of, the latest first, and what became of it',
  query: listQuery(['made'], {}).omit({ sort: true }),
  reply: listOf(MyDeed),
})

const Same = z.object({
  /** As a row of learning, as told before, as a deed that counts, as a document the district gave. */
  where: z.enum(['learning', 'told', 'counted', 'given']),
  title: z.string(),
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  number: z.string().nullable(),
})
export type Same = z.infer<typeof Same>

export const findSameDeeds = endpoint({
  id: 'findSameDeeds',
  method: 'get',
  path: '/api/my/deeds/same',
  summary: 'What is on record of oneself with this number or address, or of this title, place and days',
  query: z.object({
    kind: z.enum(DEED_KINDS),
    title: z.string().trim().max(500),
    startsOn: Day,
    endsOn: Day,
    place: z.string().trim().max(300).default(''),
    number: z.string().trim().max(100).default(''),
    link: z.string().trim().max(1000).default(''),
    /** Told of already, and not the same as itself. */
    except: Id.optional(),
  }),
  reply: listOf(Same),
})

export const tellDeed = endpoint({
  id: 'tellDeed',
  method: 'post',
  path: '/api/my/deeds',
  summary: 'Tell of what one did elsewhere; learning is sent to be confirmed with the file of its document',
  body: Telling,
  reply: MyDeed,
})

export const changeDeed = endpoint({
  id: 'changeDeed',
  method: 'put',
  path: '/api/my/deeds/{id}',
  summary: 'Tell of it better, as long as nobody has confirmed it; what was sent back asks again',
  params: IdParams,
  body: Telling,
  reply: MyDeed,
  versioned: true,
})

export const putDeedScan = endpoint({
  id: 'putDeedScan',
  method: 'put',
  path: '/api/my/deeds/{id}/file',
  summary: 'The photo or scan of a document: JPEG, PNG, WebP or PDF, at most 5 MB; it asks to be confirmed',
  params: IdParams,
  reply: MyDeed,
  takes: 'files',
})

export const removeDeed = endpoint({
  id: 'removeDeed',
  method: 'delete',
  path: '/api/my/deeds/{id}',
  summary: 'Take it back with its file, as long as nobody has confirmed it',
  params: IdParams,
  reply: Nothing,
  versioned: true,
})

const Deed = z.object({
  ...deed,
  person: z.object({ id: Id, name: z.string() }),
  /** Null: the centre confirms it. */
  organisation: z.object({ id: Id, name: z.string() }).nullable(),
  can: z.array(z.enum(['confirm', 'return', 'remove'])),
})
export type Deed = z.infer<typeof Deed>

export const listDeeds = endpoint({
  id: 'listDeeds',
  method: 'get',
  path: '/api/deeds',
  summary: 'What people within one’s reach did elsewhere, told of or recorded, those who wait longest first',
  query: listQuery(['made', 'ends', 'name'], {
    state: z.enum(DEEDS_SENT).optional(),
    kind: z.enum(DEED_KINDS).optional(),
    /** A part of the name, of the title or of the number. */
    q: z.string().trim().max(200).optional(),
  }),
  reply: listOf(Deed),
})

export const listDeedValues = endpoint({
  id: 'listDeedValues',
  method: 'get',
  path: '/api/deeds/values',
  summary: 'What types, levels and roles of deeds the district knows, by its lists',
  reply: z.object({ items: z.array(z.object({ id: Id, list: z.string(), label: z.string() })) }),
})

export const recordDeeds = endpoint({
  id: 'recordDeeds',
  method: 'post',
  path: '/api/deeds',
  summary:
    'Record what people within one’s reach did elsewhere; it counts at once. What is on record already is left out',
  body: z.strictObject({
    deeds: z
      .array(DeedFields.extend({ personId: Id, isAnother }).superRefine(checkDeed))
      .min(1)
      .max(DEEDS_AT_ONCE),
  }),
  reply: z.object({
    recorded: z.int(),
    /** Places in the list of what was on record. */
    known: z.array(z.int()),
  }),
})

export const recogniseDeedPeople = endpoint({
  id: 'recogniseDeedPeople',
  method: 'post',
  path: '/api/deeds/recognised-list',
  summary: 'Who of one’s people stands on a list (.xlsx, .csv or text); nothing is recorded or kept',
  takes: 'files',
  reply: z.object({ lines: z.array(ListLine) }),
})

export const getDeedDocument = endpoint({
  id: 'getDeedDocument',
  method: 'get',
  path: '/api/deeds/{id}/file',
  summary: 'The photo or scan of a document; that it was read stands in the journal, and the person sees it',
  params: IdParams,
  reply: FileReply,
})

const Scan = z.object({
  /** Of the deed. */
  id: Id,
  title: z.string(),
  /** The row of learning it became. */
  learningId: Id.nullable(),
})
export type ScanOnRecord = z.infer<typeof Scan>

export const listScansOf = endpoint({
  id: 'listScansOf',
  method: 'get',
  path: '/api/people/{id}/scans',
  summary: 'Which confirmed deeds of a person have a scan the asker may open',
  params: IdParams,
  reply: z.object({ items: z.array(Scan) }),
})

export const decideDeeds = endpoint({
  id: 'decideDeeds',
  method: 'post',
  path: '/api/deeds/decisions',
  summary:
    'Confirm that it was so, and it counts; or send back with a word, and it counts no more; or remove what was recorded for them. What was changed meanwhile is left as it is',
  body: z.strictObject({
    deeds: z
      .array(z.strictObject({ id: Id, version: z.int() }))
      .min(1)
      .max(DEEDS_AT_ONCE),
    outcome: z.enum(['confirm', 'return', 'remove']),
    word: z.string().trim().max(500).default(''),
  }),
  reply: z.object({ decided: z.int(), left: z.int() }),
})
