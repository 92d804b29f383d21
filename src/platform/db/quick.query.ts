import pg from 'pg'
import type { Given, Statement } from './statement.ts'

type Done<Row> = (error: Error | null, rows: readonly Row[]) => void
type Column = { readonly name: string; readonly read: (text: string) => unknown }
type Connection = pg.Connection & { readonly parsedStatements: Readonly<Record<string, string | undefined>> }

/** A query as the client of node-postgres drives it; it keeps a handful of queries of its own shape and one of ours. */
export type QuickQuery = pg.Submittable & { readonly name: string; readonly text: string }

/** What a statement answers with, as told when a connection prepared it. */
const columnsOf = new WeakMap<Statement, readonly Column[]>()

const EXECUTE_AND_SYNC = Buffer.from([0x45, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0x53, 0, 0, 0, 4])
const DESCRIBE = Buffer.from([0x44, 0, 0, 0, 6, 0x50, 0])

/**
 * A prepared statement in a single packet: bind, execute and sync leave in one write, and the answer is not described
 * each time anew. The driver's own query sends four packets, copies its settings and builds its readers for every call.
 */
export function quickQuery<Row>(statement: Statement, values: readonly Given[], done: Done<Row>): QuickQuery {
  const { name, text } = statement
  // Before it is anybody's turn: a value that cannot be written is its giver's fault, not the connection's.
  const bound = bind(name, values)
  const rows: Row[] = []
  let columns = columnsOf.get(statement)
  let fault: Error | undefined
  return {
    name,
    text,
    submit(given: pg.Connection) {
      const connection = given as Connection
      const isKnown = columns !== undefined && connection.parsedStatements[name] === text
      connection.stream.cork()
      if (connection.parsedStatements[name] !== text) connection.parse({ name, text, types: [] }, true)
      connection.stream.write(Buffer.concat(isKnown ? [bound, EXECUTE_AND_SYNC] : [bound, DESCRIBE, EXECUTE_AND_SYNC]))
      connection.stream.uncork()
    },
    handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }) {
      columns = fields.map((field) => ({ name: field.name, read: pg.types.getTypeParser(field.dataTypeID, 'text') }))
      columnsOf.set(statement, columns)
    },
    handleDataRow({ fields }: { fields: readonly (string | null)[] }) {
      try {
        rows.push(rowOf<Row>(columns ?? [], fields))
      } catch (error) {
        fault = error instanceof Error ? error : new Error(String(error))
      }
    },
    handleCommandComplete() {},
    handleEmptyQuery() {},
    handleReadyForQuery() {
      done(fault ?? null, rows)
    },
    handleError(error: Error) {
      done(error, rows)
    },
  } as QuickQuery
}

function rowOf<Row>(columns: readonly Column[], fields: readonly (string | null)[]): Row {
  const row: Record<string, unknown> = {}
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]
    const field = fields[i]
    if (column !== undefined) row[column.name] = field === null || field === undefined ? null : column.read(field)
  }
  return row as Row
}

/** The message that binds values to a statement: bytes as they are, all else as text. */
function bind(name: string, values: readonly Given[]): Buffer {
  const written = values.map(write)
  const bytes = written.map((one) => (typeof one === 'string' ? Buffer.byteLength(one) : (one?.length ?? 0)))
  const nameBytes = Buffer.byteLength(name)
  const length = bytes.reduce((sum, more) => sum + 4 + more, 4 + 1 + nameBytes + 1 + 2 + 2 * values.length + 2 + 2)
  const message = Buffer.allocUnsafe(1 + length)
  let at = message.writeUInt8(0x42, 0)
  at = message.writeInt32BE(length, at)
  at = message.writeUInt8(0, at)
  at += message.write(name, at)
  at = message.writeUInt8(0, at)
  at = message.writeInt16BE(values.length, at)
  for (const one of written) at = message.writeInt16BE(one instanceof Uint8Array ? 1 : 0, at)
  at = message.writeInt16BE(values.length, at)
  for (let i = 0; i < written.length; i++) {
    const one = written[i] ?? null
    at = message.writeInt32BE(one === null ? -1 : (bytes[i] ?? 0), at)
    if (typeof one === 'string') at += message.write(one, at)
    else if (one !== null) {
      message.set(one, at)
      at += one.length
    }
  }
  message.writeInt16BE(0, at)
  return message
}

function write(value: Given): string | Uint8Array | null {
  if (value === null || typeof value === 'string' || value instanceof Uint8Array) return value
  return isArray(value) ? `{${value.map(writeItem).join(',')}}` : String(value)
}

const isArray = (value: Given): value is readonly (string | number | boolean | null)[] => Array.isArray(value)

const writeItem = (item: string | number | boolean | null): string =>
  typeof item === 'string' ? `"${item.replace(/["\\]/g, '\\$&')}"` : String(item ?? 'NULL')
