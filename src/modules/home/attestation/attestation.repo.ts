import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'

export type Applicant = {
  readonly name: string
  /** Position and organisation of the main place of work of the day. */
  readonly place: string | null
  readonly category: { readonly key: string; readonly label: string; on: string | null; endsOn: string | null } | null
}

/** Who applies, with the category they have at their main place of work; nothing where there is no such person. */
export async function findApplicant(db: ReadDb, person: number, today: string): Promise<Applicant | undefined> {
  const { rows } = await sql<Applicant>`
    select concat_ws(' ', h.surname, h.given_name, h.patronymic) as name, w.place,
      case when w.label is not null then json_build_object('key', w.key, 'label', w.label, 'on', w.category_on, 'endsOn', w.ends_on) end as category
    from registry.person h
    left join lateral (
      select concat_ws(', ', j.name, o.name) as place, v.key, v.label, e.category_on,
        registry.category_end(v.key, e.category_on, e.category_until) as ends_on
      from registry.employment e
      join registry.position j on j.tenant_id = e.tenant_id and j.id = e.position_id
      join registry.organisation o on o.tenant_id = e.tenant_id and o.id = e.organisation_id
      left join registry.classifier_value v on v.tenant_id = e.tenant_id and v.id = e.category_id
      where e.tenant_id = h.tenant_id and e.person_id = h.id and e.hired_on <= ${today}
        and (e.dismissed_on is null or e.dismissed_on >= ${today})
      order by j.pedagogical is not true, e.main desc, e.rate desc nulls last, e.hired_on, e.id limit 1) w on true
    where h.id = ${person}`.execute(db)
  return rows[0]
}
