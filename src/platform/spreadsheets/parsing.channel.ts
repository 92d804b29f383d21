import { statSync } from 'node:fs'
import type { ParsingReply, ParsingRequest, ParsingTask } from './parsing.messages.ts'
import { giveBack, takeThread } from './parsing.threads.ts'
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
/** A thread that read rows of a larger file holds much, and may have much to do before it hears that nobody waits. */
const reusedAfterBytes = 1024 * 1024
const patienceAtCloseMs = 500

type Waiter = { readonly resolve: (reply: ParsingReply) => void; readonly reject: (error: Error) => void }

/** Gives the file to a thread that parses nothing else meanwhile: its own heap, and it may be killed at any time. */
export function openParsingChannel(task: ParsingTask): ParsingChannel {
  const thread = takeThread(Math.max(task.limits.workerHeapMb, smallestHeapMb))
  const { worker } = thread
  const replies: ParsingReply[] = []
  let waiter: Waiter | undefined
  let failure: Error | undefined
  let patience = task.limits.waitMs
  let isClosed: (() => void) | undefined
  let closing: Promise<void> | undefined
  let hasRead = false

  function fail(error: Error): void {
    failure ??= error
    waiter?.reject(failure)
    waiter = undefined
  }

  worker.on('message', (reply: ParsingReply) => {
    if (reply.type === 'closed') isClosed?.()
    else if (waiter === undefined) replies.push(reply)
    else waiter.resolve(reply)
    waiter = undefined
  })
  worker.on('error', (error: Error) => fail(isOutOfMemory(error) ? new SpreadsheetFault('memory') : error))
  worker.on('exit', () => fail(new SpreadsheetFault('memory')))
  worker.postMessage({ type: 'open', task } satisfies ParsingRequest)

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

  /** The thread lets go of a small file, or one that was only looked into, and is there for the next one; any other ends. */
  async function end(): Promise<void> {
    const isWhole = failure === undefined
    fail(new Error('The spreadsheet is closed'))
    if (isWhole && (!hasRead || isSmall(task.path)) && (await letsGo())) await giveBack(thread)
    else await worker.terminate()
  }

  async function letsGo(): Promise<boolean> {
    return await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), patienceAtCloseMs)
      isClosed = () => {
        clearTimeout(timer)
        resolve(true)
      }
      worker.postMessage({ type: 'close' } satisfies ParsingRequest)
    })
  }

  return {
    send(request) {
      hasRead ||= request.type === 'read'
      worker.postMessage(request)
    },
    async receive() {
      const ready = replies.shift()
      if (ready !== undefined) return ready
      if (failure !== undefined) throw failure
      if (waiter !== undefined) throw new Error('A spreadsheet is read by one reader at a time')
      return wait()
    },
    async close() {
      closing ??= end()
      await closing
    },
  }
}

const isSmall = (path: string): boolean =>
  (statSync(path, { throwIfNoEntry: false })?.size ?? Number.POSITIVE_INFINITY) <= reusedAfterBytes

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
