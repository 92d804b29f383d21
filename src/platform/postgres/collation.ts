import { databaseName, roleNames } from './provision.ts'
import type { Session } from './session.ts'

/**
 * Advice when the server's ICU is not the one the database was made with (another build of the same major version):
 * the order of text may differ, and indexes over text then miss rows until they are rebuilt.
 */
export async function findStaleCollation(session: Session): Promise<string | undefined> {
  const { rows } = await session.client.query<{ made: string | null; now: string | null }>(
    'select datcollversion as made, pg_database_collation_actual_version(oid) as now from pg_database where datname = $1',
    [databaseName],
  )
  const [version] = rows
  if (!version?.made || version.made === version.now) return undefined
  return (
    `the order of text changed from version ${version.made} to ${version.now}: ` +
    `run REINDEX DATABASE ${databaseName}; ALTER DATABASE ${databaseName} REFRESH COLLATION VERSION; as ${roleNames.migrator}`
  )
}
