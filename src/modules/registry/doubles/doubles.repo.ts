import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Double } from './doubles.contract.ts'
import type { Likened } from './likeness.ts'

export type Candidate = Likened & { readonly id: number }
export type StoredCard = Omit<Double['first'], 'snils'> & { readonly sealedSnils: Buffer | null }

/** More pairs than anybody looks through. Those born on one day come first. */
const MOST_PAIRS = 2_000

/**
 * Pairs that are worth comparing, each once: born on one day and of the same name and patronymic, or of surnames that begin
 * alike; or of the same full name with a birth date that differs in a part. Pairs that were told apart are left out.
 */
export async function findCandidates(db: ReadDb): Promise<(readonly [Candidate, Candidate])[]> {
  const { rows } = await sql<{ one: Candidate; other: Candidate }>`
    with card as materialized (
      select id, split_part(ltrim(name_key), ' ', 1) as surname_word, given_key, patronymic_key, name_key, birth_on,
        extract(year from birth_on)::int as y, extract(month from birth_on)::int as m,
        extract(day from birth_on)::int as d, snils_hash is not null as numbered
      from registry.person
    ), pair as (
      select a.id as one, b.id as other, 1 as rank from card a join card b on b.birth_on = a.birth_on and b.id > a.id
        and left(b.given_key, 1) = left(a.given_key, 1)
        and (b.patronymic_key = '' or a.patronymic_key = '' or left(b.patronymic_key, 1) = left(a.patronymic_key, 1))
        and (b.given_key = a.given_key and b.patronymic_key = a.patronymic_key
          or left(b.surname_word, 3) = left(a.surname_word, 3))
        and (b.name_key = a.name_key or not (a.numbered and b.numbered))
      union
      select a.id, b.id, 2 from card a join card b using (name_key, m, d) where b.id > a.id and not (a.numbered and b.numbered)
      union
      select a.id, b.id, 2 from card a join card b using (name_key, y, d) where b.id > a.id and not (a.numbered and b.numbered)
      union
      select a.id, b.id, 2 from card a join card b using (name_key, y, m) where b.id > a.id and not (a.numbered and b.numbered)
      union
      select a.id, b.id, 2 from card a join card b on (b.name_key, b.y, b.m, b.d) = (a.name_key, a.y, a.d, a.m) and b.id > a.id
        and not (a.numbered and b.numbered)
    ), asked as (
      select * from pair p where not exists (
        select from registry.people_told_apart t where t.first_id = p.one and t.second_id = p.other)
      order by rank limit ${MOST_PAIRS}
    )
    select ${cardJson('a')} as one, ${cardJson('b')} as other
    from asked join registry.person a on a.id = asked.one join registry.person b on b.id = asked.other`.execute(db)
  return rows.map(({ one, other }) => [one, other])
}

const cardJson = (alias: string) => {
  const p = sql.raw(alias)
  return sql`json_build_object('id', ${p}.id, 'given', ${p}.given_key, 'patronymic', ${p}.patronymic_key,
    'surname', coalesce(${p}.surname_key, translate(lower(${p}.surname), 'ё', 'е')),
    'formerly', array(select s.key from registry.person_surname s where s.person_id = ${p}.id)
      || coalesce(${p}.surname_key, translate(lower(${p}.surname), 'ё', 'е')),
    'birthOn', ${p}.birth_on, 'sex', ${p}.sex, 'numbered', ${p}.snils_hash is not null,
    'organisations', array(select distinct e.organisation_id from registry.employment e where e.person_id = ${p}.id))`
}

/** Any cards, as they are compared. */
export async function findLikened(db: ReadDb, ids: readonly number[]): Promise<Candidate[]> {
  const { rows } = await sql<{ card: Candidate }>`
    select ${cardJson('p')} as card from registry.person p where p.id = any (${[...ids]}::bigint[])`.execute(db)
  return rows.map(({ card }) => card)
}

/** Raised by whatever changes which pairs there are. */
export async function findRevision(db: ReadDb): Promise<number> {
  const row = await db.selectFrom('registry.matching_revision').select('revision').executeTakeFirst()
  return row?.revision ?? 0
}

/** Cards as they are shown side by side. */
export async function findCards(db: ReadDb, ids: readonly number[]): Promise<ReadonlyMap<number, StoredCard>> {
  const { rows } = await sql<StoredCard>`
    select p.id, p.version, p.surname, p.given_name as "givenName", p.patronymic, p.birth_on as "birthOn", p.sex,
      p.sealed_snils as "sealedSnils",
      case when s.id is not null then json_build_object('file', s.file, 'row', p.source_row) end as origin,
      (select coalesce(json_agg(json_build_object('organisation', json_build_object('id', o.id, 'name', o.name),
          'position', j.name, 'hiredOn', e.hired_on, 'dismissedOn', e.dismissed_on)
          order by e.hired_on desc, e.id desc), '[]')
        from registry.employment e join registry.organisation o on o.id = e.organisation_id
          join registry.position j on j.id = e.position_id
        where e.person_id = p.id) as employments
    from registry.person p left join registry.source s on s.id = p.source_id
    where p.id = any (${[...ids]}::bigint[])`.execute(db)
  return new Map(rows.map((card) => [card.id, card]))
}

export async function countPeople(db: ReadDb, ids: readonly number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from registry.person where id = any (${[...ids]}::bigint[])`.execute(db)
  return rows[0]?.count ?? 0
}

type Pair = { readonly first: number; readonly second: number }

export async function insertToldApart(tx: Tx, { first, second }: Pair, account: number | null): Promise<void> {
  await tx
    .insertInto('registry.people_told_apart')
    .values({ first_id: Math.min(first, second), second_id: Math.max(first, second), account_id: account })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteToldApart(tx: Tx, { first, second }: Pair): Promise<void> {
  await tx
    .deleteFrom('registry.people_told_apart')
    .where('first_id', '=', Math.min(first, second))
    .where('second_id', '=', Math.max(first, second))
    .execute()
}
