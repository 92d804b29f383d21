import { Worker } from 'node:worker_threads'
import type { ParsingReply, ParsingRequest, ParsingTask } from './parsing.messages.ts'
import { SpreadsheetFault } from './spreadsheet.fault.ts'

export type ParsingChannel = {
  send(request: ParsingRequest): void
  /**
   * The next reply, in order. Faults: `file_too_large` when the thread ran out of its memory or the caller has waited
   * longer in all than the limits allow.
   */
  receive(): Promise<ParsingReply>
  close(): Promise<void>
}

/** A thread with less does not even start: the process dies of it. */
const smallestHeapMb = 16

type Waiter = { readonly resolve: (reply: ParsingReply) => void; readonly reject: (error: Error) => void }

/** Starts the thread in which a file is parsed: its own heap, and it may be killed at any time. */
export function openParsingChannel(task: ParsingTask): ParsingChannel {
  const worker = new Worker(new URL('./parsing.worker.ts', import.meta.url), {
    workerData: task,
    execArgv: [],
    resourceLimits: {
      maxOldGenerationSizeMb: Math.max(task.limits.workerHeapMb, smallestHeapMb),
      maxYoungGenerationSizeMb: 32,
    },
  })
  const replies: ParsingReply[] = []
  let waiter: Waiter | undefined
  let failure: Error | undefined
  let patience = task.limits.waitMs

  function fail(error: Error): void {
    failure ??= error
    waiter?.reject(failure)
    waiter = undefined
  }

  worker.on('message', (reply: ParsingReply) => {
    if (waiter === undefined) replies.push(reply)
    else waiter.resolve(reply)
    waiter = undefined
  })
  worker.on('error', (error: Error) => fail(isOutOfMemory(error) ? new SpreadsheetFault('memory') : error))
  worker.on('exit', () => fail(new SpreadsheetFault('memory')))

  // A forgotten spreadsheet does not keep the process alive; listening above would, so this comes after.
  worker.unref()

  async function wait(): Promise<ParsingReply> {
    const since = performance.now()
    const timer = setTimeout(() => {
      fail(new SpreadsheetFault('time', { limit: task.limits.waitMs }))
      void worker.terminate()
    }, patience)
    try {
      return await new Promise<ParsingReply>((resolve, reject) => {
        waiter = { resolve, reject }
      })
    } finally {
      clearTimeout(timer)
      patience = Math.max(0, patience - (performance.now() - since))
    }
  }

  return {
    send: (request) => worker.postMessage(request),
    async receive() {
      const ready = replies.shift()
      if (ready !== undefined) return ready
      if (failure !== undefined) throw failure
      if (waiter !== undefined) throw new Error('A spreadsheet is read by one reader at a time')
      return wait()
    },
    async close() {
      fail(new Error('The spreadsheet is closed'))
      await worker.terminate()
    },
  }
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
