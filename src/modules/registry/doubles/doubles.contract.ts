import { z } from 'zod'
import { endpoint, Id, IdParams, listOf, listQuery, Nothing } from '../../../platform/contract.ts'

/** What speaks for one person, the strongest first. */
export const FOR = [
  'same_birth',
  'birth_swapped',
  'birth_one_part',
  'same_surname',
  'former_surname',
  'close_surname',
  'same_given',
  'close_given',
  'initial_given',
  'same_patronymic',
  'close_patronymic',
  'one_patronymic',
  'same_organisation',
] as const

/** What speaks against. */
export const AGAINST = [
  'two_numbers',
  'other_sex',
  'other_given',
  'other_patronymic',
  'other_surname',
  'other_birth',
] as const

export type Reason = (typeof FOR)[number] | (typeof AGAINST)[number]

/** What a card says of who somebody is, and where they work. */
const Card = z.object({
  id: Id,
  version: z.int(),
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string().nullable(),
  birthOn: z.iso.date(),
  sex: z.enum(['female', 'male']).nullable(),
  /** Masked: only the last two digits are shown. */
  snils: z.string().nullable(),
  employments: z.array(
    z.object({
      organisation: z.object({ id: Id, name: z.string() }),
      position: z.string(),
      hiredOn: z.iso.date(),
      dismissedOn: z.iso.date().nullable(),
    }),
  ),
  /** Where the card comes from; null: typed by hand. */
  origin: z.object({ file: z.string(), row: z.int().nullable() }).nullable(),
})

export const Double = z.object({
  first: Card,
  second: Card,
  /** `asked`: somebody wants to compare these two. */
  is: z.enum(['probable', 'possible', 'asked']),
  reasons: z.array(z.enum([...FOR, ...AGAINST])),
})
export type Double = z.infer<typeof Double>

export const listDoubles = endpoint({
  id: 'listDoubles',
  method: 'get',
  path: '/api/doubles',
  summary: 'Pairs of cards that may be of one person, the likeliest first',
  query: listQuery(['likeness'], {}),
  reply: listOf(Double),
})

export const getDouble = endpoint({
  id: 'getDouble',
  method: 'get',
  path: '/api/doubles/pair',
  summary: 'Any two cards side by side',
  query: z.object({ first: Id, second: Id }),
  reply: Double,
})

const Pair = z.strictObject({ first: Id, second: Id })

export const tellApart = endpoint({
  id: 'tellApart',
  method: 'post',
  path: '/api/doubles/apart',
  summary: 'Say that two cards are of two people: they are not proposed again',
  body: Pair,
  reply: Nothing,
})

export const askAgain = endpoint({
  id: 'askAgain',
  method: 'post',
  path: '/api/doubles/ask-again',
  summary: 'Take back that two cards are of two people',
  body: Pair,
  reply: Nothing,
})

/** What of the card that goes may replace what the one that stays says. */
export const TAKEN = ['surname', 'givenName', 'patronymic', 'birthOn', 'sex'] as const

const Merge = z.object({
  id: Id,
  kept: z.object({ id: Id, name: z.string() }),
  /** The card that is gone, as it was. */
  gone: z.object({ id: Id, name: z.string(), birthOn: z.iso.date() }),
  /** Records that changed hands, and those that both cards had. */
  moved: z.int(),
  dropped: z.int(),
  at: z.iso.datetime(),
  by: z.string().nullable(),
  undone: z.boolean(),
})
export type Merge = z.infer<typeof Merge>

export const mergePerson = endpoint({
  id: 'mergePerson',
  method: 'post',
  path: '/api/people/{id}/merge',
  summary: 'Take another card for one of this person: all its records come along, and the other card is gone',
  params: IdParams,
  body: z.strictObject({
    gone: Id,
    /** The version of the other card as it was seen. */
    version: z.int(),
    /** Which fields the card that stays takes from the other; what it does not know it takes anyway. */
    take: z.array(z.enum(TAKEN)).max(TAKEN.length).default([]),
  }),
  reply: Merge,
  versioned: true,
})

export const listMerges = endpoint({
  id: 'listMerges',
  method: 'get',
  path: '/api/merges',
  summary: 'Cards that were merged, the latest first',
  query: listQuery(['at'], { person: Id.optional() }),
  reply: listOf(Merge),
})

export const undoMerge = endpoint({
  id: 'undoMerge',
  method: 'post',
  path: '/api/merges/{id}/undo',
  summary: 'Part merged cards again: each gets back what it had',
  params: IdParams,
  reply: Merge,
})
