import { commands } from './commands.ts'
import { CommandFailed, runCommand } from './platform/command-line.ts'

process.exitCode = await runCommand(commands, process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof CommandFailed)) throw error
  process.stderr.write(`${error.message}\n`)
  return error.exitCode
})
