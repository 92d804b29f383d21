import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be a URL starting with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  })

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  /** Login that owns the schema; without it DATABASE_URL serves for both. */
  DATABASE_MIGRATOR_URL: url('postgres:', 'postgresql:').optional(),
  ROST_DATA: z.string().min(1).default('data'),
  ROST_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  ROST_URL: url('http:', 'https:').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type Settings = {
  readonly port: number
  readonly host: string
  readonly databaseUrl: string | undefined
  readonly migratorUrl: string | undefined
  /** Absolute path of the folder of the embedded database, files and keys. */
  readonly dataFolder: string
  readonly secret: string | undefined
  readonly publicUrl: string | undefined
  readonly smtpUrl: string | undefined
  readonly logLevel: string
}

/** Bad settings stop the start with one clear line that names the variable, never its value (it may be a secret). */
export class SettingsInvalid extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'SettingsInvalid'
  }
}

/** Reads the environment and, beneath it, the `.env` file of the current folder. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env, envFile = '.env'): Settings {
  if (environment === process.env && existsSync(envFile)) process.loadEnvFile(envFile)
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new SettingsInvalid(`settings: ${faults.join('; ')}`)
  }
  const e = parsed.data
  return {
    port: e.PORT,
    host: e.HOST,
    databaseUrl: e.DATABASE_URL,
    migratorUrl: e.DATABASE_MIGRATOR_URL,
    dataFolder: resolve(e.ROST_DATA),
    secret: e.ROST_SECRET,
    publicUrl: e.ROST_URL,
    smtpUrl: e.SMTP_URL,
    logLevel: e.LOG_LEVEL,
  }
}
