import type { ColumnDeclaration, SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { headerKey } from '../text.ts'
import type { FaultySheet } from './loads.contract.ts'

type Column = FaultySheet['columns'][number]

const TEXT: Pick<Column, 'kind' | 'values'> = { kind: 'text', values: [] }

/** How each column of a file is filled in by hand; one that no declaration names, or that stands twice, is a text. */
export function formColumns(headers: readonly string[], sheet: SheetDeclaration | undefined): Column[] {
  const keys = headers.map(headerKey)
  return headers.map((header, place) => {
    const key = headerKey(header)
    const declared = sheet?.columns.find((column) => headerKey(column.header) === key)
    if (declared === undefined || keys.indexOf(key) !== place) return { place, header, required: false, ...TEXT }
    return { place, header, required: declared.required, ...inputOf(declared) }
  })
}

function inputOf({ type }: ColumnDeclaration): Pick<Column, 'kind' | 'values'> {
  switch (type.is) {
    case 'closed':
      return { kind: 'choice', values: Object.keys(type.values) }
    case 'yes-no':
      return { kind: 'choice', values: ['да', 'нет'] }
    case 'date':
      return { kind: 'date', values: [] }
    case 'number':
      return { kind: 'number', values: [] }
    case 'person':
      return { kind: type.part === 'birth' ? 'date' : 'text', values: [] }
    default:
      return { kind: 'text', values: [] }
  }
}
