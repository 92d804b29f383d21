import { useQuery } from '@tanstack/react-query'
import { call } from '../../../../web/api.ts'
import { fullName } from '../../../../web/formats.ts'
import { listPeople } from '../../../registry/people/people.contract.ts'
import { listRoll } from '../../holding/holding.contract.ts'

const SIZE = 200
const PAGES_MOST = 10

export type Somebody = { readonly id: number; readonly name: string }

type Listed<T> = { readonly items: readonly T[]; readonly total: number }

/** All of a list that is told page by page. */
async function allOf<T>(read: (page: number) => Promise<Listed<T>>): Promise<T[]> {
  const all: T[] = []
  for (let page = 1; page <= PAGES_MOST; page++) {
    const { items, total } = await read(page)
    all.push(...items)
    if (items.length === 0 || all.length >= total) break
  }
  return all
}

/** Who worked at the organisation on the day. */
export const useStaff = (organisation: number | undefined, day: string) =>
  useQuery({
    queryKey: ['people', 'staff', organisation, day],
    queryFn: async (): Promise<Somebody[]> => {
      const organisations = organisation === undefined ? [] : [organisation]
      const query = {
        organisation: organisations,
        sort: 'name' as const,
        size: SIZE,
        ...(day !== '' && { activeOn: day }),
      }
      const people = await allOf((page) => call(listPeople, { query: { ...query, page } }))
      return people.map((person) => ({ id: person.id, name: fullName(person) }))
    },
    enabled: organisation !== undefined,
  })

/** Who was at an event that was held. */
export const useThere = (event: number) =>
  useQuery({
    queryKey: ['roll', event, 'there'],
    queryFn: async (): Promise<Somebody[]> => {
      const query = { sort: 'name' as const, size: SIZE }
      const roll = await allOf((page) => call(listRoll, { params: { id: event }, query: { ...query, page } }))
      return roll.flatMap(({ person, came }) => (came === true ? [person] : []))
    },
    gcTime: 0,
  })
