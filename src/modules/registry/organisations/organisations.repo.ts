import { type Expression, type SqlBool, sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { anywhere, orderBy, pageOf } from '../../../platform/db/listing.ts'
import { headerKey } from '../text.ts'
import type { listOrganisations, NewOrganisation, Organisation, OrganisationChange } from './organisations.contract.ts'

const columns = [
  'id',
  'version',
  'code',
  'name',
  'type',
  'pupils',
  'mentoring_model_on as mentoringModelOn',
  'active_until as activeUntil',
  'shifts',
  sql<Organisation['kind']>`(select json_build_object('id', v.id, 'label', v.label)
    from registry.classifier_value v where v.id = registry.organisation.kind_id)`.as('kind'),
] as const

type Row = Omit<Organisation, 'type'> & { type: string }
const asOrganisation = (row: Row): Organisation => row as Organisation

type ListQuery = NonNullable<(typeof listOrganisations)['$in']>['query']

export async function findOrganisations(
  db: ReadDb,
  reach: Reach,
  query: ListQuery,
): Promise<{ items: Organisation[]; total: number }> {
  const { q, type, activeOn } = query
  const base = db
    .selectFrom('registry.organisation')
    .where(withinReach(reach))
    .$if(type !== undefined, (qb) => qb.where('type', 'in', type ?? []))
    .$if(activeOn !== undefined, (qb) =>
      qb.where((eb) => eb.or([eb('active_until', 'is', null), eb('active_until', '>=', activeOn ?? '')])),
    )
    .$if(q !== undefined && q !== '', (qb) =>
      qb.where((eb) => eb.or([eb('name', 'ilike', anywhere(q ?? '')), eb('code_key', '=', headerKey(q ?? ''))])),
    )
  const { limit, offset } = pageOf(query)
  const sorted = orderBy(base.select(columns), query.sort ?? ['code'], {
    code: sql.ref('code'),
    name: sql.ref('name'),
    pupils: sql.ref('pupils'),
  })
  const [items, count] = await Promise.all([
    sorted.limit(limit).offset(offset).execute(),
    base.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
  ])
  return { items: items.map(asOrganisation), total: count.total }
}

export async function findOrganisation(db: ReadDb, id: number): Promise<Organisation | undefined> {
  const row = await db.selectFrom('registry.organisation').select(columns).where('id', '=', id).executeTakeFirst()
  return row && asOrganisation(row)
}

export async function insertOrganisation(tx: Tx, organisation: NewOrganisation): Promise<Organisation> {
  const row = await tx
    .insertInto('registry.organisation')
    .values(valuesOf(organisation))
    .returning(columns)
    .executeTakeFirstOrThrow()
  return asOrganisation(row)
}

/** The changed row, or nothing when the version is not the expected one any more. */
export async function updateOrganisation(
  tx: Tx,
  id: number,
  version: number,
  change: OrganisationChange,
): Promise<Organisation | undefined> {
  const row = await tx
    .updateTable('registry.organisation')
    .set({ ...valuesOf(change), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(columns)
    .executeTakeFirst()
  return row && asOrganisation(row)
}

export type KindValue = { readonly retired: boolean }

/** A value of the list of kinds; undefined where there is none. */
export async function findKind(db: ReadDb, id: number): Promise<KindValue | undefined> {
  return await db
    .selectFrom('registry.classifier_value')
    .select(sql<boolean>`retired_at is not null`.as('retired'))
    .where('kind', '=', 'organisation_kind')
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Type and code of an organisation decide where its people belong (registry.person_span). */
export async function rebuildSpansOf(tx: Tx, id: number): Promise<void> {
  await sql`select registry.rebuild_spans(array(select distinct person_id from registry.employment where organisation_id = ${id}))`.execute(
    tx,
  )
}

export async function deleteOrganisation(tx: Tx, id: number, version: number): Promise<boolean> {
  const done = await tx
    .deleteFrom('registry.organisation')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

function valuesOf<T extends OrganisationChange>({ code, mentoringModelOn, activeUntil, kindId, ...same }: T) {
  return {
    ...same,
    ...(code !== undefined && { code, code_key: headerKey(code) }),
    ...(mentoringModelOn !== undefined && { mentoring_model_on: mentoringModelOn }),
    ...(activeUntil !== undefined && { active_until: activeUntil }),
    ...(kindId !== undefined && { kind_id: kindId }),
  } as Omit<T, 'mentoringModelOn' | 'activeUntil' | 'kindId'> & {
    code_key: string
    mentoring_model_on: string | null
    active_until: string | null
    kind_id: number | null
  }
}

function withinReach(reach: Reach): Expression<SqlBool> {
  if (reach.district) return sql<SqlBool>`true`
  return sql<SqlBool>`registry.organisation.id = any (${[...reach.organisations]}::bigint[])`
}
