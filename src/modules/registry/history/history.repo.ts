import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { instant } from '../../../platform/db/instant.ts'
import type { Revision } from './history.contract.ts'
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
  /** What somebody decided about a compared file, and whether that holds. */
  readonly decision: {
    readonly id: number
    readonly load: number
    readonly reason: string | null
    readonly isUndone: boolean
  } | null
  /** The row of a file that changed it; null: by hand. */
  readonly file: Revision['file']
}

/** The row as it stands; undefined where there is none. */
export async function findImage(db: ReadDb, kind: Kind, id: number): Promise<Image | undefined> {
  const { rows } = await sql<{ image: Image }>`
    select to_jsonb(t) as image from ${sql.table(REVISED[kind].table)} t where t.id = ${id}`.execute(db)
  return rows[0]?.image
}

type NewRevision = Pick<StoredRevision, 'kind' | 'objectId' | 'before' | 'after'> & {
  readonly account: number | null
  /** The revision it takes back. */
  readonly undoes: Pick<StoredRevision, 'id' | 'decision'> | null
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
      undoes: undoes?.id ?? null,
      decision_id: undoes?.decision?.id ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

const idIn = (value: unknown): number | null => (typeof value === 'number' ? value : null)

type Which = { readonly person: number } | { readonly organisation: number } | { readonly id: number }

type Asked = {
  readonly employers: readonly number[] | null
  readonly limit: number
  readonly offset: number
  /** What loads changed is told between. */
  readonly withLoads?: boolean
}

/** Revisions with who made them, the latest first. Of employments elsewhere nothing is told unless all may be (`null`). */
export async function findRevisions(
  db: ReadDb,
  which: Which,
  { employers, limit, offset, withLoads = false }: Asked,
): Promise<{ items: StoredRevision[]; total: number }> {
  const byLoads = withLoads && !('id' in which) ? sql`union all ${loadChanges(which)}` : sql``
  const { rows } = await sql<StoredRevision & { total: number }>`
    with r as (
      select id, kind, object_id, person_id, organisation_id, before, after, undoes, load_id, decision_id, account_id, at,
        null::json as file
      from registry.revision r where ${conditionOf(which)}
      ${byLoads}
    )
    select r.id, r.kind, r.object_id as "objectId", r.person_id as "personId", r.before, r.after, r.undoes,
      r.load_id as load, r.file,
      ${instant('r.at')} as at,
      case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as organisation,
      case when g.id is not null then json_build_object(
        'id', g.id, 'load', g.load_id, 'reason', g.reason, 'isUndone', g.undone_at is not null) end as decision,
      a.name as by,
      r.file is null and exists (select from registry.revision u where u.undoes = r.id) as undone,
      (count(*) over ())::int as total
    from r
    left join registry.organisation o on o.id = r.organisation_id
    left join identity.account a on a.id = r.account_id
    left join registry.gone_decision g on g.id = r.decision_id
    where (r.kind <> 'employment' or ${employers === null} or r.organisation_id = any (${[...(employers ?? [])]}::bigint[]))
    order by r.at desc, r.id desc limit ${limit} offset ${offset}`.execute(db)
  return { items: rows, total: rows[0]?.total ?? 0 }
}

function conditionOf(which: Which) {
  if ('id' in which) return sql`r.id = ${which.id}`
  if ('person' in which) return sql`r.person_id = ${which.person}`
  return sql`r.kind = 'organisation' and r.object_id = ${which.organisation}`
}

/**
 * What loads changed of records that are there, as their images know it. What a record was like afterwards is the next
 * image of it, or it as it stands; its origins then name the row.
 */
function loadChanges(which: Exclude<Which, { readonly id: number }>) {
  const objects =
    'person' in which
      ? sql`select 'registry.person' as target, 'person' as kind, p.id, p.id as person_id, null::bigint as organisation_id,
            to_jsonb(p) as now from registry.person p where p.id = ${which.person}
          union all
          select 'registry.employment', 'employment', e.id, e.person_id, e.organisation_id, to_jsonb(e)
            from registry.employment e where e.person_id = ${which.person}`
      : sql`select 'registry.organisation' as target, 'organisation' as kind, o.id, null::bigint as person_id,
            o.id as organisation_id, to_jsonb(o) as now from registry.organisation o where o.id = ${which.organisation}`
  return sql`
    select i.id, t.kind, t.id, t.person_id, t.organisation_id, i.image, s.after, null, null, null, l.account_id, l.finished_at,
      json_build_object('load', l.id, 'name', f.file, 'sheet', f.sheet, 'row', (s.origin ->> 1)::int)
    from (${objects}) t
    join registry.load_image i on i.target = t.target and i.object_id = t.id and i.decision_id is null
    join registry.load l on l.id = i.load_id
    cross join lateral (select coalesce((
      select n.image from (
        select n.image, k.finished_at as at, n.id from registry.load_image n join registry.load k on k.id = n.load_id
          where n.target = i.target and n.object_id = i.object_id and n.id > i.id
        union all
        select v.before, v.at, v.id from registry.revision v
          where v.kind = t.kind and v.object_id = t.id and v.before is not null and v.at > l.finished_at
            and (v.person_id = t.person_id or v.kind = 'organisation')
      ) n order by n.at, n.id limit 1), t.now) as after) n
    cross join lateral (select n.after, n.after -> 'origins' -> i.fields[1] as origin) s
    join registry.source f on f.id = (s.origin ->> 0)::bigint and f.load_id = l.id`
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
