import { z } from 'zod'
import { Day, Id } from '../../../platform/contract.ts'
import { WebLink } from '../../../platform/web-link.contract.ts'
import { LEAST_HOURS, LEAST_HOURS_OF_RETRAINING } from '../papers/kinds.contract.ts'

/** Learning with a document, and what else people do outside the district. */
export const LEARNING_KINDS = ['upskilling', 'retraining'] as const
export const DEED_KINDS = [...LEARNING_KINDS, 'event', 'publication', 'award', 'nonformal', 'informal'] as const
export type DeedKind = (typeof DEED_KINDS)[number]

export const LEARNING_FORMS = ['in_person', 'distance', 'blended'] as const

/** Confirmed it becomes a row of learning; of everything else the deed itself is the fact. */
export const isLearning = (kind: DeedKind): kind is (typeof LEARNING_KINDS)[number] =>
  LEARNING_KINDS.some((one) => one === kind)

/** What is said of a deed beside its title and days, in the order of a form. */
export const DETAILS = [
  ...(['typeId', 'levelId', 'roleId', 'place', 'form', 'hours', 'number', 'partners', 'result', 'link'] as const),
] as const
export type Detail = (typeof DETAILS)[number]

type Asks = { readonly must: readonly Detail[]; readonly may: readonly Detail[] }

const LEARNING: Asks = { must: ['place', 'form', 'hours', 'number'], may: [] }

/** What is asked of each kind: no more than tells one deed from another. */
export const ASKS: Readonly<Record<DeedKind, Asks>> = {
  upskilling: LEARNING,
  retraining: LEARNING,
  event: { must: ['typeId', 'levelId', 'roleId'], may: ['place', 'link'] },
  publication: { must: ['typeId', 'place'], may: ['levelId', 'partners', 'link'] },
  award: { must: ['typeId', 'place'], may: ['levelId', 'number'] },
  nonformal: { must: ['typeId', 'place'], may: ['hours', 'link'] },
  informal: { must: ['result'], may: ['hours', 'link'] },
}

/** Happened on one day, or nobody counts the days. */
export const isOfOneDay = (kind: DeedKind): boolean => kind === 'publication' || kind === 'award'

/** Lists of the district the details are values of: the type by kind, the others whatever the kind. */
export const TYPE_LISTS = {
  event: 'deed_event',
  publication: 'deed_publication',
  award: 'deed_award',
  nonformal: 'deed_nonformal',
} as const satisfies Partial<Record<DeedKind, string>>
export const LEVELS = 'deed_level'
export const ROLES = 'deed_role'

const text = (most: number, least = 2) => z.string().trim().min(least).max(most)
const maybe = <T extends z.ZodType>(type: T) => type.nullable().default(null)

const Hours = z
  .number()
  .positive()
  .max(9_999)
  .refine((hours) => Number.isInteger(hours * 10), 'hours_in_tenths')

/** As somebody tells of it. */
export const DeedFields = z.strictObject({
  kind: z.enum(DEED_KINDS),
  title: text(500),
  startsOn: Day,
  endsOn: Day,
  typeId: maybe(Id),
  levelId: maybe(Id),
  roleId: maybe(Id),
  /** Who taught, where it was, what it appeared in, who gave it. */
  place: maybe(text(300)),
  form: maybe(z.enum(LEARNING_FORMS)),
  hours: maybe(Hours),
  /** Of the document, as it stands there. */
  number: maybe(text(100, 1)),
  /** Who else wrote it, by name. */
  partners: maybe(text(500)),
  /** What came of it. */
  result: maybe(text(1000)),
  link: maybe(WebLink),
})
export type Told = z.output<typeof DeedFields>

type Fault = { readonly path: keyof Told; readonly code: string }

/** What is asked of the kind must be there, and nothing else; hours as the law counts them. */
export function faultsOf(told: Told): Fault[] {
  const { must, may } = ASKS[told.kind]
  const { kind, hours } = told
  return [
    ...must.filter((detail) => told[detail] === null).map((path) => ({ path, code: 'required' })),
    ...DETAILS.filter((detail) => told[detail] !== null && !must.includes(detail) && !may.includes(detail)).map(
      (path) => ({ path, code: 'not_of_kind' }),
    ),
    ...(told.endsOn < told.startsOn ? [{ path: 'endsOn' as const, code: 'ends_before_start' }] : []),
    ...(hours !== null && kind === 'upskilling' && hours < LEAST_HOURS
      ? [{ path: 'hours' as const, code: 'hours_below_law' }]
      : []),
    ...(hours !== null && kind === 'retraining' && hours < LEAST_HOURS_OF_RETRAINING
      ? [{ path: 'hours' as const, code: 'retraining_below_law' }]
      : []),
  ]
}
