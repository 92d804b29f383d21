import { z } from 'zod'
import { endpoint, Id, IdParams, listOf, listQuery } from '../../../platform/contract.ts'
import { NewPerson } from '../people/people.contract.ts'

/** More records of a kind than anybody goes through; the newest are told. */
export const RECORDS_OF_A_KIND = 1_000

/** The table and the column by which records belong to people. */
const Of = z.string().regex(/^[a-z_]+\.[a-z_]+\.[a-z_]+$/)

const PersonRecord = z.object({
  id: Id,
  /** What it is in words; empty where only the day tells. */
  label: z.string(),
  on: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
  /** The row it comes from; null: not from a file. */
  origin: z.object({ load: Id, file: z.string(), row: z.int() }).nullable(),
})
export type PersonRecord = z.infer<typeof PersonRecord>

const RecordsOfPerson = z.object({
  person: z.object({
    id: Id,
    version: z.int(),
    surname: z.string(),
    givenName: z.string(),
    patronymic: z.string().nullable(),
    birthOn: z.iso.date(),
    hasNumber: z.boolean(),
  }),
  kinds: z.array(
    z.object({
      of: Of,
      title: z.string(),
      /** The newest first. */
      records: z.array(PersonRecord),
      total: z.int(),
    }),
  ),
})
export type RecordsOfPerson = z.infer<typeof RecordsOfPerson>

export const listRecordsOfPerson = endpoint({
  id: 'listRecordsOfPerson',
  method: 'get',
  path: '/api/people/{id}/records',
  summary: 'All records of a card by their kind, to say which are of somebody else',
  params: IdParams,
  reply: RecordsOfPerson,
})

const Records = z.strictObject({ of: Of, ids: z.array(Id).max(RECORDS_OF_A_KIND) })

export const splitPerson = endpoint({
  id: 'splitPerson',
  method: 'post',
  path: '/api/people/{id}/split',
  summary: 'Two people got onto one card: the records named here go to a card of their own',
  params: IdParams,
  body: z.strictObject({
    person: NewPerson.pick({ surname: true, givenName: true, patronymic: true, birthOn: true, sex: true }),
    /** The СНИЛС goes to the new card. */
    takesNumber: z.boolean().default(false),
    records: z.array(Records).min(1).max(20),
  }),
  /** The new card, and by which id this is undone. */
  reply: z.object({ id: Id, cardVersion: z.int(), moved: z.int(), split: Id }),
  versioned: true,
})

const Split = z.object({
  id: Id,
  /** The card that was split, and the new one, as they were called then. */
  kept: z.object({ id: Id, name: z.string() }),
  parted: z.object({ id: Id, name: z.string(), birthOn: z.iso.date() }),
  /** Records that changed hands. */
  moved: z.int(),
  at: z.iso.datetime(),
  by: z.string().nullable(),
  undone: z.boolean(),
})
export type Split = z.infer<typeof Split>

export const listSplits = endpoint({
  id: 'listSplits',
  method: 'get',
  path: '/api/splits',
  summary: 'Cards that were split, the latest first',
  query: listQuery(['at'], { person: Id.optional() }),
  reply: listOf(Split),
})

export const undoSplit = endpoint({
  id: 'undoSplit',
  method: 'post',
  path: '/api/splits/{id}/undo',
  summary: 'Make one card again of one that was split: all records of the new card go back',
  params: IdParams,
  reply: Split,
})
