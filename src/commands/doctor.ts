import { sql } from 'kysely'
import { type House, openServer } from '../house.ts'
import type { Command } from '../platform/command-line.ts'
import { makeDataFolder } from '../platform/data.folder.ts'
import { readSchemaState } from '../platform/db/migrate.ts'
import { readSettings, type Settings } from '../platform/env.ts'
import type { Break } from '../platform/journal/chain.ts'
import { checkJournal } from '../platform/journal/checking.ts'
import { createLog } from '../platform/log.ts'
import { inspectSecret } from '../platform/secret.file.ts'
import type { Finding } from './doctor.finding.ts'
import { examineBackups, examineJobs, examineStorage, judgeSchema } from './doctor.operation.ts'
import { withHouse } from './with-house.ts'

const MOST_CLOCK_SECONDS = 5

export const doctorCommand: Command = {
  usage: '[--json]',
  summary: 'checks database, journal, storage, mail, clock, jobs, backups; says what is wrong and how to mend it',
  options: { json: { type: 'boolean' } },
  positionals: [0, 0],
  async run({ values }) {
    const findings = await look()
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ findings })}\n`
        : findings.map(({ state, check, says }) => `${MARK[state]} ${check}: ${says}\n`).join(''),
    )
    return findings.some((f) => f.state === 'fault') ? 1 : 0
  },
}

/** A database that has another schema than this version is left as it is, and little can be asked of it. */
async function look(): Promise<Finding[]> {
  const settings = readSettings()
  makeDataFolder(settings.dataFolder)
  const server = await openServer(settings, createLog('warn'), false)
  try {
    const schema = await readSchemaState(server.migratorUrl)
    const behind = schema.isEmpty ? undefined : judgeSchema(schema)
    if (behind !== undefined) return [behind, await examineStorage(settings), examineMail(settings)]
    return await withHouse(examine)
  } finally {
    await server.stop()
  }
}

const MARK = { ok: '+', warning: '!', fault: '-' } as const

async function examine(house: House): Promise<Finding[]> {
  const { settings } = house.services
  return [
    await examineDatabase(house),
    await examineJournal(house),
    await examineRights(house),
    examineSecret(house),
    await examineClock(house),
    await examineStorage(settings),
    examineMail(settings),
    await examineJobs(house),
    await examineBackups(house),
  ]
}

/** That the house is open means that the migrations are applied. */
async function examineDatabase({ services }: House): Promise<Finding> {
  const { rows } = await sql<{ version: string; newest: string }>`
    select current_setting('server_version') as version, (select max(name) from public.migration) as newest
  `.execute(services.database.reader(null))
  const kept = services.settings.databaseUrl === undefined ? 'embedded' : 'outside'
  return {
    check: 'database',
    state: 'ok',
    says: `PostgreSQL ${rows[0]?.version} (${kept}), newest migration ${rows[0]?.newest}`,
  }
}

async function examineJournal({ services }: House): Promise<Finding> {
  const state = await checkJournal(services)
  const check = 'journal'
  switch (state.is) {
    case 'whole':
      return { check, state: 'ok', says: `${state.entries} entries, each as it was written` }
    case 'unsealed':
      return {
        check,
        state: 'warning',
        says: `${state.count} entries from ${state.first} on are not sealed yet: start the server (./rost serve), it seals them within seconds`,
      }
    case 'broken':
      return {
        check,
        state: 'fault',
        says: `entry ${state.at.entry} ${BROKEN[state.at.is]}: somebody wrote into the database; compare with a backup`,
      }
    case 'cut':
      return {
        check,
        state: 'fault',
        says: `ends after seal ${state.after}, but ${state.noted} were made: the end was cut off, or an older database was put in its place`,
      }
    case 'locked':
      return { check, state: 'fault', says: 'its key does not open: ROST_SECRET is not the one it was made with' }
  }
}

const BROKEN: Readonly<Record<Break['is'], string>> = {
  changed: 'was changed after it was sealed',
  removed: 'was removed',
  seal_changed: 'has another seal than it was given, or its place was changed',
  seals_missing: 'stands after seals that are missing',
}

async function examineRights({ services }: House): Promise<Finding> {
  const { rows } = await sql<{
    strong: boolean
  }>`select rolsuper or rolbypassrls as strong from pg_roles where rolname = session_user`.execute(
    services.database.reader(null),
  )
  if (rows[0]?.strong !== true)
    return { check: 'rights', state: 'ok', says: 'the login of the application is subject to row security' }
  return {
    check: 'rights',
    state: 'warning',
    says: 'DATABASE_URL logs in as an administrator: give the application a login of its own that is a member of rost_app, and the owner in DATABASE_MIGRATOR_URL',
  }
}

function examineSecret({ services: { settings } }: House): Finding {
  const { kept, readableByOthers } = inspectSecret(settings.secret, settings.dataFolder)
  if (readableByOthers)
    return { check: 'secret', state: 'fault', says: `others can read ${settings.dataFolder}/secret: chmod 600 it` }
  if (kept === 'environment') return { check: 'secret', state: 'ok', says: 'ROST_SECRET is set' }
  return {
    check: 'secret',
    state: 'warning',
    says: `kept in ${settings.dataFolder}/secret: copy it to a safe place (without it sealed numbers cannot be read) or set ROST_SECRET`,
  }
}

async function examineClock({ services }: House): Promise<Finding> {
  const before = Date.now()
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(services.database.reader(null))
  const apart = Math.abs((rows[0]?.now.getTime() ?? 0) - (before + Date.now()) / 2) / 1000
  if (apart <= MOST_CLOCK_SECONDS) return { check: 'clock', state: 'ok', says: 'agrees with the database' }
  return {
    check: 'clock',
    state: 'fault',
    says: `${Math.round(apart)} s apart from the database: synchronise both clocks (NTP)`,
  }
}

function examineMail(settings: Settings): Finding {
  if (settings.smtpUrl !== undefined) return { check: 'mail', state: 'ok', says: 'SMTP_URL is set' }
  return {
    check: 'mail',
    state: 'warning',
    says: `SMTP_URL is not set: letters become files in ${settings.dataFolder}/mail`,
  }
}
