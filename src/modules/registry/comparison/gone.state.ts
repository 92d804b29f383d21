import { sql } from 'kysely'
import { instant } from '../../../platform/db/instant.ts'
import type { Difference } from './comparison.contract.ts'

/** The decision in force about a difference `d`: of its load, else that the place stays, said of an earlier file. */
const DECIDED = sql`
  left join registry.employment e on e.tenant_id = d.tenant_id and e.id = d.object_id
  left join lateral (
    select g.* from registry.gone_decision g
    where g.tenant_id = d.tenant_id and g.employment_id = d.object_id and g.undone_at is null and (g.load_id = d.load_id
      or g.decision = 'here' and g.applied_at is not null and g.version = e.version and g.code = d.code)
    order by g.load_id = d.load_id desc, g.id desc limit 1) g on true`

/** The state of a difference `d` of the kind `gone`, on the day. */
const stateOn = (today: string) => sql`case
  when g.load_id = d.load_id then case when g.applied_at is null then 'planned' else 'done' end
  when g.id is not null then 'kept'
  when e.id is null or e.dismissed_on < ${today}::date then 'settled'
  else 'open' end`

/** What became of a difference `d` that is gone from the file; null of every other. */
export const goneOf = (today: string) => sql<Difference['gone']>`case when d.kind = 'gone' then (
  select json_build_object('state', ${stateOn(today)}, 'decision', case when g.id is not null then json_build_object(
      'is', g.decision, 'on', g.on_day, 'until', g.until_day, 'reason', g.reason, 'by', a.name,
      'at', ${instant('g.at')},
      'organisation', o.name, 'leaveKind', l.label) end)
  from (select) one ${DECIDED}
  left join identity.account a on a.id = g.account_id
  left join registry.organisation o on o.tenant_id = g.tenant_id and o.id = g.organisation_id
  left join registry.classifier_value l on l.tenant_id = g.tenant_id and l.id = g.leave_kind_id) end`

/** The state alone, to choose by. */
export const goneStateOf = (today: string) =>
  sql<string | null>`case when d.kind = 'gone' then (select ${stateOn(today)} from (select) one ${DECIDED}) end`
