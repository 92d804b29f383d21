import { resolve } from 'node:path'
import pg from 'pg'
import { bringForward, openServer } from '../house.ts'
import { restoreBackup } from '../platform/backup/restoring.ts'
import { type Command, CommandFailed } from '../platform/command-line.ts'
import { makeDataFolder } from '../platform/data.folder.ts'
import { readSettings, type Settings } from '../platform/env.ts'
import { appendJournal } from '../platform/journal/journal.ts'
import { sealJournal } from '../platform/journal/sealing.ts'
import { createLog } from '../platform/log.ts'
import { keptFolders, requireSecret, summaryOf } from './backup.ts'
import { withHouse } from './with-house.ts'

export const restoreCommand: Command = {
  usage: 'FILE [--replace] [--json]',
  summary: 'puts a backup into an empty database, with --replace in the place of what is there',
  options: { replace: { type: 'boolean' }, json: { type: 'boolean' } },
  positionals: [1, 1],
  async run({ values, positionals }) {
    const file = resolve(positionals[0] ?? '')
    const settings = readSettings()
    makeDataFolder(settings.dataFolder)
    const { head, contents } = await restore(settings, file, values.replace === true)
    await withHouse(async ({ services }) => {
      await services.database.write(null, (tx) =>
        appendJournal(tx, {
          actor: { kind: 'operator', account: null, tenant: null, grants: [] },
          requestId: null,
          action: 'restore',
          objects: [],
        }),
      )
      // The head noted beside the database is of what was there before.
      while ((await sealJournal(services)) > 0);
    })
    const copy = head.changedNames === true
    const summary = { at: head.at, program: head.program, ...(copy && { changedNames: true }), ...summaryOf(contents) }
    process.stdout.write(
      values.json === true
        ? `${JSON.stringify(summary)}\n`
        : `as of ${head.at}: ${summary.rows} rows of ${summary.tables} tables, ${summary.files} files${copy ? COPY : ''}\n`,
    )
    return 0
  },
}

const COPY =
  '; a training copy: all names, numbers and addresses in it are made up, and nobody can sign in yet (./rost user add)'

async function restore(settings: Settings, file: string, replace: boolean) {
  const secret = requireSecret(settings)
  const server = await openServer(settings, createLog('warn'), false)
  try {
    await bringForward(server.migratorUrl)
    if (!replace && (await hasAnybody(server.migratorUrl))) {
      throw new CommandFailed('the database is not empty: --replace puts the backup in the place of what is there')
    }
    return await restoreBackup({
      migratorUrl: server.migratorUrl,
      dataFolder: settings.dataFolder,
      folders: keptFolders,
      secret,
      file,
    })
  } finally {
    await server.stop()
  }
}

/** Whether there is anything somebody would miss. */
async function hasAnybody(migratorUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: migratorUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ any: boolean }>(
      'select exists (select from registry.district) or exists (select from identity.account) as any',
    )
    return rows[0]?.any === true
  } finally {
    await client.end()
  }
}
