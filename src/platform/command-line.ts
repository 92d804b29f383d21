import { type ParseArgsConfig, parseArgs } from 'node:util'
import { SettingsInvalid } from './env.ts'
import { asOutage } from './outage.ts'

/** 0 done; 1 done, but something was refused; 2 not done. */
export type ExitCode = 0 | 1 | 2

/** Ends a command with a line on stderr that says why. */
export class CommandFailed extends Error {
  readonly exitCode: ExitCode

  constructor(message: string, exitCode: ExitCode = 2) {
    super(message)
    this.name = 'CommandFailed'
    this.exitCode = exitCode
  }
}

export type OptionSpec = { readonly type: 'string' | 'boolean'; readonly short?: string }
export type Parsed = {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
}

export type Command = {
  /** What follows the name, e.g. `DIR [--json]`. */
  readonly usage: string
  readonly summary: string
  readonly options: Readonly<Record<string, OptionSpec>>
  /** Least and most arguments that are no options. */
  readonly positionals: readonly [least: number, most: number]
  readonly run: (parsed: Parsed) => Promise<ExitCode>
}

/** By the words that call each, e.g. `user add`; in the order of the help. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>

/** Finds the command, reads its options and runs it. */
export async function runCommand(commands: Commands, words: readonly string[]): Promise<ExitCode> {
  if (words.length === 0 || words[0] === '--help' || words[0] === 'help') {
    process.stdout.write(await helpOf(commands))
    return 0
  }
  const called = Object.entries(commands).find(([name]) => words.slice(0, lengthOf(name)).join(' ') === name)
  if (called === undefined) throw new CommandFailed(`rost: no command "${words[0]}"; ./rost help lists them`)
  const [name, open] = called
  const command = await open()
  const parsed = read(name, command, words.slice(lengthOf(name)))
  try {
    return await command.run(parsed)
  } catch (error) {
    throw asFailure(error)
  }
}

const lengthOf = (name: string): number => name.split(' ').length

function read(name: string, command: Command, args: readonly string[]): Parsed {
  const usage = `usage: ./rost ${name} ${command.usage}`.trimEnd()
  const config: ParseArgsConfig = {
    args: [...args],
    options: { ...command.options },
    allowPositionals: true,
    strict: true,
  }
  let parsed: Parsed
  try {
    parsed = parseArgs(config) as Parsed
  } catch (error) {
    throw new CommandFailed(`${error instanceof Error ? error.message : 'bad arguments'}; ${usage}`)
  }
  const [least, most] = command.positionals
  if (parsed.positionals.length < least || parsed.positionals.length > most) throw new CommandFailed(usage)
  return parsed
}

/** Their message is the line. */
const SAID_FULLY = new Set([
  'PostgresUnavailable',
  'MigrationRefused',
  'DatabaseRefused',
  'DatabaseInUse',
  'SecretRefused',
  'BackupRefused',
])

/** Faults the operator can mend become one line; anything else is a bug and keeps its stack. */
function asFailure(error: unknown): unknown {
  if (error instanceof SettingsInvalid) return new CommandFailed(error.message)
  if (!(error instanceof Error)) return error
  if (SAID_FULLY.has(error.name)) return new CommandFailed(error.message)
  if ('path' in error && 'code' in error && FILE_FAULTS.has(String(error.code)))
    return new CommandFailed(`${error.message}: check ROST_DATA and the rights to it`)
  const outage = asOutage(error)
  if (outage !== undefined)
    return new CommandFailed(`the database went away or did not answer in time (${outage.message}): try again`)
  return error
}

/** What the disk refuses and only its owner can change. */
const FILE_FAULTS = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'EDQUOT'])

async function helpOf(commands: Commands): Promise<string> {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, open]) => {
      const { usage, summary } = await open()
      return `  ./rost ${`${name} ${usage}`.trim().padEnd(52)} ${summary}`
    }),
  )
  return `Rost: the professional development of a district’s teachers\n\n${lines.join('\n')}\n`
}
