import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { FederalRule } from './federal.contract.ts'

/** Rules of 31.05.2021 № 825 give twenty working days; a district may give itself fewer. */
const NONE: FederalRule = {
  ...{ version: 0, days: 20, citizenship: null, studyForm: null, funding: null, field: null, group: null },
}

/** Of a district that has written none: nothing is usual, of the version 0. */
export async function findRule(db: ReadDb): Promise<FederalRule> {
  const { rows } = await sql<FederalRule>`
    select version, days, citizenship, study_form as "studyForm", funding, field, speciality_group as "group"
    from documents.federal_rule`.execute(db)
  return rows[0] ?? NONE
}

/** False when the version is another one by now. */
export async function saveRule(tx: Tx, version: number, rule: Omit<FederalRule, 'version'>): Promise<boolean> {
  const { days, citizenship, studyForm, funding, field, group } = rule
  const { numAffectedRows } =
    version === 0
      ? await sql`insert into documents.federal_rule (days, citizenship, study_form, funding, field, speciality_group)
          values (${days}, ${citizenship}, ${studyForm}, ${funding}, ${field}, ${group})
          on conflict (tenant_id) do nothing`.execute(tx)
      : await sql`update documents.federal_rule set version = version + 1, days = ${days}, citizenship = ${citizenship},
            study_form = ${studyForm}, funding = ${funding}, field = ${field}, speciality_group = ${group}
          where version = ${version}`.execute(tx)
  return numAffectedRows === 1n
}
