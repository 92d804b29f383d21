import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import type { ErasedName } from '../../registry/index.ts'
import { findAllCards } from '../copy/copy.repo.ts'

/** Somebody with all that is on record to know them by. */
export type Subject = {
  /** Their card and those merged into it. */
  readonly people: readonly number[]
  readonly accounts: readonly number[]
  readonly names: readonly ErasedName[]
  /** Digits of СНИЛС. */
  readonly numbers: readonly string[]
  readonly addresses: readonly string[]
}

export async function findSubject(db: ReadDb, person: number, keyring: Keyring): Promise<Subject> {
  const people = await findAllCards(db, [person])
  const accounts = await findSubjectAccounts(db, people)
  const [names, sealed, addresses] = [
    await findNames(db, people),
    await findSealedNumbers(db, people),
    await findAddresses(db, people, accounts),
  ]
  return {
    ...{ people, accounts, names, addresses },
    numbers: [...new Set(sealed.map((number) => keyring.open(number, 'snils').toString()))],
  }
}

/** Accounts whose roles were ever given to this person. */
export async function findSubjectAccounts(db: ReadDb, people: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct account_id as id from registry."grant" where person_id = any (${[...people]}::bigint[])
    order by 1`.execute(db)
  return rows.map(({ id }) => id)
}

/** As the card says now, as it said before any change, merge or load, and with every earlier surname. */
async function findNames(db: ReadDb, people: readonly number[]): Promise<ErasedName[]> {
  const cards = sql`${[...people]}::bigint[]`
  const { rows } = await sql<ErasedName>`
    with image (i) as (
      select to_jsonb(p) from registry.person p where p.id = any (${cards})
      union all select before from registry.revision where kind = 'person' and person_id = any (${cards})
      union all select after from registry.revision where kind = 'person' and person_id = any (${cards})
      union all select gone from registry.person_merge where gone_id = any (${cards})
      union all select kept_before from registry.person_merge where kept_id = any (${cards})
      union all select parted from registry.person_split where parted_id = any (${cards})
      union all select image from registry.load_image where target = 'registry.person' and object_id = any (${cards})
    ), told as (
      select i ->> 'surname' as surname, i ->> 'given_name' as given, i ->> 'patronymic' as patronymic,
        i ->> 'birth_on' as birth
      from image where i ->> 'surname' is not null and i ->> 'given_name' is not null and i ->> 'birth_on' is not null
    )
    select surname, given as "givenName", patronymic, birth as "birthOn" from told
    union
    select s.key, t.given, t.patronymic, t.birth from registry.person_surname s, told t where s.person_id = any (${cards})
    union
    select key, p.given_name, p.patronymic, p.birth_on::text from registry.person_merge m
      cross join lateral unnest(m.gone_surnames || m.surnames) key join registry.person p on p.id = m.kept_id
      where m.kept_id = any (${cards})`.execute(db)
  return rows
}

/** Numbers of earlier cards stand in their images, as hexadecimal digits of jsonb. */
async function findSealedNumbers(db: ReadDb, people: readonly number[]): Promise<Buffer[]> {
  const cards = sql`${[...people]}::bigint[]`
  const { rows } = await sql<{ sealed: Buffer }>`
    with image (i) as (
      select to_jsonb(p) from registry.person p where p.id = any (${cards})
      union all select gone from registry.person_merge where gone_id = any (${cards})
      union all select kept_before from registry.person_merge where kept_id = any (${cards})
      union all select before from registry.revision where kind = 'person' and person_id = any (${cards})
      union all select image from registry.load_image where target = 'registry.person' and object_id = any (${cards})
    )
    select distinct decode(substr(i ->> 'sealed_snils', 3), 'hex') as sealed from image
    where i ->> 'sealed_snils' like ${String.raw`\\x%`}`.execute(db)
  return rows.map(({ sealed }) => sealed)
}

async function findAddresses(db: ReadDb, people: readonly number[], accounts: readonly number[]): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select distinct address from (
      select email as address from registry.employment where person_id = any (${[...people]}::bigint[])
      union all select coalesce(before ->> 'email', after ->> 'email') from registry.revision
        where person_id = any (${[...people]}::bigint[])
      union all select unnest(array[email, login]) from identity.account where id = any (${[...accounts]}::bigint[])
    ) a where address is not null and address <> ''`.execute(db)
  return rows.map(({ address }) => address)
}

/** What stands in the way: work that is not over, an account that is of somebody at work here or elsewhere. */
export async function findHindrances(
  db: ReadDb,
  { people, accounts }: Pick<Subject, 'people' | 'accounts'>,
  today: string,
): Promise<{ readonly employed: number; readonly roles: number }> {
  const { rows } = await sql<{ employed: number; roles: number }>`
    select
      (select count(*)::int from registry.employment where person_id = any (${[...people]}::bigint[])
        and (dismissed_on is null or dismissed_on >= ${today})) as employed,
      (select count(*)::int from registry."grant" where account_id = any (${[...accounts]}::bigint[])
        and ended_at is null and (to_on is null or to_on >= ${today})
        and not coalesce(person_id = any (${[...people]}::bigint[]), false))
      + (select count(*)::int from registry.accounts_elsewhere(${[...accounts]}::bigint[])) as roles`.execute(db)
  return rows[0] ?? { employed: 0, roles: 0 }
}
