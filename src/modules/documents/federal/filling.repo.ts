import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Filled } from './facts.contract.ts'

type Learner = Pick<Filled, 'citizenship' | 'education' | 'diplomaSurname' | 'diplomaSeries' | 'diplomaNumber'>
type Note = Pick<Filled, 'studyForm' | 'funding' | 'field' | 'group' | 'cause'>
export type Stored = { readonly id: number; readonly personId: number; readonly learner: Learner; readonly note: Note }

/** Until the end of the transaction nobody else fills in, and nobody makes files of it. */
export async function holdFacts(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('documents.federal'), platform.tenant())`.execute(tx)
}

/** What was filled in for these documents, without what is usual. */
export async function findFilled(db: ReadDb, documents: readonly number[]): Promise<Stored[]> {
  const { rows } = await sql<Stored>`
    select d.id, d.person_id as "personId",
      json_build_object('citizenship', l.citizenship, 'education', l.education, 'diplomaSurname', l.diploma_surname,
        'diplomaSeries', l.diploma_series, 'diplomaNumber', l.diploma_number) as learner,
      json_build_object('studyForm', n.study_form, 'funding', n.funding, 'field', n.field,
        'group', n.speciality_group, 'cause', n.cause) as note
    from documents.document d
    left join documents.learner l on l.person_id = d.person_id
    left join documents.federal_note n on n.document_id = d.id
    where d.id = any (${[...documents]}::bigint[]) and d.person_id is not null`.execute(db)
  return rows
}

export async function saveLearners(tx: Tx, learners: ReadonlyMap<number, Learner>): Promise<void> {
  const rows = [...learners].map(([personId, learner]) => ({ personId, ...learner }))
  await sql`
    insert into documents.learner (person_id, citizenship, education, diploma_surname, diploma_series, diploma_number)
    select r."personId", r.citizenship, r.education, r."diplomaSurname", r."diplomaSeries", r."diplomaNumber"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("personId" bigint, citizenship text, education text,
      "diplomaSurname" text, "diplomaSeries" text, "diplomaNumber" text)
    on conflict (tenant_id, person_id) do update set citizenship = excluded.citizenship, education = excluded.education,
      diploma_surname = excluded.diploma_surname, diploma_series = excluded.diploma_series,
      diploma_number = excluded.diploma_number`.execute(tx)
}

export async function saveNotes(tx: Tx, notes: ReadonlyMap<number, Note>): Promise<void> {
  const rows = [...notes].map(([id, note]) => ({ id, ...note }))
  await sql`
    insert into documents.federal_note (document_id, study_form, funding, field, speciality_group, cause)
    select r.id, r."studyForm", r.funding, r.field, r."group", r.cause
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id bigint, "studyForm" text, funding text, field text,
      "group" text, cause text)
    on conflict (tenant_id, document_id) do update set study_form = excluded.study_form, funding = excluded.funding,
      field = excluded.field, speciality_group = excluded.speciality_group, cause = excluded.cause`.execute(tx)
}
