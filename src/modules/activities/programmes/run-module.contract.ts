import { z } from 'zod'
import { Id } from '../../../platform/contract.ts'

/** A module of a programme, as runs and what was completed name it. */
export const RunModule = z.object({ id: Id, title: z.string(), hours: z.number() })
export type RunModule = z.infer<typeof RunModule>
