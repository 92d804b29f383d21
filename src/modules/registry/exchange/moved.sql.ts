import type { StagedSheet } from './merge.sql.ts'

/**
 * A file names a place of work by person, organisation, position and first day. Where one of these was corrected by hand, or
 * the place of work was removed, the file goes on to name what is no longer there: its row is led to what it became, and
 * does not bring back what was removed. Only of what a file brought, and only while the correction stands.
 */
export type MovedByHand = Pick<StagedSheet, 'sheet' | 'table' | 'columns'>

const EMPLOYMENTS = 'registry.employment'
const TENANT = '(select platform.tenant())'

/** Corrections by hand, which nobody took back, of what files had brought. */
const CORRECTIONS = `registry.revision r where r.tenant_id = ${TENANT} and r.kind = 'employment' and r.undoes is null
  and r.before -> 'source_id' <> 'null'
  and not exists (select from registry.revision u where u.tenant_id = r.tenant_id and u.undoes = r.id)`

const KEY = ['organisation_id', 'position_id', 'hired_on'] as const
const TYPES = { organisation_id: 'bigint', position_id: 'bigint', hired_on: 'date' } as const

const keyOf = (alias: string): string => `(${KEY.map((column) => `${alias}.${column}`).join(', ')})`
const keyIn = (image: string): string =>
  `(${KEY.map((column) => `(${image} ->> '${column}')::${TYPES[column]}`).join(', ')})`

/** Whether a sheet may meet such corrections at all. */
export const anyMovedByHand = `exists (select from ${CORRECTIONS}
  and (r.after is null or ${keyIn('r.after')} is distinct from ${keyIn('r.before')}))`

export const knowsMoves = ({ sheet, columns }: Pick<MovedByHand, 'sheet' | 'columns'>): boolean =>
  sheet.table === EMPLOYMENTS && KEY.every((column) => columns.some(({ name }) => name === column))

/** Leads staged rows to the records they became, one row a record; what a file names both ways stays two. */
export function leadToMoved({ table }: MovedByHand): string {
  return `update ${table} s set ${KEY.map((column) => `${column} = m.${column}`).join(', ')}
    from (
      select distinct on (e.id) w.row_no, ${KEY.map((column) => `e.${column}`).join(', ')}
      from ${EMPLOYMENTS} e join registry.revision r on r.object_id = e.id
      join ${table} w on w.person_id = e.person_id and ${keyOf('w')} = ${keyIn('r.before')}
      where e.tenant_id = ${TENANT} and r.after is not null and r.id in (select r.id from ${CORRECTIONS})
        and ${keyOf('e')} is distinct from ${keyOf('w')} and ${isNowhere('w')}
        and not exists (select from ${table} o where o.person_id = e.person_id and ${keyOf('o')} = ${keyOf('e')})
      order by e.id, r.id desc) m
    where s.row_no = m.row_no`
}

/** These rows were taken before and say nothing new: what somebody removed since stays removed. */
export function leaveRemoved({ table }: MovedByHand, rows: readonly number[]): string {
  return `delete from ${table} s using (
      select (r.before ->> 'person_id')::bigint as person_id, r.before, r.object_id from ${CORRECTIONS} and r.after is null) m
    where s.person_id = m.person_id and ${keyOf('s')} = ${keyIn('m.before')} and s.row_no = any ('{${rows.join(',')}}')
      and ${isNowhere('s')}`
}

/** No record has the key of the staged row. */
function isNowhere(staged: string): string {
  return `not exists (select from ${EMPLOYMENTS} o
    where o.tenant_id = ${TENANT} and o.person_id = ${staged}.person_id and ${keyOf('o')} = ${keyOf(staged)})`
}
