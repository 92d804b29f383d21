import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { openServer } from '../house.ts'
import { modules } from '../modules.ts'
import type { BackupContents } from '../platform/backup/contents.ts'
import { readBackup } from '../platform/backup/reading.ts'
import { takeBackup } from '../platform/backup/taking.ts'
import { type Command, CommandFailed } from '../platform/command-line.ts'
import { makeDataFolder } from '../platform/data.folder.ts'
import { readSettings, type Settings } from '../platform/env.ts'
import { createLog } from '../platform/log.ts'
import { findSecret, readSecret } from '../platform/secret.file.ts'
import { VERSION } from '../version.ts'

export const backupCommand: Command = {
  usage: 'FILE [--check] [--json]',
  summary: 'copies everything into one encrypted file, while servers go on; --check reads one through',
  options: { check: { type: 'boolean' }, json: { type: 'boolean' } },
  positionals: [1, 1],
  async run({ values, positionals }) {
    const file = resolve(positionals[0] ?? '')
    const contents = values.check === true ? await check(file) : await backup(file)
    process.stdout.write(
      values.json === true ? `${JSON.stringify({ file, ...summaryOf(contents) })}\n` : tell(file, contents),
    )
    return 0
  },
}

/** What of the data folder belongs to the database. */
export const keptFolders: readonly string[] = modules.flatMap((module) => module.folders ?? [])

/** The schema stays as it is: whoever is about to install a newer version first makes a backup with it or with the old one. */
async function backup(file: string): Promise<BackupContents> {
  if (existsSync(file)) throw new CommandFailed(`${file} is there already: name another file`)
  const settings = readSettings()
  makeDataFolder(settings.dataFolder)
  const server = await openServer(settings, createLog('warn'), false)
  try {
    return await takeBackup({
      migratorUrl: server.migratorUrl,
      dataFolder: settings.dataFolder,
      folders: keptFolders,
      secret: readSecret(settings.secret, settings.dataFolder),
      program: VERSION,
      file,
    })
  } finally {
    await server.stop()
  }
}

async function check(file: string): Promise<BackupContents> {
  const { secret, dataFolder } = readSettings()
  const drain = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const _ of chunks);
  }
  const { contents } = await readBackup(file, requireSecret({ secret, dataFolder }), {
    head: async () => {},
    table: (_, lines) => drain(lines),
    jobs: drain,
    file: (_, content) => drain(content),
  })
  return contents
}

/** The secret that opens a backup: one that is made now would open none. */
export function requireSecret({ secret, dataFolder }: Pick<Settings, 'secret' | 'dataFolder'>): Buffer {
  const found = findSecret(secret, dataFolder)
  if (found !== undefined) return found
  throw new CommandFailed(
    `there is no secret in ${dataFolder}, and a backup opens with the one it was made with: set ROST_SECRET, or put the file \`secret\` there`,
  )
}

export function summaryOf({ tables, files }: BackupContents): { tables: number; rows: number; files: number } {
  return { tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0), files: files.length }
}

function tell(file: string, contents: BackupContents): string {
  const { tables, rows, files } = summaryOf(contents)
  return `${file}: ${rows} rows of ${tables} tables, ${files} files; opens with the secret only, which is not in it\n`
}
