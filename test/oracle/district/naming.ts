import type { Table } from '../tables.ts'
import { suffixesOf } from './faults.ts'
import type { Draft, Making } from './making.ts'
import { SURNAMES } from './words.ts'

/**
 * Names people in the ways in which lists do: without the number, only by it, by another surname. Whom that then means
 * is for the rules to say; rows may become ambiguous or unknown by it.
 */
export function renamePeople(making: Making, table: Table, rows: Draft[], moot: boolean): Draft[] {
  const { random, edges } = making
  const often = edges ? 1 : 0.15
  return rows.map((original) => {
    const row = { ...original }
    for (const suffix of suffixesOf(table)) {
      const way = random.next() / often
      const numbered = row[`СНИЛС${suffix}`] != null
      if (way < 0.15) row[`СНИЛС${suffix}`] = null
      else if (way < 0.2 && table.id !== 'staff' && numbered)
        for (const part of ['Фамилия', 'Имя', 'Отчество', 'Дата рождения']) row[part + suffix] = null
      else if (way < 0.25 && numbered) row[`Фамилия${suffix}`] = `${random.pick(SURNAMES)}а`
      else if (way < 0.28 && moot) row[`Отчество${suffix}`] = null
    }
    return row
  })
}
