import { Button, Table, Text } from '@mantine/core'
import { memo, type ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import type { FaultySheet } from '../loads.contract.ts'
import { type GridRow, type Typed, textAt } from './grid.rows.ts'
import { loadWords } from './words.ts'

type Column = FaultySheet['columns'][number]

type Props = {
  readonly row: GridRow
  readonly columns: readonly Column[]
  readonly typed: Typed | undefined
  readonly locked: boolean
  readonly isLeftOut: boolean
  onType(row: GridRow, place: number, text: string): void
  onLeaveOut(row: GridRow): void
}

/** A row to be mended: its number in the file, its cells, and the reason under the one it is about. */
export const FaultyLine = memo(function FaultyLine(props: Props): ReactNode {
  const { row, columns, typed, locked, isLeftOut, onType, onLeaveOut } = props
  const words = useWords(loadWords)
  return (
    <Table.Tr data-typed={typed !== undefined || undefined}>
      <Table.Th scope="row" className="rost-row-number">
        {row.row}
        {row.place === null ? (
          <Text size="xs" className="rost-cell-reason">
            {row.message}
          </Text>
        ) : (
          <Button
            size="compact-xs"
            variant="subtle"
            className="rost-to-fault"
            aria-label={words.toFault(columns[row.place]?.header ?? '', row.row)}
            title={row.reason}
            onClick={(event) => enterFault(event.currentTarget)}
          >
            {columns[row.place]?.header}
          </Button>
        )}
      </Table.Th>
      {columns.map((column) => {
        const { place } = column
        const text = textAt(row, typed, place)
        const isFaulty = place === row.place
        const reason = `reason-${row.id}`
        const label = words.cell(column.header === '' ? words.column(place + 1) : column.header, row.row)
        const shared = {
          'aria-label': label,
          'aria-invalid': isFaulty || undefined,
          'aria-describedby': isFaulty ? reason : undefined,
          'data-cell': `${row.id}:${place}`,
          disabled: locked,
          value: text,
        }
        return (
          <Table.Td
            key={place}
            data-label={column.header}
            data-fault={isFaulty || undefined}
            data-empty={(text === '' && !isFaulty) || undefined}
          >
            {column.kind === 'choice' ? (
              <select {...shared} onChange={(event) => onType(row, place, event.currentTarget.value)}>
                {[...new Set(['', text, ...column.values])].map((value) => (
                  <option key={value} value={value}>
                    {value === '' || column.values.includes(value) ? value : words.notListed(value)}
                  </option>
                ))}
              </select>
            ) : (
              <input
                {...shared}
                type="text"
                autoComplete="off"
                maxLength={2_000}
                size={Math.min(30, Math.max(column.kind === 'date' ? 10 : 4, text.length, column.header.length / 2))}
                placeholder={column.kind === 'date' ? words.dayShape : undefined}
                onChange={(event) => onType(row, place, event.currentTarget.value)}
              />
            )}
            {isFaulty ? (
              <span id={reason} className="rost-cell-reason">
                {row.reason}
              </span>
            ) : null}
          </Table.Td>
        )
      })}
      <Table.Td className="rost-no-print">
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={locked && !isLeftOut}
          aria-label={`${isLeftOut ? words.takeBack : words.leaveOut}: ${words.row.toLowerCase()} ${row.row}`}
          onClick={() => onLeaveOut(row)}
        >
          {isLeftOut ? words.takeBack : words.leaveOut}
        </Button>
      </Table.Td>
    </Table.Tr>
  )
})

/** The faulty cell may stand far to the right. */
function enterFault(button: HTMLElement): void {
  button.closest('tr')?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
}
