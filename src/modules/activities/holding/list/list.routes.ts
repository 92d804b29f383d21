import { sql } from 'kysely'
import type { Tx } from '../../../../platform/db/db.ts'
import { command, type Route } from '../../../../platform/http/route.ts'
import { type Known, readList, recogniseLines } from '../../../registry/index.ts'
import { refuseUnknownEvent, scopeOfEvent } from '../../events/events.scope.ts'
import { rollOf } from '../holding.repo.ts'
import { recogniseList } from './list.contract.ts'

export const listRoutes: readonly Route[] = [
  // What stands on the list is answered and not kept.
  command(recogniseList, {
    may: 'event.manage',
    over: scopeOfEvent,
    secret: true,
    prepare: (context) => readList(context),
    run: async ({ tx, note }, { params: { id } }, read) => {
      await refuseUnknownEvent(tx, id)
      const lines = recogniseLines(read, await findRollNames(tx, id))
      note({ kind: 'event', id, details: { lines: lines.length } })
      return { lines }
    },
  }),
]

async function findRollNames(tx: Tx, event: number): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select h.id, h.surname, h.given_name as "givenName", h.patronymic,
      case when o.id is not null then json_build_object('code', o.code, 'name', o.name) end as organisation
    from ${rollOf(event)} r join registry.person h on h.id = r.person_id
    left join registry.organisation o on o.id = coalesce(r.organisation_id, (
      select s.organisation_id from registry.person_span s where s.person_id = h.id order by s.to_on desc limit 1))
    order by h.surname, h.given_name, h.id`.execute(tx)
  return rows
}
