import type { Cell } from '../platform/spreadsheets/index.ts'
import { nameOf } from './names.ts'
import type { MadeTable } from './sheets.ts'
import type { Story } from './story.ts'

const PAIRS = 3

/**
 * A few women who married stand in the registry of another school by their new surname, without a number: two cards of
 * one person each, for somebody to decide on.
 */
export function addDoubles(story: Story, tables: readonly MadeTable[]): readonly MadeTable[] {
  const random = story.random('doubles')
  return tables.map((table) => {
    if (table.file !== 'staff.xlsx') return table
    const at = (column: string): number => table.columns.indexOf(column)
    const codes = [...new Set(table.rows.map((row) => row[at('Код ОО')]))]
    const married = table.rows.filter((row) => row[at('Пол')] === 'ж' && row[at('Уволен')] === null)
    const rows = Array.from({ length: Math.min(PAIRS, married.length) }, () => {
      const row = [...random.pick(married)]
      const set = (column: string, cell: Cell): void => {
        row[at(column)] = cell
      }
      const elsewhere = codes.filter((code) => code !== row[at('Код ОО')])
      if (elsewhere.length > 0) set('Код ОО', random.pick(elsewhere) ?? null)
      set('Фамилия', nameOf(random, 'ж', 1990).surname)
      set('СНИЛС', null)
      set('Ставка', 0.5)
      set('Основное место работы', 'нет')
      set('Вид занятости', 'внешнее совместительство')
      return row
    })
    return { ...table, rows: [...table.rows, ...rows] }
  })
}
