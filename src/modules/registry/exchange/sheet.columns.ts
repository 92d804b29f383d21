import type { Value } from './cell.parsing.ts'
import { copyIds, copyText } from './copy.text.ts'
import type { SheetHeader } from './header.match.ts'
import type { LoadState } from './load.state.ts'
import type { ColumnDeclaration, SheetDeclaration } from './sheet.declaration.ts'

/** A column of the table as this file fills it. */
export type StagedColumn = {
  readonly name: string
  /** The value in COPY text; adds to open lists what they lack, so only rows that are taken come here. */
  render(values: readonly (Value | undefined)[]): string
  /** Left alone in a record that is there already: the code is shown as first loaded. */
  readonly isFixed: boolean
  /** An empty cell leaves what the record has. */
  readonly fills: boolean
}

/** The columns a file brings; what it lacks is neither set nor cleared. */
export function stagedColumns(sheet: SheetDeclaration, header: SheetHeader, state: LoadState): readonly StagedColumn[] {
  return sheet.columns.flatMap((column, at) => {
    if (column.column === undefined || (header.places[at] ?? -1) < 0) return []
    const fills = header.fills?.has(column.header) ?? false
    return columnsOf(column, column.column, at, state).map((one) => ({ ...one, fills }))
  })
}

function columnsOf(
  column: ColumnDeclaration,
  name: string,
  at: number,
  state: LoadState,
): readonly Omit<StagedColumn, 'fills'>[] {
  const { type } = column
  const one = (toText: (value: Value) => string, empty = '\\N'): ReturnType<typeof columnsOf> => [
    {
      name,
      isFixed: false,
      render: (values) => {
        const value = values[at]
        if (value === undefined) return empty
        value.copied ??= toText(value)
        return value.copied
      },
    },
  ]
  switch (type.is) {
    case 'own-code':
      return [
        { name, isFixed: true, render: (values) => copyText(values[at]?.text) },
        { name: `${name}_key`, isFixed: true, render: (values) => copyText(values[at]?.key) },
      ]
    case 'code': {
      const codes = state.codes(type.of)
      return one((value) => copyText(codes.get(value.key)))
    }
    case 'position':
      return one(({ key, text }) =>
        copyText((state.positions.find(key) ?? state.positions.add({ key, label: text })).id),
      )
    case 'open':
      return one(({ key, text }) => copyText(state.lists.add(type.kind, { key, label: text })))
    case 'sex':
      return one(({ key, text }) => copyText(state.lists.add('sex', { key, label: text })))
    case 'open-list':
      return one(({ items = [] }) => {
        const ids = items.map((item) => state.lists.add(type.kind, item))
        return copyIds(ids.sort((left, right) => left - right))
      }, '{}')
    default:
      return one((value) => copyText(value.text))
  }
}
