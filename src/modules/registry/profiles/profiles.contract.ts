import { z } from 'zod'
import { endpoint, Id, IdParams, Nothing } from '../../../platform/contract.ts'

const Text = z.string().max(500)
const some = (most: number) => (record: Readonly<Record<string, unknown>>) => Object.keys(record).length <= most

/** What a profile remembers beside its name. */
export const ProfileSettings = z.strictObject({
  sheets: z
    .record(
      z.string().max(300),
      z.strictObject({
        columns: z.record(Text, z.string().max(300).nullable()).refine(some(500)),
        constants: z.record(z.string().max(300), Text).refine(some(100)),
      }),
    )
    .refine(some(100)),
  answers: z.record(z.string().max(100), z.record(Text, Text).refine(some(5_000))).refine(some(100)),
  scores: z.enum(['points', 'percent', 'share']).nullable(),
  hidden: z.enum(['load', 'skip']).nullable(),
})
export type ProfileSettings = z.infer<typeof ProfileSettings>

const Name = z.string().trim().min(1).max(100)

const Profile = z.object({
  /** null: the built-in one, which cannot be changed. */
  id: Id.nullable(),
  name: z.string(),
  version: z.int(),
  changedAt: z.iso.datetime().nullable(),
  settings: ProfileSettings,
})
export type Profile = z.infer<typeof Profile>

export const listProfiles = endpoint({
  id: 'listLoadProfiles',
  method: 'get',
  path: '/api/load-profiles',
  summary: 'How files of each source are read: the built-in profile first, then those of the district by name',
  reply: z.object({ items: z.array(Profile) }),
})

export const getProfile = endpoint({
  id: 'getLoadProfile',
  method: 'get',
  path: '/api/load-profiles/{id}',
  summary: 'A profile of the district: columns and what was answered once and for all',
  params: IdParams,
  reply: Profile,
  versioned: true,
})

const Saved = z.strictObject({ name: Name, settings: ProfileSettings })

export const createProfile = endpoint({
  id: 'createLoadProfile',
  method: 'post',
  path: '/api/load-profiles',
  summary: 'Remember how the files of a source are read',
  body: Saved,
  reply: Profile,
})

export const changeProfile = endpoint({
  id: 'changeLoadProfile',
  method: 'put',
  path: '/api/load-profiles/{id}',
  summary: 'Change a profile; loads that were begun keep what it was',
  params: IdParams,
  body: Saved,
  reply: Profile,
  versioned: true,
})

export const removeProfile = endpoint({
  id: 'removeLoadProfile',
  method: 'delete',
  path: '/api/load-profiles/{id}',
  summary: 'Forget a profile; loads that were begun keep what it was',
  params: IdParams,
  reply: Nothing,
  versioned: true,
})

const told = { code: z.string(), message: z.string() }

const LookedSheet = z.object({
  /** null: a CSV. */
  sheet: z.string().nullable(),
  hidden: z.boolean(),
  /** The name of what it is taken for within a profile; null where nobody knows. */
  means: z.string().nullable(),
  /** As the file has them; `means`: the declared header, `ФИО`, or null where the column is left alone. */
  columns: z.array(
    z.object({
      place: z.int(),
      header: z.string(),
      /** Under which a profile remembers it. */
      key: z.string(),
      means: z.string().nullable(),
      how: z.enum(['profile', 'same', 'alias', 'none', 'forbidden']),
    }),
  ),
  /** What a column may be taken for. */
  choices: z.array(z.string()),
  /** Required columns that nothing supplies. */
  missing: z.array(z.string()),
  /** Rows looked at: the first 20,000 at most. */
  rows: z.int(),
  /** Rows of totals, sections, signatures, numbers below the header. */
  skipped: z.int(),
  dropped: z.array(z.string()),
  asOf: z.object({ day: z.string(), from: z.enum(['given', 'title', 'name', 'load']) }).nullable(),
  remarks: z.array(z.object({ ...told, column: z.string(), rows: z.int() })),
  /** Values nobody knows, the most frequent first (200 of each kind at most), with the rows that have them. */
  questions: z.array(
    z.object({
      kind: z.string(),
      column: z.string(),
      rows: z.int(),
      /** `key`: under which the answer is remembered. */
      values: z.array(z.object({ value: z.string(), key: z.string(), rows: z.int() })),
      /** What a value may mean; empty where anything may be typed. */
      choices: z.array(z.object({ value: z.string(), label: z.string() })),
    }),
  ),
})
export type LookedSheet = z.infer<typeof LookedSheet>

const Looked = z.object({
  files: z.array(z.object({ file: z.string(), sheets: z.array(LookedSheet) })),
  unread: z.array(z.object({ file: z.string(), ...told })),
})
export type Looked = z.infer<typeof Looked>

export const lookIntoFiles = endpoint({
  id: 'lookIntoFiles',
  method: 'post',
  path: '/api/load-profiles/look',
  summary: 'What a profile would make of files: columns, repairs, and what it would ask; nothing is loaded or kept',
  query: z.object({ profile: z.string().max(100).default('usual') }),
  takes: 'files',
  reply: Looked,
})

/** Of a load: the cells as they were before a profile set them right. */
export const listKeptCells = endpoint({
  id: 'listKeptCells',
  method: 'get',
  path: '/api/loads/{id}/kept-cells',
  summary: 'Cells of a load as they were before a profile set them right, sheet by sheet; the look is journalled',
  params: IdParams,
  query: z.object({
    source: z.coerce.number().int().positive().optional(),
    /** Rows after this one of the sheet. */
    after: z.coerce.number().int().min(0).default(0),
  }),
  reply: z.object({
    sheets: z.array(z.object({ id: Id, file: z.string(), sheet: z.string().nullable() })),
    source: Id.nullable(),
    rows: z.array(
      z.object({
        row: z.int(),
        cells: z.array(z.object({ column: z.string(), ...told, text: z.string() })),
      }),
    ),
    /** Ask for more with this as `after`; null at the end. */
    next: z.int().nullable(),
  }),
})
