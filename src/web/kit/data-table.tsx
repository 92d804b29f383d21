import { Checkbox, Skeleton, Table } from '@mantine/core'
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

const SHAPE = [0, 1, 2, 3, 4, 5, 6, 7]

/** A dense table whose order lives outside it. Roles are said aloud, since a row that is laid out as lines loses its own. */
export function DataTable<Row>(props: Props<Row>): ReactNode {
  const { caption, columns, rows, keyOf, sort, onSort, empty, chosen } = props
  const words = useWords(kitWords)
  if (rows?.length === 0) return empty ?? null
  const keys = rows?.map(keyOf) ?? []
  const count = keys.filter((key) => chosen?.keys.has(key)).length
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="rost-scrolls" aria-label={caption} tabIndex={0}>
      <Table
        highlightOnHover
        verticalSpacing={6}
        className="rost-table"
        data-stacks={columns.length > FITS_A_PHONE || undefined}
        role="table"
        aria-busy={rows === undefined}
      >
        <Table.Thead role="rowgroup">
          <Table.Tr role="row">
            {chosen === undefined ? null : (
              <Table.Th scope="col" role="columnheader" className="rost-choose rost-no-print">
                <Checkbox
                  size="xs"
                  aria-label={words.chooseAll}
                  checked={count > 0 && count === keys.length}
                  indeterminate={count > 0 && count < keys.length}
                  onChange={(event) => chosen.choose(keys, event.currentTarget.checked)}
                />
              </Table.Th>
            )}
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          {rows === undefined
            ? SHAPE.map((line) => (
                <Table.Tr key={line} role="row">
                  <Table.Td role="cell" colSpan={columns.length + (chosen === undefined ? 0 : 1)}>
                    <Skeleton height={18} />
                  </Table.Td>
                </Table.Tr>
              ))
            : rows.map((row) => (
                <Table.Tr key={keyOf(row)} role="row">
                  {chosen === undefined ? null : (
                    <Table.Td role="cell" className="rost-choose rost-no-print">
                      <Checkbox
                        size="xs"
                        aria-label={words.choose(chosen.nameOf(row))}
                        checked={chosen.keys.has(keyOf(row))}
                        onChange={(event) => chosen.choose([keyOf(row)], event.currentTarget.checked)}
                      />
                    </Table.Td>
                  )}
                  {columns.map((column, at) => (
                    <Table.Td
                      key={column.key}
                      role="cell"
                      data-label={at === 0 || column.title === '' ? undefined : column.title}
                      className={column.number ? 'rost-number' : undefined}
                    >
                      {column.cell(row)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

type HeadProps<Row> = { column: Column<Row>; sort: string | undefined; onSort: ((sort: string) => void) | undefined }

function Head<Row>({ column, sort, onSort }: HeadProps<Row>): ReactNode {
  const words = useWords(kitWords)
  const key = column.sort
  const order = key === undefined ? undefined : sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none'
  return (
    <Table.Th
      scope="col"
      role="columnheader"
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
    </Table.Th>
  )
}
