import type { Row } from './cell.values.ts'
import { openParsingChannel, type ParsingChannel } from './parsing.channel.ts'
import type { ParsingReply } from './parsing.messages.ts'
import { defaultReadingLimits, type ReadingLimits } from './reading.limits.ts'
import { createRowUnpacker } from './row.unpacker.ts'
import { SpreadsheetFault } from './spreadsheet.fault.ts'
import type { SheetInfo, Told } from './table.source.ts'

export type ReadingOptions = { readonly limits?: Partial<ReadingLimits> }

/** A stranger's file, opened. Close it, or let `await using` do so: a thread and a file hang on it. */
export type Spreadsheet = {
  /** By content; an .xlsx may well be a CSV. */
  readonly format: 'xlsx' | 'csv'
  /** In the order of the tabs, hidden ones too; charts are left out. A CSV is one sheet with the name of the file. */
  readonly sheets: readonly SheetInfo[]
  readonly told: Told
  /**
   * The rows of a sheet (the first without a name) from the top, in batches of up to 1,000, blank rows left out.
   * Parsing stays two batches ahead of the caller and no further. Leave the loop whenever you like; a sheet may be
   * read again, but only one reading is under way at a time. Faults: SpreadsheetFault also midway – a damaged or lying
   * archive shows at its end – so what was read must not be kept when the loop throws.
   */
  rows(sheet?: string): AsyncGenerator<Row[]>
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** How many batches are asked for before the first is needed. */
const batchesAhead = 2

/**
 * Opens a spreadsheet of unknown origin in a thread of its own. `name` is the file's name as its owner knows it; it
 * names the sheet of a CSV and decides nothing. Faults: SpreadsheetFault; a file that cannot be opened is a plain Error.
 */
export async function readSpreadsheet(
  source: { readonly path: string },
  name: string,
  options: ReadingOptions = {},
): Promise<Spreadsheet> {
  const limits = { ...defaultReadingLimits, ...options.limits }
  const channel = openParsingChannel({ path: source.path, name, limits })
  const close = () => channel.close()
  try {
    const reply = await channel.receive()
    if (reply.type !== 'opened') throw failureOf(reply)
    const { format, sheets, told } = reply
    return { format, sheets, told, rows: rowsOf(channel, sheets), close, [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw error
  }
}

function rowsOf(channel: ParsingChannel, sheets: readonly SheetInfo[]): Spreadsheet['rows'] {
  let current = 0

  async function* read(index: number): AsyncGenerator<Row[]> {
    const reading = ++current
    const unpack = createRowUnpacker()
    channel.send({ type: 'read', reading, sheet: index })
    for (let ahead = 0; ahead < batchesAhead; ahead++) channel.send({ type: 'next', reading })
    for (;;) {
      if (current !== reading) throw new Error('Another reading of the same spreadsheet has begun')
      const reply = await channel.receive()
      if (!('reading' in reply) || reply.reading !== reading) continue
      if (reply.type === 'end') return
      if (reply.type !== 'batch') throw failureOf(reply)
      channel.send({ type: 'next', reading })
      yield* unpack(reply.batch)
    }
  }

  return (sheet) => {
    const index = sheet === undefined ? 0 : sheets.findIndex((one) => one.name === sheet)
    if (index < 0) throw new RangeError(`No sheet ${sheet}`)
    return read(index)
  }
}

function failureOf(reply: ParsingReply): Error {
  if (reply.type === 'fault') return new SpreadsheetFault(reply.reason, reply.place)
  return reply.type === 'bug' ? reply.error : new Error(`Unexpected ${reply.type}`)
}
