import { CommandFailed } from '../platform/command-line.ts'
import { Day } from '../platform/contract.ts'

/** A day as it is given to an option, `YYYY-MM-DD`. Faults: CommandFailed where it is none, or is not there. */
export function readDay(option: string, given: string | undefined): string {
  if (given === undefined) throw new CommandFailed(`${option} is needed, e.g. ${option} 2025-12-31`)
  if (!Day.safeParse(given).success) throw new CommandFailed(`${option}: ${given} is no day; write it as 2025-12-31`)
  return given
}
