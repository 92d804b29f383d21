import { dirname, resolve } from 'node:path'
import { resolveAccount } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { claimCluster, findClusterOwner, refuseForeign } from './claim.ts'
import { createCluster, inspectCluster, removeLeftovers, setAside } from './cluster.ts'
import { findStaleCollation } from './collation.ts'
import { admitAccount, type Folders, openFolders } from './folders.ts'
import { keepLogsShort } from './logs.ts'
import { type NativePackage, removeOtherCopies } from './native.ts'
import { disown } from './orphans.ts'
import { readServer } from './postmaster.ts'
import { keepPresence } from './presence.ts'
import { completeCluster, databaseName, roleNames } from './provision.ts'
import { reachServer } from './reach.ts'
import { readSecrets } from './secrets.ts'
import { joinServer } from './session.ts'
import { stopServer } from './stop.ts'

export { PostgresUnavailable } from './unavailable.ts'

export type Postgres = {
  /** Role rost_migrator: owns the database `rost`, may create further databases, is neither superuser nor past row security. */
  migratorUrl: string
  /** Role rost_app: connects, has no DDL, is not past row security. */
  appUrl: string
  /** True when this call started the server. */
  started: boolean
  /**
   * Ends this use of the server, to be called after the caller closed its own connections. Stops the server if this
   * call started it and nobody else is connected; otherwise leaves it running, and asks once more when this process ends.
   */
  stop(): Promise<void>
}

export type PostgresOptions = {
  dataFolder: string
  log: (message: string, fields?: Record<string, unknown>) => void
  /** DB_USER and PATH are read from it; the process's own unless given. */
  env?: NodeJS.ProcessEnv
  /** Instead of the installed package; null for none. */
  nativePackage?: NativePackage | null
}

/**
 * Starts or attaches to the cluster in `${dataFolder}/pg`, creating it at first use. Any number of processes may use
 * one data folder at once. An application that ends without `stop()` has its server stopped after it; one that is
 * killed leaves the server running for the next to attach to.
 * @throws PostgresUnavailable with a sentence for the operator
 */
export async function openPostgres(options: PostgresOptions): Promise<Postgres> {
  const { log, env = process.env } = options
  const startedAt = performance.now()
  const folders = openFolders(resolve(options.dataFolder))
  refuseForeign(folders)
  const account = resolveAccount({ env, clusterOwner: findClusterOwner(folders) })
  admitAccount(folders, account)

  const pack = options.nativePackage === undefined ? {} : { nativePackage: options.nativePackage }
  const locate = (major: number | undefined): Promise<Binaries> =>
    findBinaries({ binaries: folders.binaries, account, env, major, ...pack })

  removeLeftovers(folders)
  if (inspectCluster(folders).kind === 'half-made') setAside(folders, log)
  if (inspectCluster(folders).kind === 'absent') await createCluster(folders, await locate(undefined), account, log)

  const secrets = readSecrets(folders.secrets)
  let used: Binaries | undefined
  const reached = await reachServer({
    folders,
    account,
    secrets,
    async binaries() {
      const state = inspectCluster(folders)
      used = await locate(state.kind === 'made' ? state.major : undefined)
      claimCluster(folders, account)
      return used
    },
  })
  const { pid, port, started, session } = reached
  log(started ? 'the database was started' : 'the database was already running', {
    pid,
    port,
    account: account.name,
    ms: Math.round(performance.now() - startedAt),
  })
  if (started && used) removeOtherCopies(folders.binaries, dirname(used.folder))
  if (started) await completeCluster(session.client)
  const advice = started ? await findStaleCollation(session).catch(() => undefined) : undefined
  if (advice) log(advice)

  const stopPruning = keepLogsShort(folders.log)
  const presence = keepPresence(session, () => rejoin(folders))
  const leave = async (): Promise<void> => {
    stopPruning()
    await presence.release()
    if (!started) return
    const outcome = await stopServer({ folders, secrets, pid })
    if (outcome === 'stopped' || outcome === 'not running') disown(pid) // else asked once more when this process ends
    log(`the database server: ${outcome}`, { pid })
  }
  let leaving: Promise<void> | undefined
  const address = `127.0.0.1:${port}/${databaseName}?sslmode=disable`
  return {
    migratorUrl: `postgres://${roleNames.migrator}:${secrets.migrator}@${address}`,
    appUrl: `postgres://${roleNames.app}:${secrets.app}@${address}`,
    started,
    stop() {
      leaving ??= leave()
      return leaving
    },
  }
}

async function rejoin(folders: Folders): ReturnType<typeof joinServer> {
  const server = readServer(folders.data)
  if (server.kind !== 'running' || !server.ready) return undefined
  return joinServer(server.port, readSecrets(folders.secrets), folders.secrets)
}
