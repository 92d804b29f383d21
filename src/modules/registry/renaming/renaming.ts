import { randomInt } from 'node:crypto'
import type pg from 'pg'
import type { Keyring } from '../../../platform/secrets.ts'
import { newDistrictKey, openDistrictKey } from '../districts/district.creation.ts'
import { checkDigits } from '../exchange/snils.ts'
import { indexedKey } from '../exchange/text.keys.ts'
import { nameColumns } from '../people/person.identity.ts'
import { type KnownNames, knownNames, pairOf, unnamed } from './mentions.ts'
import { likelySex, namesMaker, otherBirth, type Sex } from './new.names.ts'

type Masters = {
  /** Of the database that is copied. */
  readonly now: Keyring
  /** Of the copy. */
  readonly next: Keyring
}

type Card = {
  readonly tenant_id: number
  readonly id: string
  readonly surname: string
  readonly given_name: string
  readonly patronymic: string | null
  readonly birth_on: string
  readonly sex: Sex | null
  readonly snils_hash: Buffer | null
}
type Former = { readonly tenant_id: number; readonly person_id: string; readonly key: string }
type Texts = readonly { readonly table: string; readonly column: string }[]

/**
 * Draws for everybody another name, birth date and number, for every district another key, and writes them into tables of the
 * transaction that declarations ask (`pg_temp.new_person`, `new_surname`, `new_account`, `new_district`, `new_text`).
 */
export async function prepareRenaming(client: pg.Client, masters: Masters, texts: Texts): Promise<void> {
  await client.query(TABLES)
  const keys = await newKeys(client, masters)
  const { rows: cards } = await client.query<Card>(
    'select tenant_id, id, surname, given_name, patronymic, birth_on::text, sex, snils_hash from registry.person',
  )
  const { rows: formers } = await client.query<Former>('select tenant_id, person_id, key from registry.person_surname')
  const byPerson = Map.groupBy(formers, ({ tenant_id, person_id }) => `${tenant_id}/${person_id}`)
  const formersOf = ({ tenant_id, id }: Card): readonly Former[] => byPerson.get(`${tenant_id}/${id}`) ?? []
  const pairs = cards.flatMap((card) =>
    [card.surname, ...formersOf(card).map(({ key }) => key)].map((surname) => [surname, card.given_name] as const),
  )
  const known = knownNames(pairs)
  const maker = namesMaker(new Set(pairs.map(([surname, given]) => pairOf(surname, given))))
  const numbers = numbersMaker(cards, keys)
  const people: object[] = []
  const surnames: object[] = []
  for (const card of cards) {
    const { tenant_id, id } = card
    const sex = card.sex ?? likelySex(card.given_name, card.patronymic)
    const birth_on = otherBirth(card.birth_on)
    const name = maker.nameFor(sex, { patronymic: card.patronymic !== null, birth: birth_on })
    people.push({ tenant_id, id, ...nameColumns(name), birth_on, ...numbers(card) })
    const used = new Set<string>()
    for (const { key } of formersOf(card)) {
      let new_key = indexedKey(card.surname) === key ? indexedKey(name.surname) : ''
      while (new_key === '' || used.has(new_key)) new_key = indexedKey(maker.surnameFor(sex, name.givenName))
      used.add(new_key)
      surnames.push({ tenant_id, person_id: id, key, new_key })
    }
  }
  await fill(client, 'new_person', people)
  await fill(client, 'new_surname', surnames)
  await nameAccounts(client, maker)
  await tellTexts(client, texts, known)
}

const TABLES = `
  create temp table new_person (tenant_id integer, id bigint, surname text, given_name text, patronymic text, surname_key text,
    given_key text, patronymic_key text, birth_on date, snils_hash bytea, sealed_snils bytea, primary key (tenant_id, id))
    on commit drop;
  create temp table new_surname (tenant_id integer, person_id bigint, key text, new_key text,
    primary key (tenant_id, person_id, key)) on commit drop;
  create temp table new_account (id bigint primary key, name text) on commit drop;
  create temp table new_district (id integer primary key, wrapped_key bytea) on commit drop;
  create temp table new_text (table_name text, column_name text, row_at tid, told text,
    primary key (table_name, column_name, row_at)) on commit drop`

