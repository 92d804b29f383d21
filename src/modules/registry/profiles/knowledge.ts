import type { Organisations } from './repairs/organisations.ts'
import type { KnownPositions } from './repairs/positions.ts'
import type { Providers } from './repairs/providers.ts'
import type { KnownSubjects } from './repairs/subjects.ts'

/** What repairs know of the district. */
export type Knowledge = {
  readonly organisations: Organisations
  readonly positions: KnownPositions
  readonly subjects: KnownSubjects
  readonly providers: Providers
  /** `YYYY-MM-DD`. */
  readonly today: string
}
