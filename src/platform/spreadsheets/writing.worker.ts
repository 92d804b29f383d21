import { parentPort, workerData } from 'node:worker_threads'
import { workbookBytes } from './workbook.bytes.ts'

const bytes = await workbookBytes(workerData)
parentPort?.postMessage(bytes, [bytes.buffer])
