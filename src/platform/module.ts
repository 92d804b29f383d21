import type { AskedSource } from './asked.ts'
import type { ReadDb, Tx } from './db/db.ts'
import type { Route } from './http/route.ts'
import type { JobHandler, JobQueue } from './jobs.ts'
import type { Messages } from './messages.ts'
import type { Services } from './services.ts'
import type { TaskSource } from './tasks.ts'

/** Names of things of the connection's district; what is no more has none. */
export type NamesOf = (db: ReadDb, ids: readonly number[]) => Promise<ReadonlyMap<number, string>>

/** What a module gives to the house. */
export type Module = {
  readonly name: string
  readonly messages: Messages
  readonly routes: readonly Route[]
  readonly jobs: readonly JobQueue[]
  /** What a new district starts with, in the transaction that creates it. */
  readonly seedDistrict?: (tx: Tx) => Promise<void>
  /** What it knows people have to do next; the words stand in its messages under `tasks`. */
  readonly tasks?: readonly TaskSource[]
  /** What it takes people’s minutes for; the words stand in its messages under `asked`. */
  readonly asks?: readonly AskedSource[]
  /** Folders of the data folder that hold what the database only names; a backup takes them along. */
  readonly folders?: readonly string[]
  /** What things of a kind are called, by their ids; for who reads the journal, which holds ids only. */
  readonly names?: Readonly<Record<string, NamesOf>>
  /** Handlers are made when the server starts to take work. */
  readonly jobHandlers?: (services: Services) => readonly JobHandler[]
}
