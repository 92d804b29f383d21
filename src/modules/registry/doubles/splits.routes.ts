import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import { countPeople } from './doubles.repo.ts'
import type { PersonRecords } from './person.records.ts'
import { splitPerson, undoSplit } from './split.service.ts'
import * as contract from './splits.contract.ts'
import * as repo from './splits.repo.ts'

/** As for merging: the records of a card may be of any organisation. */
const may = 'person.merge'

const person = async ({ db }: { db: ReadDb }, { params }: { params: { id: number } }) =>
  (await countPeople(db, [params.id])) > 0 ? ('district' as const) : undefined

/** Cards of two people; `records` says how what belongs to them is called. */
export const splitRoutes = (records: readonly PersonRecords[]): readonly Route[] => [
  query(contract.listRecordsOfPerson, {
    may,
    over: person,
    run: async ({ db, language }, { params: { id } }) => {
      const owner = await repo.findRecordsOwner(db, id)
      if (owner === undefined) throw new Refusal('not_found', 'not_found')
      const kinds = await repo.findRecords(db, id, records)
      return {
        person: owner,
        kinds: kinds.map(({ table, column, title, records, total }) => ({
          of: `${table}.${column}`,
          title: title[language],
          records: [...records],
          total,
        })),
      }
    },
  }),
  command(contract.splitPerson, {
    may,
    over: person,
    run: async ({ tx, actor, note, today, expectedVersion }, { params, body }) => {
      const asked = { id: params.id, version: expectedVersion, account: actor.account, today, ...body }
      const split = await splitPerson(tx, asked)
      note({ kind: 'person', id: params.id, details: { split: split.id } })
      return split
    },
  }),
  query(contract.listSplits, {
    may,
    run: ({ db }, { query }) => repo.findSplits(db, { person: query.person, ...pageOf(query) }),
  }),
  command(contract.undoSplit, {
    may,
    over: async ({ db }, { params }) => ((await repo.findSplits(db, params)).total > 0 ? 'district' : undefined),
    run: async ({ tx, note }, { params }) => {
      const { keptId, partedId } = await undoSplit(tx, params.id)
      note({ kind: 'person', id: keptId, details: { joined: partedId, split: params.id } })
      return await getSplit(tx, params.id)
    },
  }),
]

async function getSplit(tx: Tx, id: number): Promise<contract.Split> {
  const [found] = (await repo.findSplits(tx, { id })).items
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}
