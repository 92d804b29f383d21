import { addressOf, count, oneOf } from '../../../../web/address.ts'

const isNew = oneOf(['new'])

/** Which profile is open; `new` is one that is not there yet. */
export const readProfilesSearch = addressOf({ profile: (value) => isNew(value) ?? count(value) })
export type ProfilesSearch = ReturnType<typeof readProfilesSearch>
