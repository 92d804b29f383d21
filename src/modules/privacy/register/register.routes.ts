import { query, type Route } from '../../../platform/http/route.ts'
import type { PersonalData } from '../../../platform/personal-data.ts'
import { getPersonalDataRegister } from './register.contract.ts'
import { registerIn } from './register.ts'

/** Nothing in it is of anybody: whoever signs in may know what is kept. */
export const registerRoutes = (data: readonly PersonalData[]): readonly Route[] => [
  query(getPersonalDataRegister, {
    may: 'signed-in',
    run: async ({ language }) => {
      const items = registerIn(language, data)
      return { items, total: items.length }
    },
  }),
]
