import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { withSecretFiles } from './secret.settings.ts'
import { readProviders, type SignInProvider } from './sign-in.providers.ts'

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be a URL starting with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  })

/** Names that stand for networks nobody outside can come from. */
const NETWORKS = new Set(['loopback', 'linklocal', 'uniquelocal'])

function isNetwork(text: string): boolean {
  if (NETWORKS.has(text)) return true
  const [address = '', bits] = text.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  return isIP(address) > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}

const Networks = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine((all) => all.every(isNetwork), {
    error: 'must be addresses or networks (10.0.0.5, 10.0.0.0/24, loopback, uniquelocal), separated by commas',
  })

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  /** Login that owns the schema; without it DATABASE_URL serves for both. */
  DATABASE_MIGRATOR_URL: url('postgres:', 'postgresql:').optional(),
  ROST_DATA: z.string().min(1).default('data'),
  ROST_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** The secret that shall follow; read by `key rotate` alone. */
  ROST_SECRET_NEXT: z.string().min(32, 'must have at least 32 characters').optional(),
  ROST_URL: url('http:', 'https:').optional(),
  /** Who is believed about the address of a client (X-Forwarded-For). */
  ROST_PROXIES: Networks.default(['loopback']),
  /** File of outside providers to sign in by. */
  ROST_PROVIDERS: z.string().min(1).optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  /** Days between two backups at most; `doctor` looks. */
  ROST_BACKUP_DAYS: z.coerce.number().positive().max(366).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

/** Every setting by its name in the environment. */
export const SETTINGS: readonly string[] = Object.keys(Environment.shape)

/** Those that hold a secret: each may instead stand in a file that `<name>_FILE` names. */
export const SECRET_SETTINGS: readonly string[] = [
  'DATABASE_URL',
  'DATABASE_MIGRATOR_URL',
  'ROST_SECRET',
  'ROST_SECRET_NEXT',
  'SMTP_URL',
]

export type Settings = {
  readonly port: number
  readonly host: string
  readonly databaseUrl: string | undefined
  readonly migratorUrl: string | undefined
  /** Absolute path of the folder of the embedded database, files and keys. */
  readonly dataFolder: string
  readonly secret: string | undefined
  readonly nextSecret: string | undefined
  readonly publicUrl: string | undefined
  readonly proxies: readonly string[]
  readonly signInProviders: readonly SignInProvider[]
  readonly smtpUrl: string | undefined
  /** Between two backups at most; undefined where nobody said. */
  readonly backupDays: number | undefined
  readonly logLevel: string
}

/** Bad settings stop the start with one clear line that names the variable, never its value (it may be a secret). */
export class SettingsInvalid extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'SettingsInvalid'
  }
}

/**
 * Reads the environment and, beneath it, the `.env` file of the current folder. Secrets, those of outside providers
 * included, may stand in files.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env, envFile = '.env'): Settings {
  if (environment === process.env && existsSync(envFile)) process.loadEnvFile(envFile)
  const given = filled(environment)
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
    nextSecret: e.ROST_SECRET_NEXT,
    publicUrl: e.ROST_URL,
    proxies: e.ROST_PROXIES,
    signInProviders: e.ROST_PROVIDERS === undefined ? [] : providersOf(e.ROST_PROVIDERS, given),
    smtpUrl: e.SMTP_URL,
    backupDays: e.ROST_BACKUP_DAYS,
    logLevel: e.LOG_LEVEL,
  }
}

/** What is set to something, secrets in the place of the files that hold them. */
function filled(environment: NodeJS.ProcessEnv): Readonly<Record<string, string | undefined>> {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  try {
    return withSecretFiles(set, SECRET_SETTINGS)
  } catch (error) {
    throw new SettingsInvalid(`settings: ${error instanceof Error ? error.message : 'cannot be read'}`)
  }
}

function providersOf(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): readonly SignInProvider[] {
  try {
    return readProviders(resolve(file), environment)
  } catch (error) {
    throw new SettingsInvalid(`settings: ROST_PROVIDERS: ${error instanceof Error ? error.message : 'cannot be read'}`)
  }
}