type Keys = ReadonlyMap<number, { readonly now: Keyring; readonly next: Keyring }>

async function newKeys(client: pg.Client, masters: Masters): Promise<Keys> {
  const { rows } = await client.query<{ id: number; wrappedKey: Buffer }>(
    'select id, wrapped_key as "wrappedKey" from registry.district',
  )
  const made = rows.map((district) => ({ district, next: newDistrictKey(masters.next, district.id) }))
  await fill(
    client,
    'new_district',
    made.map(({ district: { id }, next: { wrapped } }) => ({ id, wrapped_key: asText(wrapped) })),
  )
  return new Map(
    made.map(({ district, next }) => [
      district.id,
      { now: openDistrictKey(masters.now, district), next: next.keyring },
    ]),
  )
}

/** Of whoever has a number another one with right check digits, which nobody of the district has or had. */
function numbersMaker(cards: readonly Card[], keys: Keys) {
  const taken = new Set(cards.map(({ tenant_id, snils_hash }) => `${tenant_id}/${snils_hash?.toString('hex')}`))
  const given = new Set<string>()
  return ({ tenant_id, snils_hash }: Card): { snils_hash: string | null; sealed_snils: string | null } => {
    const key = keys.get(tenant_id)
    if (snils_hash === null || key === undefined) return { snils_hash: null, sealed_snils: null }
    let number = ''
    while (number === '' || given.has(number) || taken.has(`${tenant_id}/${key.now.hashText(number, 'hex')}`)) {
      const digits = String(randomInt(100_000_000, 1_000_000_000))
      number = `${digits}${String(checkDigits(digits)).padStart(2, '0')}`
    }
    given.add(number)
    return {
      snils_hash: asText(key.next.hash(number)),
      sealed_snils: asText(key.next.seal(Buffer.from(number), 'snils')),
    }
  }
}

/** An account goes by the name of its card; one without a card by any. */
async function nameAccounts(client: pg.Client, maker: ReturnType<typeof namesMaker>): Promise<void> {
  await client.query(`insert into pg_temp.new_account
    select a.id, (select concat_ws(' ', n.surname, n.given_name, n.patronymic)
      from registry."grant" g join pg_temp.new_person n on n.tenant_id = g.tenant_id and n.id = g.person_id
      where g.account_id = a.id order by g.tenant_id, g.id limit 1)
    from identity.account a`)
  const { rows } = await client.query<{ id: string; name: string }>(
    `select a.id, a.name from identity.account a join pg_temp.new_account n on n.id = a.id where n.name is null`,
  )
  const names = rows.map(({ id, name }) => {
    const [, given = '', patronymic] = name.split(' ')
    const made = maker.nameFor(likelySex(given, patronymic ?? null), { patronymic: true, birth: '' })
    return { id, name: `${made.surname} ${made.givenName} ${made.patronymic}` }
  })
  await client.query(
    `update pg_temp.new_account n set name = m.name
    from jsonb_to_recordset($1::jsonb) as m (id bigint, name text) where m.id = n.id`,
    [JSON.stringify(names)],
  )
}

async function tellTexts(client: pg.Client, texts: Texts, known: KnownNames): Promise<void> {
  for (const { table, column } of texts) {
    const { rows } = await client.query<{ row_at: string; text: string }>(
      `select ctid::text as row_at, ${column}::text as text from ${table} where ${column} is not null`,
    )
    const told = rows.flatMap(({ row_at, text }) => {
      const left = unnamed(text, known)
      return left === text ? [] : [{ table_name: table, column_name: column, row_at, told: left }]
    })
    await fill(client, 'new_text', told)
  }
}

/** Rows by the names of their columns. */
async function fill(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  await client.query(
    `insert into pg_temp.${table} select * from jsonb_populate_recordset(null::pg_temp.${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
}

/** As PostgreSQL reads bytes. */
const asText = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`
