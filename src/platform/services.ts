import type { Database } from './db/db.ts'
import type { Settings } from './env.ts'
import type { Jobs } from './jobs.ts'
import type { Log } from './log.ts'
import type { Mail } from './mail.ts'
import type { Translator } from './messages.ts'
import type { Keyring } from './secrets.ts'

/** What the platform offers to every module; opened once by the composition root and passed on, never global. */
export type Services = {
  readonly settings: Settings
  readonly log: Log
  readonly database: Database
  readonly jobs: Jobs
  readonly mail: Mail
  /** Wraps the keys of districts and seals what belongs to no district. */
  readonly master: Keyring
  readonly translator: Translator
}
