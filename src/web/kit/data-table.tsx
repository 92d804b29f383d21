import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../language.tsx'
import { kitWords } from './words.ts'

export type Column<Row> = {
  readonly key: string
  readonly title: string
  cell(row: Row): ReactNode
  /** What the server calls the order by this column. */
  readonly sort?: string
  readonly number?: boolean
}

type Props<Row> = {
  /** What the table shows, for who hears it. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  /** Undefined while they are on their way: the table keeps its shape. */
  readonly rows: readonly Row[] | undefined
  readonly keyOf: (row: Row) => string | number
  readonly sort?: string | undefined
  readonly onSort?: (sort: string) => void
  readonly empty?: ReactNode
  /** Rows can be chosen, here and on other pages of the list. */
  readonly chosen?: Chosen<Row>
}

export type Chosen<Row> = {
  readonly keys: ReadonlySet<string | number>
  choose(keys: readonly (string | number)[], isChosen: boolean): void
  /** What a row is called, for who hears it. */
  nameOf(row: Row): string
}

/** Wider tables do not fit a phone: there each row becomes a few lines. */
const FITS_A_PHONE = 3

/** What the elements are anyway, said aloud: laid out as lines, some browsers take them for mere boxes. */
const SAID = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const

const SHAPE = [0, 1, 2, 3, 4, 5, 6, 7]

/**
 * A dense table whose order lives outside it.
 * Plain elements throughout: a list has hundreds of cells, and a school's old PC draws components ten times slower.
 */
export function DataTable<Row>(props: Props<Row>): ReactNode {
  const { caption, columns, rows, keyOf, sort, onSort, empty, chosen } = props
  const words = useWords(kitWords)
  if (rows?.length === 0) return empty ?? null
  const keys = rows?.map(keyOf) ?? []
  const count = keys.filter((key) => chosen?.keys.has(key)).length
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="rost-scrolls" aria-label={caption} tabIndex={0}>
      <table
        className="rost-table rost-list"
        data-stacks={columns.length > FITS_A_PHONE || undefined}
        {...SAID.table}
        aria-busy={rows === undefined}
      >
        <thead {...SAID.rowgroup}>
          <tr {...SAID.row}>
            {chosen === undefined ? null : (
              <th scope="col" {...SAID.columnheader} className="rost-choose rost-no-print">
                <CheckMark
                  label={words.chooseAll}
                  checked={count > 0 && count === keys.length}
                  partly={count > 0 && count < keys.length}
                  onChange={(isChosen) => chosen.choose(keys, isChosen)}
                />
              </th>
            )}
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody {...SAID.rowgroup}>
          {rows === undefined
            ? SHAPE.map((line) => (
                <tr key={line} {...SAID.row}>
                  <td {...SAID.cell} colSpan={columns.length + (chosen === undefined ? 0 : 1)}>
                    <Skeleton height={18} />
                  </td>
                </tr>
              ))
            : rows.map((row) => (
                <tr key={keyOf(row)} {...SAID.row}>
                  {chosen === undefined ? null : (
                    <td {...SAID.cell} className="rost-choose rost-no-print">
                      <CheckMark
                        label={words.choose(chosen.nameOf(row))}
                        checked={chosen.keys.has(keyOf(row))}
                        onChange={(isChosen) => chosen.choose([keyOf(row)], isChosen)}
                      />
                    </td>
                  )}
                  {columns.map((column, at) => (
                    <td
                      key={column.key}
                      {...SAID.cell}
                      data-label={at === 0 || column.title === '' ? undefined : column.title}
                      className={column.number ? 'rost-number' : undefined}
                    >
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              ))}
        </tbody>
      </table>
    </section>
  )
}

type CheckProps = { label: string; checked: boolean; partly?: boolean; onChange(isChecked: boolean): void }

function CheckMark({ label, checked, partly = false, onChange }: CheckProps): ReactNode {
  return (
    <input
      type="checkbox"
      className="rost-check mantine-focus-auto"
      aria-label={label}
      checked={checked}
      ref={(box) => {
        if (box !== null) box.indeterminate = partly
      }}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}

type HeadProps<Row> = { column: Column<Row>; sort: string | undefined; onSort: ((sort: string) => void) | undefined }

function Head<Row>({ column, sort, onSort }: HeadProps<Row>): ReactNode {
  const words = useWords(kitWords)
  const key = column.sort
  const order = key === undefined ? undefined : sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none'
  return (
    <th
      scope="col"
      {...SAID.columnheader}
      className={column.number ? 'rost-number' : undefined}
      data-sorts={order !== undefined || undefined}
      aria-sort={order}
    >
      {key === undefined || onSort === undefined ? (
        column.title
      ) : (
        <button
          type="button"
          className="rost-sort"
          title={words.sortBy(column.title)}
          onClick={() => onSort(sort === key ? `-${key}` : key)}
        >
          {column.title}
          <span aria-hidden>{order === 'ascending' ? ' ↑' : order === 'descending' ? ' ↓' : ''}</span>
        </button>
      )}
    </th>
  )
}
