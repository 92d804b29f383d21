import { z } from 'zod'
import { Day, Id } from '../../../../platform/contract.ts'
import { Missing } from '../../organisations/staff/staff.contract.ts'

/** Columns the list can show, in this order. */
export const PEOPLE_COLUMNS = [
  'name',
  'birth',
  'organisation',
  'position',
  'subjects',
  'category',
  'education',
  'experience',
  'rate',
  'since',
] as const
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number]

export const USUAL_COLUMNS: readonly PeopleColumn[] = ['name', 'birth', 'organisation', 'position', 'rate', 'since']

/** Of these the list is told only where they are asked for. */
export const DETAILED: readonly PeopleColumn[] = ['subjects', 'category', 'education', 'experience']

const ids = z
  .preprocess((v) => (v === undefined ? undefined : [v].flat()), z.array(Id).max(100).optional())
  .catch(undefined)

/** Filters, order and page of the list of people as they stand in its address; what makes no sense is left out. */
export const PeopleSearch = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  organisation: ids,
  position: ids,
  pedagogue: z.enum(['yes', 'no', 'unknown']).optional().catch(undefined),
  missing: Missing.optional().catch(undefined),
  employed: z.enum(['yes', 'no']).optional().catch(undefined),
  activeOn: Day.optional().catch(undefined),
  /** Which columns are shown, where it is not the usual ones. */
  columns: z
    .preprocess((v) => (v === undefined ? undefined : [v].flat()), z.array(z.enum(PEOPLE_COLUMNS)).optional())
    .catch(undefined),
  sort: z.string().max(200).optional().catch(undefined),
  page: z.coerce.number().int().min(1).optional().catch(undefined),
})
export type PeopleSearch = z.infer<typeof PeopleSearch>
