import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { type Image, type Kind, REVISED } from './revised.ts'

export type StoredRevision = {
  readonly id: number
  readonly kind: Kind
  readonly objectId: number
  readonly personId: number | null
  readonly organisation: { readonly id: number; readonly name: string } | null
  readonly before: Image | null
  readonly after: Image | null
  readonly at: string
  readonly by: string | null
  readonly undone: boolean
  readonly undoes: number | null
  /** The load whose taking back made it. */
  readonly load: number | null
}

/** The row as it stands; undefined where there is none. */
export async function findImage(db: ReadDb, kind: Kind, id: number): Promise<Image | undefined> {
  const { rows } = await sql<{ image: Image }>`
    select to_jsonb(t) as image from ${sql.table(REVISED[kind].table)} t where t.id = ${id}`.execute(db)
  return rows[0]?.image
}

type NewRevision = Pick<StoredRevision, 'kind' | 'objectId' | 'before' | 'after' | 'undoes'> & {
  readonly account: number | null
}

export async function insertRevision(tx: Tx, revision: NewRevision): Promise<number> {
  const { kind, objectId, before, after, account, undoes } = revision
  const image = after ?? before ?? {}
  const row = await tx
    .insertInto('registry.revision')
    .values({
      kind,
      object_id: objectId,
      person_id: kind === 'person' ? objectId : idIn(image.person_id),
      organisation_id: kind === 'organisation' ? objectId : idIn(image.organisation_id),
      before: before === null ? null : JSON.stringify(before),
      after: after === null ? null : JSON.stringify(after),
      account_id: account,
      undoes,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

const idIn = (value: unknown): number | null => (typeof value === 'number' ? value : null)

type Which = { readonly person: number } | { readonly organisation: number } | { readonly id: number }

/** Revisions with who made them, the latest first. Of employments elsewhere nothing is told unless all may be (`null`). */
export async function findRevisions(
  db: ReadDb,
  which: Which,
  { employers, limit, offset }: { employers: readonly number[] | null; limit: number; offset: number },
): Promise<{ items: StoredRevision[]; total: number }> {
  const { rows } = await sql<StoredRevision & { total: number }>`
    select r.id, r.kind, r.object_id as "objectId", r.person_id as "personId", r.before, r.after, r.undoes, r.load_id as load,
      to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
      case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as organisation,
      a.name as by, exists (select from registry.revision u where u.undoes = r.id) as undone,
      (count(*) over ())::int as total
    from registry.revision r
    left join registry.organisation o on o.id = r.organisation_id
    left join identity.account a on a.id = r.account_id
    where ${conditionOf(which)}
      and (r.kind <> 'employment' or ${employers === null} or r.organisation_id = any (${[...(employers ?? [])]}::bigint[]))
    order by r.id desc limit ${limit} offset ${offset}`.execute(db)
  return { items: rows, total: rows[0]?.total ?? 0 }
}

function conditionOf(which: Which) {
  if ('id' in which) return sql`r.id = ${which.id}`
  if ('person' in which) return sql`r.person_id = ${which.person}`
  return sql`r.kind = 'organisation' and r.object_id = ${which.organisation}`
}

/** Names of what columns refer to. */
export async function findLabels(
  db: ReadDb,
  { positions, values }: { positions: readonly number[]; values: readonly number[] },
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ key: string; label: string }>`
    select 'position ' || id as key, name as label from registry.position where id = any (${[...positions]}::bigint[])
    union all
    select 'value ' || id, label from registry.classifier_value where id = any (${[...values]}::bigint[])`.execute(db)
  return new Map(rows.map(({ key, label }) => [key, label]))
}

/** Sets these columns back to what the image holds, and where they came from along with them. */
export async function restoreColumns(
  tx: Tx,
  { kind, id, image, columns }: { kind: Kind; id: number; image: Image; columns: readonly string[] },
): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const values = sql.join(columns.map((column) => sql`was.${sql.ref(column)}`))
  await sql`
    update ${sql.table(REVISED[kind].table)} t
    set (${names}) = row(${values}), version = t.version + 1, origins = nullif(
      (select coalesce(jsonb_object_agg(o.key, o.value), '{}') from (
        select * from jsonb_each(coalesce(t.origins, '{}')) now where now.key <> all (${[...columns]}::text[])
        union all
        select * from jsonb_each(coalesce(was.origins, '{}')) then_ where then_.key = any (${[...columns]}::text[])) o), '{}')
    from jsonb_populate_record(null::${sql.table(REVISED[kind].table)}, ${JSON.stringify(image)}::jsonb) was
    where t.id = ${id}`.execute(tx)
}

/** Puts a removed row back as it was, with its id; what the database works out itself it works out anew. */
export async function restoreRow(tx: Tx, table: string, image: Image): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select attname::text as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(tx)
  const columns = sql.join(rows.filter(({ name }) => name in image).map(({ name }) => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${columns}) overriding system value
    select ${columns} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(image)}::jsonb)`.execute(
    tx,
  )
}

export async function removeRow(tx: Tx, kind: Kind, id: number): Promise<void> {
  await sql`delete from ${sql.table(REVISED[kind].table)} where id = ${id}`.execute(tx)
}

/** The revisions by which a person was given places of work, as long as they stand. */
export async function findAddedPlaces(db: ReadDb, person: number): Promise<StoredRevision[]> {
  const { items } = await findRevisions(db, { person }, { employers: null, limit: 200, offset: 0 })
  return items.filter(({ kind, before, undone }) => kind === 'employment' && before === null && !undone)
}
