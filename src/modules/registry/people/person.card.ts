import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'

import type { Employment } from './employments.contract.ts'
import type { Person } from './people.contract.ts'
import { REMEMBERED } from './people.scope.ts'
import type { StoredOrigins } from './provenance.ts'

export type StoredEmployment = Omit<Employment, 'can' | 'origin' | 'origins'> & StoredOrigins
export type StoredPerson = Omit<Person, 'can' | 'snils' | 'origin' | 'origins' | 'employments'> &
  StoredOrigins & {
    readonly sealedSnils: Buffer | null
    readonly employments: readonly StoredEmployment[]
    /** Those of whom the person is, as far as the reach goes. */
    readonly employers: readonly number[]
  }

/**
 * A person with all that is told of them, in one statement: nothing where the reach does not cover them. Who reaches
 * organisations sees the people who work there, will, or did within the last year, and of them what that employer knows.
 */
export async function findPersonCard(
  db: ReadDb,
  reach: Reach,
  id: number,
  today: string,
): Promise<StoredPerson | undefined> {
  const { rows } = await personCard(reach, id, today).execute(db)
  return rows[0]
}

/** One employment as it is shown, whoever asks. */
export async function findEmployment(db: ReadDb, id: number): Promise<StoredEmployment | undefined> {
  const { rows } = await sql<{ employment: StoredEmployment }>`
    select ${employmentJson} as employment from registry.employment e ${namesOfEmployment} where e.id = ${id}`.execute(
    db,
  )
  return rows[0]?.employment
}

const employmentJson = sql`json_build_object(
  'id', e.id, 'version', e.version, 'personId', e.person_id,
  'organisation', json_build_object('id', o.id, 'code', o.code, 'name', o.name),
  'position', json_build_object('id', j.id, 'name', j.name, 'pedagogical', j.pedagogical),
  'hiredOn', e.hired_on, 'dismissedOn', e.dismissed_on, 'rate', e.rate, 'main', e.main,
  'experienceSince', e.experience_since, 'pedagogicalEducation', e.pedagogical_education,
  'subjects', (select coalesce(json_agg(json_build_object('id', v.id, 'label', v.label) order by v.label), '[]')
    from registry.classifier_value v where v.id = any (e.subject_ids)),
  'category', (select json_build_object('id', v.id, 'label', v.label)
    from registry.classifier_value v where v.id = e.category_id),
  'educationLevel', (select json_build_object('id', v.id, 'label', v.label)
    from registry.classifier_value v where v.id = e.education_level_id),
  'sourceId', e.source_id, 'sourceRow', e.source_row, 'storedOrigins', e.origins)`

const namesOfEmployment = sql`
  join registry.organisation o on o.id = e.organisation_id
  join registry.position j on j.id = e.position_id`

function personCard(reach: Reach, id: number, today: string): RawBuilder<StoredPerson> {
  const isWhole = reach.district || reach.people.includes(id)
  const within = isWhole ? sql`true` : sql`e.organisation_id = any (${[...reach.organisations]}::bigint[])`
  const isSeen = isWhole ? sql`true` : sql`exists (select from theirs where is_remembered)`
  return sql`
    with theirs as (
      select e.*, dismissed_on is null or dismissed_on >= ${today}::date - ${REMEMBERED} as is_remembered
      from registry.employment e where e.person_id = ${id} and ${within}
    )
    select p.id, p.version, p.surname, p.given_name as "givenName", p.patronymic, p.birth_on as "birthOn", p.sex,
      p.sealed_snils as "sealedSnils", p.source_id as "sourceId", p.source_row as "sourceRow",
      p.origins as "storedOrigins",
      (select coalesce(json_agg(${employmentJson} order by e.hired_on desc, e.id desc), '[]')
        from theirs e ${namesOfEmployment}) as employments,
      to_json(array(select organisation_id from theirs where is_remembered)) as employers,
      (select coalesce(json_agg(json_build_object('id', s.id, 'file', s.file, 'sheet', s.sheet, 'loadId', s.load_id,
          'loadedAt', to_char(l.finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by s.id), '[]')
        from registry.source s join registry.load l on l.id = s.load_id
        where s.id in (
          select p.source_id
          union select (value ->> 0)::bigint from jsonb_each(p.origins)
          union select source_id from theirs
          union select (value ->> 0)::bigint from theirs, jsonb_each(origins))) as sources
    from registry.person p
    where p.id = ${id} and ${isSeen}`
}
