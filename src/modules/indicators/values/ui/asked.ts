import { addressOf, oneOf, text } from '../../../../web/address.ts'

export const PARTS = ['counted', 'rest', 'unsure'] as const
export type Part = (typeof PARTS)[number]

const name = text(300)

/** A cell that was asked "who is that?", as it stands in the address: the answer can be shared and gone back to. */
export const ASKED = { who: name, slice: name, key: name, part: oneOf(PARTS) }

const readAsked = addressOf(ASKED)
export type Asked = ReturnType<typeof readAsked>
