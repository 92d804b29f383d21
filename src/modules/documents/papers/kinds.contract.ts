import { z } from 'zod'
import { Day } from '../../../platform/contract.ts'

/** What a district gives people for what they did. */
export const PAPER_KINDS = ['participation', 'upskilling', 'retraining', 'activity'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** What a diploma of retraining gives by 273-ФЗ, article 76(5): a qualification, or the right to a kind of work. */
export const DIPLOMA_GIVES = ['qualification', 'work'] as const

/** As what somebody took part. */
export const PAPER_PARTS = ['participant', 'listener', 'speaker'] as const

/** Order of the ministry of 24.03.2025 № 266, clause 18: what is shorter is no further training, or no retraining. */
export const LEAST_HOURS = 16
export const LEAST_HOURS_OF_RETRAINING = 250

const Hours = z
  .number()
  .positive()
  .max(9_999)
  .refine((hours) => Number.isInteger(hours * 10), 'hours_in_tenths')
const days = { startsOn: Day, endsOn: Day }

/** What a paper is given for, and where it was. */
export const PaperTitle = z.string().trim().min(3).max(300)
export const PaperPlace = z.string().trim().min(2).max(300)

const aboutWith = (title: z.ZodString) =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('participation'),
      title,
      ...days,
      part: z.enum(PAPER_PARTS),
      hours: Hours.nullable(),
    }),
    z.strictObject({
      kind: z.literal('upskilling'),
      title,
      ...days,
      hours: Hours.refine((hours) => hours >= LEAST_HOURS, 'hours_below_law'),
    }),
    z.strictObject({
      kind: z.literal('retraining'),
      title,
      ...days,
      hours: Hours.refine((hours) => hours >= LEAST_HOURS_OF_RETRAINING, 'retraining_below_law'),
      gives: z.enum(DIPLOMA_GIVES),
      given: title,
    }),
    z.strictObject({ kind: z.literal('activity'), title, doneOn: Day.optional(), place: PaperPlace.optional() }),
  ])

/** What a paper says beside the name. `title` is what it is given for: the event, the programme, the work. */
export const About = aboutWith(PaperTitle).refine(
  (about) => about.kind === 'activity' || about.startsOn <= about.endsOn,
  { message: 'ends_before_start', path: ['endsOn'] },
)
export type About = z.infer<typeof About>

/** The same as it is kept: of who was erased the title is a dash. */
export const KeptAbout = aboutWith(z.string())
