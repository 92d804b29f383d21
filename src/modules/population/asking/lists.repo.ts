import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import { anywhere } from '../../../platform/db/listing.ts'
import { headerKey } from '../../registry/index.ts'
import type { Choice } from './populations.contract.ts'

/** As many as a menu shows at once; of longer lists one searches the rest. */
const MENU = 200
const FOUND = 20

export type ListOfValues = { readonly values: Choice[]; readonly more: boolean }

/** The values of open lists in the order of their labels, each list as far as a menu holds it. */
export async function findLists(db: ReadDb, lists: readonly string[]): Promise<Record<string, ListOfValues>> {
  const { rows } = await sql<Row>`
    select list, key, label from (
      select list, key, label, row_number() over (partition by list order by label, key) as place from (${VALUES}) as v
      where list = any (${lists})
    ) as numbered where place <= ${MENU + 1} order by list, place`.execute(db)
  const found = Map.groupBy(rows, (row) => row.list)
  return Object.fromEntries(lists.map((list) => [list, cut(found.get(list) ?? [], MENU)]))
}

/** Values of a list that contain the text. */
export async function searchList(db: ReadDb, list: string, q: string): Promise<ListOfValues> {
  const like = anywhere(headerKey(q))
  const { rows } = await sql<Row>`
    select list, key, label from (${VALUES}) as v
    where list = ${list} and (key like ${like} or lower(label) like ${like})
    order by label, key limit ${FOUND + 1}`.execute(db)
  return cut(rows, FOUND)
}

type Row = { readonly list: string; readonly key: string; readonly label: string }

const VALUES = sql`
  select kind as list, key, label from registry.classifier_value where retired_at is null
  union all select 'position', key, name from registry.position`

const cut = (rows: readonly Row[], most: number): ListOfValues => ({
  values: rows.slice(0, most).map(asChoice),
  more: rows.length > most,
})

/** Populations name values; one that was written in another way later is still found by its first key. */
const asChoice = ({ key, label }: Row): Choice => ({ value: headerKey(label) === key ? label : key, label })
