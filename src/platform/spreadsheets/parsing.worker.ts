import { parentPort, workerData } from 'node:worker_threads'
import { openTable } from './file.source.ts'
import type { ParsingReply, ParsingRequest, ParsingTask } from './parsing.messages.ts'
import type { PackedBatch } from './row.batch.ts'
import { openSourceFile } from './source.file.ts'
import { SpreadsheetFault } from './spreadsheet.fault.ts'
import type { TableSource } from './table.source.ts'

const task: ParsingTask = workerData
let rows: AsyncGenerator<PackedBatch> | undefined
let reading = 0
let queue: Promise<void> = open().then(listen).catch(report)

function reply(message: ParsingReply, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer)
}

function report(error: unknown): void {
  if (error instanceof SpreadsheetFault) reply({ type: 'fault', reading, reason: error.reason, place: error.place })
  else reply({ type: 'bug', reading, error: error instanceof Error ? error : new Error(String(error)) })
}

async function open(): Promise<TableSource> {
  const source = await openTable(openSourceFile(task.path), task.name, task.limits)
  reply({ type: 'opened', format: source.format, sheets: source.sheets })
  return source
}

/** Requests are answered one after another. Nothing is parsed that was not asked for: this is the back-pressure. */
function listen(source: TableSource): void {
  parentPort?.on('message', (request: ParsingRequest) => {
    queue = queue.then(() => answer(source, request)).catch(report)
  })
}

async function answer(source: TableSource, request: ParsingRequest): Promise<void> {
  if (request.type === 'read') {
    await rows?.return(undefined)
    rows = source.read(request.sheet)
    reading = request.reading
    return
  }
  if (rows === undefined || request.reading !== reading) return
  const next = await rows.next()
  if (next.done) return reply({ type: 'end', reading })
  const { rows: numbers, columns, kinds, values } = next.value
  reply({ type: 'batch', reading, batch: next.value }, [numbers.buffer, columns.buffer, kinds.buffer, values.buffer])
}
