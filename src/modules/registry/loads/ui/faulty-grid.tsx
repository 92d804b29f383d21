import { Table, Text } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import type { FaultySheet } from '../loads.contract.ts'
import { FaultyLine } from './faulty-line.tsx'
import { type Caret, moveOf } from './grid.keys.ts'
import type { GridRow, Typed } from './grid.rows.ts'
import { loadWords } from './words.ts'

type Props = {
  readonly sheet: FaultySheet
  readonly rows: readonly GridRow[]
  readonly typed: Readonly<Partial<Record<string, Typed>>>
  readonly locked: boolean
  readonly isLeftOut: boolean
  onType(row: GridRow, place: number, text: string): void
  /** The cell as it was before somebody typed. */
  onBack(row: GridRow, place: number): void
  onLeaveOut(row: GridRow): void
  onSave(): void
}

/** The faulty rows of one sheet as a spreadsheet shows them; arrows, Tab and Enter go from cell to cell. */
export function FaultyGrid(props: Props): ReactNode {
  const { sheet, rows, typed, locked, isLeftOut, onType, onBack, onLeaveOut, onSave } = props
  const words = useWords(loadWords)
  const name = sheet.sheet === null ? sheet.file : `${sheet.file} (${sheet.sheet})`
  const pressed = (event: KeyboardEvent<HTMLElement>): void => {
    const field = event.target
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
    const [id, place = ''] = (field.dataset.cell ?? '').split(':')
    const at = rows.findIndex((row) => String(row.id) === id)
    const row = rows[at]
    const move = moveOf(event, caretOf(field))
    if (row === undefined || move === undefined) return
    event.preventDefault()
    const down = move === 'down' ? 1 : move === 'up' ? -1 : 0
    const right = move === 'right' ? 1 : move === 'left' ? -1 : 0
    if (move === 'save') onSave()
    else if (move === 'back') onBack(row, Number(place))
    else enter(event.currentTarget, rows[at + down]?.id, Number(place) + right)
  }
  return (
    <div>
      <Text fw={600} size="sm" mt="sm">
        {name}
      </Text>
      <section className="rost-scrolls" aria-label={words.rowsOf(name)} onKeyDown={pressed}>
        <Table className="rost-table rost-grid" verticalSpacing={2}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" className="rost-row-number">
                {words.row}
              </Table.Th>
              {sheet.columns.map(({ header, place }) => (
                <Table.Th scope="col" key={place}>
                  {header === '' ? words.column(place + 1) : header}
                </Table.Th>
              ))}
              <Table.Th scope="col" className="rost-no-print">
                {words.whatToDo}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <FaultyLine
                key={row.id}
                row={row}
                columns={sheet.columns}
                typed={typed[String(row.id)]}
                locked={locked || isLeftOut || !sheet.mendable}
                {...{ isLeftOut, onType, onLeaveOut }}
              />
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </div>
  )
}

function caretOf(field: HTMLInputElement | HTMLSelectElement): Caret {
  if (field instanceof HTMLSelectElement) return undefined
  return { from: field.selectionStart ?? 0, to: field.selectionEnd ?? 0, length: field.value.length }
}

function enter(grid: HTMLElement, row: number | undefined, place: number): void {
  const field = grid.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-cell="${row}:${place}"]`)
  field?.focus()
  if (field instanceof HTMLInputElement) field.select()
}
