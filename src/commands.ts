import { tokenCreateCommand, userAddCommand, userResetSecondFactorCommand } from './commands/accounts.ts'
import { backupCommand } from './commands/backup.ts'
import { demoCommand } from './commands/demo.ts'
import { doctorCommand } from './commands/doctor.ts'
import { indicatorsCommand } from './commands/indicators.ts'
import { keyRotateCommand } from './commands/key.ts'
import { loadCommand } from './commands/load.ts'
import { reportCommand } from './commands/report.ts'
import { restoreCommand } from './commands/restore.ts'
import { serveCommand } from './commands/serve.ts'
import { trainingCopyCommand } from './commands/training-copy.ts'
import type { Command } from './platform/command-line.ts'

/** Everything `./rost` can do, beside `test` and `bench`, which the launcher knows. */
export const commands: readonly Command[] = [
  demoCommand,
  serveCommand,
  loadCommand,
  indicatorsCommand,
  reportCommand,
  userAddCommand,
  userResetSecondFactorCommand,
  tokenCreateCommand,
  doctorCommand,
  backupCommand,
  restoreCommand,
  trainingCopyCommand,
  keyRotateCommand,
]
