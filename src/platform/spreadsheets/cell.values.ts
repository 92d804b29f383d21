/** A day without time and without zone, as `YYYY-MM-DD`. */
export type DateCell = { readonly date: string }

/** A cell whose formula failed, with the code as the file keeps it (`#N/A`, `#DIV/0!`). */
export type ErrorCell = { readonly error: string }

/** null is an empty cell; a text is never empty and comes untrimmed; a formula is the value it had when the file was saved. */
export type Cell = null | string | number | boolean | DateCell | ErrorCell

/**
 * `row` is the number the spreadsheet shows (hidden and blank rows count); `cells` end with the last filled one. `hidden`:
 * a reader of the sheet does not see it, because somebody hid or filtered it. `noted`: there is a note on a cell of it.
 * `fills`: how its filled cells are coloured, a bit for each way; rows of one look have one number.
 */
export type Row = {
  readonly row: number
  readonly cells: readonly Cell[]
  readonly hidden?: true
  readonly noted?: true
  readonly fills?: number
}

/**
 * The cell as a Russian reader sees it, trimmed: a day as ДД.ММ.ГГГГ, a number with a decimal comma and without
 * exponent or grouping (a СНИЛС in a number cell keeps its digits), so that the same value typed as text reads alike.
 */
export function readsAs(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell.trim()
  if (typeof cell === 'number') return numberText(cell)
  if (typeof cell === 'boolean') return cell ? 'ИСТИНА' : 'ЛОЖЬ'
  if ('error' in cell) return cell.error
  return `${cell.date.slice(8, 10)}.${cell.date.slice(5, 7)}.${cell.date.slice(0, 4)}`
}

/** Spreadsheets show 15 digits at most: 0.1 + 0.2 is kept as 0.30000000000000004 and reads 0,3. */
function numberText(value: number): string {
  const shown = Number.isSafeInteger(value) ? value : Number(value.toPrecision(15))
  const text = String(shown)
  return (text.includes('e') && Math.abs(shown) < 1 ? plainFraction(shown) : text).replace('.', ',')
}

function plainFraction(value: number): string {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const digits = mantissa.replace('-', '').replace('.', '')
  return `${value < 0 ? '-' : ''}0.${'0'.repeat(-Number(exponent) - 1)}${digits}`
}
