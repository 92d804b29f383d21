import { addressOf, count, text } from '../../../../web/address.ts'

export const readRoomsSearch = addressOf({ q: text(), sort: text(), page: count })
export type RoomsSearch = ReturnType<typeof readRoomsSearch>
