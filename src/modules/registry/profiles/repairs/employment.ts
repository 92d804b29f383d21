import { type Cell, readsAs } from '../../../../platform/spreadsheets/index.ts'
import type { Repair } from './repair.ts'
import { repairYesNo } from './words.ts'

/** The kind of an employment, and whether it is the main one, which follows from it. */
export const EMPLOYMENT = { kind: 'Вид занятости', main: 'Основное место работы' } as const

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/внутр/, 'внутреннее совместительство'],
  [/внеш/, 'внешнее совместительство'],
]

/** What a cell says of the kind of an employment. «Совместитель» alone says that it is not the main one, not which. */
export function repairEmployment(cell: Cell): Repair | undefined {
  const text = readsAs(cell).toLowerCase()
  const beside = KINDS.find(([pattern]) => pattern.test(text))
  if (beside !== undefined) return { kind: 'value', cell: beside[1], beside: { [EMPLOYMENT.main]: 'нет' } }
  const main = repairYesNo(cell) ?? { kind: 'yes_no', cell }
  if (main.kind === 'blank') return main
  const said = readsAs(main.cell)
  // What nobody understands is told of the column that the row needs.
  if (said !== 'да' && said !== 'нет') return { kind: 'value', cell, beside: { [EMPLOYMENT.main]: said } }
  const isMain = said === 'да'
  return { kind: 'yes_no', cell: isMain ? 'основное место работы' : null, beside: { [EMPLOYMENT.main]: said } }
}
