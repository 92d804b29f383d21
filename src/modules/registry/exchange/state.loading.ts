import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { DB } from '../../../platform/db/db.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import { erasedAmong } from '../erasure/erased.keys.ts'
import { createIdBlock, type IdBlock } from './id.blocks.ts'
import type { LoadState } from './load.state.ts'
import { createPeopleIndex, knownPerson, type MergedCard, type PeopleIndex } from './people.index.ts'
import { matchPeople } from './people.matching.ts'
import { createPositionsIndex } from './positions.index.ts'
import type { SheetDeclaration } from './sheet.declaration.ts'
import { createTakenRows, ROW_HASH_BYTES, readTaken } from './taken.rows.ts'
import { createValueLists } from './value.lists.ts'

/** Draws that many ids for a table, in a transaction of its own. */
export type DrawIds = (table: string, count: number) => Promise<readonly number[]>

const PAGE = 20_000

/**
 * Reads what rows are matched with. People and taken rows, the bulk, are read only where a sheet names people. Read
 * the matching revision before: what changes in between is noticed at the end.
 */
export async function loadState(
  db: Kysely<DB>,
  sheets: readonly SheetDeclaration[],
  keyring: Keyring,
  drawIds: DrawIds,
): Promise<LoadState> {
  const draw = (table: string): IdBlock => createIdBlock((count) => drawIds(table, count))
  const namesPeople = sheets.some((sheet) => sheet.people.length > 0)
  const people = createPeopleIndex()
  if (namesPeople) await readPeople(db, people)
  const isErased = namesPeople ? await erasedAmong(db, keyring) : () => false
  const taken = namesPeople ? await readTaken(db, (id) => people.byId(id)?.id ?? id) : createTakenRows()
  const ids = {
    person: draw('registry.person'),
    value: draw('registry.classifier_value'),
    position: draw('registry.position'),
  }
  const values = await db.selectFrom('registry.classifier_value').select(['id', 'kind', 'key']).execute()
  const positions = await db.selectFrom('registry.position').select(['id', 'key', 'pedagogical']).execute()
  const aliases = await db.selectFrom('registry.position_alias').select(['key', 'position_id as positionId']).execute()
  const { codes, blocks } = await readCodes(db, sheets, draw)
  return {
    people,
    matching: matchPeople(
      people,
      rememberingLast((snils) => keyring.hashText(snils, 'hex')),
    ),
    isErased,
    lists: createValueLists(values, ids.value),
    positions: createPositionsIndex(positions, aliases, ids.position),
    codes: (of) => found(codes, of),
    ids: { ...ids, record: (of) => found(blocks, of) },
    taken,
    keyring,
    hashRow: (text) => keyring.hashText(text, 'binary').slice(0, ROW_HASH_BYTES),
    seal: (cells) => keyring.seal(Buffer.from(cells), 'faulty_row'),
  }
}

/** One row asks for the number of the same person several times over. */
function rememberingLast(make: (text: string) => string): (text: string) => string {
  let last = { text: '', made: '' }
  return (text) => {
    if (last.text !== text) last = { text, made: make(text) }
    return last.made
  }
}

async function readPeople(db: Kysely<DB>, people: PeopleIndex): Promise<void> {
  const surnames = sql<string[]>`array(select key from registry.person_surname s
    where s.tenant_id = p.tenant_id and s.person_id = p.id)`
  for (let last = 0; ; ) {
    const page = await db
      .selectFrom('registry.person as p')
      .select(['p.id', 'p.surname', 'p.surname_key as surnameKey'])
      .select(['p.given_key as givenKey', 'p.patronymic_key as patronymicKey'])
      .select(['p.birth_on as birthOn', 'p.sex', 'p.snils_hash as snilsHash', surnames.as('surnameKeys')])
      .where('p.id', '>', last)
      .orderBy('p.id')
      .limit(PAGE)
      .execute()
    for (const row of page) people.add(knownPerson(row))
    const end = page.at(-1)
    if (end === undefined || page.length < PAGE) break
    last = end.id
  }
  for (const card of await readMerged(db)) people.addMerged(card)
}

/** The latest first: a card that stayed may be gone since, and is found through the one it went into. */
async function readMerged(db: Kysely<DB>): Promise<MergedCard[]> {
  const { rows } = await sql<MergedCard>`
    select gone_id as id, kept_id as into, gone ->> 'given_key' as given, gone ->> 'patronymic_key' as patronymic,
      gone ->> 'birth_on' as birth
    from registry.person_merge where undone_at is null order by id desc`.execute(db)
  return rows
}

/** The codes of every sheet that defines some, and blocks of ids for new ones. */
async function readCodes(db: Kysely<DB>, sheets: readonly SheetDeclaration[], draw: (table: string) => IdBlock) {
  const codes = new Map<string, Map<string, number>>()
  const blocks = new Map<string, IdBlock>()
  for (const { defines, table } of sheets) {
    if (defines === undefined) continue
    const { rows } = await sql<{
      key: string
      id: number
    }>`select code_key as key, id from ${sql.table(table)}`.execute(db)
    codes.set(defines, new Map(rows.map(({ key, id }) => [key, id])))
    blocks.set(defines, draw(table))
  }
  return { codes, blocks }
}

function found<T>(map: ReadonlyMap<string, T>, of: string): T {
  const value = map.get(of)
  if (value === undefined) throw new Error(`no sheet defines codes of ${of}`)
  return value
}
