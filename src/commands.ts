import type { Commands } from './platform/command-line.ts'

/** Everything `./rost` can do, beside `test` and `bench`, which the launcher knows. Read when called: a server holds no demo. */
export const commands: Commands = {
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  load: async () => (await import('./commands/load.ts')).loadCommand,
  indicators: async () => (await import('./commands/indicators.ts')).indicatorsCommand,
  'report monitoring': async () => (await import('./commands/report.ts')).reportCommand,
  'user add': async () => (await import('./commands/accounts.ts')).userAddCommand,
  'user reset-second-factor': async () => (await import('./commands/accounts.ts')).userResetSecondFactorCommand,
  'token create': async () => (await import('./commands/accounts.ts')).tokenCreateCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  'training-copy': async () => (await import('./commands/training-copy.ts')).trainingCopyCommand,
  'key rotate': async () => (await import('./commands/key.ts')).keyRotateCommand,
}
