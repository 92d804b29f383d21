import { Worker } from 'node:worker_threads'

/** A parsing thread without a file. */
export type ParsingThread = { readonly worker: Worker; readonly heapMb: number; files: number }

/** To start a thread takes more than to read a small file; two may wait for their next one. */
const MOST_IDLE = 2
/** What a thread has gathered goes with it. */
const MOST_FILES = 100

const idle: ParsingThread[] = []

/** One that has nothing to do, or a new one. */
export function takeThread(heapMb: number): ParsingThread {
  const at = idle.findIndex((thread) => thread.heapMb === heapMb)
  const [waiting] = at < 0 ? [] : idle.splice(at, 1)
  if (waiting !== undefined) {
    forgetListeners(waiting.worker)
    return waiting
  }
  const worker = new Worker(new URL('./parsing.worker.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 16 },
  })
  return { worker, heapMb, files: 0 }
}

/** For the next file. Only a thread that closed its file and answered for it. */
export async function giveBack(thread: ParsingThread): Promise<void> {
  const { worker } = thread
  forgetListeners(worker)
  if (++thread.files >= MOST_FILES || idle.length >= MOST_IDLE) {
    await worker.terminate()
    return
  }
  const forget = (): void => {
    const at = idle.indexOf(thread)
    if (at >= 0) idle.splice(at, 1)
  }
  worker.on('error', forget)
  worker.on('exit', forget)
  worker.unref()
  idle.push(thread)
}

/** By name: a worker listens to itself, too. */
function forgetListeners(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
}
