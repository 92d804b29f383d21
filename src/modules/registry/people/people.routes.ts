import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, query, type RequestContext, type Route } from '../../../platform/http/route.ts'
import { WORKBOOK_TYPE } from '../../../platform/spreadsheets/index.ts'
import { findDistrictKey } from '../districts/district.key.ts'
import { takeAway } from '../exports/taking-away.ts'
import { remember, rememberAdded } from '../history/history.service.ts'
import { employmentRoutes } from './employments.routes.ts'
import { openSnils } from './opening.contract.ts'
import { noteOpening } from './opening.ts'
import * as contract from './people.contract.ts'
import { findPeople } from './people.list.ts'
import { scopeOfPerson } from './people.scope.ts'
import * as service from './people.service.ts'
import { peopleWorkbook } from './people.workbook.ts'
import { findPersonCard } from './person.card.ts'
import { tellPerson } from './person.telling.ts'
import { findSnils } from './snils.reading.ts'

const WHOLE: Reach = { district: true, organisations: [], people: [] }

export const peopleRoutes: readonly Route[] = [
  query(contract.listPeople, {
    may: 'person.read',
    run: ({ db, reach, today }, { query }) => findPeople(db, { reach, query, today }),
  }),
  // Taking a list away is journalled: whose, by which filters, how many.
  command(contract.exportPeople, {
    may: 'person.read',
    run: async (context, { query }) => {
      const { tx, reach, today, services, language, tenant } = context
      const all = { ...query, page: 1, size: contract.PEOPLE_IN_WORKBOOK, with: 'details' as const }
      const { items, total } = await findPeople(tx, { reach, query: all, today })
      if (total > items.length) {
        throw new Refusal('conflict', 'too_many_rows', { params: { most: contract.PEOPLE_IN_WORKBOOK } })
      }
      const { q, ...filters } = query
      await takeAway(context, {
        action: contract.exportPeople.id,
        ...{ kind: 'district', id: tenant ?? 0, details: { ...filters, byName: q !== undefined }, rows: total },
        people: items.map(({ id }) => id),
      })
      const content = await peopleWorkbook(items, { translator: services.translator, language })
      return { fileName: `people-${query.activeOn ?? today}.xlsx`, mediaType: WORKBOOK_TYPE, content }
    },
  }),
  query(contract.getPerson, {
    may: 'person.read',
    // The card is found within the reach, so that it takes one statement.
    run: (context, { params }) => getPerson(context, context.db, params.id),
  }),
  command(contract.createPerson, {
    may: 'person.manage',
    run: async (context, { body }) => {
      const { tx, note, today, reach, actor } = context
      const key = await keyOf(context, tx)
      const { person, employment } = await service.createPerson(tx, body, { key, today, reach })
      note({ kind: 'person', id: person })
      await rememberAdded(tx, { kind: 'person', id: person, account: actor.account })
      if (employment !== null) {
        note({ kind: 'employment', id: employment, details: { person } })
        await rememberAdded(tx, { kind: 'employment', id: employment, account: actor.account })
      }
      // What was typed just now, all of it, is no secret from who typed it.
      return await getPerson({ ...context, reach: WHOLE }, tx, person)
    },
  }),
  command(contract.changePerson, {
    may: 'person.manage',
    over: scopeOfPerson,
    run: async (context, { params, body }) => {
      const { tx, note, today, actor, expectedVersion } = context
      const key = await keyOf(context, tx)
      const fields = await remember(tx, { kind: 'person', id: params.id, account: actor.account }, () =>
        service.changePerson(tx, params.id, expectedVersion, body, { key, today }),
      )
      note({ kind: 'person', id: params.id, details: { fields } })
      return await getPerson(context, tx, params.id)
    },
  }),
  // Read inside a command, and no answer is kept.
  command(openSnils, {
    may: 'island.snils',
    secret: true,
    over: scopeOfPerson,
    run: async (context, { params, body }) => {
      if ((await scopeOfPerson({ db: context.tx }, { params })) === undefined) {
        throw new Refusal('not_found', 'not_found')
      }
      const snils = await findSnils(context, params.id)
      if (snils === null) throw new Refusal('conflict', 'no_snils')
      noteOpening(context, { person: params.id, island: 'snils', opening: body })
      return { snils }
    },
  }),
  ...employmentRoutes,
]

async function getPerson(context: RequestContext, db: ReadDb, id: number): Promise<contract.Person> {
  const { reach, today, actor } = context
  const found = await findPersonCard(db, reach, id, today)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return tellPerson(found, await keyOf(context, db), actor)
}

function keyOf({ services, tenant }: RequestContext, db: ReadDb) {
  if (tenant === null) throw new Refusal('not_found', 'not_found')
  return findDistrictKey(db, services.master, tenant)
}
