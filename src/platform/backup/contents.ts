import { z } from 'zod'

/** What the first entry of a backup says: by which version it was made, and how the tables are laid. */
export const BackupHead = z.strictObject({
  format: z.literal(1),
  program: z.string(),
  /** Of a copy for training: nobody in it has the name of anybody there is. */
  changedNames: z.boolean().optional(),
  at: z.iso.datetime(),
  postgres: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.strictObject({ name: z.string(), last: z.string().nullable() })),
})
export type BackupHead = z.infer<typeof BackupHead>

const Counted = z.strictObject({ name: z.string(), rows: z.number(), bytes: z.number(), sha256: z.string() })
const Filed = z.strictObject({ name: z.string(), bytes: z.number(), sha256: z.string() })

/** What the last entry says: that all is there, and what it has to be equal to. */
export const BackupContents = z.strictObject({ tables: z.array(Counted), files: z.array(Filed) })
export type BackupContents = z.infer<typeof BackupContents>

export const HEAD = 'backup.json'
export const CONTENTS = 'contents.json'
export const TABLES = 'tables/'
export const FILES = 'files/'
/** Not a table of ours: jobs by the column, so that another version of the queue takes them in. */
export const JOBS = 'jobs'
