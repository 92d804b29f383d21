import { addressOf, count, oneOf } from '../../../../web/address.ts'

export const SIDES = ['mine', 'asked'] as const
export const STATES = ['open', 'answered', 'closed'] as const

/** Which questions are shown, as it stands in the address. */
export const readQuestionsSearch = addressOf({ side: oneOf(SIDES), state: oneOf(STATES), page: count })
export type QuestionsSearch = ReturnType<typeof readQuestionsSearch>
