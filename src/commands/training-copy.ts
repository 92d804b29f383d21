import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type pg from 'pg'
import { openServer } from '../house.ts'
import { prepareRenaming } from '../modules/registry/index.ts'
import { personalData } from '../personal-data.ts'
import {
  type Changing,
  copiedRows,
  type NamedColumn,
  TELLING_COLUMNS,
  undecided,
  unnamedColumns,
} from '../platform/backup/changing.ts'
import { takeBackup } from '../platform/backup/taking.ts'
import { type Command, CommandFailed } from '../platform/command-line.ts'
import { makeDataFolder } from '../platform/data.folder.ts'
import { readSettings } from '../platform/env.ts'
import { createLog } from '../platform/log.ts'
import { masterOf, newMaster, SecretRefused } from '../platform/master.key.ts'
import { newSecret } from '../platform/secret.file.ts'
import { VERSION } from '../version.ts'
import { requireSecret, summaryOf } from './backup.ts'

export const trainingCopyCommand: Command = {
  usage: 'FILE [--json]',
  summary: 'writes a copy with other names for trainers and developers, and the secret it opens with into FILE.secret',
  options: { json: { type: 'boolean' } },
  positionals: [1, 1],
  async run({ values, positionals }) {
    const file = resolve(positionals[0] ?? '')
    const secretFile = `${file}.secret`
    for (const path of [file, secretFile])
      if (existsSync(path)) throw new CommandFailed(`${path} is there already: name another file`)
    const summary = await copy(file, secretFile)
    process.stdout.write(
      values.json === true
        ? `${JSON.stringify({ file, secretFile, ...summary })}\n`
        : `${file}: ${summary.rows} rows of ${summary.tables} tables, with other names; ./rost restore takes it where ${secretFile} is the file \`secret\` of the data folder\n`,
    )
    return 0
  },
}

/** The operator's own secret opens real backups, and goes to no trainer: a copy has one of its own. */
async function copy(file: string, secretFile: string) {
  const settings = readSettings()
  makeDataFolder(settings.dataFolder)
  const ownSecret = requireSecret(settings)
  const server = await openServer(settings, createLog('warn'), false)
  const secret = newSecret()
  writeFileSync(secretFile, `${secret}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    return summaryOf(
      await takeBackup({
        migratorUrl: server.migratorUrl,
        dataFolder: settings.dataFolder,
        folders: [],
        secret: Buffer.from(secret),
        program: VERSION,
        file,
        changing: changingBy(ownSecret, Buffer.from(secret)),
      }),
    )
  } catch (error) {
    rmSync(secretFile, { force: true })
    throw error
  } finally {
    await server.stop()
  }
}

function changingBy(secret: Buffer, nextSecret: Buffer): Changing {
  return {
    async prepare(client) {
      const { rows: columns } = await client.query<NamedColumn>(TELLING_COLUMNS)
      const open = undecided(
        personalData,
        columns.filter(({ table }) => !/^(job|public)\./.test(table)),
      )
      if (open.length > 0) throw new CommandFailed(`nobody has said what a copy makes of ${open.join(', ')}`)
      const { wrapped, master } = newMaster(nextSecret)
      await client.query('create temp table new_master (wrapped bytea) on commit drop')
      await client.query('insert into pg_temp.new_master values ($1)', [wrapped])
      const now = await openMasterOf(client, secret)
      await prepareRenaming(client, { now, next: master }, unnamedColumns(personalData))
    },
    rowsOf: (table) => copiedRows(personalData, table),
  }
}

async function openMasterOf(client: pg.Client, secret: Buffer) {
  const { rows } = await client.query<{ wrapped: Buffer }>('select wrapped from platform.master_key')
  const master = rows[0] && masterOf(rows[0].wrapped, secret)
  if (master === undefined) throw new SecretRefused()
  return master
}
