import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { askPrepared } from '../../../platform/db/prepared.ts'
import type { Employment } from './employments.contract.ts'
import type { Person } from './people.contract.ts'
import type { StoredOrigins } from './provenance.ts'

export type StoredEmployment = Omit<Employment, 'can' | 'origin' | 'origins'> & StoredOrigins
export type StoredPerson = Omit<Person, 'can' | 'snils' | 'origin' | 'origins' | 'employments'> &
  StoredOrigins & {
    readonly employments: readonly StoredEmployment[]
    /** Those of whom the person is, as far as the reach goes. */
    readonly employers: readonly number[]
  }

export type FoundPerson = { readonly person: StoredPerson; readonly sealedSnils: Buffer | null }

/**
 * A person with all that is told of them, in one statement: nothing where the reach does not cover them. Who reaches
 * organisations sees the people who work there, will, or did within the last year, and of them what that employer knows.
 */
export async function findPersonCard(
  db: ReadDb,
  reach: Reach,
  id: number,
  today: string,
): Promise<FoundPerson | undefined> {
  const isWhole = reach.district || reach.people.includes(id)
  const [found] = await askPrepared<FoundPerson>(db, PERSON, [id, today, isWhole, reach.organisations])
  return found
}

/** One employment as it is shown, whoever asks. */
export async function findEmployment(db: ReadDb, id: number): Promise<StoredEmployment | undefined> {
  const [found] = await askPrepared<{ employment: StoredEmployment }>(db, EMPLOYMENT, [id])
  return found?.employment
}

const EMPLOYMENT_JSON = `json_build_object(
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
  'kind', e.kind, 'categoryOn', e.category_on, 'categoryUntil', e.category_until, 'categoryOrder', e.category_order,
  'categoryEndsOn', (select registry.category_end(v.key, e.category_on, e.category_until)
    from registry.classifier_value v where v.id = e.category_id),
  'leaveKind', (select json_build_object('id', v.id, 'label', v.label)
    from registry.classifier_value v where v.id = e.leave_kind_id),
  'leaveOn', e.leave_on, 'leaveUntil', e.leave_until,
  'deputyFunction', (select json_build_object('id', v.id, 'label', v.label)
    from registry.classifier_value v where v.id = e.deputy_function_id),
  'classLed', e.class_led, 'email', e.email,
  'sourceId', e.source_id, 'sourceRow', e.source_row, 'storedOrigins', e.origins)`

const NAMES = `
  join registry.organisation o on o.id = e.organisation_id
  join registry.position j on j.id = e.position_id`

const EMPLOYMENT = {
  name: 'employment',
  text: `select ${EMPLOYMENT_JSON} as employment from registry.employment e ${NAMES} where e.id = $1`,
}

/**
 * Of the person $1 on the day $2, all ($3) or what the organisations $4 know. One value rather than a column each: on
 * taking columns apart node-postgres spends more time than on the rest of the answer.
 */
const PERSON = {
  name: 'person_card',
  text: `
    with theirs as (
      select e.*, dismissed_on is null or dismissed_on >= $2::date - interval '1 year' as is_remembered
      from registry.employment e where e.person_id = $1 and ($3 or e.organisation_id = any ($4::bigint[]))
    )
    select p.sealed_snils as "sealedSnils", json_build_object(
      'id', p.id, 'version', p.version, 'surname', p.surname, 'givenName', p.given_name, 'patronymic', p.patronymic,
      'birthOn', p.birth_on, 'sex', p.sex, 'sourceId', p.source_id, 'sourceRow', p.source_row,
      'storedOrigins', p.origins,
      'employments', (select coalesce(json_agg(${EMPLOYMENT_JSON} order by e.hired_on desc, e.id desc), '[]')
        from theirs e ${NAMES}),
      'employers', array(select organisation_id from theirs where is_remembered),
      'sources', (select coalesce(json_agg(json_build_object('id', s.id, 'file', s.file, 'sheet', s.sheet,
          'loadId', s.load_id,
          'loadedAt', to_char(l.finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by s.id), '[]')
        from registry.source s join registry.load l on l.id = s.load_id
        where s.id in (
          select p.source_id
          union select (value ->> 0)::bigint from jsonb_each(p.origins)
          union select source_id from theirs
          union select (value ->> 0)::bigint from theirs, jsonb_each(origins)))) as person
    from registry.person p
    where p.id = $1 and ($3 or exists (select from theirs where is_remembered))`,
}
