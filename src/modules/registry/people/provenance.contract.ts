import { z } from 'zod'
import { Id } from '../../../platform/contract.ts'

/** A thing of the registry as it is named elsewhere. */
export const Named = z.object({ id: Id, name: z.string() })

/** A row of a sheet that was loaded; null: entered by hand. */
export const Origin = z.object({ source: Id, row: z.int() }).nullable()
export type Origin = z.infer<typeof Origin>

/** Where a record comes from: its first row, and by field where later values come from. */
export const Provenance = {
  origin: Origin,
  origins: z.record(z.string(), Origin),
}
