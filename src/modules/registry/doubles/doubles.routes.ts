import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import { findDistrictKey } from '../districts/district.key.ts'
import { maskSnils } from '../people/person.telling.ts'
import * as contract from './doubles.contract.ts'
import * as repo from './doubles.repo.ts'
import { likenessOf, reasonsFor } from './likeness.ts'
import { findMerges } from './merges.repo.ts'
import * as service from './merges.service.ts'

/** Two cards may be of two schools, and their records of any: only who answers for the whole district joins them. */
const may = 'person.merge'

type Pair = { readonly body: { readonly first: number; readonly second: number } }

const bothOf = async ({ db }: { db: ReadDb }, { body: { first, second } }: Pair) =>
  first !== second && (await repo.countPeople(db, [first, second])) === 2 ? ('district' as const) : undefined

export const doubleRoutes: readonly Route[] = [
  query(contract.listDoubles, {
    may,
    run: async ({ db, services, tenant }, { query }) => {
      const pairs = await repo.findCandidates(db)
      const alike = pairs
        .flatMap(([one, other]) => {
          const likeness = likenessOf(one, other)
          return likeness === undefined ? [] : [{ one: one.id, other: other.id, ...likeness }]
        })
        .sort((left, right) => right.weight - left.weight || left.one - right.one || left.other - right.other)
      const { limit, offset } = pageOf(query)
      const shown = alike.slice(offset, offset + limit)
      const cards = await repo.findCards(
        db,
        shown.flatMap(({ one, other }) => [one, other]),
      )
      const cardOf = tellCards(cards, await findDistrictKey(db, services.master, tenant ?? 0))
      return {
        items: shown.map(({ one, other, is, reasons }) => ({
          first: cardOf(one),
          second: cardOf(other),
          is,
          reasons: [...reasons],
        })),
        total: alike.length,
      }
    },
  }),
  query(contract.getDouble, {
    may,
    over: ({ db }, { query }) => bothOf({ db }, { body: query }),
    run: async ({ db, services, tenant }, { query: { first, second } }) => {
      const [likened, cards] = await Promise.all([
        repo.findLikened(db, [first, second]),
        repo.findCards(db, [first, second]),
      ])
      const [one, other] = likened
      if (one === undefined || other === undefined) throw new Refusal('not_found', 'not_found')
      const cardOf = tellCards(cards, await findDistrictKey(db, services.master, tenant ?? 0))
      const is = likenessOf(one, other)?.is ?? 'asked'
      return { first: cardOf(first), second: cardOf(second), is, reasons: reasonsFor(one, other) }
    },
  }),
  command(contract.tellApart, {
    may,
    over: bothOf,
    run: async ({ tx, actor, note }, { body }) => {
      if ((await bothOf({ db: tx }, { body })) === undefined) throw new Refusal('not_found', 'not_found')
      note({ kind: 'person', id: body.first, details: { apart: body.second } })
      await repo.insertToldApart(tx, body, actor.account)
      return undefined
    },
  }),
  command(contract.askAgain, {
    may,
    over: bothOf,
    run: async ({ tx, note }, { body }) => {
      note({ kind: 'person', id: body.first, details: { askAgain: body.second } })
      await repo.deleteToldApart(tx, body)
      return undefined
    },
  }),
  command(contract.mergePerson, {
    may,
    over: ({ db }, { params, body }) => bothOf({ db }, { body: { first: params.id, second: body.gone } }),
    run: async ({ tx, actor, note, expectedVersion }, { params, body }) => {
      const { gone, version, take } = body
      const asked = { kept: params.id, version: expectedVersion, gone, goneVersion: version, take }
      const id = await service.mergePerson(tx, { ...asked, account: actor.account })
      note({ kind: 'person', id: params.id, details: { merged: gone, merge: id } })
      return await getMerge(tx, id)
    },
  }),
  query(contract.listMerges, {
    may,
    run: ({ db }, { query }) => findMerges(db, { person: query.person, ...pageOf(query) }),
  }),
  command(contract.undoMerge, {
    may,
    over: async ({ db }, { params }) => ((await findMerges(db, params)).total > 0 ? 'district' : undefined),
    run: async ({ tx, actor, note }, { params }) => {
      const { keptId, goneId } = await service.undoMerge(tx, params.id, actor.account)
      note({ kind: 'person', id: keptId, details: { parted: goneId, merge: params.id } })
      return await getMerge(tx, params.id)
    },
  }),
]

/** Cards as they are told: of the number its last digits. */
function tellCards(cards: Awaited<ReturnType<typeof repo.findCards>>, key: Keyring) {
  return (id: number): contract.Double['first'] => {
    const card = cards.get(id)
    if (card === undefined) throw new Refusal('not_found', 'not_found')
    const { sealedSnils, ...same } = card
    return { ...same, snils: sealedSnils && maskSnils(key.open(sealedSnils, 'snils').toString()) }
  }
}

async function getMerge(tx: Tx, id: number): Promise<contract.Merge> {
  const { items } = await findMerges(tx, { id })
  const [found] = items
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}
