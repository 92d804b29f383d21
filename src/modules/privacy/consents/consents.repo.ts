import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import type { ConsentText, listConsents, MyConsent } from './consents.contract.ts'
import { CONSENT_KINDS, type ConsentKind } from './kinds.contract.ts'

type Stored<T> = Omit<T, 'publishedAt'> & { readonly publishedAt: Date }

const TEXT = sql`t.id, t.kind, t.version, t.title, t.body, t.published_at as "publishedAt"`

const told = <T extends { readonly publishedAt: Date }>({ publishedAt, ...text }: T) => ({
  ...text,
  publishedAt: publishedAt.toISOString(),
})

/** All versions, the newest first, with how many consents to each hold and how many were withdrawn. */
export async function findTexts(db: ReadDb): Promise<(ConsentText & { given: number; withdrawn: number })[]> {
  const { rows } = await sql<Stored<ConsentText> & { given: number; withdrawn: number }>`
    select ${TEXT}, count(c.id) filter (where c.withdrawn_at is null)::int as given, count(c.withdrawn_at)::int as withdrawn
    from privacy.consent_text t left join privacy.consent c on c.text_id = t.id
    group by t.tenant_id, t.id order by t.kind, t.version desc`.execute(db)
  return rows.map(told)
}

/** The version in force of a kind, or a text by its id. */
export async function findText(
  db: ReadDb,
  which: { readonly kind: ConsentKind } | { readonly id: number },
): Promise<ConsentText | undefined> {
  const where = 'id' in which ? sql`t.id = ${which.id}` : sql`t.kind = ${which.kind}`
  const { rows } = await sql<Stored<ConsentText>>`
    select ${TEXT} from privacy.consent_text t where ${where} order by t.version desc limit 1`.execute(db)
  return rows[0] && told(rows[0])
}

/** The next version of the kind. Two who publish at once: the second is refused by the key. */
export async function insertText(
  tx: Tx,
  text: { readonly kind: ConsentKind; readonly title: string; readonly body: string; readonly account: number | null },
): Promise<ConsentText> {
  const { rows } = await sql<Stored<ConsentText>>`
    insert into privacy.consent_text as t (kind, version, title, body, published_by)
    select ${text.kind}, coalesce(max(o.version), 0) + 1, ${text.title}, ${text.body}, ${text.account}
    from privacy.consent_text o where o.kind = ${text.kind}
    returning ${TEXT}`.execute(tx)
  const [made] = rows
  if (made === undefined) throw new Error('a text was not kept')
  return told(made)
}

type Held = {
  readonly kind: ConsentKind
  readonly version: number
  readonly title: string
  readonly body: string
  readonly given_at: Date
  readonly signed_on: string | null
  readonly withdrawn_at: Date | null
}

/** Of each kind what is asked of a person, what holds, and when the last one was withdrawn. */
export async function findConsentsOf(db: ReadDb, person: number): Promise<MyConsent[]> {
  const [texts, held] = await Promise.all([
    sql<Stored<ConsentText>>`
      select distinct on (t.kind) ${TEXT} from privacy.consent_text t order by t.kind, t.version desc`.execute(db),
    sql<Held>`
      select t.kind, t.version, t.title, t.body, c.given_at, c.signed_on, c.withdrawn_at
      from privacy.consent c join privacy.consent_text t on t.id = c.text_id
      where c.person_id = ${person} order by c.id desc`.execute(db),
  ])
  return CONSENT_KINDS.map((kind) => {
    const text = texts.rows.find((one) => one.kind === kind)
    const mine = held.rows.filter((one) => one.kind === kind)
    const given = mine.find(({ withdrawn_at }) => withdrawn_at === null)
    return {
      kind,
      text: text === undefined ? null : told(text),
      given: given === undefined ? null : consentOf(given),
      withdrawnAt: given === undefined ? (mine[0]?.withdrawn_at?.toISOString() ?? null) : null,
    }
  })
}

const consentOf = ({ version, given_at, signed_on, title, body }: Held): MyConsent['given'] => ({
  version,
  at: given_at.toISOString(),
  signedOn: signed_on,
  title,
  body,
})

/** Whether a consent of the kind holds, to whichever version of its text. */
export async function hasConsent(db: ReadDb, person: number, kind: ConsentKind): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    select exists (select from privacy.consent c join privacy.consent_text t on t.id = c.text_id
      where c.person_id = ${person} and t.kind = ${kind} and c.withdrawn_at is null) as holds`.execute(db)
  return rows[0]?.holds ?? false
}

type Given = {
  readonly person: number
  readonly text: number
  readonly account: number | null
  readonly signedOn: string | null
}

export async function insertConsent(tx: Tx, { person, text, account, signedOn }: Given): Promise<void> {
  await tx
    .insertInto('privacy.consent')
    .values({ person_id: person, text_id: text, given_by: account, signed_on: signedOn })
    .execute()
}

/** How many held until now; all versions of the kind go together. */
export async function endConsents(
  tx: Tx,
  { person, kind, account }: { readonly person: number; readonly kind: ConsentKind; readonly account: number | null },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    update privacy.consent c set withdrawn_at = now(), withdrawn_by = ${account}
    from privacy.consent_text t
    where t.id = c.text_id and t.kind = ${kind} and c.person_id = ${person} and c.withdrawn_at is null
    returning c.id`.execute(tx)
  return rows.length
}

/** Two consents of a person are given one after the other. */
export async function holdPerson(tx: Tx, person: number): Promise<void> {
  await sql`select from registry.person where id = ${person} for no key update`.execute(tx)
}

type ListQuery = NonNullable<(typeof listConsents)['$in']>['query']
type Line = NonNullable<(typeof listConsents)['$out']>['items'][number]
type LineRow = Omit<Line, 'person' | 'givenAt' | 'withdrawnAt'> & {
  readonly person: number
  readonly name: string
  readonly givenAt: Date
  readonly withdrawnAt: Date | null
  readonly total: number
}

/** Who gave consents of a kind, by name. */
export async function findConsents(db: ReadDb, query: ListQuery): Promise<{ items: Line[]; total: number }> {
  const { limit, offset } = pageOf(query)
  const state =
    query.state === undefined
      ? sql`true`
      : query.state === 'given'
        ? sql`c.withdrawn_at is null`
        : sql`c.withdrawn_at is not null`
  const { rows } = await sql<LineRow>`
    select c.id, c.person_id as person, concat_ws(' ', p.surname, p.given_name, p.patronymic) as name, t.version,
      c.given_at as "givenAt", c.signed_on as "signedOn", c.withdrawn_at as "withdrawnAt", (count(*) over ())::int as total
    from privacy.consent c join privacy.consent_text t on t.id = c.text_id join registry.person p on p.id = c.person_id
    where t.kind = ${query.kind} and ${state}
    order by name, c.id limit ${limit} offset ${offset}`.execute(db)
  return {
    items: rows.map(({ person, name, total: _, ...row }) => ({
      ...row,
      person: { id: person, name },
      givenAt: row.givenAt.toISOString(),
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    })),
    total: rows[0]?.total ?? 0,
  }
}
