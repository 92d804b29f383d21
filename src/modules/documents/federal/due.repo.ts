import { type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import type { Filled, Saying } from './facts.contract.ts'
import { DUE_AT_ONCE } from './federal.contract.ts'
import { TOLD_KINDS } from './templates/templates.ts'

type Named = {
  readonly holder: string
  readonly surname: string
  readonly givenName: string
  readonly patronymic: string | null
}

/** A document the register is still to be told of, with all that is known for it. */
export type DueRow = Named & {
  readonly id: number
  readonly number: string
  readonly kind: 'upskilling' | 'retraining'
  readonly edition: number
  readonly says: Saying
  readonly issuedOn: string
  /** The day it was given or revoked. */
  readonly since: string
  readonly about: {
    readonly title: string
    readonly startsOn: string
    readonly endsOn: string
    readonly hours: number
    readonly given?: string
  }
  readonly personId: number
  readonly organisation: string | null
  readonly birthOn: string
  readonly sex: string | null
  readonly sealedSnils: Buffer | null
  readonly filled: Filled
  readonly refused: string | null
  /** The first paper under the number, where this is another one. */
  readonly first: { readonly issuedOn: string; readonly holder: string } | null
}

const isTold = sql`select from documents.federal_row t where t.document_id = d.id and t.answer <> 'refused'`

/**
 * What was never told of, or was refused; of revoked documents only those that were told of as good. Documents of people who
 * were erased are not among them: without the number of the person the register takes nothing.
 */
const stillToTell = (only?: readonly number[]): RawBuilder<unknown> => sql`
  select * from (
    select t.*, case when t.state = 'revoked' then 'annulled' when t.edition > 1 then 'duplicate' else 'original' end as says,
      coalesce((t.ended_at at time zone z.time_zone)::date, t.issued_on) as since
    from documents.document t join registry.district z on z.id = t.tenant_id
    where t.kind = any (${[...TOLD_KINDS]}::text[]) and t.state in ('issued', 'revoked') and t.person_id is not null
      and ${only === undefined ? sql`true` : sql`t.id = any (${[...only]}::bigint[])`}
  ) d
  where not exists (${isTold} and t.says = d.says)
    and (d.state = 'issued' or exists (${isTold} and t.says <> 'annulled'))`

export async function findDue(db: ReadDb, today: string, only?: readonly number[]): Promise<DueRow[]> {
  const { rows } = await sql<DueRow>`
    select d.id, d.number, d.kind, d.edition, d.says, d.issued_on as "issuedOn", d.since, d.about, d.holder,
      d.person_id as "personId", p.surname, p.given_name as "givenName", p.patronymic, p.birth_on as "birthOn", p.sex,
      p.sealed_snils as "sealedSnils",
      (select o.name from registry.person_span s join registry.organisation o on o.id = s.organisation_id
        where s.person_id = p.id and s.from_on <= ${today} and s.to_on >= ${today} limit 1) as organisation,
      json_build_object('citizenship', coalesce(l.citizenship, r.citizenship), 'education', l.education,
        'diplomaSurname', l.diploma_surname, 'diplomaSeries', l.diploma_series, 'diplomaNumber', l.diploma_number,
        'studyForm', coalesce(n.study_form, r.study_form), 'funding', coalesce(n.funding, r.funding),
        'field', coalesce(n.field, r.field), 'group', coalesce(n.speciality_group, r.speciality_group),
        'cause', n.cause) as filled,
      (select t.word from documents.federal_row t where t.document_id = d.id and t.says = d.says
        order by t.id desc limit 1) as refused,
      case when d.edition > 1 then (select json_build_object('issuedOn', o.issued_on, 'holder', o.holder)
        from documents.document o where o.series_id = d.series_id and o.year = d.year and o.count = d.count
          and o.edition = 1) end as first
    from (${stillToTell(only)}) d
    join registry.person p on p.id = d.person_id
    left join documents.learner l on l.person_id = d.person_id
    left join documents.federal_note n on n.document_id = d.id
    left join documents.federal_rule r on true
    order by d.since, d.id limit ${DUE_AT_ONCE}`.execute(db)
  return rows
}

/** How many there are, by the day from which the term runs. */
export async function countDueByDay(db: ReadDb): Promise<{ since: string; count: number }[]> {
  const { rows } = await sql<{ since: string; count: number }>`
    select d.since, count(*)::int as count from (${stillToTell()}) d group by d.since order by d.since`.execute(db)
  return rows
}
