/** What a file is refused with; every reason belongs to exactly one code. */
export type FaultCode = 'format_unsupported' | 'file_broken' | 'file_encrypted' | 'file_too_large'

const codes = {
  legacy_excel: 'format_unsupported',
  binary_workbook: 'format_unsupported',
  opendocument: 'format_unsupported',
  web_page: 'format_unsupported',
  not_a_workbook: 'format_unsupported',
  not_a_table: 'format_unsupported',
  compression_unknown: 'format_unsupported',
  empty: 'file_broken',
  archive_damaged: 'file_broken',
  part_missing: 'file_broken',
  xml_damaged: 'file_broken',
  doctype: 'file_broken',
  text_damaged: 'file_broken',
  quote_unclosed: 'file_broken',
  password: 'file_encrypted',
  file_bytes: 'file_too_large',
  inflated_bytes: 'file_too_large',
  archive_bomb: 'file_too_large',
  archive_entries: 'file_too_large',
  sheets: 'file_too_large',
  rows: 'file_too_large',
  columns: 'file_too_large',
  cells: 'file_too_large',
  cell_characters: 'file_too_large',
  row_characters: 'file_too_large',
  styles: 'file_too_large',
  time: 'file_too_large',
  memory: 'file_too_large',
} as const satisfies Record<string, FaultCode>

export type FaultReason = keyof typeof codes

/** Where in the file it went wrong, and the limit it broke, as far as known. */
export type FaultPlace = {
  readonly part?: string
  readonly sheet?: string
  /** 1-based spreadsheet row. */
  readonly row?: number
  readonly limit?: number
}

/** The file cannot be taken. Anything else that is thrown while reading is a bug or a failing disk. */
export class SpreadsheetFault extends Error {
  readonly code: FaultCode
  readonly reason: FaultReason
  readonly place: FaultPlace

  constructor(reason: FaultReason, place: FaultPlace = {}) {
    const where = Object.entries(place).map(([key, value]) => `${key} ${value}`)
    super([`${codes[reason]}: ${reason}`, ...where].join(', '))
    this.name = 'SpreadsheetFault'
    this.code = codes[reason]
    this.reason = reason
    this.place = place
  }
}
