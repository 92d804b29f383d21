import type { Tx } from './db/db.ts'
import type { Route } from './http/route.ts'
import type { JobHandler, JobQueue } from './jobs.ts'
import type { Messages } from './messages.ts'
import type { Services } from './services.ts'

/** What a module gives to the house. */
export type Module = {
  readonly name: string
  readonly messages: Messages
  readonly routes: readonly Route[]
  readonly jobs: readonly JobQueue[]
  /** What a new district starts with, in the transaction that creates it. */
  readonly seedDistrict?: (tx: Tx) => Promise<void>
  /** Handlers are made when the server starts to take work. */
  readonly jobHandlers?: (services: Services) => readonly JobHandler[]
}
