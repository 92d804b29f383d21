import { parentPort } from 'node:worker_threads'
import { openTable } from './file.source.ts'
import type { ParsingReply, ParsingRequest, ParsingTask } from './parsing.messages.ts'
import type { PackedBatch } from './row.batch.ts'
import { openSourceFile, type SourceFile } from './source.file.ts'
import { SpreadsheetFault } from './spreadsheet.fault.ts'
import type { TableSource } from './table.source.ts'

let file: SourceFile | undefined
let source: TableSource | undefined
let rows: AsyncGenerator<PackedBatch> | undefined
let reading = 0
let queue: Promise<void> = Promise.resolve()

// Requests are answered one after another. Nothing is parsed that was not asked for: this is the back-pressure.
parentPort?.on('message', (request: ParsingRequest) => {
  queue = queue.then(() => answer(request)).catch(report)
})

function reply(message: ParsingReply, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer)
}

function report(error: unknown): void {
  if (error instanceof SpreadsheetFault) reply({ type: 'fault', reading, reason: error.reason, place: error.place })
  else reply({ type: 'bug', reading, error: error instanceof Error ? error : new Error(String(error)) })
}

async function answer(request: ParsingRequest): Promise<void> {
  switch (request.type) {
    case 'open':
      return await open(request.task)
    case 'close':
      return await close()
    case 'read':
      await rows?.return(undefined)
      rows = source?.read(request.sheet)
      reading = request.reading
      return
    case 'next':
      return await next(request.reading)
  }
}

async function open({ path, name, limits }: ParsingTask): Promise<void> {
  file = openSourceFile(path)
  const opened = await openTable(file, name, limits)
  source = opened
  reply({ type: 'opened', format: opened.format, sheets: opened.sheets, told: opened.told })
}

async function next(wanted: number): Promise<void> {
  if (rows === undefined || wanted !== reading) return
  const found = await rows.next()
  if (found.done) return reply({ type: 'end', reading })
  const { rows: numbers, columns, kinds, values } = found.value
  reply({ type: 'batch', reading, batch: found.value }, [numbers.buffer, columns.buffer, kinds.buffer, values.buffer])
}

/** Nothing of the file stays behind: the next one may be another's. */
async function close(): Promise<void> {
  try {
    await rows?.return(undefined)
  } finally {
    file?.close()
    file = undefined
    source = undefined
    rows = undefined
    reading = 0
    reply({ type: 'closed' })
  }
}
